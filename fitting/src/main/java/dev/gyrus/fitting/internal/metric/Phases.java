package dev.gyrus.fitting.internal.metric;

import dev.gyrus.analysis.KuramotoOrder;
import dev.gyrus.analysis.KuramotoOrder.PeakSettings;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Stimulus;
import dev.gyrus.core.spi.Measured;
import dev.gyrus.core.spi.Metric;
import dev.gyrus.core.spi.Metric.Samples;
import dev.gyrus.core.spi.Metric.Window;
import dev.gyrus.core.spi.MetricProvider.Parameter;
import dev.gyrus.core.spi.MetricProvider.Standard;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Synchrony of nodes with each other and with what drives them. */
public final class Phases {
    private static final String RADIANS = "rad";

    private Phases() {}

    private abstract static class OfOrder extends Simple {
        OfOrder(String name, String description, ToDoubleFunction<double[]> value) {
            super(
                    name,
                    description,
                    Standard.OUTPUT,
                    List.of(
                            new Parameter("smoothing", "ms", 0, "standard deviation of a Gaussian filter before"),
                            new Parameter("distance", "ms", 1, "least distance of two peaks"),
                            new Parameter("prominence", "", 5, "least height of a peak above the valleys around it"),
                            new Parameter("hilbert", "1", 0, "1: phases of the Hilbert transform instead of peaks")),
                    (values, measured) -> {
                        Problems problems = new Problems();
                        problems.require(measured.nodes() > 1, "", "at least two nodes", measured.nodes());
                        problems.require(measured.window().count() > 1, "from, to", "at least two samples", 1);
                        problems.collect(() -> settings(values, measured.interval()));
                        problems.throwIfAny();
                        boolean phases = measured.signal().unit().equals(RADIANS);
                        return Metric.of(
                                measured.window(), samples -> value.applyAsDouble(order(values, phases, samples)));
                    });
        }

        private static double[] order(Map<String, Double> values, boolean phases, Samples samples) {
            double[][] rows = rows(samples);
            if (phases) {
                return KuramotoOrder.ofPhases(rows);
            }
            if (values.get("hilbert") != 0) {
                return KuramotoOrder.ofHilbert(rows);
            }
            double[] order = KuramotoOrder.ofPeaks(rows, settings(values, samples.interval()));
            return Arrays.stream(order).allMatch(r -> r == 0) ? new double[] {Double.NaN} : order;
        }

        private static PeakSettings settings(Map<String, Double> values, double interval) {
            return new PeakSettings(
                    values.get("smoothing") / interval,
                    Math.max(1, values.get("distance") / interval),
                    values.get("prominence"));
        }
    }

    /** Registers {@code kuramoto_order}. */
    public static final class KuramotoOrderProvider extends OfOrder {
        public KuramotoOrderProvider() {
            super(
                    "kuramoto_order",
                    "Kuramoto's order of the nodes, mean over time: 1 in phase, near 0 spread out",
                    Phases::mean);
        }
    }

    /** Registers {@code metastability}. */
    public static final class Metastability extends OfOrder {
        public Metastability() {
            super(
                    "metastability",
                    "how much Kuramoto's order of the nodes changes: its standard deviation over time",
                    Phases::deviation);
        }
    }

    /**
     * The order R = |e^{iφ} + e^{iψ}|/2 of a signal and its drive, both sampled every millisecond and smoothed, phases from their
     * peaks, from the start of the run.
     */
    private abstract static class Locking extends Simple {
        Locking(String name, String description, ToDoubleFunction<double[]> value) {
            super(
                    name,
                    description,
                    Standard.OUTPUT,
                    List.of(
                            new Parameter("from", "ms", 5000, "phases count from here on"),
                            new Parameter("to", "ms", -500, "up to here"),
                            new Parameter("every", "ms", 1, "between two samples"),
                            new Parameter("smoothing", "ms", 5, "standard deviation of a Gaussian filter before"),
                            new Parameter("drive", "1", 0, "which input drives, from 0")),
                    (values, measured) -> create(values, measured, value));
        }

        private static Metric create(Map<String, Double> values, Measured measured, ToDoubleFunction<double[]> value) {
            Stimulus drive = drive(values.get("drive"), measured);
            PeakSettings settings = new PeakSettings(values.get("smoothing") / measured.interval(), 1, 0);
            long stride = measured.window().stride();
            Window whole = new Window(stride, (long) Math.floor(measured.duration() / measured.dt() + 1e-6), stride);
            int first = (int) ((measured.window().first() - whole.first()) / stride);
            int last = (int) ((measured.window().last() - whole.first()) / stride);
            double[] driving = new double[(int) whole.count()];
            for (int k = 0; k < driving.length; k++) {
                driving[k] = drive.at((k + 1) * measured.interval());
            }
            return Metric.of(whole, samples -> {
                double sum = 0;
                for (double[] column : samples.columns()) {
                    double[][] pairs = new double[driving.length][];
                    for (int k = 0; k < pairs.length; k++) {
                        pairs[k] = new double[] {column[k], driving[k]};
                    }
                    double[] order = KuramotoOrder.ofPeaks(pairs, settings);
                    sum += value.applyAsDouble(Arrays.copyOfRange(order, first, last + 1));
                }
                return sum / samples.columns().length;
            });
        }

        private static Stimulus drive(double number, Measured measured) {
            int drives = measured.drives().size();
            if (drives == 0) {
                throw GyrusException.input(Problem.of("", "a drive to be locked to", "none")
                        .hint("add one to 'inputs', such as a sinusoid"));
            }
            if (!(number >= 0 && number < drives && number == Math.rint(number))) {
                throw GyrusException.input("drive", "the number of an input, 0 to " + (drives - 1), "" + number);
            }
            return measured.drives().get((int) number);
        }
    }

    /** Registers {@code phase_locking}. */
    public static final class PhaseLocking extends Locking {
        public PhaseLocking() {
            super("phase_locking", "Kuramoto's order of a node and its drive, mean over time and nodes", Phases::mean);
        }
    }

    /** Registers {@code phase_locking_sd}. */
    public static final class PhaseLockingSd extends Locking {
        public PhaseLockingSd() {
            super(
                    "phase_locking_sd",
                    "standard deviation over time of Kuramoto's order of a node and its drive, mean over the nodes: small where"
                            + " locked",
                    Phases::deviation);
        }
    }

    private static double[][] rows(Samples samples) {
        double[][] columns = samples.columns();
        double[][] rows = new double[columns[0].length][columns.length];
        for (int k = 0; k < rows.length; k++) {
            for (int i = 0; i < columns.length; i++) {
                rows[k][i] = columns[i][k];
            }
        }
        return rows;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / values.length);
    }
}
