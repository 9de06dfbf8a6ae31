package dev.gyrus.stimulus;

/** A complex number, for the linear response of a cable. */
record Complex(double re, double im) {

    static Complex real(double re) {
        return new Complex(re, 0);
    }

    double magnitude() {
        return StrictMath.hypot(re, im);
    }

    double phase() {
        return StrictMath.atan2(im, re);
    }

    Complex plus(Complex other) {
        return new Complex(re + other.re, im + other.im);
    }

    Complex minus(Complex other) {
        return new Complex(re - other.re, im - other.im);
    }

    Complex times(Complex other) {
        return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
    }

    Complex times(double factor) {
        return new Complex(re * factor, im * factor);
    }

    Complex over(Complex other) {
        double square = other.re * other.re + other.im * other.im;
        return new Complex((re * other.re + im * other.im) / square, (im * other.re - re * other.im) / square);
    }

    /** The root with a positive real part. */
    Complex sqrt() {
        double r = Math.sqrt(magnitude());
        double half = phase() / 2;
        return new Complex(r * StrictMath.cos(half), r * StrictMath.sin(half));
    }

    Complex exp() {
        double r = StrictMath.exp(re);
        return new Complex(r * StrictMath.cos(im), r * StrictMath.sin(im));
    }
}
