package dev.gyrus.models.aln.internal;

import java.util.Arrays;

/**
 * Rational interpolation of complex values of one real variable by Thiele's continued fraction.
 *
 * <pre>  R(x) = a₀ + (x − x₀)/(a₁ + (x − x₁)/(a₂ + …))</pre>
 *
 * <p>A response has its poles near the real axis or behind a logarithmic spread of decay rates, both of which a rational
 * function follows where a polynomial or a spline cannot. The next point is always the one where the fraction so far is
 * farthest off, which keeps the inverse differences well conditioned; the fraction ends early when it meets all points.
 * A point whose inverse difference does
 * not exist is left out. Immutable; thread-safe.
 *
 * <p>Source: J. Stoer, R. Bulirsch, Introduction to Numerical Analysis, Springer (2002), §2.2,
 * doi:10.1007/978-0-387-21738-3; for responses H. J. Vidberg, J. W. Serene, Journal of Low Temperature Physics 29 (1977)
 * 179, doi:10.1007/BF00655090.
 */
final class RationalInterpolation {
    private final double[] x;
    private final double[] re;
    private final double[] im;
    /** The fraction is that of the values divided by 2 to this power: moduli are squared, and responses may be tiny. */
    private final int exponent;

    private RationalInterpolation(double[] x, double[] re, double[] im, int exponent) {
        this.exponent = exponent;
        this.x = x;
        this.re = re;
        this.im = im;
    }

    /** The fraction through values[i] at points[i]; points are distinct. */
    static RationalInterpolation through(double[] points, ComplexArray values) {
        double[] x = points.clone();
        double[] re = values.re.clone();
        double[] im = values.im.clone();
        double largest = 0;
        for (int i = 0; i < re.length; i++) {
            largest = Math.max(largest, Math.max(Math.abs(re[i]), Math.abs(im[i])));
        }
        int exponent = Math.getExponent(largest);
        scale(re, im, -exponent);
        int terms = 1;
        while (terms < x.length) {
            // a_i becomes (x_i − x_last)/(a_i − a_last); the smallest of these belongs to the point farthest off.
            int next = terms;
            double smallest = Double.POSITIVE_INFINITY;
            int last = terms - 1;
            for (int i = terms; i < x.length; i++) {
                double dr = re[i] - re[last];
                double di = im[i] - im[last];
                double scale = (x[i] - x[last]) / (dr * dr + di * di);
                re[i] = scale * dr;
                im[i] = -scale * di;
                double modulus = re[i] * re[i] + im[i] * im[i];
                if (modulus < smallest) {
                    smallest = modulus;
                    next = i;
                }
            }
            if (!(smallest < Double.POSITIVE_INFINITY)) {
                break;
            }
            for (double[] array : new double[][] {x, re, im}) {
                double kept = array[terms];
                array[terms] = array[next];
                array[next] = kept;
            }
            terms++;
        }
        return new RationalInterpolation(
                Arrays.copyOf(x, terms), Arrays.copyOf(re, terms), Arrays.copyOf(im, terms), exponent);
    }

    /** The values of the fraction at the given points. */
    ComplexArray at(double[] points) {
        var values = new ComplexArray(points.length);
        int last = x.length - 1;
        Arrays.fill(values.re, re[last]);
        Arrays.fill(values.im, im[last]);
        for (int i = last - 1; i >= 0; i--) {
            addLevel(points.length, values.re, values.im, points, x[i], re[i], im[i]);
        }
        scale(values.re, values.im, exponent);
        return values;
    }

    private static void scale(double[] re, double[] im, int exponent) {
        for (int i = 0; i < re.length; i++) {
            re[i] = Math.scalb(re[i], exponent);
            im[i] = Math.scalb(im[i], exponent);
        }
    }

    /** value ← a + (x − x_i)/value. */
    private static void addLevel(int n, double[] re, double[] im, double[] x, double node, double aRe, double aIm) {
        for (int i = 0; i < n; i++) {
            double vr = re[i];
            double vi = im[i];
            double scale = (x[i] - node) / (vr * vr + vi * vi);
            re[i] = aRe + scale * vr;
            im[i] = aIm - scale * vi;
        }
    }
}
