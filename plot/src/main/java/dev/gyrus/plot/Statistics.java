package dev.gyrus.plot;

import dev.gyrus.core.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The few numbers that figures compute themselves. Values that aren't finite are left out. */
final class Statistics {
    private Statistics() {}

    /** NaN where there is nothing to average. */
    static double mean(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    static double[] rowMeans(double[][] values) {
        return Arrays.stream(values).mapToDouble(Statistics::mean).toArray();
    }

    /** The mean over rows, per column; as long as the shortest row. */
    static double[] columnMeans(double[][] values) {
        return rowMeans(transpose(values));
    }

    /** The given fraction's quantile of every row, linear between order statistics; NaN for an empty row. */
    static double[] rowQuantiles(double[][] values, double fraction) {
        return Arrays.stream(values).mapToDouble(row -> quantile(row, fraction)).toArray();
    }

    static double quantile(double[] values, double fraction) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = fraction * (sorted.length - 1);
        int i = (int) at;
        double next = sorted[Math.min(i + 1, sorted.length - 1)];
        return sorted[i] + (at - i) * (next - sorted[i]);
    }

    static double[][] transpose(double[][] values) {
        int columns = Arrays.stream(values).mapToInt(row -> row.length).min().orElse(0);
        double[][] out = new double[columns][values.length];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < columns; j++) {
                out[j][i] = values[i][j];
            }
        }
        return out;
    }

    /** Every column with mean 0 and standard deviation 1; a constant column becomes 0. */
    static double[][] standardised(double[][] values) {
        double[][] columns = transpose(values);
        for (double[] column : columns) {
            double mean = mean(column);
            double[] squares =
                    Arrays.stream(column).map(v -> (v - mean) * (v - mean)).toArray();
            double deviation = Math.sqrt(mean(squares));
            for (int i = 0; i < column.length; i++) {
                column[i] = deviation > 1e-12 * Math.abs(mean) ? (column[i] - mean) / deviation : 0 * column[i];
            }
        }
        return columns.length == 0 ? values : transpose(columns);
    }

    /** The means over consecutive stretches of time, each placed at its middle; the last may be shorter. */
    static Series averaged(Series series, double stretch) {
        List<Double> times = new ArrayList<>();
        List<double[]> means = new ArrayList<>();
        double[] all = series.times();
        int start = 0;
        while (start < all.length) {
            double from = stretch * Math.floor(all[start] / stretch + 1e-9);
            int end = start + 1;
            while (end < all.length && all[end] < from + stretch * (1 - 1e-9)) {
                end++;
            }
            times.add(from + stretch / 2);
            means.add(columnMeans(Arrays.copyOfRange(series.values(), start, end)));
            start = end;
        }
        double[] middles = times.stream().mapToDouble(Double::doubleValue).toArray();
        return new Series(series.name(), series.unit(), middles, series.labels(), means.toArray(double[][]::new));
    }

    /** Pearson's correlation of the pairs that are both finite; NaN when either doesn't vary. */
    static double correlation(double[] a, double[] b) {
        double[][] pairs = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            pairs[i] = new double[] {a[i], b[i]};
        }
        pairs = Arrays.stream(pairs)
                .filter(pair -> Double.isFinite(pair[0]) && Double.isFinite(pair[1]))
                .toArray(double[][]::new);
        double meanA =
                Arrays.stream(pairs).mapToDouble(pair -> pair[0]).average().orElse(Double.NaN);
        double meanB =
                Arrays.stream(pairs).mapToDouble(pair -> pair[1]).average().orElse(Double.NaN);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (double[] pair : pairs) {
            ab += (pair[0] - meanA) * (pair[1] - meanB);
            aa += (pair[0] - meanA) * (pair[0] - meanA);
            bb += (pair[1] - meanB) * (pair[1] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    /** The values above the diagonal of a square matrix, row by row. */
    static double[] upperTriangle(double[][] matrix) {
        int n = matrix.length;
        double[] out = new double[n * (n - 1) / 2];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                out[k++] = matrix[i][j];
            }
        }
        return out;
    }

    /** The values off the diagonal of a square matrix, row by row. */
    static double[] offDiagonal(double[][] matrix) {
        int n = matrix.length;
        double[] out = new double[n * (n - 1)];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    out[k++] = matrix[i][j];
                }
            }
        }
        return out;
    }
}
