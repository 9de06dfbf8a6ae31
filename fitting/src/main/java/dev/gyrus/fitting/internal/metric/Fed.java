package dev.gyrus.fitting.internal.metric;

import dev.gyrus.core.Observer;
import dev.gyrus.core.spi.Measured;
import dev.gyrus.core.spi.Metric.Watcher;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** An observer that is fed a window of a signal as if that were a run of its own, whose step is the interval. */
final class Fed<T extends Observer> implements Watcher {
    private final T observer;
    private final ToDoubleFunction<T> value;
    private long samples;

    Fed(T observer, Measured measured, ToDoubleFunction<T> value) {
        this.observer = observer;
        this.value = value;
        // Values come in the declared unit.
        Observer.Channel signal = measured.signal();
        Observer.Channel declared = new Observer.Channel(signal.name(), signal.unit(), 1, signal.labels());
        observer.begin(new Observer.Scope(measured.interval(), 0, List.of(declared)));
    }

    @Override
    public void add(double[][] columns, int from, int to) {
        observer.observe(new Rows(samples, columns, from, to));
        samples += to - from;
    }

    @Override
    public double value() {
        return value.applyAsDouble(observer);
    }

    private record Rows(long firstStep, double[][] columns, int from, int to) implements Observer.Block {
        @Override
        public int steps() {
            return to - from;
        }

        @Override
        public double[] row(int channel, int k) {
            double[] row = new double[columns.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = columns[i][from + k];
            }
            return row;
        }
    }
}
