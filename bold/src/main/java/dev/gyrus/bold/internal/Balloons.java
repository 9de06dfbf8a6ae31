package dev.gyrus.bold.internal;

import dev.gyrus.bold.HaemodynamicParameters;
import dev.gyrus.core.internal.math.Backend;
import dev.gyrus.core.internal.math.Elementary;
import java.util.Arrays;
import java.util.List;

/**
 * The Balloon–Windkessel model of all regions, in steps of some milliseconds.
 *
 * <p>Signal x, flow f, volume v and deoxyhaemoglobin content q obey, with time in seconds,
 *
 * <pre>
 * x' = z − κ x − γ (f − 1)          τ v' = f − p(v),             p(v) = v^(1/α)
 * f' = x, held at f ≥ 0             τ q' = g(f) − p(v)/v · q,    g(f) = f (1 − (1 − ρ)^(1/f)) / ρ
 * BOLD = V₀ (k₁ (1 − q) + k₂ (1 − q/v) + k₃ (1 − v))
 * </pre>
 *
 * <p><b>Signal and flow</b> are linear in the rate z. For a rate that is a straight line over the step they are advanced
 * exactly: a particular solution, itself a line, plus {@link Flow} applied to the deviation from it.
 *
 * <p><b>Volume and content</b> are stiff at high flow: p'(v)/τ grows like f^0.68 and reaches 80/s at 50 Hz. Both
 * equations give second derivatives for free, so each takes the two-derivative trapezoidal rule
 *
 * <pre>
 * y₁ = y₀ + h/2 (y₀' + y₁') + h²/12 (y₀'' − y₁'')
 * </pre>
 *
 * <p>which is of fourth order and A-stable. The volume needs one Newton step from a linearly implicit guess (its error
 * of third order is squared by it); the content enters linearly and is solved for. Each step evaluates one logarithm
 * and two exponentials.
 *
 * <p><b>The floor.</b> f' = x would carry the flow below zero after strong activity ends, where g is not defined. A
 * logarithmic state only moves the problem (x/f grows without bound), so the flow stops at zero until the signal turns
 * positive. Steps in which the flow changes by more than 5 % (near the floor, in effect) are cut into eight.
 *
 * <p><b>Loops.</b> A region's step is a chain of seven divisions and three elementary functions, each waiting for the one
 * before. So the chain is cut into loops over regions, whose iterations do not wait for each other; regions whose step is
 * cut go through the same loops alone. The functions are {@link Elementary}'s: the same bits everywhere.
 *
 * <p>Sources: R. B. Buxton, E. C. Wong and L. R. Frank, Magn. Reson. Med. 39 (1998) 855–864,
 * doi:10.1002/mrm.1910390602; K. J. Friston, L. Harrison and W. Penny, NeuroImage 19 (2003) 1273–1302,
 * doi:10.1016/S1053-8119(03)00202-7. The stability function of the rule is the (2, 2) Padé approximant of the
 * exponential: E. Hairer and G. Wanner, Solving Ordinary Differential Equations II, Springer 1996.
 *
 * <p>Not thread-safe.
 */
final class Balloons {
    private static final int PARTS = 8;
    private static final double STEEP = 0.05;

    /** Its exponential is 0. */
    private static final double LOWEST = -1000;

    private final Elementary functions = Backend.get().elementary();
    private final List<HaemodynamicParameters> parameters;
    private final int n;
    // What the steps use, so that they need few divisions: γ, 1/γ, κ/γ, 1/τ, 1/ρ, log(1 − ρ), 1/α.
    private final double[] gamma;
    private final double[] perGamma;
    private final double[] lag;
    private final double[] perTau;
    private final double[] perRho;
    private final double[] logKept;
    private final double[] power;

    private Flows whole;
    private Flows part;
    private final double[] x;
    private final double[] f;
    private final double[] v;
    private final double[] q;

    // At the current time: f' on the floor or above; p(v), p'(v) and p'(v) v'; q' and q''.
    private final double[] flowSlope;
    private final double[] outflow;
    private final double[] outflowRate;
    private final double[] outflowSlope;
    private final double[] contentSlope;
    private final double[] contentCurve;

