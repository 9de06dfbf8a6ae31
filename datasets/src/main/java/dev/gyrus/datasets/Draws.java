package dev.gyrus.datasets;

/**
 * Random numbers as a pure function of (seed, stream, index), so that nothing depends on the order of drawing.
 *
 * <p>The bits are SplitMix64's finaliser, applied once per argument: G. L. Steele, D. Lea, C. H. Flood, Fast splittable
 * pseudorandom number generators, OOPSLA 2014, doi:10.1145/2660193.2660195. Gaussians by Box and Muller's method with
 * {@link StrictMath}: the same bits on every machine.
 */
final class Draws {
    private Draws() {}

    /** In (0, 1). */
    static double uniform(long seed, long stream, long index) {
        long bits = mix(mix(mix(seed) ^ stream) ^ index);
        return (bits >>> 11) * 0x1p-53 + 0x1p-54;
    }

    /** Of mean 0 and variance 1. */
    static double gaussian(long seed, long stream, long index) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform(seed, stream, 2 * index)));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform(seed, stream, 2 * index + 1));
    }

    private static long mix(long z) {
        z += 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
