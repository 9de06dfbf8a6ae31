package dev.gyrus.models.aln.internal;

import java.util.Arrays;

/**
 * The linear response of the firing rate to modulations of µ and σ.
 *
 * <p>With ε e^{iωt} added to µ or σ, the first-order flux q and density p obey
 *
 * <pre>  −dq/dV = iω p,   −dp/dV = G p + (2/σ²)(q − S)  [− e^{−iωT_ref} added to q at the reset],</pre>
 *
 * with S = p₀ for µ and S = (2/σ)(q₀ − (µ − (V − E_L − Ψ)/τ) p₀) for σ. Writing the solution as r₁(q_a, p_a) + (q_b,
 * p_b) with (1, 0) and (0, 0) at V_s, no flux at the lower bound gives r₁ = −q_b/q_a (Richardson 2007, see {@link
 * StationaryState}). One step downwards is, everything on the right from step k,
 *
 * <pre>  (q, p)[k−1] = M_k (q, p)[k] − (0, B_k S_k),   M_k = ((1, iωh), (B_k, A_k)).</pre>
 *
 * <h2>Why the integration runs both ways</h2>
 *
 * <p>Only q_a and q_b at the lower bound are needed, and q_b is linear in the sources: q_b = −Σ_k v_k B_k S_k, where the
 * row vector (u, v) starts as (1, 0) at the bound and moves upwards by (u, v) ← (u, v) M_k = (u + v B_k, iωh u + v A_k).
 * One complex pair therefore serves the sources of both modulations, instead of one pair each. Only the ratio of u and v
 * matters, and it forgets its start as fast as p₀ decays, so the start may be the first voltage where p₀ is not
 * negligible. The column (q_a, p_a) runs downwards from V_s to the reset potential, where both meet:
 *
 * <pre>  q_a = u (q_a + iωh p_a − e^{−iωT_ref}) + v (B q_a + A p_a).</pre>
 *
 * <p>In the published table iωh multiplies q_a instead of p_a here ({@code resetBinQuirk}).
 *
 * <h2>Layout</h2>
 *
 * <p>Frequencies are the innermost loop, in blocks that stay in cache. Each loop is short and
 * uses bare indices so that the compiler turns it into vector instructions; larger bodies it leaves scalar. Four values
 * of v are kept for one pass over the sums. Not thread-safe.
 */
final class LinearResponse {
    private static final int BLOCK = 400;
    private static final int GROUP = 4;

    private final Membrane membrane;
    private final StationaryState state;
    private final boolean resetBinQuirk;
    /** B_k S_k of the modulation of µ. */
    private final double[] muSource;
    /** B_k S_k of the modulation of σ. */
    private final double[] sigmaSource;

    private final double[] iwh = new double[BLOCK];
    private final double[] uRe = new double[BLOCK];
    private final double[] uIm = new double[BLOCK];
    private final double[][] vRe = new double[GROUP + 1][BLOCK];
    private final double[][] vIm = new double[GROUP + 1][BLOCK];
    private final double[] muRe = new double[BLOCK];
    private final double[] muIm = new double[BLOCK];
    private final double[] sigmaRe = new double[BLOCK];
    private final double[] sigmaIm = new double[BLOCK];
    private final double[] qRe = new double[BLOCK];
    private final double[] qIm = new double[BLOCK];
    private final double[] pRe = new double[BLOCK];
    private final double[] pIm = new double[BLOCK];

    LinearResponse(Membrane membrane, StationaryState state, boolean resetBinQuirk) {
        this.membrane = membrane;
        this.state = state;
        this.resetBinQuirk = resetBinQuirk;
        int size = state.density.length;
        muSource = new double[size];
        sigmaSource = new double[size];
        for (int k = state.low + 1; k < size; k++) {
            double p = state.density[k];
            double q = k >= membrane.reset ? state.rate : 0;
            muSource[k] = state.gain[k] * p;
            sigmaSource[k] = state.gain[k] * (2 / state.sigma * (q - (state.mu - membrane.pull[k]) * p));
        }
    }

    /**
     * Computes the response at the given frequencies.
     *
     * @param frequencies kHz, positive
     * @param mu receives dr₁/dµ, kHz/(mV/ms), for each frequency
     * @param sigma receives dr₁/dσ, kHz/(mV/√ms), for each frequency
     */
    void evaluate(double[] frequencies, ComplexArray mu, ComplexArray sigma) {
        for (int start = 0; start < frequencies.length; start += BLOCK) {
            int n = Math.min(BLOCK, frequencies.length - start);
            evaluate(frequencies, start, n, mu, sigma);
        }
    }

    private void evaluate(double[] frequencies, int start, int n, ComplexArray mu, ComplexArray sigma) {
        for (int f = 0; f < n; f++) {
            iwh[f] = 2 * Math.PI * frequencies[start + f] * membrane.step;
        }
        fromThresholdToReset(n);
        Arrays.fill(uRe, 1);
        for (double[] zero : new double[][] {uIm, vRe[0], vIm[0], muRe, muIm, sigmaRe, sigmaIm}) {
            Arrays.fill(zero, 0);
        }
        upwards(n, state.low + 1, membrane.reset);
        double a = state.decay[membrane.reset + 1];
        double b = state.gain[membrane.reset + 1];
        for (int f = 0; f < n; f++) {
            double angle = 2 * Math.PI * frequencies[start + f] * membrane.refractory;
            double carriedRe = resetBinQuirk ? qRe[f] : pRe[f];
            double carriedIm = resetBinQuirk ? qIm[f] : pIm[f];
            double fluxRe = qRe[f] - iwh[f] * carriedIm - StrictMath.cos(angle);
            double fluxIm = qIm[f] + iwh[f] * carriedRe + StrictMath.sin(angle);
            double densityRe = a * pRe[f] + b * qRe[f];
            double densityIm = a * pIm[f] + b * qIm[f];
            double u = uRe[f];
            double ui = uIm[f];
            double v = vRe[0][f];
            double vi = vIm[0][f];
            qRe[f] = u * fluxRe - ui * fluxIm + v * densityRe - vi * densityIm;
            qIm[f] = u * fluxIm + ui * fluxRe + v * densityIm + vi * densityRe;
        }
        upwards(n, membrane.reset + 1, state.density.length - 1);
        for (int f = 0; f < n; f++) {
            mu.setQuotient(start + f, muRe[f], muIm[f], qRe[f], qIm[f]);
            sigma.setQuotient(start + f, sigmaRe[f], sigmaIm[f], qRe[f], qIm[f]);
        }
    }

