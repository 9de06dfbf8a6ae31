package dev.gyrus.plot;

import dev.gyrus.core.Dataset;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Series;
import dev.gyrus.plot.internal.TextMetrics;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The figures of a run and of a dataset.
 *
 * <p>All take data as they come: missing values show as gaps or in grey, empty and constant data make empty and flat
 * figures. Where data come from belongs in the subtitle: {@code Figures.rates(series).subtitle("synthetic80")}. Thread-safe.
 */
public final class Figures {
    /** How much of a recording's end a figure of rates may show sample by sample, in ms. */
    public static final double RECENT_MS = 1.5 * ActivityFigures.CLOSE_UP_MS;

    static final double WIDEST_NAME = 80;

    private static final int MOST_NAMES = 12;

    private Figures() {}

    /**
     * Activity over time: the mean over regions with the range of most of them, every region, and a closer look at the
     * last seconds.
     *
     * @param rates samples × regions; long recordings are averaged over stretches that the figure names
     */
    public static Figure rates(Series rates) {
        return ActivityFigures.rates(rates, rates);
    }

    /**
     * The same of a recording that is not kept as a whole.
     *
     * @param whole means over stretches of time, each at its middle, or every sample
     * @param recent the last {@link #RECENT_MS} at least (or everything, if that is less), every sample
     */
    public static Figure rates(Series whole, Series recent) {
        return ActivityFigures.rates(whole, recent);
    }

    /**
     * BOLD signals over time: every region, and the traces of a few.
     *
     * @param bold samples × regions
     * @param standardised whether each region is shown in standard deviations from its mean
     */
    public static Figure bold(Series bold, boolean standardised) {
        return ActivityFigures.bold(bold, standardised);
    }

    /**
     * Simulated and empirical functional connectivity side by side, and against each other with Pearson's r of the pairs
     * above the diagonal.
     *
     * @param simulated N × N correlations
     * @param reference N × N correlations
     * @param referenceName what the reference is: {@code Empirical}, or {@code Synthetic subjects}
     */
    public static Figure functionalConnectivity(double[][] simulated, double[][] reference, String referenceName) {
        square("simulated", simulated, simulated.length);
        square("reference", reference, simulated.length);
        return ConnectivityFigures.comparison(simulated, reference, referenceName);
    }

    /** Functional connectivity alone. */
    public static Figure functionalConnectivity(double[][] correlations, String name) {
        square("correlations", correlations, correlations.length);
        return ConnectivityFigures.single(correlations, name);
    }

    /**
     * What a dataset contains: weights, fibre lengths (or delays) and mean functional connectivity, and how degrees,
     * strengths and lengths are distributed. Says so when the dataset is synthetic.
     */
    public static Figure dataset(Dataset dataset) {
        return ConnectivityFigures.dataset(dataset);
    }

    /**
     * Power over frequency: the mean over regions with the range of most of them, and the frequency of its peak.
     *
     * @param frequencies ascending, in Hz; the one at 0 isn't shown
     * @param power regions × frequencies
     * @param unit of the power, such as {@code Hz²/Hz}
     */
    public static Figure spectrum(double[] frequencies, double[][] power, String unit) {
        for (double[] row : power) {
            if (row.length != frequencies.length) {
                throw GyrusException.input(
                        "power", frequencies.length + " values per region", String.valueOf(row.length));
            }
        }
        return SpectrumFigure.of(frequencies, power, unit);
    }

    /** The dataset's name, followed by "synthetic data" when its name or description says that it is. */
    public static String name(Dataset dataset) {
        String told = (dataset.name() + " " + dataset.description()).toLowerCase(Locale.ROOT);
        return dataset.name() + (told.contains("synthetic") ? " · synthetic data" : "");
    }

    /** The mean over regions as a line in a band that holds eight of ten regions; one row of values per x. */
    static Panel meanAndRange(Panel panel, double[] x, double[][] values) {
        Style style = Style.of(Palette.BLUE);
        double[] low = Statistics.rowQuantiles(values, 0.1);
        double[] high = Statistics.rowQuantiles(values, 0.9);
        return panel.key()
                .band(x, low, high, style.label("10–90 % of regions"))
                .line(x, Statistics.rowMeans(values), style.label("mean"));
    }

    /** The axis of rows that are regions: their names where they are few, else their numbers from 0. */
    static Axis regions(List<String> labels) {
        boolean numbered = labels.stream().allMatch(label -> label.matches("\\d+"));
        if (numbered || labels.size() > MOST_NAMES) {
            return regions();
        }
        List<Axis.Mark> marks = IntStream.range(0, labels.size())
                .mapToObj(i -> new Axis.Mark(i, TextMetrics.fit(labels.get(i), Theme.TICK_SIZE, false, WIDEST_NAME)))
                .toList();
        return regions().label("").marks(marks);
    }

    /** The axis of regions by their numbers, the first on top. */
    static Axis regions() {
        return Axis.of("Region", "").wholeNumbers().tighten().reverse();
    }

    private static void square(String what, double[][] matrix, int n) {
        boolean square = matrix.length == n && Arrays.stream(matrix).allMatch(row -> row.length == n);
        if (!square) {
            String given = matrix.length + " rows of "
                    + Arrays.stream(matrix)
                            .mapToInt(row -> row.length)
                            .distinct()
                            .boxed()
                            .toList() + " values";
            throw GyrusException.input(what, n + " × " + n + " values", given);
        }
    }
}