    // Signal, flow and its slope at the end of the step, and what passes from one loop to the next.
    private final double[] nextX;
    private final double[] nextF;
    private final double[] nextFlowSlope;
    private final double[] inflow;
    private final double[] guess;
    private final double[] p;
    private final double[] volumeSlope;
    private final double[] exponent;
    private final double[] kept;
    private final double[] partStart;
    private final double[] partEnd;

    /** Flow, volume and content start at 1, the signal where told. */
    Balloons(List<HaemodynamicParameters> parameters, double signal) {
        this.parameters = parameters;
        n = parameters.size();
        gamma = each(HaemodynamicParameters::gamma);
        perGamma = each(set -> 1 / set.gamma());
        lag = each(set -> set.kappa() / set.gamma());
        perTau = each(set -> 1 / set.tau());
        perRho = each(set -> 1 / set.rho());
        logKept = each(set -> Elementary.log(1 - set.rho()));
        power = each(set -> 1 / set.alpha());
        whole = Flows.over(0, parameters);
        part = whole;
        x = filled(signal);
        f = filled(1);
        v = filled(1);
        q = filled(1);
        flowSlope = filled(signal);
        outflow = filled(1);
        outflowRate = power.clone();
        outflowSlope = new double[n];
        contentSlope = new double[n];
        // f = v = q = 1 is the fixed point of volume and content: only g'(1)·f' is left of their derivatives.
        contentCurve = each(set -> {
            double log = Elementary.log(1 - set.rho());
            return (set.rho() + (1 - set.rho()) * log) / set.rho() * signal / set.tau();
        });
        nextX = new double[n];
        nextF = new double[n];
        nextFlowSlope = new double[n];
        inflow = new double[n];
        guess = new double[n];
        p = new double[n];
        volumeSlope = new double[n];
        exponent = new double[n];
        kept = new double[n];
        partStart = new double[n];
        partEnd = new double[n];
    }

    private interface Derived {
        double of(HaemodynamicParameters set);
    }

    private double[] each(Derived value) {
        return parameters.stream().mapToDouble(value::of).toArray();
    }

    private double[] filled(double value) {
        double[] out = new double[n];
        Arrays.fill(out, value);
        return out;
    }

