package dev.gyrus.models.aln.internal;

/** Complex numbers as two arrays. Not thread-safe. */
final class ComplexArray {
    final double[] re;
    final double[] im;

    ComplexArray(int size) {
        re = new double[size];
        im = new double[size];
    }

    int size() {
        return re.length;
    }

    /** Stores (a + bi)/(c + di) at the index, by R. L. Smith's algorithm (Communications of the ACM 5 (1962) 435). */
    void setQuotient(int index, double a, double b, double c, double d) {
        if (Math.abs(c) >= Math.abs(d)) {
            double ratio = d / c;
            double norm = c + d * ratio;
            re[index] = (a + b * ratio) / norm;
            im[index] = (b - a * ratio) / norm;
        } else {
            double ratio = c / d;
            double norm = c * ratio + d;
            re[index] = (a * ratio + b) / norm;
            im[index] = (b * ratio - a) / norm;
        }
    }

    /** The values divided by c + di. */
    ComplexArray dividedBy(double c, double d) {
        var quotient = new ComplexArray(size());
        for (int i = 0; i < size(); i++) {
            quotient.setQuotient(i, re[i], im[i], c, d);
        }
        return quotient;
    }
}
