package dev.gyrus.core.internal.math;

/**
 * The natural logarithm of one number, within 1 ulp.
 *
 * <p>{@code x = 2ᵏ·m} with m in [√½, √2), and with {@code f = m − 1}, {@code s = f/(2 + f)}, {@code z = s²}
 *
 * <pre>ln m = ln((1 + s)/(1 − s)) = 2s + s·z·P(z) = f − (h − s·(h + z·P(z))),   h = f²/2</pre>
 *
 * The last form adds a small correction to the exact f (P. T. P. Tang, ACM Trans. Math. Softw. 16, 378–400, 1990,
 * doi:10.1145/98267.98294, discusses why that keeps the error near half an ulp). P is the minimax polynomial of degree
 * 6 (Remez exchange in 70 digits, relative error of ln m below 2⁻⁵⁹); ln 2 is held in two doubles.
 *
 * <p>The order of the operations here is the definition of the bits: {@link VectorLogarithm} repeats it lane by lane.
 */
final class Logarithm {
    /** Numbers below the normal range are scaled by this first. */
    static final double UP = 0x1p54;

    static final double UP_EXPONENT = 54.0;

    static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;
    static final long MANTISSA = 0x000fffffffffffffL;
    static final long EXPONENT_BIAS = 1023;

    static final double P0 = 0x1.5555555555593p-1;
    static final double P1 = 0x1.999999997fc65p-2;
    static final double P2 = 0x1.24924942072a7p-2;
    static final double P3 = 0x1.c71c51f4f3e92p-3;
    static final double P4 = 0x1.74664395a7768p-3;
    static final double P5 = 0x1.39a136081e2b1p-3;
    static final double P6 = 0x1.2f0b102a160d7p-3;

    private Logarithm() {}

    static double log(double x) {
        if (!(x > 0.0)) {
            return x == 0.0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        return x < Double.MIN_NORMAL ? logOfNormal(x * UP, -UP_EXPONENT) : logOfNormal(x, 0.0);
    }

    /** ln x + offset·ln 2 for a positive, finite x in the normal range. */
    static double logOfNormal(double x, double offset) {
        long bits = Double.doubleToRawLongBits(x) + (Exponential.ONE_BITS - SQRT_HALF_BITS);
        double k = (double) ((bits >>> 52) - EXPONENT_BIAS) + offset;
        double f = Double.longBitsToDouble((bits & MANTISSA) + SQRT_HALF_BITS) - 1.0;
        double s = f / (2.0 + f);
        double z = s * s;
        double p = Math.fma(P6, z, P5);
        p = Math.fma(p, z, P4);
        p = Math.fma(p, z, P3);
        p = Math.fma(p, z, P2);
        p = Math.fma(p, z, P1);
        p = Math.fma(p, z, P0);
        double h = 0.5 * f * f;
        double correction = h - Math.fma(s, Math.fma(z, p, h), k * Exponential.LN2_LOW);
        return Math.fma(k, Exponential.LN2, f - correction);
    }
}
