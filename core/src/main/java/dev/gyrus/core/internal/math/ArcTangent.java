package dev.gyrus.core.internal.math;

/**
 * The arc tangent of one number, within 1 ulp.
 *
 * <p>The argument is turned by the nearest of the angles arctan {0, ½, 1, 3/2, ∞}, held in two doubles, which leaves |t|
 * ≤ 7/16 (Cody & Waite, <i>Software Manual for the Elementary Functions</i>, Prentice-Hall, 1980):
 *
 * <pre>arctan x = arctan c + arctan t,   t = (x − c)/(1 + c·x);   arctan t = t + t³·P(t²)</pre>
 *
 * P interpolates at the Chebyshev nodes (60 digits, relative error below 2⁻⁵⁹). Every back end uses this one form.
 */
final class ArcTangent {
    private static final double[] P = {
        -0x1.5555555555555p-2,
        0x1.99999999998c5p-3,
        -0x1.2492492485503p-3,
        0x1.c71c71bd2b8bcp-4,
        -0x1.745d154c84f7ap-4,
        0x1.3b1375ce5bdc6p-4,
        -0x1.110c9ce7b0572p-4,
        0x1.e170800a46210p-5,
        -0x1.ab59b417b2d3fp-5,
        0x1.7001816fd063fp-5,
        -0x1.0f62bba6a2558p-5,
        0x1.e4167464d3de8p-7
    };

    private ArcTangent() {}

    static double atan(double x) {
        double a = Math.abs(x);
        double value;
        if (a < 0.4375) {
            value = turned(a, 0.0, 0.0);
        } else if (a < 0.6875) {
            value = turned((2.0 * a - 1.0) / (2.0 + a), 0x1.dac670561bb4fp-2, 0x1.a2b7f222f65e2p-56);
        } else if (a < 1.1875) {
            value = turned((a - 1.0) / (a + 1.0), 0x1.921fb54442d18p-1, 0x1.1a62633145c07p-55);
        } else if (a < 2.4375) {
            value = turned((a - 1.5) / Math.fma(1.5, a, 1.0), 0x1.f730bd281f69bp-1, 0x1.007887af0cbbdp-56);
        } else {
            value = turned(-1.0 / a, 0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54);
        }
        return Math.copySign(value, x);
    }

    /** high + (low + arctan t), the largest part added last. */
    private static double turned(double t, double high, double low) {
        double z = t * t;
        double p = P[P.length - 1];
        for (int k = P.length - 2; k >= 0; k--) {
            p = Math.fma(p, z, P[k]);
        }
        return high + (Math.fma(t * z, p, low) + t);
    }
}
