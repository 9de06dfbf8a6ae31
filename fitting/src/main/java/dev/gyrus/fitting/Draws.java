package dev.gyrus.fitting;

import java.util.stream.IntStream;

/**
 * A sequence of random numbers that is a pure function of a seed and a stream, with the same bits on every machine.
 *
 * <p>Number k is SplitMix64's finaliser of the key and k: G. L. Steele, D. Lea and C. H. Flood, OOPSLA 2014,
 * doi:10.1145/2660193.2660195. Transcendental functions are those of {@link StrictMath}. Used by one thread at a time.
 */
public final class Draws {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final long key;
    private long count;

    private Draws(long key) {
        this.key = key;
    }

    /** The numbers of a seed; streams of one seed are independent. */
    public static Draws of(long seed, long stream) {
        return new Draws(mix(mix(seed + GOLDEN) ^ stream));
    }

    /** In (0, 1). */
    public double uniform() {
        return (next() >>> 11) * 0x1p-53 + 0x1p-54;
    }

    /** Of mean 0 and variance 1, by Box and Muller's method. */
    public double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** Of the standard Cauchy distribution. */
    public double cauchy() {
        return StrictMath.tan(StrictMath.PI * (uniform() - 0.5));
    }

    /** One of 0 … bound − 1. */
    public int below(int bound) {
        return (int) Math.min(bound - 1L, (long) (uniform() * bound));
    }

    /** A point of the unit cube. */
    public double[] point(int dimensions) {
        double[] point = new double[dimensions];
        for (int k = 0; k < dimensions; k++) {
            point[k] = uniform();
        }
        return point;
    }

    /** 0 … count − 1 in random order (Fisher and Yates). */
    public int[] shuffled(int count) {
        int[] order = IntStream.range(0, count).toArray();
        for (int k = count - 1; k > 0; k--) {
            int other = below(k + 1);
            int held = order[k];
            order[k] = order[other];
            order[other] = held;
        }
        return order;
    }

    private long next() {
        return mix(key + GOLDEN * ++count);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
