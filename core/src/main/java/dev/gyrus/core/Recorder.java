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
    private final boolean single;
    private Scope scope;
    private long stride;
    private long first;
    private double[] times = new double[64];
    private final List<Rows> rows = new ArrayList<>();
    private int samples;

    private Recorder(double every, double from, boolean single, List<String> variables) {
        this.every = every;
        this.from = from;
        this.single = single;
        this.variables = List.copyOf(variables);
    }

    /** Keeps a sample every so many ms, from the first one on. */
    public static Recorder every(double interval, String... variables) {
        return new Recorder(interval, 0, false, List.of(variables));
    }

    /** The same from a time on, in ms. */
    public Recorder from(double time) {
        return new Recorder(every, time, single, variables);
    }

    /** The same with values rounded to 32 bits, about seven digits: half the memory. */
    public Recorder asFloat() {
        return new Recorder(every, from, true, variables);
    }

    /** What is kept of one channel. */
    private record Rows(Channel channel, List<double[]> doubles, List<float[]> floats) {
        Rows(Channel channel) {
            this(channel, new ArrayList<>(), new ArrayList<>());
        }

        void add(double[] values, boolean single) {
            double scale = channel.scale();
            if (single) {
                float[] row = new float[values.length];
                for (int i = 0; i < row.length; i++) {
                    row[i] = (float) (values[i] * scale);
                }
                floats.add(row);
            } else {
                double[] row = new double[values.length];
                for (int i = 0; i < row.length; i++) {
                    row[i] = values[i] * scale;
                }
                doubles.add(row);
            }
        }

        Series series(double[] times, boolean single) {
            String name = channel.name();
            String unit = channel.unit();
            List<String> labels = channel.labels();
            return single
                    ? Series.ofFloats(name, unit, times, labels, floats.toArray(float[][]::new))
                    : new Series(name, unit, times, labels, doubles.toArray(double[][]::new));
        }
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
        scope.channels().forEach(channel -> rows.add(new Rows(channel)));
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
            rows.get(c).add(block.row(c, k), single);
        }
    }

    @Override
    public List<Series> series() {
        double[] at = Arrays.copyOf(times, samples);
        return rows.stream().map(kept -> kept.series(at, single)).toList();
    }
}
