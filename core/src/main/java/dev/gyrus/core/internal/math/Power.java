package dev.gyrus.core.internal.math;

import static dev.gyrus.core.internal.math.Exponential.LN2;
import static dev.gyrus.core.internal.math.Exponential.LN2_LOW;
import static dev.gyrus.core.internal.math.Exponential.LOG2_E;
import static dev.gyrus.core.internal.math.Exponential.TO_INTEGER;

/**
 * xʸ of two numbers, within 1 ulp: {@code exp(y·ln x)} with ln x in twice the working precision.
 *
 * <p>An error ε of ln x becomes a relative error of {@code y·ln x·ε}, up to 709 times as large, so the logarithm needs
 * some ten bits more than a double has. As in {@link Logarithm}, {@code x = 2ᵏ·m}, {@code s = f/(2 + f)}, {@code z =
 * s²}, and
 *
 * <pre>ln m = 2s·(1 + z·(⅓ + z·Q(z)))</pre>
 *
 * where everything outside Q is kept as an unevaluated sum of two doubles: fused products give the low part of a
 * product, and the sum of a larger and a smaller number leaves its error by two subtractions (T. J. Dekker, Numer. Math.
 * 18, 224–242, 1971, doi:10.1007/BF01397083). Q is the minimax polynomial of degree 7 (Remez exchange in 70 digits,
 * relative error of ln m below 2⁻⁷³).
 *
 * <p>Special cases follow IEEE 754-2019 §9.2.1, as in C and NumPy: {@code pow(x, 0) = 1} and {@code pow(1, y) = 1} for
 * every operand, NaN included ({@link Math#pow} differs for {@code pow(1, NaN)} and {@code pow(±1, ±∞)}).
 *
 * <p>The order of the operations here is the definition of the bits: {@link VectorPower} repeats it lane by lane.
 */
final class Power {
    static final double THIRD = 0x1.5555555555555p-2;
    static final double THIRD_LOW = 0x1.5555555555555p-56;

    static final double Q0 = 0x1.9999999999996p-3;
    static final double Q1 = 0x1.2492492493049p-3;
    static final double Q2 = 0x1.c71c71c57dffdp-4;
    static final double Q3 = 0x1.745d18337a778p-4;
    static final double Q4 = 0x1.3b13626730812p-4;
    static final double Q5 = 0x1.1120c17cfd8eep-4;
    static final double Q6 = 0x1.de318ef7ae8f5p-5;
    static final double Q7 = 0x1.eb20d03d3bd6fp-5;

    private Power() {}

    static double pow(double x, double y) {
        if (isPlain(x, y)) {
            return powOfNormal(x, y, 0.0);
        }
        if (y == 0.0 || x == 1.0) {
            return 1.0;
        }
        double magnitude = Math.abs(x);
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        if (Double.isInfinite(y)) {
            return magnitude == 1.0 ? 1.0 : magnitude > 1.0 == y > 0.0 ? Double.POSITIVE_INFINITY : 0.0;
        }
        boolean negative = Double.doubleToRawLongBits(x) < 0;
        if (magnitude == 0.0 || magnitude == Double.POSITIVE_INFINITY) {
            double value = magnitude == 0.0 == y > 0.0 ? 0.0 : Double.POSITIVE_INFINITY;
            return negative && isOdd(y) ? -value : value;
        }
        if (negative && y != Math.rint(y)) {
            return Double.NaN;
        }
        double value = magnitude < Double.MIN_NORMAL
                ? powOfNormal(magnitude * Logarithm.UP, y, -Logarithm.UP_EXPONENT)
                : powOfNormal(magnitude, y, 0.0);
        return negative && isOdd(y) ? -value : value;
    }

    /** Neither operand is a special case: x positive, finite and in the normal range, y finite. */
    static boolean isPlain(double x, double y) {
        return x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE && Math.abs(y) <= Double.MAX_VALUE;
    }

    private static boolean isOdd(double y) {
        return y == Math.rint(y) && Math.rint(0.5 * y) != 0.5 * y;
    }

    /** (x·2^offset)ʸ for plain operands. */
    private static double powOfNormal(double x, double y, double offset) {
        long bits = Double.doubleToRawLongBits(x) + (Exponential.ONE_BITS - Logarithm.SQRT_HALF_BITS);
        double k = (double) ((bits >>> 52) - Logarithm.EXPONENT_BIAS) + offset;
        double f = Double.longBitsToDouble((bits & Logarithm.MANTISSA) + Logarithm.SQRT_HALF_BITS) - 1.0;

        double d = 2.0 + f;
        double dLow = f - (d - 2.0);
        double s = f / d;
        double sLow = (Math.fma(-s, d, f) - s * dLow) / d;
        double z = s * s;
        double zLow = Math.fma(s, s, -z) + 2.0 * s * sLow;

        double q = Math.fma(Q7, z, Q6);
        q = Math.fma(q, z, Q5);
        q = Math.fma(q, z, Q4);
        q = Math.fma(q, z, Q3);
        q = Math.fma(q, z, Q2);
        q = Math.fma(q, z, Q1);
        q = Math.fma(q, z, Q0) * z;
        double t = THIRD + q;
        double tLow = (THIRD - t) + q + THIRD_LOW;
        double u = z * t;
        double uLow = Math.fma(z, t, -u) + Math.fma(z, tLow, zLow * t);
        double a = 2.0 * s;
        double b = a * u;
        double bLow = Math.fma(a, u, -b) + Math.fma(a, uLow, 2.0 * sLow * u);

        double c = k * LN2;
        double cLow = Math.fma(k, LN2_LOW, Math.fma(k, LN2, -c));
        double ca = c + a;
        double high = ca + b;
        double low = ((c - ca) + a) + ((ca - high) + b) + (cLow + Math.fma(2.0, sLow, bLow));
        double log = high + low;
        double logLow = (high - log) + low;

        double product = y * log;
        double rest = Math.fma(y, logLow, Math.fma(y, log, -product));
        boolean extreme = !(Math.abs(product) <= 800.0);
        double clamped = extreme ? (product > 0.0 ? Exponential.HIGHEST : Exponential.LOWEST) : product;
        double clampedRest = extreme ? 0.0 : rest;
        double n = Math.fma(clamped, LOG2_E, TO_INTEGER) - TO_INTEGER;
        double e = Exponential.expOfReduced(Math.fma(n, -LN2, clamped), Math.fma(n, -LN2_LOW, clampedRest));
        return Exponential.scale(e, n);
    }
}
