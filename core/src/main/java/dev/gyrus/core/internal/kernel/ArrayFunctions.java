package dev.gyrus.core.internal.kernel;

import dev.gyrus.core.internal.math.Backend;
import dev.gyrus.core.internal.math.Elementary;

/** What compiled kernels call for elementary functions over arrays. */
final class ArrayFunctions {
    private static final Elementary ELEMENTARY = Backend.get().elementary();

    private ArrayFunctions() {}

    static void exp(double[] x, double[] out, int from, int to) {
        ELEMENTARY.exp(x, out, from, to);
    }

    static void log(double[] x, double[] out, int from, int to) {
        ELEMENTARY.log(x, out, from, to);
    }

    static void tanh(double[] x, double[] out, int from, int to) {
        ELEMENTARY.tanh(x, out, from, to);
    }

    static void sin(double[] x, double[] out, int from, int to) {
        ELEMENTARY.sin(x, out, from, to);
    }

    static void cos(double[] x, double[] out, int from, int to) {
        ELEMENTARY.cos(x, out, from, to);
    }

    static void sigmoid(double[] x, double[] out, int from, int to) {
        ELEMENTARY.sigmoid(x, out, from, to);
    }

    static void atan(double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Elementary.atan(x[i]);
        }
    }

    static void erf(double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Elementary.erf(x[i]);
        }
    }

    static void erfc(double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Elementary.erfc(x[i]);
        }
    }

    static void pow(double[] x, double[] y, double[] out, int from, int to) {
        ELEMENTARY.pow(x, y, out, from, to);
    }
}
