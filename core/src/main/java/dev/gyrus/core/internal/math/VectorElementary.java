package dev.gyrus.core.internal.math;

import java.util.function.DoubleUnaryOperator;

/**
 * Whole vectors of the plain domain by the Vector API, the rest number by number.
 *
 * <p>A vector loop stops at the first vector with a lane outside the plain domain of its function, or when less than a
 * vector is left; the scalar form then does up to one vector's worth of numbers, and the loop goes on.
 */
final class VectorElementary implements Elementary {

    /** Works from {@code from} on and returns where it stopped. */
    private interface Loop {
        int run(double[] x, double[] out, int from, int to);
    }

    @Override
    public void exp(double[] x, double[] out, int from, int to) {
        run(VectorExponential::exp, Exponential::exp, x, out, from, to);
    }

    @Override
    public void log(double[] x, double[] out, int from, int to) {
        run(VectorLogarithm::log, Logarithm::log, x, out, from, to);
    }

    @Override
    public void tanh(double[] x, double[] out, int from, int to) {
        run(VectorExponential::tanh, Exponential::tanh, x, out, from, to);
    }

    @Override
    public void sigmoid(double[] x, double[] out, int from, int to) {
        run(VectorExponential::sigmoid, Exponential::sigmoid, x, out, from, to);
    }

    @Override
    public void sin(double[] x, double[] out, int from, int to) {
        run(VectorCircular::sin, Circular::sin, x, out, from, to);
    }

    @Override
    public void cos(double[] x, double[] out, int from, int to) {
        run(VectorCircular::cos, Circular::cos, x, out, from, to);
    }

    @Override
    public void pow(double[] x, double[] y, double[] out, int from, int to) {
        int i = from;
        while ((i = VectorPower.pow(x, y, out, i, to)) < to) {
            for (int end = Math.min(i + Lanes.COUNT, to); i < end; i++) {
                out[i] = Power.pow(x[i], y[i]);
            }
        }
    }

    private static void run(Loop vectors, DoubleUnaryOperator one, double[] x, double[] out, int from, int to) {
        int i = from;
        while ((i = vectors.run(x, out, i, to)) < to) {
            for (int end = Math.min(i + Lanes.COUNT, to); i < end; i++) {
                out[i] = one.applyAsDouble(x[i]);
            }
        }
    }
}
