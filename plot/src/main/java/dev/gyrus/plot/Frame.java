package dev.gyrus.plot;

/**
 * The rectangle of a panel on the page, and how its two axes map onto it.
 *
 * @param left in points, as the other three
 */
record Frame(double left, double top, double width, double height, Ruler horizontal, Ruler vertical) {

    double x(double value) {
        return left + width * horizontal.fraction(value);
    }

    double y(double value) {
        return top + height * (1 - vertical.fraction(value));
    }

    double[] x(double[] values) {
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = x(values[i]);
        }
        return out;
    }

    double[] y(double[] values) {
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = y(values[i]);
        }
        return out;
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }
}
