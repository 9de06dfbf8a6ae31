package dev.gyrus.fitting.internal.metric;

import dev.gyrus.core.spi.Metric;
import dev.gyrus.core.spi.Metric.Watcher;
import dev.gyrus.core.spi.MetricProvider.Parameter;
import dev.gyrus.core.spi.MetricProvider.Standard;
import java.util.Arrays;
import java.util.List;

/** How regular the events of a signal are, such as {@code E.spikes}; nothing is kept. */
public final class Regularity {
    private Regularity() {}

    /** Registers {@code cv}. */
    public static final class Cv extends Simple {
        private static final String INTERVALS = "intervals";

        public Cv() {
            super(
                    "cv",
                    "the coefficient of variation of the intervals between a neuron's spikes, of a signal such as"
                            + " E.spikes; mean over the neurons that have more than so many intervals",
                    Standard.OUTPUT,
                    List.of(new Parameter(INTERVALS, "1", 5, "neurons with more intervals than this count")),
                    (values, measured) ->
                            Metric.streaming(measured.window(), () -> new Intervals(values.get(INTERVALS))));
        }
    }

    /** An event is a sample above 0; intervals are counted in samples, as their ratio needs no unit. */
    private static final class Intervals implements Watcher {
        private final double least;
        private long seen;
        private long[] last;
        private Deviations[] nodes;
        private long[] counts;

        Intervals(double least) {
            this.least = least;
        }

        @Override
        public void add(double[][] columns, int from, int to) {
            if (nodes == null) {
                last = new long[columns.length];
                counts = new long[columns.length];
                Arrays.fill(last, -1);
                nodes = new Deviations[columns.length];
                Arrays.setAll(nodes, i -> new Deviations());
            }
            double[] interval = new double[1];
            for (int i = 0; i < columns.length; i++) {
                for (int k = from; k < to; k++) {
                    if (columns[i][k] > 0) {
                        long at = seen + k - from;
                        if (last[i] >= 0) {
                            interval[0] = at - last[i];
                            nodes[i].add(interval, 0, 1);
                            counts[i]++;
                        }
                        last[i] = at;
                    }
                }
            }
            seen += to - from;
        }

        @Override
        public double value() {
            double sum = 0;
            int regular = 0;
            for (int i = 0; nodes != null && i < nodes.length; i++) {
                if (counts[i] > least) {
                    sum += nodes[i].deviation() / nodes[i].mean();
                    regular++;
                }
            }
            return sum / regular;
        }
    }
}