    /** BOLD of each region, as a fraction of the resting signal. */
    double[] bold() {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = bold(parameters.get(i), v[i], q[i]);
        }
        return out;
    }

    static double bold(HaemodynamicParameters p, double v, double q) {
        return p.v0() * (p.k1() * (1 - q) + p.k2() * (1 - q / v) + p.k3() * (1 - v));
    }

    /** Advances by h seconds while each rate goes straight from z0 to z1, in Hz. */
    void advance(double h, double[] z0, double[] z1) {
        if (h != whole.h()) {
            whole = Flows.over(h, parameters);
            part = Flows.over(h / PARTS, parameters);
        }
        flow(whole, z0, z1, 0, n);
        int from = 0;
        for (int i = 0; i < n; i++) {
            if (!(f[i] > 0 && Math.abs(nextF[i] - f[i]) <= STEEP * f[i])) {
                balloon(h, from, i);
                advanceInParts(h, z0[i], z1[i], i);
                from = i + 1;
            }
        }
        balloon(h, from, n);
    }

    private void advanceInParts(double h, double z0, double z1, int i) {
        double rise = (z1 - z0) / PARTS;
        for (int k = 0; k < PARTS; k++) {
            partStart[i] = z0 + k * rise;
            partEnd[i] = z0 + (k + 1) * rise;
            flow(part, partStart, partEnd, i, i + 1);
            balloon(h / PARTS, i, i + 1);
        }
    }

    /** Signal and flow; the particular solution is x = slope/γ, f − 1 = (z − slope·κ/γ)/γ. */
    private void flow(Flows e, double[] z0, double[] z1, int from, int to) {
        double perH = 1 / e.h();
        for (int i = from; i < to; i++) {
            double slope = (z1[i] - z0[i]) * perH;
            double line = slope * perGamma[i];
            double dx = x[i] - line;
            double df = f[i] - 1 - (z0[i] - slope * lag[i]) * perGamma[i];
            nextX[i] = e.xx()[i] * dx + e.xf()[i] * df + line;
            nextF[i] = e.fx()[i] * dx + e.ff()[i] * df + 1 + (z1[i] - slope * lag[i]) * perGamma[i];
        }
        for (int i = from; i < to; i++) {
            if (nextF[i] < 0) {
                // The free flow was negative over the last nextF/(nextF − f) of the step: take its pull on x back.
                nextX[i] -= gamma[i] * e.h() * nextF[i] * nextF[i] / (2 * (f[i] - nextF[i]));
                nextF[i] = 0;
            }
            nextFlowSlope[i] = nextF[i] > 0 ? nextX[i] : Math.max(0, nextX[i]);
        }
    }

    private void balloon(double h, int from, int to) {
        if (from < to) {
            guessVolume(h, from, to);
            functions.log(guess, p, from, to);
            for (int i = from; i < to; i++) {
                p[i] *= power[i];
            }
            functions.exp(p, p, from, to);
            volume(h, from, to);
            functions.exp(exponent, kept, from, to);
            content(h, from, to);
        }
    }

    private void guessVolume(double h, int from, int to) {
        double c = h / 12;
        for (int i = from; i < to; i++) {
            double r = h * perTau[i];
            double in = Math.max(0, (f[i] + nextF[i]) / 2 + c * (flowSlope[i] - nextFlowSlope[i]));
            inflow[i] = in;
            guess[i] = v[i] + r * (in - outflow[i]) / (1 + r / 2 * outflowRate[i]);
        }
    }

    /** One Newton step; p holds p(guess). */
    private void volume(double h, int from, int to) {
        double c = h / 12;
        for (int i = from; i < to; i++) {
            double r = h * perTau[i];
            double rc = r * c;
            double perGuess = 1 / guess[i];
            double dp = power[i] * p[i] * perGuess;
            double ddp = (power[i] - 1) * dp * perGuess;
            double dv = (nextF[i] - p[i]) * perTau[i];
            double gain = r * (inflow[i] - outflow[i] / 2) - rc * outflowSlope[i];
            double residual = guess[i] + r / 2 * p[i] - rc * dp * dv - v[i] - gain;
            double delta = -residual / (1 + r / 2 * dp + r * r / 12 * dp * dp - rc * ddp * dv);
            v[i] = guess[i] + delta;
            outflow[i] = p[i] + delta * (dp + delta / 2 * ddp);
        }
        for (int i = from; i < to; i++) {
            volumeSlope[i] = (nextF[i] - outflow[i]) * perTau[i];
            outflowRate[i] = power[i] * (outflow[i] / v[i]);
            outflowSlope[i] = outflowRate[i] * volumeSlope[i];
            exponent[i] = Math.max(LOWEST, logKept[i] / nextF[i]); // −∞ without flow
        }
    }

    /** With q' = (g − a q)/τ and q'' = (g' − a' q − a q')/τ at the end, a being p(v)/v, the rule is linear in q there. */
    private void content(double h, int from, int to) {
        double c = h / 12;
        for (int i = from; i < to; i++) {
            double r = h * perTau[i];
            double rc = r * c;
            double perV = 1 / v[i];
            double a = outflow[i] * perV;
            double da = (power[i] - 1) * a * perV * volumeSlope[i];
            double g = nextF[i] * (1 - kept[i]) * perRho[i];
            double dg = (1 - kept[i] + kept[i] * exponent[i]) * perRho[i] * nextFlowSlope[i];
            double known = q[i]
                    + h / 2 * contentSlope[i]
                    + h * c * contentCurve[i]
                    + r / 2 * g
                    - rc * (dg - a * g * perTau[i]);
            q[i] = known / (1 + r / 2 * a + rc * (a * a * perTau[i] - da));
            contentSlope[i] = (g - a * q[i]) * perTau[i];
            contentCurve[i] = (dg - da * q[i] - a * contentSlope[i]) * perTau[i];
        }
        System.arraycopy(nextX, from, x, from, to - from);
        System.arraycopy(nextF, from, f, from, to - from);
        System.arraycopy(nextFlowSlope, from, flowSlope, from, to - from);
    }
}
