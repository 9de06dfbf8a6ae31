package dev.gyrus.fitting.internal.metric;

import dev.gyrus.core.spi.Metric;
import dev.gyrus.core.spi.Metric.Watcher;
import dev.gyrus.core.spi.MetricProvider.Standard;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Size and spread of a signal; nothing is kept. */
public final class Moments {
    private Moments() {}

    private abstract static class Moment extends Simple {
        Moment(String name, String description, Supplier<Watcher> watchers) {
            super(
                    name,
                    description,
                    Standard.OUTPUT,
                    List.of(),
                    (values, measured) -> Metric.streaming(measured.window(), watchers));
        }
    }

    /** Registers {@code min}. */
    public static final class Min extends Moment {
        public Min() {
            super("min", "the lowest value of any node", () -> new Range() {
                @Override
                public double value() {
                    return Arrays.stream(low).min().orElse(Double.NaN);
                }
            });
        }
    }

    /** Registers {@code max}. */
    public static final class Max extends Moment {
        public Max() {
            super("max", "the highest value of any node", () -> new Range() {
                @Override
                public double value() {
                    return Arrays.stream(high).max().orElse(Double.NaN);
                }
            });
        }
    }

    /** Registers {@code amplitude}. */
    public static final class Amplitude extends Moment {
        public Amplitude() {
            super("amplitude", "highest less lowest value of a node; mean over the nodes", () -> new Range() {
                @Override
                public double value() {
                    double sum = 0;
                    for (int i = 0; i < low.length; i++) {
                        sum += high[i] - low[i];
                    }
                    return sum / low.length;
                }
            });
        }
    }

    /** Registers {@code mean}. */
    public static final class Mean extends Moment {
        public Mean() {
            super("mean", "the mean over time and nodes", () -> new OfDeviations() {
                @Override
                public double value() {
                    return Arrays.stream(nodes).mapToDouble(Deviations::mean).sum() / nodes.length;
                }
            });
        }
    }

    /** Registers {@code sd}. */
    public static final class Sd extends Moment {
        public Sd() {
            super("sd", "the standard deviation over time of a node; mean over the nodes", () -> new OfDeviations() {
                @Override
                public double value() {
                    return Arrays.stream(nodes)
                                    .mapToDouble(Deviations::deviation)
                                    .sum()
                            / nodes.length;
                }
            });
        }
    }

    private abstract static class Range implements Watcher {
        double[] low;
        double[] high;

        @Override
        public void add(double[][] columns, int from, int to) {
            if (low == null) {
                low = new double[columns.length];
                high = new double[columns.length];
                Arrays.fill(low, Double.POSITIVE_INFINITY);
                Arrays.fill(high, Double.NEGATIVE_INFINITY);
            }
            for (int i = 0; i < columns.length; i++) {
                double[] column = columns[i];
                double least = low[i];
                double most = high[i];
                for (int k = from; k < to; k++) {
                    least = Math.min(least, column[k]);
                    most = Math.max(most, column[k]);
                }
                low[i] = least;
                high[i] = most;
            }
        }
    }

    private abstract static class OfDeviations implements Watcher {
        Deviations[] nodes;

        @Override
        public void add(double[][] columns, int from, int to) {
            if (nodes == null) {
                nodes = Stream.generate(Deviations::new).limit(columns.length).toArray(Deviations[]::new);
            }
            for (int i = 0; i < nodes.length; i++) {
                nodes[i].add(columns[i], from, to);
            }
        }
    }
}
