package dev.gyrus.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps variables at regular times, in their declared units: row r is the sample at {@code from + (r + 1)·every}.
 *
 * <pre>{@code
 * simulation.observe(Recorder.every(1.0, "rates_exc", "rates_inh"))
 * }</pre>
 *
 * <p>Memory grows with the number of samples kept. A recorder serves one run at a time and starts anew with each. Not
 * thread-safe.
 */
public final class Recorder implements Observer {
    private final double every;
    private final double from;
    private final List<String> variables;
    private Scope scope;
    private long stride;
    private long first;
    private double[] times = new double[64];
    private final List<List<double[]>> rows = new ArrayList<>();
    private int samples;

    private Recorder(double every, double from, List<String> variables) {
        this.every = every;
        this.from = from;
        this.variables = List.copyOf(variables);
    }

    /** Keeps a sample every so many ms, from the first one on. */
    public static Recorder every(double interval, String... variables) {
        return new Recorder(interval, 0, List.of(variables));
    }

    /** The same from a time on, in ms. */
    public Recorder from(double time) {
        return new Recorder(every, time, variables);
    }

    @Override
    public List<String> variables() {
        return variables;
    }

    @Override
    public void begin(Scope scope) {
        this.scope = scope;
        Problems problems = new Problems();
        problems.collect(() -> stride = Steps.of("record.every", every, scope.dt()));
        problems.collect(() -> first = Steps.of("record.from", from, scope.dt()));
        problems.require(every != 0, "record.every", "a positive number of ms", every);
        problems.throwIfAny();
        rows.clear();
        samples = 0;
        variables.forEach(v -> rows.add(new ArrayList<>()));
    }

    @Override
    public void observe(Block block) {
        long before = block.firstStep();
        long intervals = Math.max(0, before - first) / stride;
        for (long sample = first + (intervals + 1) * stride; sample <= before + block.steps(); sample += stride) {
            keep(block, (int) (sample - before) - 1, sample);
        }
    }

    private void keep(Block block, int k, long sample) {
        if (samples == times.length) {
            times = Arrays.copyOf(times, 2 * samples);
        }
        times[samples++] = Steps.time(sample, scope.dt());
        for (int c = 0; c < rows.size(); c++) {
            double[] row = block.row(c, k).clone();
            double scale = scope.channels().get(c).scale();
            for (int i = 0; scale != 1 && i < row.length; i++) {
                row[i] *= scale;
            }
            rows.get(c).add(row);
        }
    }

    @Override
    public List<Series> series() {
        List<Series> out = new ArrayList<>();
        for (int c = 0; c < rows.size(); c++) {
            Channel channel = scope.channels().get(c);
            out.add(new Series(
                    channel.name(),
                    channel.unit(),
                    Arrays.copyOf(times, samples),
                    channel.labels(),
                    rows.get(c).toArray(double[][]::new)));
        }
        return out;
    }
}
