package dev.gyrus.fitting.internal;

import dev.gyrus.fitting.Axis;
import dev.gyrus.fitting.Point;
import dev.gyrus.fitting.Scenario;
import dev.gyrus.fitting.Scenario.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/** Cuts an exploration into batches: settings that need a simulation of their own first, then by size. */
public final class Batches {
    private final List<Axis> axes;
    private final Scenario scenario;
    private final int replicates;
    private final IntToLongFunction seeds;

    /** @param seeds of each run by its number */
    public Batches(List<Axis> axes, Scenario scenario, int replicates, IntToLongFunction seeds) {
        this.axes = axes;
        this.scenario = scenario;
        this.replicates = replicates;
        this.seeds = seeds;
    }

    /** What all runs of a batch share: settings, which axes vary, and the seed where the simulation depends on it. */
    private record Shared(Map<String, String> settings, List<Axis> lanes, OptionalLong seed) {}

    /**
     * All runs that are wanted, each in one batch.
     *
     * @param most runs per batch
     * @param workers at least so many batches, where there are so many runs
     */
    public List<Batch> of(List<Point> points, IntPredicate wanted, int most, int workers) {
        Map<Shared, List<int[]>> groups = new LinkedHashMap<>();
        for (int replicate = 0;
                replicate < replicates;
                replicate++) { // by seed, since runs of one seed share its noise
            for (int p = 0; p < points.size(); p++) {
                if (wanted.test(p * replicates + replicate)) {
                    Shared shared = shared(points.get(p), replicate);
                    groups.computeIfAbsent(shared, s -> new ArrayList<>()).add(new int[] {p, replicate});
                }
            }
        }
        List<Batch> batches = new ArrayList<>();
        groups.forEach((shared, runs) -> {
            int rounds = ceil(ceil(runs.size(), most), workers);
            int size = groups.size() == 1 ? ceil(runs.size(), rounds * workers) : Math.min(most, runs.size());
            for (int from = 0; from < runs.size(); from += size) {
                batches.add(batch(shared, points, runs.subList(from, Math.min(runs.size(), from + size))));
            }
        });
        return batches;
    }

    private Shared shared(Point point, int replicate) {
        Map<String, String> settings = new LinkedHashMap<>();
        List<Axis> lanes = new ArrayList<>();
        double[] values = point.values();
        for (int a = 0; a < values.length; a++) {
            Axis axis = axes.get(a);
            if (Double.isNaN(values[a])) {
                continue;
            }
            if (scenario.role(axis.name()) == Role.SETTING) {
                settings.put(axis.name(), axis.text(values[a]));
            } else {
                lanes.add(axis);
            }
        }
        OptionalLong seed = scenario.dependsOnSeed()
                ? OptionalLong.of(seeds.applyAsLong(number(point, replicate)))
                : OptionalLong.empty();
        return new Shared(settings, lanes, seed);
    }

    private Batch batch(Shared shared, List<Point> points, List<int[]> runs) {
        Map<String, double[]> lanes = new LinkedHashMap<>();
        for (Axis axis : shared.lanes()) {
            int a = axes.indexOf(axis);
            lanes.put(
                    axis.name(),
                    runs.stream()
                            .mapToDouble(run -> points.get(run[0]).values()[a])
                            .toArray());
        }
        int[] numbers = runs.stream()
                .mapToInt(run -> number(points.get(run[0]), run[1]))
                .toArray();
        return new Batch(
                shared.settings(),
                lanes,
                numbers,
                runs.stream().mapToInt(run -> points.get(run[0]).index()).toArray(),
                Arrays.stream(numbers).mapToLong(seeds::applyAsLong).toArray());
    }

    private int number(Point point, int replicate) {
        return point.index() * replicates + replicate;
    }

    private static int ceil(int a, int b) {
        return (a + b - 1) / b;
    }
}