    /** Moves (q_a, p_a) from V_s to just above the reset. */
    private void fromThresholdToReset(int n) {
        Arrays.fill(qRe, 1);
        Arrays.fill(qIm, 0);
        Arrays.fill(pRe, 0);
        Arrays.fill(pIm, 0);
        int k = state.density.length - 1;
        double[] a = state.decay;
        double[] b = state.gain;
        for (; k > membrane.reset + 2; k -= 2) {
            moveColumnTwice(n, qRe, qIm, pRe, pIm, iwh, a[k], b[k], a[k - 1], b[k - 1]);
        }
        for (; k > membrane.reset + 1; k--) {
            moveColumn(n, qRe, qIm, pRe, pIm, iwh, a[k], b[k]);
        }
    }

    /** Applies steps first…last to (u, v), adding up the sources. */
    private void upwards(int n, int first, int last) {
        int k = first;
        while (k <= last) {
            int count = Math.min(GROUP, last - k + 1);
            for (int j = 0; j < count; j++) {
                moveRow(
                        n,
                        uRe,
                        uIm,
                        vRe[j],
                        vIm[j],
                        vRe[j + 1],
                        vIm[j + 1],
                        iwh,
                        state.decay[k + j],
                        state.gain[k + j]);
            }
            addSources(n, muRe, vRe, muSource, k, count);
            addSources(n, muIm, vIm, muSource, k, count);
            addSources(n, sigmaRe, vRe, sigmaSource, k, count);
            addSources(n, sigmaIm, vIm, sigmaSource, k, count);
            swapFirst(vRe, count);
            swapFirst(vIm, count);
            k += count;
        }
    }

    private static void swapFirst(double[][] rows, int other) {
        double[] row = rows[0];
        rows[0] = rows[other];
        rows[other] = row;
    }

    private static void moveColumn(
            int n, double[] qRe, double[] qIm, double[] pRe, double[] pIm, double[] wh, double a, double b) {
        for (int f = 0; f < n; f++) {
            double w = wh[f];
            double qr = qRe[f];
            double qi = qIm[f];
            double pr = pRe[f];
            double pi = pIm[f];
            qRe[f] = Math.fma(-w, pi, qr);
            qIm[f] = Math.fma(w, pr, qi);
            pRe[f] = Math.fma(b, qr, a * pr);
            pIm[f] = Math.fma(b, qi, a * pi);
        }
    }

    private static void moveColumnTwice(
            int n,
            double[] qRe,
            double[] qIm,
            double[] pRe,
            double[] pIm,
            double[] wh,
            double a,
            double b,
            double c,
            double d) {
        for (int f = 0; f < n; f++) {
            double w = wh[f];
            double qr = qRe[f];
            double qi = qIm[f];
            double pr = pRe[f];
            double pi = pIm[f];
            double sr = Math.fma(-w, pi, qr);
            double si = Math.fma(w, pr, qi);
            double tr = Math.fma(b, qr, a * pr);
            double ti = Math.fma(b, qi, a * pi);
            qRe[f] = Math.fma(-w, ti, sr);
            qIm[f] = Math.fma(w, tr, si);
            pRe[f] = Math.fma(d, sr, c * tr);
            pIm[f] = Math.fma(d, si, c * ti);
        }
    }

    private static void moveRow(
            int n,
            double[] uRe,
            double[] uIm,
            double[] vRe,
            double[] vIm,
            double[] nextRe,
            double[] nextIm,
            double[] wh,
            double a,
            double b) {
        for (int f = 0; f < n; f++) {
            double w = wh[f];
            double ur = uRe[f];
            double ui = uIm[f];
            double vr = vRe[f];
            double vi = vIm[f];
            uRe[f] = Math.fma(vr, b, ur);
            uIm[f] = Math.fma(vi, b, ui);
            nextRe[f] = Math.fma(-w, ui, vr * a);
            nextIm[f] = Math.fma(w, ur, vi * a);
        }
    }

    /** sum += Σ_j rows[j] · sources[k + j]; rows beyond count are stale and weighted by zero. */
    private static void addSources(int n, double[] sum, double[][] rows, double[] sources, int k, int count) {
        addRows(
                n,
                sum,
                rows[0],
                rows[1],
                rows[2],
                rows[3],
                sources[k],
                count > 1 ? sources[k + 1] : 0,
                count > 2 ? sources[k + 2] : 0,
                count > 3 ? sources[k + 3] : 0);
    }

    private static void addRows(
            int n,
            double[] sum,
            double[] v0,
            double[] v1,
            double[] v2,
            double[] v3,
            double s0,
            double s1,
            double s2,
            double s3) {
        for (int f = 0; f < n; f++) {
            sum[f] = Math.fma(v3[f], s3, Math.fma(v2[f], s2, Math.fma(v1[f], s1, Math.fma(v0[f], s0, sum[f]))));
        }
    }
}
