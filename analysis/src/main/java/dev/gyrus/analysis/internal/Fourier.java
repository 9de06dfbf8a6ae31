package dev.gyrus.analysis.internal;

import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * The discrete Fourier transform X_k = Σ_j x_j e^{−2πi jk/n} for any length n.
 *
 * <p>Powers of two go to commons-math3. Other lengths by Bluestein's identity jk = (j² + k² − (k − j)²)/2: with the
 * chirp c_k = e^{−πi k²/n}, X_k = c_k Σ_j (x_j c_j) c̄_{k−j}, a convolution that is done cyclically with a power of two
 * of at least 2n − 1 points. Source: L. I. Bluestein, IEEE Trans. Audio Electroacoust. 18 (1970) 451–455,
 * doi:10.1109/TAU.1970.1162132.
 *
 * <p>Thread-safe: holds the chirp and its transform, and nothing else.
 */
public final class Fourier {
    private final int n;
    private final double[] chirpRe;
    private final double[] chirpIm;
    /** The transformed conjugate chirp; {@code null} for a power of two. */
    private final double[][] kernel;

    private Fourier(int n) {
        this.n = n;
        if (Integer.bitCount(n) == 1) {
            chirpRe = null;
            chirpIm = null;
            kernel = null;
            return;
        }
        chirpRe = new double[n];
        chirpIm = new double[n];
        int points = Integer.highestOneBit(2 * n - 2) << 1;
        kernel = new double[2][points];
        for (int k = 0; k < n; k++) {
            // k² is reduced by the period 2n first, so that the angle stays exact for long signals.
            double angle = Math.PI * ((long) k * k % (2L * n)) / n;
            chirpRe[k] = StrictMath.cos(angle);
            chirpIm[k] = -StrictMath.sin(angle);
            int mirrored = k == 0 ? 0 : points - k;
            kernel[0][k] = chirpRe[k];
            kernel[0][mirrored] = chirpRe[k];
            kernel[1][k] = -chirpIm[k];
            kernel[1][mirrored] = -chirpIm[k];
        }
        transform(kernel, TransformType.FORWARD);
    }

    /** For signals of n ≥ 1 samples. */
    public static Fourier of(int n) {
        return new Fourier(n);
    }

    /** Replaces the n complex numbers by their transform. */
    public void forward(double[] re, double[] im) {
        if (kernel == null) {
            transform(new double[][] {re, im}, TransformType.FORWARD);
            return;
        }
        double[][] z = new double[2][kernel[0].length];
        for (int k = 0; k < n; k++) {
            z[0][k] = re[k] * chirpRe[k] - im[k] * chirpIm[k];
            z[1][k] = re[k] * chirpIm[k] + im[k] * chirpRe[k];
        }
        transform(z, TransformType.FORWARD);
        for (int k = 0; k < z[0].length; k++) {
            double real = z[0][k] * kernel[0][k] - z[1][k] * kernel[1][k];
            z[1][k] = z[0][k] * kernel[1][k] + z[1][k] * kernel[0][k];
            z[0][k] = real;
        }
        transform(z, TransformType.INVERSE);
        for (int k = 0; k < n; k++) {
            re[k] = z[0][k] * chirpRe[k] - z[1][k] * chirpIm[k];
            im[k] = z[0][k] * chirpIm[k] + z[1][k] * chirpRe[k];
        }
    }

    /** Replaces the n complex numbers by x_j = 1/n Σ_k X_k e^{+2πi jk/n}. */
    public void inverse(double[] re, double[] im) {
        forward(im, re);
        for (int k = 0; k < n; k++) {
            re[k] /= n;
            im[k] /= n;
        }
    }

    private static void transform(double[][] values, TransformType type) {
        FastFourierTransformer.transformInPlace(values, DftNormalization.STANDARD, type);
    }
}
