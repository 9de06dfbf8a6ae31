package dev.gyrus.core.internal.engine;

/** The few loops over lanes that are not compiled from equations. */
final class Lanes {
    private Lanes() {}

    /** out = x + c·k. */
    static void combine(double[] x, double c, double[] k, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = x[i] + c * k[i];
        }
    }

    /** x += c·k. */
    static void add(double[] x, double c, double[] k, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] += c * k[i];
        }
    }

    /** x += c·g·ξ. */
    static void addNoise(double[] x, double c, double[] g, double[] xi, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] += c * g[i] * xi[i];
        }
    }

    /** x += y. */
    static void add(double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] += y[i];
        }
    }

    /** x += c. */
    static void add(double[] x, double c, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] += c;
        }
    }

    static void fill(double[] x, double value, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = value;
        }
    }

    /** x ← min(max(x, low), high); a value that is not a number stays one. */
    static void clamp(double[] x, double low, double high, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = Math.min(Math.max(x[i], low), high);
        }
    }

    /** x ← x − n·(high − low) with the whole n that brings it into [low, high); values already there keep their bits. */
    static void wrap(double[] x, double low, double high, int from, int to) {
        double period = high - low;
        for (int i = from; i < to; i++) {
            double wrapped = Math.max(x[i] - Math.floor((x[i] - low) / period) * period, low);
            x[i] = wrapped >= high ? low : wrapped; // a tiny negative distance from low rounds up to high
        }
    }

    /** Cubic Hermite interpolation half-way: (y0 + y1)/2 + h/8·(s0 − s1). */
    static void midpoint(double[] y0, double[] y1, double h, double[] s0, double[] s1, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = 0.5 * (y0[i] + y1[i]) + h * 0.125 * (s0[i] - s1[i]);
        }
    }

    static void mean(double[] y0, double[] y1, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = 0.5 * (y0[i] + y1[i]);
        }
    }

    /** The first of the lanes from … to − 1 whose value is not finite, or −1. */
    static int notFinite(double[] x, int from, int to) {
        double even = 0;
        double odd = 0;
        int i = from;
        for (; i < to - 1; i += 2) {
            even += x[i] * 0;
            odd += x[i + 1] * 0;
        }
        if (even + odd == 0 && (i == to || x[i] * 0 == 0)) {
            return -1;
        }
        for (i = from; i < to; i++) {
            if (!Double.isFinite(x[i])) {
                return i;
            }
        }
        return -1;
    }
}
