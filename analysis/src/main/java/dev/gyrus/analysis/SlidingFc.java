package dev.gyrus.analysis;

import dev.gyrus.analysis.internal.Comoments;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Series;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Functional connectivity in windows that slide over a signal, sample by sample.
 *
 * <p>Window k starts at the sample nearest to k · step, from 0, and all have the number of samples nearest to their length.
 * Each has sums of its own while it is open: windows that overlap cost a sample as often as they do, and each has the bits
 * of its samples alone.
 */
final class SlidingFc {
    private static final int FEWEST_SAMPLES = 3;
    private static final int FEWEST_REGIONS = 3;

    private final String signal;
    private final int columns;
    private final double interval;
    private final Windows windows;
    private final int width;
    private final Deque<Comoments> open = new ArrayDeque<>();
    private final List<double[]> full = new ArrayList<>();
    private long samples;
    private long opened;

    private SlidingFc(String signal, int columns, double interval, Windows windows) {
        this.signal = signal;
        this.columns = columns;
        this.interval = interval;
        this.windows = windows;
        this.width = (int) Math.rint(1000 * windows.length() / interval);
    }

    /**
     * Over a signal without samples yet.
     *
     * @param interval between two samples, in ms
     * @throws GyrusException for windows of too few samples, or fewer than three regions
     */
    static SlidingFc of(String signal, int columns, double interval, Windows windows) {
        SlidingFc out = new SlidingFc(signal, columns, interval, windows);
        double seconds = interval / 1000;
        Problems problems = new Problems();
        problems.require(
                out.width >= FEWEST_SAMPLES,
                "windows.length",
                "at least " + FEWEST_SAMPLES + " samples, " + FEWEST_SAMPLES * seconds + " s",
                windows.length() + " s");
        problems.require(
                windows.step() >= seconds,
                "windows.step",
                "at least one sample, " + seconds + " s",
                windows.step() + " s");
        problems.require(
                columns >= FEWEST_REGIONS, "fcd of " + signal, "at least " + FEWEST_REGIONS + " regions", columns);
        problems.throwIfAny();
        return out;
    }

    /** Over a whole recording with evenly spaced samples. */
    static SlidingFc over(Series series, Windows windows) {
        SlidingFc out = of(series.name(), series.columns(), Sampling.interval(series), windows);
        for (int k = 0; k < series.samples(); k++) {
            out.add(series.row(k));
        }
        return out;
    }

    String signal() {
        return signal;
    }

    int columns() {
        return columns;
    }

    /** Between two samples, in ms. */
    double interval() {
        return interval;
    }

    Windows windows() {
        return windows;
    }

    /** Takes a sample, one value per region. */
    void add(double[] sample) {
        if (samples == Math.rint(opened * windows.step() / (interval / 1000))) {
            open.add(new Comoments(columns));
            opened++;
        }
        open.forEach(window -> window.add(sample));
        samples++;
        if (!open.isEmpty() && open.peek().count() == width) {
            full.add(Similarity.upperTriangle(Fc.matrix(open.remove().result())));
        }
    }

    /** The correlations of each full window with each. */
    double[][] matrix() {
        if (full.size() < 2) {
            throw GyrusException.input(
                    "fcd of " + signal,
                    "at least two windows, " + (windows.length() + windows.step()) + " s",
                    samples * (interval / 1000) + " s");
        }
        return Fcd.correlations(full);
    }
}
