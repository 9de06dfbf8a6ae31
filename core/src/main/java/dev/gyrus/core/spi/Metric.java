package dev.gyrus.core.spi;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Steps;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * How a number is made of one signal of a run: of samples that are kept until the run has ended, or as they come.
 *
 * <pre>{@code
 * Metric.of(measured.window(), samples -> Arrays.stream(samples.columns()[0]).max().orElseThrow());
 * }</pre>
 *
 * <p>Samples of one signal in one window are kept once, whoever asks for them. Values are in the declared unit of the signal,
 * and their bits do not depend on how the run is cut. Immutable and thread-safe; a run has a {@link Watcher} of its own.
 */
public sealed interface Metric {

    /** Of the samples in a window; NaN where the number is not defined. */
    static Metric of(Window window, ToDoubleFunction<Samples> value) {
        return new Kept(List.of(window), samples -> value.applyAsDouble(samples.get(0)));
    }

    /** Of the samples in several windows. */
    static Metric of(List<Window> windows, ToDoubleFunction<List<Samples>> value) {
        return new Kept(windows, value);
    }

    /** Of the samples in a window, some after the others: nothing is kept but what the watcher keeps. */
    static Metric streaming(Window window, Supplier<Watcher> watchers) {
        return new Streaming(window, watchers);
    }

    /** See {@link Metric#of(List, ToDoubleFunction)}. */
    record Kept(List<Window> windows, ToDoubleFunction<List<Samples>> value) implements Metric {
        public Kept {
            windows = List.copyOf(windows);
        }
    }

    /** See {@link Metric#streaming}. */
    record Streaming(Window window, Supplier<Watcher> watchers) implements Metric {}

    /** Watches one run; used by one thread at a time. */
    interface Watcher {
        /**
         * Takes the next samples, one or more; how many at a time may make no difference to the number.
         *
         * @param columns {@code [node][sample]}, in the declared unit; valid during the call, read-only
         * @param from the first sample
         * @param to behind the last one
         */
        void add(double[][] columns, int from, int to);

        /** The number, after the last sample; NaN where it is not defined. */
        double value();
    }

    /**
     * Samples in a window. Read-only: others see the same arrays.
     *
     * @param interval between two samples, in ms
     * @param columns {@code [node][sample]}, in the declared unit
     */
    record Samples(double interval, double[][] columns) {
        /** The mean over the nodes at each sample. */
        public double[] mean() {
            if (columns.length == 1) {
                return columns[0];
            }
            double[] mean = new double[columns[0].length];
            for (double[] column : columns) {
                for (int k = 0; k < mean.length; k++) {
                    mean[k] += column[k];
                }
            }
            for (int k = 0; k < mean.length; k++) {
                mean[k] /= columns.length;
            }
            return mean;
        }
    }

    /**
     * Which samples of a signal: numbers {@code first}, {@code first + stride}, … up to {@code last}. Sample k is the one after
     * k steps.
     */
    record Window(long first, long last, long stride) {
        /** Two times in steps that differ by less are the same. */
        private static final double SAME = 1e-6;

        public Window {
            Problems problems = new Problems();
            problems.require(stride >= 1, "every", "at least one step", stride);
            problems.require(
                    first >= 1 && last >= first,
                    "from",
                    "a time with samples behind it",
                    "samples " + first + " to " + last);
            problems.throwIfAny();
        }

        /**
         * The samples after one time and up to another, as a recording keeps them: at {@code from + every}, {@code from +
         * 2·every}, …
         *
         * @param every between two samples, in ms; 0 for every step
         * @param dt the step, in ms
         * @throws GyrusException where there is none, or the interval is not made of whole steps
         */
        public static Window of(double from, double to, double every, double dt) {
            long stride = every == 0 ? 1 : Steps.of("every", every, dt);
            long start = (long) Math.floor(from / dt + SAME);
            long end = (long) Math.floor(to / dt + SAME);
            if (stride < 1 || start < 0 || start + stride > end) {
                throw GyrusException.input(
                        "from", "a time in ms with samples up to " + to + " ms", String.valueOf(from));
            }
            return new Window(start + stride, end, stride);
        }

        /** The samples strictly between two times, in ms: neither end has one. */
        public static Window between(double from, double to, double dt) {
            long start = (long) Math.floor(from / dt + SAME);
            long end = (long) Math.ceil(to / dt - SAME);
            return new Window(start + 1, end - 1, 1);
        }

        /** The number of samples. */
        public long count() {
            return (last - first) / stride + 1;
        }
    }
}
