package dev.gyrus.core.internal.math;

/**
 * Elementary functions of arrays, with the same bits in every implementation and on every machine.
 *
 * <p>The array methods write {@code out[i] = f(x[i])} for {@code from ≤ i < to} and nothing else; {@code out} may be
 * one of the arguments. The static methods give the same bits for a single number: interpreters and folded constants
 * use them, and array loops their tails. Errors: at most 2 units in the last place over the whole domain (a NaN result
 * may be any NaN). Thread-safe.
 */
public interface Elementary {

    /** eˣ. */
    void exp(double[] x, double[] out, int from, int to);

    /** Natural logarithm; NaN below 0, −∞ at 0. */
    void log(double[] x, double[] out, int from, int to);

    /** Hyperbolic tangent. */
    void tanh(double[] x, double[] out, int from, int to);

    /** 1/(1 + e⁻ˣ). */
    void sigmoid(double[] x, double[] out, int from, int to);

    /** Sine of x in radians. */
    void sin(double[] x, double[] out, int from, int to);

    /** Cosine of x in radians. */
    void cos(double[] x, double[] out, int from, int to);

    /** {@code out[i] = x[i]^y[i]}, with the special cases of IEEE 754. */
    void pow(double[] x, double[] y, double[] out, int from, int to);

    /** eˣ. */
    static double exp(double x) {
        return Exponential.exp(x);
    }

    /** Natural logarithm; NaN below 0, −∞ at 0. */
    static double log(double x) {
        return Logarithm.log(x);
    }

    /** Hyperbolic tangent. */
    static double tanh(double x) {
        return Exponential.tanh(x);
    }

    /** 1/(1 + e⁻ˣ). */
    static double sigmoid(double x) {
        return Exponential.sigmoid(x);
    }

    /** Sine of x in radians. */
    static double sin(double x) {
        return Circular.sin(x);
    }

    /** Cosine of x in radians. */
    static double cos(double x) {
        return Circular.cos(x);
    }

    /** Arc tangent, from −π/2 to π/2. */
    static double atan(double x) {
        return ArcTangent.atan(x);
    }

    /** The error function 2/√π ∫₀ˣ e^(−s²) ds. */
    static double erf(double x) {
        return ErrorFunction.erf(x);
    }

    /** 1 − erf x, without cancellation for large x. */
    static double erfc(double x) {
        return ErrorFunction.erfc(x);
    }

    /** xʸ, with the special cases of IEEE 754. */
    static double pow(double x, double y) {
        return Power.pow(x, y);
    }
}
