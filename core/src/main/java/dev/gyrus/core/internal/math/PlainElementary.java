package dev.gyrus.core.internal.math;

/** One number after the other. */
final class PlainElementary implements Elementary {

    @Override
    public void exp(double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Exponential.exp(x[i]);
        }
    }

    @Override
    public void log(double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Logarithm.log(x[i]);
        }
    }

    @Override
    public void tanh(double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Exponential.tanh(x[i]);
        }
    }

    @Override
    public void sigmoid(double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Exponential.sigmoid(x[i]);
        }
    }

    @Override
    public void sin(double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Circular.sin(x[i]);
        }
    }

    @Override
    public void cos(double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Circular.cos(x[i]);
        }
    }

    @Override
    public void pow(double[] x, double[] y, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Power.pow(x[i], y[i]);
        }
    }
}
