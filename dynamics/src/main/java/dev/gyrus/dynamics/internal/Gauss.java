package dev.gyrus.dynamics.internal;

/**
 * Polynomials of degree {@value #DEGREE} on [0, 1] through equidistant nodes, and their values at the Gauss–Legendre points.
 *
 * <p>Collocation at Gauss points converges at the mesh points with order 2·{@value #DEGREE}, and with order {@value #DEGREE} +
 * 1 in between (C. de Boor & B. Swartz, SIAM J. Numer. Anal. 10, 1973, 582–606, doi:10.1137/0710052).
 */
public final class Gauss {
    /** Degree of the polynomials and number of points. */
    public static final int DEGREE = 4;

    private static final double INNER = Math.sqrt(3.0 / 7 - 2.0 / 7 * Math.sqrt(6.0 / 5));
    private static final double OUTER = Math.sqrt(3.0 / 7 + 2.0 / 7 * Math.sqrt(6.0 / 5));
    private static final double[] POINTS = {(1 - OUTER) / 2, (1 - INNER) / 2, (1 + INNER) / 2, (1 + OUTER) / 2};
    private static final double HEAVY = (18 + Math.sqrt(30)) / 72;
    private static final double LIGHT = (18 - Math.sqrt(30)) / 72;
    private static final double[] WEIGHTS = {LIGHT, HEAVY, HEAVY, LIGHT};
    private static final double[][] VALUES = new double[DEGREE][];
    private static final double[][] SLOPES = new double[DEGREE][];

    static {
        for (int c = 0; c < DEGREE; c++) {
            VALUES[c] = values(POINTS[c]);
            SLOPES[c] = slopes(POINTS[c]);
        }
    }

    private Gauss() {}

    /** The c-th Gauss point. */
    public static double point(int c) {
        return POINTS[c];
    }

    /** Its weight in the quadrature; the weights sum to 1. */
    public static double weight(int c) {
        return WEIGHTS[c];
    }

    /** The value at the c-th point of the polynomial that is 1 at node j and 0 at the others. */
    public static double value(int c, int j) {
        return VALUES[c][j];
    }

    /** Its derivative there. */
    public static double slope(int c, int j) {
        return SLOPES[c][j];
    }

    /** The values at x of the polynomials that are 1 at one node. */
    public static double[] values(double x) {
        double[] values = new double[DEGREE + 1];
        for (int j = 0; j <= DEGREE; j++) {
            double product = 1;
            for (int k = 0; k <= DEGREE; k++) {
                if (k != j) {
                    product *= (x * DEGREE - k) / (j - k);
                }
            }
            values[j] = product;
        }
        return values;
    }

    /** Their derivatives at x. */
    public static double[] slopes(double x) {
        double[] slopes = new double[DEGREE + 1];
        for (int j = 0; j <= DEGREE; j++) {
            for (int without = 0; without <= DEGREE; without++) {
                if (without == j) {
                    continue;
                }
                double product = (double) DEGREE / (j - without);
                for (int k = 0; k <= DEGREE; k++) {
                    if (k != j && k != without) {
                        product *= (x * DEGREE - k) / (j - k);
                    }
                }
                slopes[j] += product;
            }
        }
        return slopes;
    }
}
