package dev.gyrus.analysis.internal;

import java.util.Arrays;

/** The squared absolute values of the first Fourier coefficients of real signals of one length. Thread-safe. */
public abstract sealed class Periodogram permits Periodogram.Fast, Periodogram.Direct {
    /** Up to so many frequencies, the sum that defines them is faster than a fast transform of all. */
    private static final int FEW = 128;

    /**
     * Of signals of n samples.
     *
     * @param frequencies the number of coefficients, from frequency 0
     */
    public static Periodogram of(int n, int frequencies) {
        return frequencies <= FEW ? new Direct(n, frequencies) : new Fast(n);
    }

    /** Adds |X_k|² of a signal to the sum of each frequency k. */
    public abstract void add(double[] signal, double[] sum);

    /** The same of two signals. */
    public abstract void add(double[] one, double[] other, double[] sum);

    /**
     * Of all frequencies. Two signals a, b go through one transform as a + ib: with Z its result, |A_k|² + |B_k|² = (|Z_k|² +
     * |Z_{n−k}|²)/2.
     */
    static final class Fast extends Periodogram {
        private final int n;
        private final Fourier fourier;

        Fast(int n) {
            this.n = n;
            fourier = Fourier.of(n);
        }

        @Override
        public void add(double[] signal, double[] sum) {
            add(signal, new double[n], sum);
        }

        @Override
        public void add(double[] one, double[] other, double[] sum) {
            double[] re = one.clone();
            double[] im = other.clone();
            fourier.forward(re, im);
            for (int k = 0; k < sum.length; k++) {
                int m = k == 0 ? 0 : n - k;
                sum[k] += (re[k] * re[k] + im[k] * im[k] + re[m] * re[m] + im[m] * im[m]) / 2;
            }
        }
    }

    /**
     * Of few frequencies. With j = aM + b, X_k = Σ_a e^{−2πi k aM/n} Σ_b x_{aM+b} e^{−2πi kb/n}: the inner sums share a small
     * table, and run over neighbouring frequencies.
     */
    static final class Direct extends Periodogram {
        private static final int BLOCK = 64;

        private final int n;
        private final double[][] cos = new double[BLOCK][];
        private final double[][] sin = new double[BLOCK][];
        private final double[][] turnCos;
        private final double[][] turnSin;

        Direct(int n, int frequencies) {
            this.n = n;
            int blocks = (n + BLOCK - 1) / BLOCK;
            turnCos = new double[blocks][];
            turnSin = new double[blocks][];
            for (int b = 0; b < BLOCK; b++) {
                cos[b] = new double[frequencies];
                sin[b] = new double[frequencies];
                fill(b, cos[b], sin[b]);
            }
            for (int a = 0; a < blocks; a++) {
                turnCos[a] = new double[frequencies];
                turnSin[a] = new double[frequencies];
                fill((long) a * BLOCK, turnCos[a], turnSin[a]);
            }
        }

        private void fill(long j, double[] cos, double[] sin) {
            for (int k = 0; k < cos.length; k++) {
                double angle = 2 * Math.PI * (j * k % n) / n;
                cos[k] = StrictMath.cos(angle);
                sin[k] = StrictMath.sin(angle);
            }
        }

        @Override
        public void add(double[] one, double[] other, double[] sum) {
            add(one, sum);
            add(other, sum);
        }

        @Override
        public void add(double[] signal, double[] sum) {
            int frequencies = sum.length;
            double[] re = new double[frequencies];
            double[] im = new double[frequencies];
            double[] c = new double[frequencies];
            double[] s = new double[frequencies];
            for (int a = 0; a < turnCos.length; a++) {
                Arrays.fill(c, 0);
                Arrays.fill(s, 0);
                int start = a * BLOCK;
                int length = Math.min(BLOCK, n - start);
                int b = 0;
                for (; b + 4 <= length; b += 4) {
                    addFour(signal, start + b, cos[b], cos[b + 1], cos[b + 2], cos[b + 3], c);
                    addFour(signal, start + b, sin[b], sin[b + 1], sin[b + 2], sin[b + 3], s);
                }
                for (; b < length; b++) {
                    add(signal[start + b], cos[b], c);
                    add(signal[start + b], sin[b], s);
                }
                turn(c, s, turnCos[a], turnSin[a], re, im);
            }
            for (int k = 0; k < frequencies; k++) {
                sum[k] += re[k] * re[k] + im[k] * im[k];
            }
        }

        private static void addFour(
                double[] signal, int at, double[] w0, double[] w1, double[] w2, double[] w3, double[] sum) {
            double x0 = signal[at];
            double x1 = signal[at + 1];
            double x2 = signal[at + 2];
            double x3 = signal[at + 3];
            for (int k = 0; k < sum.length; k++) {
                sum[k] += (x0 * w0[k] + x1 * w1[k]) + (x2 * w2[k] + x3 * w3[k]);
            }
        }

        private static void add(double x, double[] w, double[] sum) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += x * w[k];
            }
        }

        /** Adds (c − is)·(cosine − i sine) to re + i im. */
        private static void turn(double[] c, double[] s, double[] cosine, double[] sine, double[] re, double[] im) {
            for (int k = 0; k < re.length; k++) {
                re[k] += c[k] * cosine[k] - s[k] * sine[k];
                im[k] -= s[k] * cosine[k] + c[k] * sine[k];
            }
        }
    }
}
