package dev.gyrus.fitting.internal;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/** Points of the unit cube as pure functions of a seed. */
public final class Sampling {
    /** Resolution of a double between 0.5 and 1, and of commons-math's Sobol numbers: bits. */
    private static final int RANDOM_BITS = 53;

    private static final int SOBOL_BITS = 52;

    /** 2⁶⁴ divided by the golden ratio, odd: spreads counters. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Sampling() {}

    /**
     * 64 bits of a counter: the output function of SplitMix64, applied once for each part of the counter.
     *
     * <p>G. L. Steele, D. Lea and C. H. Flood, OOPSLA 2014, doi:10.1145/2660193.2660195.
     */
    static long bits(long seed, long row, long column) {
        return mix(mix(mix(seed + GOLDEN) + row * GOLDEN) + (column + 1) * GOLDEN);
    }

    private static long mix(long z) {
        long a = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
        return b ^ b >>> 31;
    }

    private static double unit(long bits) {
        return (bits >>> Long.SIZE - RANDOM_BITS) * 0x1p-53;
    }

    /** One uniform point, coordinates in [0, 1). */
    public static double[] uniform(long seed, int index, int dimensions) {
        double[] point = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            point[d] = unit(bits(seed, index, d));
        }
        return point;
    }

    /** {@code [point][dimension]}, each of {@code count} slices of a dimension hit once. */
    public static double[][] latinHypercube(long seed, int count, int dimensions) {
        double[][] points = new double[count][dimensions];
        for (int d = 0; d < dimensions; d++) {
            int[] slices = permutation(seed, count, dimensions + d);
            for (int i = 0; i < count; i++) {
                points[i][d] = (slices[i] + unit(bits(seed, i, d))) / count;
            }
        }
        return points;
    }

    /** Fisher–Yates; the modulo's bias is below 10⁻¹². */
    private static int[] permutation(long seed, int count, int stream) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = (int) Long.remainderUnsigned(bits(seed, i, stream), i + 1L);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** {@code [point][dimension]}: Sobol's points, the binary digits of each coordinate flipped where the seed says so. */
    public static double[][] sobol(long seed, int count, int dimensions) {
        SobolSequenceGenerator generator = new SobolSequenceGenerator(dimensions);
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            double[] point = generator.nextVector();
            for (int d = 0; d < dimensions; d++) {
                long shift = bits(seed, -1, d) >>> Long.SIZE - SOBOL_BITS;
                point[d] = ((long) (point[d] * 0x1p52) ^ shift) * 0x1p-52;
            }
            points[i] = point;
        }
        return points;
    }
}
