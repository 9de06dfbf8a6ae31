package dev.gyrus.core.internal.math;

/**
 * The Box–Muller transform of two words, see {@link Noise}.
 *
 * <p>2πu₂ = (π/2)·(n + r) with n the nearest integer to 4u₂: both differences are exact, and sine and cosine of the quarter
 * turn come from the polynomials of {@link Circular}; swapping and signs are done on bits, as branches on random numbers
 * are mispredicted half the time.
 */
final class BoxMuller {
    private BoxMuller() {}

    /** Leaves 1 + ⌊word/2¹²⌋/2⁵² of the two words in the arrays, for {@link #transform}. */
    static void prepare(Threefry.Words words, double[] even, double[] odd, int i) {
        even[i] = oneToTwo(words.first());
        odd[i] = oneToTwo(words.second());
    }

    /** Turns what {@link #prepare} left into two Gaussians. */
    static void transform(double[] even, double[] odd, int i) {
        double radius = Math.sqrt(-2.0 * Logarithm.logOfNormal(2.0 - even[i], 0.0));
        double turn = 4.0 * (odd[i] - 1.0);
        double shifted = turn + Exponential.TO_INTEGER;
        double r = (turn - (shifted - Exponential.TO_INTEGER)) * Circular.HALF_PI;
        long quadrant = Double.doubleToRawLongBits(shifted);
        long sine = Double.doubleToRawLongBits(Circular.sinOfReduced(r));
        long cosine = Double.doubleToRawLongBits(Circular.cosOfReduced(r));
        long swap = (sine ^ cosine) & -(quadrant & 1);
        long cosineSign = (quadrant + 1 & 2) << 62;
        long sineSign = (quadrant & 2) << 62;
        even[i] = radius * Double.longBitsToDouble(cosine ^ swap ^ cosineSign);
        odd[i] = radius * Double.longBitsToDouble(sine ^ swap ^ sineSign);
    }

    /** The upper 52 bits of a word as the mantissa of a number in [1, 2). */
    private static double oneToTwo(long word) {
        return Double.longBitsToDouble(word >>> 12 | Exponential.ONE_BITS);
    }
}
