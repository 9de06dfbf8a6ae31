package dev.gyrus.analysis.internal;

import java.util.Arrays;

/**
 * Means and centred sums of products of several columns, from samples that come one after the other.
 *
 * <p>All is relative to the first sample, and samples are gathered in blocks of 32. A full block is centred on its own
 * means and joins what was there before by
 *
 * <pre>
 * S ← S + S_b + n·n_b/(n + n_b) · δ δᵀ,     δ = m_b − m,     m ← m + n_b/(n + n_b) · δ
 * </pre>
 *
 * <p>so squares of large numbers are never subtracted from each other. The error of a sum is a few roundings times √(1 +
 * (m/s)²), m being the mean and s the deviation (that of Σx² − (Σx)²/n is the square of this), and as m is measured from a
 * sample, far from zero is as good as near: T. F. Chan, G. H. Golub and R. J. LeVeque, The American Statistician 37 (1983)
 * 242–247, doi:10.1080/00031305.1983.10483115. Blocks also make it fast: a row of S is in the nearest cache while all 32
 * samples go into it, four at a time.
 *
 * <p>A constant column has exactly its value for a mean, and sums of exactly 0. The same samples give the same bits, no
 * matter how often results are read in between. Not thread-safe.
 */
public final class Comoments {
    private static final int BLOCK = 32;

    private final double[] origin;
    private final double[] mean;
    private final double[][] products;
    private final double[][] block;
    private long count;
    private int filled;

    /** Of so many columns, without samples yet. */
    public Comoments(int columns) {
        origin = new double[columns];
        mean = new double[columns];
        products = new double[columns][columns];
        block = new double[BLOCK][columns];
    }

    private Comoments(Comoments other) {
        origin = other.origin;
        mean = other.mean.clone();
        products = copy(other.products);
        block = copy(other.block);
        count = other.count;
        filled = other.filled;
    }

    /**
     * What was found.
     *
     * @param count of samples
     * @param means one per column
     * @param products Σ (x_i − mean_i)(x_j − mean_j) in row i, column j ≥ i; nothing below the diagonal
     */
    public record Result(long count, double[] means, double[][] products) {}

    /** Takes a sample, one value per column. */
    public void add(double[] sample) {
        if (count() == 0) {
            System.arraycopy(sample, 0, origin, 0, origin.length);
        }
        double[] row = block[filled];
        for (int i = 0; i < row.length; i++) {
            row[i] = sample[i] - origin[i];
        }
        filled++;
        if (filled == BLOCK) {
            merge();
        }
    }

    /** The number of samples so far. */
    public long count() {
        return count + filled;
    }

    /** Of the samples so far; more may follow. */
    public Result result() {
        Comoments all = new Comoments(this);
        all.merge();
        for (int i = 0; i < origin.length; i++) {
            all.mean[i] += origin[i];
        }
        return new Result(all.count, all.mean, all.products);
    }

    private void merge() {
        if (filled == 0) {
            return;
        }
        double[] shift = centre();
        for (int i = 0; i < mean.length; i++) {
            int k = 0;
            for (; k + 4 <= filled; k += 4) {
                addFour(products[i], block[k], block[k + 1], block[k + 2], block[k + 3], i);
            }
            for (; k < filled; k++) {
                add(products[i], block[k][i], block[k], i);
            }
        }
        double part = (double) filled / (count + filled);
        for (int i = 0; i < mean.length; i++) {
            shift[i] -= mean[i];
        }
        for (int i = 0; i < mean.length && count > 0; i++) {
            add(products[i], count * part * shift[i], shift, i);
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] += part * shift[i];
        }
        count += filled;
        filled = 0;
    }

    /** Leaves deviations from the means of the block's columns, and returns these. */
    private double[] centre() {
        double[] means = new double[mean.length];
        for (int k = 0; k < filled; k++) {
            add(means, 1, block[k], 0);
        }
        for (int i = 0; i < means.length; i++) {
            means[i] /= filled;
        }
        for (int k = 0; k < filled; k++) {
            add(block[k], -1, means, 0);
        }
        return means;
    }

    private static void addFour(double[] row, double[] a, double[] b, double[] c, double[] d, int i) {
        double ai = a[i];
        double bi = b[i];
        double ci = c[i];
        double di = d[i];
        for (int j = i; j < row.length; j++) {
            row[j] += (ai * a[j] + bi * b[j]) + (ci * c[j] + di * d[j]);
        }
    }

    private static void add(double[] row, double factor, double[] deviation, int i) {
        for (int j = i; j < row.length; j++) {
            row[j] += factor * deviation[j];
        }
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }
}
