package dev.gyrus.core.internal.math;

/**
 * exp, sigmoid and tanh of one number, within 0.7, 1.9 and 1.9 ulp.
 *
 * <p>All three rest on one reduction (Cody & Waite, <i>Software Manual for the Elementary Functions</i>, Prentice-Hall,
 * 1980): {@code x = n·ln 2 + r} with integer n and {@code |r| ≤ ½ ln 2}, so that {@code eˣ = 2ⁿ·eʳ}. As ln 2 is held in
 * two doubles and the products are fused, r is exact up to one rounding. On the reduced interval
 *
 * <pre>eʳ − 1 = r + r²·q(r)</pre>
 *
 * with the minimax polynomial q of degree 10 (Remez exchange in 70 digits, relative error of {@code eʳ − 1} below
 * 2⁻⁶¹). Rounding to the nearest integer is an addition of 1.5·2⁵², after which the low bits of the sum <i>are</i> the
 * integer, in two's complement: no conversion instruction is needed, and the same operations exist for vectors.
 *
 * <p>The order of the operations here is the definition of the bits: {@link VectorExponential} repeats it lane by lane.
 */
final class Exponential {
    /** 1.5·2⁵²: adding it leaves the nearest integer (ties to even) in the low bits, for |x| below 2⁵¹. */
    static final double TO_INTEGER = 0x1.8p52;

    static final double LOG2_E = 0x1.71547652b82fep+0;
    static final double LN2 = 0x1.62e42fefa39efp-1;
    static final double LN2_LOW = 0x1.abc9e3b39803fp-56;

    /** Beyond these arguments exp is 0 or infinite. */
    static final double LOWEST = -746.0;

    static final double HIGHEST = 710.0;

    /** From here on 1 is within 1.1 ulp of tanh. */
    static final double TANH_ONE = 18.7;

    /** The bits of 1.0: adding the integer k, shifted into the exponent field, gives the bits of 2ᵏ. */
    static final long ONE_BITS = 0x3ff0000000000000L;

    static final double Q0 = 0x1.0000000000000p-1;
    static final double Q1 = 0x1.5555555555559p-3;
    static final double Q2 = 0x1.555555555553ep-5;
    static final double Q3 = 0x1.111111110f6c4p-7;
    static final double Q4 = 0x1.6c16c16c1f0e3p-10;
    static final double Q5 = 0x1.a01a01afdd902p-13;
    static final double Q6 = 0x1.a01a017bb0d37p-16;
    static final double Q7 = 0x1.71ddf863b5a73p-19;
    static final double Q8 = 0x1.27e53642bf262p-22;
    static final double Q9 = 0x1.af5ea855934b7p-26;
    static final double Q10 = 0x1.1ee889072ef2ap-29;

    private Exponential() {}

    static double exp(double x) {
        double clamped = x > HIGHEST ? HIGHEST : x < LOWEST ? LOWEST : x;
        double n = Math.fma(clamped, LOG2_E, TO_INTEGER) - TO_INTEGER;
        return scale(expOfReduced(Math.fma(n, -LN2, clamped), n * -LN2_LOW), n);
    }

    /**
     * With e = e^(−|x|) ≤ 1, 1/(1 + e) or e/(1 + e), so that neither tail loses digits; what the sum 1 + e lost is put
     * back to first order.
     */
    static double sigmoid(double x) {
        double e = exp(-Math.abs(x));
        double sum = 1.0 + e;
        double lost = e - (sum - 1.0);
        double ratio = (x < 0.0 ? e : 1.0) / sum;
        double reciprocal = x < 0.0 ? 1.0 - ratio : ratio;
        return Math.fma(-ratio * lost, reciprocal, ratio);
    }

    /**
     * d/(d + 2) with d = e^(2|x|) − 1 computed without cancellation, so that small x keep all their digits; what the sum
     * lost is put back to first order, with 1/(d + 2) = (1 − tanh|x|)/2.
     */
    static double tanh(double x) {
        double magnitude = Math.abs(x);
        double twice = magnitude + magnitude;
        double shifted = Math.fma(twice, LOG2_E, TO_INTEGER);
        double n = shifted - TO_INTEGER;
        double high = Math.fma(n, -LN2, twice);
        double low = n * -LN2_LOW;
        double r = high + low;
        double power = powerOfTwo(shifted);
        double d = Math.fma(power, Math.fma(r * r, quotient(r), low), Math.fma(power, high, power - 1.0));
        double sum = d + 2.0;
        double lost = d - (sum - 2.0);
        double ratio = d / sum;
        double value = Math.fma(-ratio * lost, Math.fma(ratio, -0.5, 0.5), ratio);
        return Math.copySign(magnitude > TANH_ONE ? 1.0 : value, x);
    }

    /** e^(high + low) for |high| ≤ ½ ln 2 and a low part below an ulp or two of it. */
    static double expOfReduced(double high, double low) {
        double r = high + low;
        double sum = 1.0 + high;
        double rest = high - (sum - 1.0);
        return sum + (rest + Math.fma(r * r, quotient(r), low));
    }

    /** q(r) = (eʳ − 1 − r)/r² for |r| ≤ ½ ln 2. */
    private static double quotient(double r) {
        double q = Math.fma(Q10, r, Q9);
        q = Math.fma(q, r, Q8);
        q = Math.fma(q, r, Q7);
        q = Math.fma(q, r, Q6);
        q = Math.fma(q, r, Q5);
        q = Math.fma(q, r, Q4);
        q = Math.fma(q, r, Q3);
        q = Math.fma(q, r, Q2);
        q = Math.fma(q, r, Q1);
        return Math.fma(q, r, Q0);
    }

    /** value·2ⁿ in two exact halves, so that results below the normal range round once and overflow to infinity. */
    static double scale(double value, double n) {
        double shifted = Math.fma(n, 0.5, TO_INTEGER);
        double rest = n - (shifted - TO_INTEGER);
        return value * powerOfTwo(shifted) * powerOfTwo(rest + TO_INTEGER);
    }

    /** 2ⁿ from n + 1.5·2⁵². */
    private static double powerOfTwo(double shifted) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) << 52) + ONE_BITS);
    }
}
