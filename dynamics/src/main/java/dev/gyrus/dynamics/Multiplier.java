package dev.gyrus.dynamics;

/**
 * A Floquet multiplier: the factor by which a small deviation from a cycle has changed after one period.
 *
 * @param real its real part
 * @param imaginary its imaginary part
 */
public record Multiplier(double real, double imaginary) {
    /** |λ|: a cycle is stable where all but the trivial multiplier 1 are inside the unit circle. */
    public double modulus() {
        return Math.hypot(real, imaginary);
    }
}
