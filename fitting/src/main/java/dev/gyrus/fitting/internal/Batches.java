package dev.gyrus.fitting.internal;

import dev.gyrus.fitting.Axis;
import dev.gyrus.fitting.Point;
import dev.gyrus.fitting.Scenario;
import dev.gyrus.fitting.Scenario.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Cuts an exploration into batches: settings that need a simulation of their own first, then by size. */
public final class Batches {
    private final List<Axis> axes;
    private final Scenario scenario;
    private final int replicates;
    private final long seed;

    /** @param seed of the first replicate; the others have the following ones */
    public Batches(List<Axis> axes, Scenario scenario, int replicates, long seed) {
        this.axes = axes;
        this.scenario = scenario;
        this.replicates = replicates;
        this.seed = seed;
    }

    /** What all runs of a batch share: settings, and which axes vary. */
    private record Shared(Map<String, String> settings, List<Axis> lanes) {}

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
                    groups.computeIfAbsent(shared(points.get(p)), s -> new ArrayList<>())
                            .add(new int[] {p, replicate});
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

    private Shared shared(Point point) {
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
        return new Shared(settings, lanes);
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
        return new Batch(
                shared.settings(),
                lanes,
                runs.stream()
                        .mapToInt(run -> points.get(run[0]).index() * replicates + run[1])
                        .toArray(),
                runs.stream().mapToInt(run -> points.get(run[0]).index()).toArray(),
                runs.stream().mapToLong(run -> seed + run[1]).toArray());
    }

    private static int ceil(int a, int b) {
        return (a + b - 1) / b;
    }
}
