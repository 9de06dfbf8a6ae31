package dev.gyrus.analysis.internal;

import java.util.Arrays;

/**
 * |X_k|² of tapered segments of one length n, X_k = Σ_j w_j (x_j − x̄) e^{−2πi jk/n}, at the lowest frequencies k.
 *
 * <p>All of them take a {@link Fourier} transform. Few are summed up one by one, which is faster below some hundred: with
 * j = pB + q, X_k = Σ_p e^{−2πi pBk/n} Σ_q y_{pB+q} e^{−2πi qk/n}, so that the inner sums need only the factors of one block of B
 * samples. Thread-safe.
 */
public final class Periodograms {
    /** Up to so many frequencies, sums are faster than a transform of a few thousand samples. */
    private static final int FEW = 96;

    private static final int BLOCK = 64;

    private final double[] taper;
    private final int count;
    private final Fourier fourier;
    private final double[][] cosines;
    private final double[][] sines;
    private final double[][] blockCosines;
    private final double[][] blockSines;

    /**
     * @param taper w, one value per sample
     * @param count how many frequencies, from 0; at most n/2 + 1
     */
    public Periodograms(double[] taper, int count) {
        this.taper = taper;
        this.count = count;
        int n = taper.length;
        boolean few = count <= FEW && count < n / 4;
        fourier = few ? null : Fourier.of(n);
        int blocks = few ? (n + BLOCK - 1) / BLOCK : 0;
        cosines = few ? waves(BLOCK, 1, 0) : null;
        sines = few ? waves(BLOCK, 1, n) : null;
        blockCosines = waves(blocks, BLOCK, 0);
        blockSines = waves(blocks, BLOCK, n);
    }

    /** {@code [r][k]}: the cosine of 2π·r·stride·k/n, or the sine where {@code shift} is not 0. */
    private double[][] waves(int rows, int stride, int shift) {
        long n = taper.length;
        double[][] out = new double[rows][count];
        for (int r = 0; r < rows; r++) {
            for (int k = 0; k < count; k++) {
                double angle = 2 * Math.PI * ((long) r * stride * k % n) / n; // reduced first: exact for long signals
                out[r][k] = shift == 0 ? StrictMath.cos(angle) : StrictMath.sin(angle);
            }
        }
        return out;
    }

    /**
     * Adds |X_k|² of segments that overlap by half up.
     *
     * @param sum receives them, one per frequency
     * @return the number of segments
     */
    public int add(double[] signal, double[] sum) {
        int n = taper.length;
        int step = n - n / 2;
        int segments = (signal.length - n) / step + 1;
        for (int s = 0; s < segments; s += fourier == null ? 1 : 2) {
            double[] first = segment(signal, s * step);
            if (fourier == null) {
                addSums(first, sum);
            } else {
                addPair(first, s + 1 < segments ? segment(signal, (s + 1) * step) : new double[n], sum);
            }
        }
        return segments;
    }

    private double[] segment(double[] signal, int start) {
        int n = taper.length;
        // From the first sample on, so that a constant loses its mean exactly.
        double mean = 0;
        for (int k = 0; k < n; k++) {
            mean += (signal[start + k] - signal[start]) / n;
        }
        mean += signal[start];
        double[] out = new double[n];
        for (int k = 0; k < n; k++) {
            out[k] = (signal[start + k] - mean) * taper[k];
        }
        return out;
    }

    /** Two segments a, b go through one transform Z of a + ib: |A_k|² + |B_k|² = (|Z_k|² + |Z_{n−k}|²)/2. */
    private void addPair(double[] re, double[] im, double[] sum) {
        int n = taper.length;
        fourier.forward(re, im);
        for (int k = 0; k < count; k++) {
            int m = k == 0 ? 0 : n - k;
            sum[k] += (re[k] * re[k] + im[k] * im[k] + re[m] * re[m] + im[m] * im[m]) / 2;
        }
    }

    private void addSums(double[] y, double[] sum) {
        int n = taper.length;
        double[] re = new double[count];
        double[] im = new double[count];
        double[] blockRe = new double[count];
        double[] blockIm = new double[count];
        for (int p = 0; p < blockCosines.length; p++) {
            int at = p * BLOCK;
            Arrays.fill(blockRe, 0);
            Arrays.fill(blockIm, 0);
            for (int q = 0; q < BLOCK; q += 4) {
                double a = value(y, at + q, n);
                double b = value(y, at + q + 1, n);
                double c = value(y, at + q + 2, n);
                double d = value(y, at + q + 3, n);
                add(blockRe, a, cosines[q], b, cosines[q + 1], c, cosines[q + 2], d, cosines[q + 3]);
                add(blockIm, a, sines[q], b, sines[q + 1], c, sines[q + 2], d, sines[q + 3]);
            }
            for (int k = 0; k < count; k++) {
                re[k] += blockRe[k] * blockCosines[p][k] - blockIm[k] * blockSines[p][k];
                im[k] += blockIm[k] * blockCosines[p][k] + blockRe[k] * blockSines[p][k];
            }
        }
        for (int k = 0; k < count; k++) {
            sum[k] += re[k] * re[k] + im[k] * im[k];
        }
    }

    private static double value(double[] y, int at, int n) {
        return at < n ? y[at] : 0;
    }

    /** Four samples at once: a loop over few frequencies costs more to begin than to run. */
    private static void add(
            double[] sum, double a, double[] x, double b, double[] y, double c, double[] z, double d, double[] w) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += a * x[k] + b * y[k] + (c * z[k] + d * w[k]);
        }
    }
}
