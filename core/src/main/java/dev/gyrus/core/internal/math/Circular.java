package dev.gyrus.core.internal.math;

/**
 * sin and cos of one number, within 1.5 ulp.
 *
 * <p>{@code |x| = n·π/2 + r} with {@code |r| ≤ π/4}. π/2 is held in three doubles and the products are fused (Cody &
 * Waite, <i>Software Manual for the Elementary Functions</i>, 1980): the first difference is exact, the others round at
 * the last place of r, so that r keeps its relative accuracy next to the zeros as long as |x| is at most {@value
 * #LIMIT}. Larger arguments go to {@link StrictMath}, which reduces them with as many digits of π as they need and has
 * the same bits everywhere. On the reduced interval
 *
 * <pre>sin r = r + r³·S(r²),   cos r = 1 + r²·(−½ + r²·C(r²))</pre>
 *
 * with minimax polynomials of degree 5 (Remez exchange in 70 digits, relative errors below 2⁻⁵⁷ and 2⁻⁶³).
 *
 * <p>The order of the operations here is the definition of the bits: {@link VectorCircular} repeats it lane by lane.
 */
final class Circular {
    /** The largest |x| that is reduced here. */
    static final double LIMIT = 1e5;

    /** Quarters of a turn to add to the argument of a sine. */
    static final long SINE = 0;

    static final long COSINE = 1;

    static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;
    static final double HALF_PI = 0x1.921fb54442d18p+0;
    static final double HALF_PI_MIDDLE = 0x1.1a62633145c07p-54;
    static final double HALF_PI_LOW = -0x1.f1976b7ed8fbcp-110;

    static final double S0 = -0x1.5555555555548p-3;
    static final double S1 = 0x1.111111110f7b0p-7;
    static final double S2 = -0x1.a01a019bf9b5bp-13;
    static final double S3 = 0x1.71de3564086f1p-19;
    static final double S4 = -0x1.ae5e5780fa334p-26;
    static final double S5 = 0x1.5d8ee78d0c7e4p-33;

    static final double C0 = 0x1.555555555554bp-5;
    static final double C1 = -0x1.6c16c16c14f6cp-10;
    static final double C2 = 0x1.a01a019c8096cp-16;
    static final double C3 = -0x1.27e4f7e802ae5p-22;
    static final double C4 = 0x1.1ee9d5c93c320p-29;
    static final double C5 = -0x1.8fa39597e6992p-37;

    private Circular() {}

    static double sin(double x) {
        if (!(Math.abs(x) <= LIMIT)) {
            return StrictMath.sin(x);
        }
        return flip(sinOfQuadrant(Math.abs(x), SINE), Double.doubleToRawLongBits(x) & Long.MIN_VALUE);
    }

    static double cos(double x) {
        if (!(Math.abs(x) <= LIMIT)) {
            return StrictMath.cos(x);
        }
        return sinOfQuadrant(Math.abs(x), COSINE);
    }

    /** sin(x + quarter·π/2) for 0 ≤ x ≤ {@value #LIMIT}. */
    private static double sinOfQuadrant(double x, long quarter) {
        double shifted = Math.fma(x, TWO_OVER_PI, Exponential.TO_INTEGER);
        double r = reduce(x, shifted - Exponential.TO_INTEGER);
        long quadrant = Double.doubleToRawLongBits(shifted) + quarter;
        double value = (quadrant & 1) == 0 ? sinOfReduced(r) : cosOfReduced(r);
        return flip(value, (quadrant & 2) << 62);
    }

    private static double reduce(double x, double n) {
        double r = Math.fma(n, -HALF_PI, x);
        r = Math.fma(n, -HALF_PI_MIDDLE, r);
        return Math.fma(n, -HALF_PI_LOW, r);
    }

    /** sin r for |r| ≤ π/4. */
    static double sinOfReduced(double r) {
        double z = r * r;
        double p = Math.fma(S5, z, S4);
        p = Math.fma(p, z, S3);
        p = Math.fma(p, z, S2);
        p = Math.fma(p, z, S1);
        p = Math.fma(p, z, S0);
        return Math.fma(r * z, p, r);
    }

    /** cos r for |r| ≤ π/4. */
    static double cosOfReduced(double r) {
        double z = r * r;
        double p = Math.fma(C5, z, C4);
        p = Math.fma(p, z, C3);
        p = Math.fma(p, z, C2);
        p = Math.fma(p, z, C1);
        p = Math.fma(p, z, C0);
        p = Math.fma(p, z, -0.5);
        return Math.fma(p, z, 1.0);
    }

    /** The value with its sign changed where the top bit of {@code sign} is set. */
    static double flip(double value, long sign) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) ^ sign);
    }
}
