package dev.gyrus.dynamics;

/**
 * An eigenvalue of a linearisation: small deviations grow as exp(λt).
 *
 * @param real growth rate, per ms
 * @param imaginary angular frequency, in radians per ms
 */
public record Eigenvalue(double real, double imaginary) {
    /** The absolute value. */
    public double modulus() {
        return Math.hypot(real, imaginary);
    }
}
