package dev.gyrus.fitting.internal.metric;

import dev.gyrus.core.spi.Metric;
import dev.gyrus.core.spi.Metric.Watcher;
import dev.gyrus.core.spi.MetricProvider.Standard;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

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
            super("mean", "the mean over time and nodes", () -> new Deviations() {
                @Override
                public double value() {
                    return Arrays.stream(mean).sum() / mean.length;
                }
            });
        }
    }

    /** Registers {@code sd}. */
    public static final class Sd extends Moment {
        public Sd() {
            super("sd", "the standard deviation over time of a node; mean over the nodes", () -> new Deviations() {
                @Override
                public double value() {
                    return Arrays.stream(squares)
                                    .map(sum -> Math.sqrt(sum / count))
                                    .sum()
                            / squares.length;
                }
            });
        }
    }

    private abstract static class Range implements Watcher {
        double[] low;
        double[] high;

        @Override
        public void add(double[] sample) {
            if (low == null) {
                low = sample.clone();
                high = sample.clone();
            }
            for (int i = 0; i < low.length; i++) {
                low[i] = Math.min(low[i], sample[i]);
                high[i] = Math.max(high[i], sample[i]);
            }
        }
    }

    /**
     * Means and sums of squared deviations, node by node.
     *
     * <p>B. P. Welford, Technometrics 4 (1962) 419–420, doi:10.1080/00401706.1962.10490022.
     */
    private abstract static class Deviations implements Watcher {
        double[] mean;
        double[] squares;
        long count;

        @Override
        public void add(double[] sample) {
            if (mean == null) {
                mean = new double[sample.length];
                squares = new double[sample.length];
            }
            count++;
            for (int i = 0; i < mean.length; i++) {
                double before = sample[i] - mean[i];
                mean[i] += before / count;
                squares[i] += before * (sample[i] - mean[i]);
            }
        }
    }
}
