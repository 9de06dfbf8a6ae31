package dev.gyrus.core.internal.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The widest vectors of this machine.
 *
 * <p>How the classes named {@code Vector…} are written follows from how the compiler (C2, JDK 17) treats the Vector API:
 * only what is inlined into the loop stays in registers, everything else is boxed on the heap, and the budget for
 * inlining is spent after some fifty vector operations. Hence one short loop per function, without helper methods, with
 * constants as plain numbers (they are broadcast once, before the loop), and longer functions as several loops over the
 * same arrays. Clamping and blending special cases took exp from 0.42 to 0.85 ns per value, so a loop only tests whether
 * a whole vector lies in the plain domain of its function; the rare others, and what is left over at the end of an array,
 * go through the scalar form.
 */
final class Lanes {
    static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    static final int COUNT = DOUBLES.length();

    /** With this added, the bits of the positive normal numbers, and no others, are less than {@link #NOT_NORMAL}. */
    static final long TO_ORDER = Long.MIN_VALUE - 0x0010000000000000L;

    static final long NOT_NORMAL = Long.MIN_VALUE + 0x7fe0000000000000L;

    /** The bits of 2⁵²: or-ed to an integer below 2⁵², it makes the double 2⁵² + integer. */
    static final long INTEGER_BITS = 0x4330000000000000L;

    /** Subtracted from 2⁵² + a biased exponent, it leaves the exponent. */
    static final double BIASED_INTEGER = 0x1p52 + Logarithm.EXPONENT_BIAS;

    private Lanes() {}
}
