package dev.gyrus.core.internal.math;

import java.math.BigDecimal;
import java.math.MathContext;

/** Elementary functions by power series in 60 digits: the reference for ours. */
final class Exact {
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-60");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int HALVINGS = 11;

    /** Machin: π/4 = 4·arctan ⅕ − arctan 1/239. */
    private static final BigDecimal TWO_PI = arctangentOfInverse(5)
            .multiply(BigDecimal.valueOf(4))
            .subtract(arctangentOfInverse(239))
            .multiply(BigDecimal.valueOf(8));

    private Exact() {}

    /** |value − exact| in units of the last place of the exact value. */
    static double ulps(double value, BigDecimal exact) {
        BigDecimal ulp = new BigDecimal(Math.ulp(exact.doubleValue()));
        return new BigDecimal(value)
                .subtract(exact)
                .abs()
                .divide(ulp, MathContext.DECIMAL64)
                .doubleValue();
    }

    static BigDecimal exp(BigDecimal x) {
        BigDecimal r = x.divide(TWO.pow(HALVINGS), DIGITS);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int k = 1; term.abs().compareTo(NEGLIGIBLE) > 0; k++) {
            term = term.multiply(r, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int k = 0; k < HALVINGS; k++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    /** One step of Halley's method from a double: y + 2(x − eʸ)/(x + eʸ) triples the number of digits. */
    static BigDecimal log(BigDecimal x) {
        BigDecimal y = new BigDecimal(StrictMath.log(x.doubleValue()));
        BigDecimal e = exp(y);
        return y.add(TWO.multiply(x.subtract(e)).divide(x.add(e), DIGITS), DIGITS);
    }

    static BigDecimal pow(BigDecimal x, BigDecimal y) {
        return exp(y.multiply(log(x), DIGITS));
    }

    static BigDecimal tanh(BigDecimal x) {
        BigDecimal e = exp(TWO.multiply(x));
        return e.subtract(BigDecimal.ONE).divide(e.add(BigDecimal.ONE), DIGITS);
    }

    static BigDecimal sigmoid(BigDecimal x) {
        return BigDecimal.ONE.divide(BigDecimal.ONE.add(exp(x.negate()), DIGITS), DIGITS);
    }

    /** The power series below 0.1, above it with arctan x = 2·arctan(x/(1 + √(1 + x²))). */
    static BigDecimal atan(BigDecimal x) {
        if (x.abs().compareTo(new BigDecimal("0.1")) > 0) {
            BigDecimal root = BigDecimal.ONE.add(x.multiply(x, DIGITS)).sqrt(DIGITS);
            return TWO.multiply(atan(x.divide(BigDecimal.ONE.add(root), DIGITS)));
        }
        BigDecimal minusSquare = x.multiply(x, DIGITS).negate();
        BigDecimal power = x;
        BigDecimal sum = x;
        for (int k = 3; power.abs().compareTo(NEGLIGIBLE) > 0; k += 2) {
            power = power.multiply(minusSquare, DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(k), DIGITS), DIGITS);
        }
        return sum;
    }

    /** 2/√π e^(−x²) Σ 2ⁿ x^(2n+1)/(2n+1)!!. */
    static BigDecimal erf(BigDecimal x) {
        BigDecimal square = x.multiply(x);
        BigDecimal term = x;
        BigDecimal sum = x;
        for (int k = 3; term.abs().compareTo(NEGLIGIBLE) > 0; k += 2) {
            term = term.multiply(TWO).multiply(square, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum.multiply(gaussian(square), DIGITS).multiply(TWO);
    }

    /** From 2 on e^(−x²)/√π /(x + ½/(x + 1/(x + 3/2/(x + …)))), below 1 − erf x. */
    static BigDecimal erfc(BigDecimal x) {
        if (x.compareTo(TWO) < 0) {
            return BigDecimal.ONE.subtract(erf(x));
        }
        BigDecimal fraction = x;
        for (int k = 1000; k >= 1; k--) {
            fraction = x.add(BigDecimal.valueOf(0.5 * k).divide(fraction, DIGITS));
        }
        return gaussian(x.multiply(x)).divide(fraction, DIGITS);
    }

    /** e^(−square)/√π. */
    private static BigDecimal gaussian(BigDecimal square) {
        return exp(square.negate()).divide(TWO_PI.divide(TWO).sqrt(DIGITS), DIGITS);
    }

    static BigDecimal sin(BigDecimal x) {
        return alternating(x.remainder(TWO_PI), 1);
    }

    static BigDecimal cos(BigDecimal x) {
        return alternating(x.remainder(TWO_PI), 0);
    }

    /** Σ (−1)ᵏ x^(2k+first)/(2k+first)!. */
    private static BigDecimal alternating(BigDecimal x, int first) {
        BigDecimal minusSquare = x.multiply(x, DIGITS).negate();
        BigDecimal term = first == 0 ? BigDecimal.ONE : x;
        BigDecimal sum = term;
        for (int k = first + 2; term.abs().compareTo(NEGLIGIBLE) > 0; k += 2) {
            term = term.multiply(minusSquare, DIGITS).divide(BigDecimal.valueOf((long) k * (k - 1)), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }

    private static BigDecimal arctangentOfInverse(int n) {
        BigDecimal minusSquare = BigDecimal.valueOf(-(long) n * n);
        BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(n), DIGITS);
        BigDecimal sum = power;
        for (int k = 3; power.abs().compareTo(NEGLIGIBLE) > 0; k += 2) {
            power = power.divide(minusSquare, DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(k), DIGITS), DIGITS);
        }
        return sum;
    }
}
