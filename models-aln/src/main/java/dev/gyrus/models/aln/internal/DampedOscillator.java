package dev.gyrus.models.aln.internal;

import java.util.Arrays;

/**
 * The damped oscillator whose transfer function is nearest to a normalised response at two frequencies.
 *
 * <p>The filter e^{−t/τ} cos(2πf₀t), normalised to 1 at f = 0, has the transfer function
 *
 * <pre>  m(f) = (1 + (2πf₀τ)²)/2 · [1/(1 + 2πiτ(f − f₀)) + 1/(1 + 2πiτ(f + f₀))]
 *        = (1 + s)(1 + c)/((1 + s)² + c),   s = 2πifτ,   c = (2πf₀τ)².</pre>
 *
 * <p>(τ, f₀) minimises the sum of the squared distances at the frequencies where the real and the imaginary part of the
 * response have their largest modulus: the best point of a grid, refined by Levenberg–Marquardt steps in τ and f₀², in
 * which the model is smooth. The grid of the first µ of a column is fixed, that of each later one surrounds the solution
 * before, so that a column follows one branch. Where the best point of the grid has f₀ = 0, only τ is refined.
 *
 * <p>Source: M. Augustin, J. Ladenbauer, F. Baumann, K. Obermayer, Low-dimensional spike rate models derived from
 * networks of adaptive integrate-and-fire neurons: comparison and implementation, PLOS Computational Biology 13 (2017)
 * e1005545, doi:10.1371/journal.pcbi.1005545.
 *
 * @param tau τ, ms
 * @param frequency f₀, kHz
 */
record DampedOscillator(double tau, double frequency) {
    private static final int MAX_STEPS = 500;

    /**
     * A normalised response at one frequency.
     *
     * @param frequency kHz
     */
    record Sample(double frequency, double re, double im) {}

    /** A grid of candidates: τ from {@code tau} on in ms, f₀ from {@code frequency} on in kHz. */
    private record Grid(
            double tau, double tauStep, int tauSize, double frequency, double frequencyStep, int frequencySize) {

        double tau(int i) {
            return tau + i * tauStep;
        }

        double frequency(int j) {
            return frequency + j * frequencyStep;
        }

        /** For the published τ_m = 20 ms: τ from 10 to 35 ms in 0.025, f₀ from 0 to 5 Hz in 0.1. */
        static Grid first(double membrane) {
            return new Grid(membrane / 2, membrane / 800, 1000, 0, 0.002 / membrane, 50);
        }

        /** For τ_m = 20 ms: τ from −5 to +2 ms in 0.005, f₀ from −1 to +20 Hz in 0.05, around the solution before. */
        static Grid around(DampedOscillator before, double membrane) {
            double tau = Math.max(0, before.tau - membrane / 4);
            double tauStep = membrane / 4000;
            double frequency = Math.max(0, before.frequency - 0.02 / membrane);
            double frequencyStep = 0.001 / membrane;
            return new Grid(
                    tau,
                    tauStep,
                    (int) Math.ceil((before.tau + membrane / 10 - tau) / tauStep),
                    frequency,
                    frequencyStep,
                    (int) Math.ceil((before.frequency + 0.4 / membrane - frequency) / frequencyStep));
        }
    }

    /**
     * Fits the first µ of a column.
     *
     * @param membrane the membrane time constant, ms
     */
    static DampedOscillator fit(Sample real, Sample imaginary, double membrane) {
        return fit(real, imaginary, Grid.first(membrane));
    }

    /** Fits the µ after the one this oscillator belongs to. */
    DampedOscillator next(Sample real, Sample imaginary, double membrane) {
        return fit(real, imaginary, Grid.around(this, membrane));
    }

    private static DampedOscillator fit(Sample real, Sample imaginary, Grid grid) {
        int n = grid.frequencySize;
        double[] square = new double[n];
        for (int j = 0; j < n; j++) {
            square[j] = grid.frequency(j) * grid.frequency(j);
        }
        double[] costs = new double[n];
        double lowest = Double.POSITIVE_INFINITY;
        var best = new DampedOscillator(grid.tau, grid.frequency);
        for (int i = 0; i < grid.tauSize; i++) {
            double tau = grid.tau(i);
            Arrays.fill(costs, 0);
            addCosts(costs, square, tau, real);
            addCosts(costs, square, tau, imaginary);
            for (int j = 0; j < n; j++) {
                if (costs[j] < lowest) {
                    lowest = costs[j];
                    best = new DampedOscillator(tau, grid.frequency(j));
                }
            }
        }
        return best.refined(real, imaginary);
    }

