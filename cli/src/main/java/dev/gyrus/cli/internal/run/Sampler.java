package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Observer;
import dev.gyrus.core.Steps;
import java.util.List;

/**
 * Passes on samples at regular times, in declared units: the r-th (from 0) is at {@code from + (r + 1)·every}, as with
 * {@link dev.gyrus.core.Recorder}, but nothing is kept.
 */
final class Sampler implements Observer {
    private final List<String> variables;
    private final double every;
    private final double from;
    private final List<Sink> sinks;
    private Scope scope;
    private long stride;
    private long first;
    private double[][] values;

    /** Gets every sample. */
    interface Sink extends AutoCloseable {
        void begin(List<Channel> channels);

        /**
         * A sample of every variable.
         *
         * @param time in ms
         * @param values {@code values[variable][column]}, in declared units; valid during the call
         */
        void sample(double time, double[][] values);

        @Override
        default void close() {}
    }

    /** Samples every so many ms, from a time on, in ms. */
    Sampler(List<String> variables, double every, double from, List<Sink> sinks) {
        this.variables = List.copyOf(variables);
        this.every = every;
        this.from = from;
        this.sinks = List.copyOf(sinks);
    }

    @Override
    public List<String> variables() {
        return variables;
    }

    @Override
    public void begin(Scope scope) {
        this.scope = scope;
        stride = Steps.of("record.every", every, scope.dt());
        first = Steps.of("record.from", from, scope.dt());
        values = scope.channels().stream()
                .map(channel -> new double[channel.labels().size()])
                .toArray(double[][]::new);
        sinks.forEach(sink -> sink.begin(scope.channels()));
    }

    @Override
    public void observe(Block block) {
        long last = block.firstStep() + block.steps();
        long done = Math.max(block.firstStep(), first) - first;
        for (long sample = first + (done / stride + 1) * stride; sample <= last; sample += stride) {
            pass(block, (int) (sample - block.firstStep() - 1), Steps.time(sample, scope.dt()));
        }
    }

    private void pass(Block block, int k, double time) {
        for (int c = 0; c < values.length; c++) {
            double[] row = block.row(c, k);
            double scale = scope.channels().get(c).scale();
            for (int i = 0; i < row.length; i++) {
                values[c][i] = row[i] * scale;
            }
        }
        sinks.forEach(sink -> sink.sample(time, values));
    }

    @Override
    public void end() {
        sinks.forEach(Sink::close);
    }
}
