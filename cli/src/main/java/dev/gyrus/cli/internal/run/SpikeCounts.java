package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Observer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the spikes of a population and measures how regular they are, in memory that does not grow with the run: for each
 * neuron the time of its last spike, and the number, sum and sum of squares of its intervals.
 */
final class SpikeCounts implements Observer {
    /** Neurons with more intervals than this count for the regularity. */
    private static final int INTERVALS = 5;

    private final String population;
    private final String name;
    private final double from;
    private final double[] last;
    private final int[] intervals;
    private final double[] sum;
    private final double[] squares;
    private long spikes;
    private double dt;
    private double time;

    /**
     * @param population as the network calls it
     * @param name as files and people call it
     * @param from spikes up to this time do not count, in ms
     */
    SpikeCounts(String population, String name, int size, double from) {
        this.population = population;
        this.name = name;
        this.from = from;
        last = new double[size];
        Arrays.fill(last, Double.NaN);
        intervals = new int[size];
        sum = new double[size];
        squares = new double[size];
    }

    @Override
    public List<String> variables() {
        return List.of();
    }

    @Override
    public void begin(Scope scope) {
        dt = scope.dt();
    }

    @Override
    public void observe(Block block) {
        for (int k = 0; k < block.steps(); k++) {
            time = (block.firstStep() + k + 1) * dt;
            if (time > from * (1 + 1e-12)) {
                add(block.fired(population, k));
            }
        }
    }

    private void add(int[] fired) {
        spikes += fired.length;
        for (int neuron : fired) {
            if (!Double.isNaN(last[neuron])) {
                double interval = time - last[neuron];
                intervals[neuron]++;
                sum[neuron] += interval;
                squares[neuron] += interval * interval;
            }
            last[neuron] = time;
        }
    }

    String name() {
        return name;
    }

    int neurons() {
        return last.length;
    }

    long spikes() {
        return spikes;
    }

    /** Spikes per neuron and second, in Hz. */
    double rate() {
        return spikes == 0 ? 0 : 1000.0 * spikes / last.length / (time - from);
    }

    /** The mean over neurons of the coefficient of variation of their intervals; NaN where none has enough of them. */
    double cv() {
        double total = 0;
        int counted = 0;
        for (int i = 0; i < last.length; i++) {
            if (intervals[i] > INTERVALS) {
                double mean = sum[i] / intervals[i];
                total += Math.sqrt(Math.max(0, squares[i] / intervals[i] - mean * mean)) / mean;
                counted++;
            }
        }
        return total / counted;
    }

    /** As {@code summary.json} has it. */
    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("neurons", last.length);
        out.put("spikes", spikes);
        out.put("rate", rate());
        out.put("cv", cv());
        return out;
    }
}