    /**
     * Adds |m(f) − z|² − |z|² for one τ and every f₀.
     *
     * <p>With m multiplied out, s = iη and d = c + 1 − η², this is (1 + c)(αc + β)/(d² + 4η²).
     */
    private static void addCosts(double[] costs, double[] square, double tau, Sample z) {
        double turn = 2 * Math.PI * tau;
        double eta = turn * z.frequency;
        double shift = 1 - eta * eta;
        double along = 2 * (z.re + eta * z.im);
        double alpha = 1 + eta * eta - along;
        double beta = 1 + eta * eta - along * shift - 4 * eta * (eta * z.re - z.im);
        addCosts(costs.length, costs, square, turn * turn, shift, 4 * eta * eta, alpha, beta);
    }

    private static void addCosts(
            int n,
            double[] costs,
            double[] square,
            double scale,
            double shift,
            double width,
            double alpha,
            double beta) {
        for (int j = 0; j < n; j++) {
            double c = scale * square[j];
            double d = c + shift;
            costs[j] += (1 + c) * (alpha * c + beta) / (d * d + width);
        }
    }

    private DampedOscillator refined(Sample real, Sample imaginary) {
        double t = tau;
        double y = frequency * frequency;
        double damping = 1e-4;
        var here = new Residuals(real, imaginary, t, y);
        for (int step = 0; step < MAX_STEPS && damping < 1e12; step++) {
            double a = here.tt * (1 + damping);
            double d = here.yy * (1 + damping);
            double dt;
            double dy;
            boolean moves = y > 0 || (frequency > 0 && here.y < 0);
            if (moves) {
                double determinant = a * d - here.ty * here.ty;
                dt = -(d * here.t - here.ty * here.y) / determinant;
                dy = -(a * here.y - here.ty * here.t) / determinant;
            } else {
                dt = -here.t / a;
                dy = 0;
            }
            double nextT = Math.max(t + dt, t / 4);
            double nextY = Math.max(y + dy, 0);
            var there = new Residuals(real, imaginary, nextT, nextY);
            if (there.cost <= here.cost) {
                boolean settled = Math.abs(nextT - t) <= 1e-14 * t && Math.abs(nextY - y) <= 1e-14 * y;
                t = nextT;
                y = nextY;
                here = there;
                damping /= 10;
                if (settled) {
                    break;
                }
            } else {
                damping *= 10;
            }
        }
        return new DampedOscillator(t, Math.sqrt(y));
    }

    /** Cost, gradient and Gauss–Newton matrix in τ and y = f₀². */
    private static final class Residuals {
        double cost;
        double t;
        double y;
        double tt;
        double ty;
        double yy;

        Residuals(Sample real, Sample imaginary, double tau, double square) {
            add(real, tau, square);
            add(imaginary, tau, square);
        }

        private void add(Sample sample, double tau, double square) {
            // m = N/D, N = (1 + s)(1 + c), D = (1 + s)² + c; ∂m/∂c = ((1 + s) − m)/D, ∂m/∂s = ((1 + c) − 2(1 + s)m)/D
            double omega = 2 * Math.PI * sample.frequency;
            double s = omega * tau;
            double four = 4 * Math.PI * Math.PI;
            double c = four * square * tau * tau;
            double dRe = 1 - s * s + c;
            double dIm = 2 * s;
            double norm = dRe * dRe + dIm * dIm;
            double mRe = (1 + c) * (dRe + s * dIm) / norm;
            double mIm = (1 + c) * (s * dRe - dIm) / norm;
            double nRe = 1 - mRe;
            double nIm = s - mIm;
            double cRe = (nRe * dRe + nIm * dIm) / norm;
            double cIm = (nIm * dRe - nRe * dIm) / norm;
            nRe = 1 + c - 2 * (mRe - s * mIm);
            nIm = -2 * (mIm + s * mRe);
            double sRe = (nRe * dRe + nIm * dIm) / norm;
            double sIm = (nIm * dRe - nRe * dIm) / norm;
            double byC = 2 * four * square * tau;
            double tRe = -omega * sIm + byC * cRe;
            double tIm = omega * sRe + byC * cIm;
            double yRe = four * tau * tau * cRe;
            double yIm = four * tau * tau * cIm;
            double rRe = mRe - sample.re;
            double rIm = mIm - sample.im;
            cost += rRe * rRe + rIm * rIm;
            t += tRe * rRe + tIm * rIm;
            y += yRe * rRe + yIm * rIm;
            tt += tRe * tRe + tIm * tIm;
            ty += tRe * yRe + tIm * yIm;
            yy += yRe * yRe + yIm * yIm;
        }
    }
}
