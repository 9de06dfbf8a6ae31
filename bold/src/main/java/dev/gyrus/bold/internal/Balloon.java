package dev.gyrus.bold.internal;

import dev.gyrus.bold.HaemodynamicParameters;

/**
 * The Balloon–Windkessel model of one region, advanced in steps h of up to 16 ms with an error far below that of its
 * parameters.
 *
 * <p>Vasodilatory signal x, blood flow f, volume v and deoxyhaemoglobin content q obey, with time in seconds,
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
 * and two exponentials, by {@link StrictMath}, so the same bits everywhere.
 *
 * <p><b>The floor.</b> f' = x would carry the flow below zero after strong activity ends, where g is not defined. A
 * logarithmic state only moves the problem (x/f grows without bound), so the flow stops at zero until the signal turns
 * positive. Steps in which the flow changes by more than 5 % (near the floor, in effect) are cut into eight.
 *
 * <p>Sources: R. B. Buxton, E. C. Wong and L. R. Frank, Magn. Reson. Med. 39 (1998) 855–864,
 * doi:10.1002/mrm.1910390602; K. J. Friston, L. Harrison and W. Penny, NeuroImage 19 (2003) 1273–1302,
 * doi:10.1016/S1053-8119(03)00202-7. The stability function of the rule is the (2, 2) Padé approximant of the
 * exponential: E. Hairer and G. Wanner, Solving Ordinary Differential Equations II, Springer 1996.
 *
 * <p>Not thread-safe.
 */
final class Balloon {
    private static final int PARTS = 8;

    private final HaemodynamicParameters parameters;
    // What the steps use, so that they need few divisions: γ, 1/γ, κ/γ, 1/τ, 1/ρ, log(1 − ρ), 1/α.
    private final double gamma;
    private final double perGamma;
    private final double lag;
    private final double perTau;
    private final double perRho;
    private final double logKept;
    private final double power;

    private Flow whole;
    private Flow part;
    private double x;
    private double f = 1;
    private double v = 1;
    private double q = 1;

    // At the current time: f' on the floor or above; p(v), p'(v) and p'(v) v'; q' and q''.
    private double flowSlope;
    private double outflow = 1;
    private double outflowRate;
    private double outflowSlope;
    private double contentSlope;
    private double contentCurve;

    // Signal and flow at the end of the step.
    private double nextX;
    private double nextF;

    /** Flow, volume and content start at 1, the signal where told. */
    Balloon(HaemodynamicParameters p, double signal) {
        parameters = p;
        gamma = p.gamma();
        perGamma = 1 / gamma;
        lag = p.kappa() / gamma;
        perTau = 1 / p.tau();
        perRho = 1 / p.rho();
        logKept = StrictMath.log(1 - p.rho());
        power = 1 / p.alpha();
        whole = Flow.over(0, p.kappa(), gamma);
        part = whole;
        x = signal;
        flowSlope = signal;
        // f = v = q = 1 is the fixed point of volume and content: only g'(1)·f' is left of their derivatives.
        contentCurve = inflowSlope(1 - p.rho(), logKept) * signal * perTau;
        outflowRate = power;
    }

    /** BOLD as a fraction of the resting signal. */
    double bold() {
        return bold(parameters, v, q);
    }

    static double bold(HaemodynamicParameters p, double v, double q) {
        return p.v0() * (p.k1() * (1 - q) + p.k2() * (1 - q / v) + p.k3() * (1 - v));
    }

    /** Advances by h seconds while the rate goes straight from z0 to z1, in Hz. */
    void advance(double h, double z0, double z1) {
        if (h != whole.h()) {
            whole = Flow.over(h, parameters.kappa(), gamma);
            part = Flow.over(h / PARTS, parameters.kappa(), gamma);
        }
        flow(whole, z0, z1);
        if (f > 0 && Math.abs(nextF - f) <= 0.05 * f) {
            balloon(h);
            return;
        }
        double rise = (z1 - z0) / PARTS;
        for (int k = 0; k < PARTS; k++) {
            flow(part, z0 + k * rise, z0 + (k + 1) * rise);
            balloon(h / PARTS);
        }
    }

    /** Signal and flow; the particular solution is x = slope/γ, f − 1 = (z − slope·κ/γ)/γ. */
    private void flow(Flow e, double z0, double z1) {
        double slope = (z1 - z0) * e.perH();
        double line = slope * perGamma;
        double dx = x - line;
        double df = f - 1 - (z0 - slope * lag) * perGamma;
        nextX = e.xx() * dx + e.xf() * df + line;
        nextF = e.fx() * dx + e.ff() * df + 1 + (z1 - slope * lag) * perGamma;
        if (nextF < 0) {
            // The free flow was negative over the last nextF/(nextF − f) of the step: take its pull on x back.
            nextX -= gamma * e.h() * nextF * nextF / (2 * (f - nextF));
            nextF = 0;
        }
    }

    private void balloon(double h) {
        double nextFlowSlope = nextF > 0 ? nextX : Math.max(0, nextX);
        double r = h * perTau;
        double c = h / 12;
        double rc = r * c;

        double inflow = Math.max(0, (f + nextF) / 2 + c * (flowSlope - nextFlowSlope));
        double guess = v + r * (inflow - outflow) / (1 + r / 2 * outflowRate);
        double p = StrictMath.exp(power * StrictMath.log(guess));
        double perGuess = 1 / guess;
        double dp = power * p * perGuess;
        double ddp = (power - 1) * dp * perGuess;
        double dv = (nextF - p) * perTau;
        double residual = guess + r / 2 * p - rc * dp * dv - v - r * (inflow - outflow / 2) + rc * outflowSlope;
        double delta = -residual / (1 + r / 2 * dp + r * r / 12 * dp * dp - rc * ddp * dv);
        v = guess + delta;
        outflow = p + delta * (dp + delta / 2 * ddp);
        double perV = 1 / v;
        double a = outflow * perV;
        double volumeSlope = (nextF - outflow) * perTau;
        outflowRate = power * a;
        outflowSlope = outflowRate * volumeSlope;

        double exponent = logKept / nextF; // −∞ without flow
        double kept = StrictMath.exp(exponent);
        double g = nextF * (1 - kept) * perRho;
        double dg = inflowSlope(kept, exponent) * nextFlowSlope;
        double da = (power - 1) * a * perV * volumeSlope;
        // With q' = (g − a q)/τ and q'' = (dg − da q − a q')/τ at the end, the rule is linear in q there.
        double known = q + h / 2 * contentSlope + h * c * contentCurve + r / 2 * g - rc * (dg - a * g * perTau);
        q = known / (1 + r / 2 * a + rc * (a * a * perTau - da));
        contentSlope = (g - a * q) * perTau;
        contentCurve = (dg - da * q - a * contentSlope) * perTau;

        x = nextX;
        f = nextF;
        flowSlope = nextFlowSlope;
    }

    /** g'(f), given (1 − ρ)^(1/f) and its logarithm. */
    private double inflowSlope(double kept, double exponent) {
        return kept > 0 ? (1 - kept + kept * exponent) * perRho : perRho;
    }
}
