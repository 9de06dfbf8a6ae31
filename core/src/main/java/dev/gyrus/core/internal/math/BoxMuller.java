package dev.gyrus.core.internal.math;

/** The two factors of the Box–Muller transform, from the upper 52 bits of one word each. */
final class BoxMuller {
    private BoxMuller() {}

    /** √(−2 ln u) with u = 1 − ⌊word/2¹²⌋/2⁵² in (0, 1]. */
    static double radius(long word) {
        double u = 2.0 - oneToTwo(word);
        return Math.sqrt(-2.0 * Logarithm.logOfNormal(u, 0.0));
    }

    /** cos 2πu with u = ⌊word/2¹²⌋/2⁵² in [0, 1). */
    static double cosine(long word) {
        double turn = 4.0 * (oneToTwo(word) - 1.0);
        double shifted = turn + Exponential.TO_INTEGER;
        double r = (turn - (shifted - Exponential.TO_INTEGER)) * Circular.HALF_PI;
        long quadrant = Double.doubleToRawLongBits(shifted);
        double value = (quadrant & 1) == 0 ? Circular.cosOfReduced(r) : Circular.sinOfReduced(r);
        return Circular.flip(value, (quadrant + 1 & 2) << 62);
    }

    /** sin 2πu with u = ⌊word/2¹²⌋/2⁵² in [0, 1). */
    static double sine(long word) {
        double turn = 4.0 * (oneToTwo(word) - 1.0);
        double shifted = turn + Exponential.TO_INTEGER;
        double r = (turn - (shifted - Exponential.TO_INTEGER)) * Circular.HALF_PI;
        long quadrant = Double.doubleToRawLongBits(shifted);
        double value = (quadrant & 1) == 0 ? Circular.sinOfReduced(r) : Circular.cosOfReduced(r);
        return Circular.flip(value, (quadrant & 2) << 62);
    }

    /** The upper 52 bits of a word as the mantissa of a number in [1, 2). */
    private static double oneToTwo(long word) {
        return Double.longBitsToDouble(word >>> 12 | Exponential.ONE_BITS);
    }
}
