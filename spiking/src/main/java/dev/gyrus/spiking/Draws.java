package dev.gyrus.spiking;

import dev.gyrus.core.NoiseSource;
import java.nio.charset.StandardCharsets;

/**
 * Random numbers as a pure function of a seed, a stream, a row and a place in the row: the same whoever asks, in whichever order.
 *
 * <p>They are Gyrus's "noise 1" (Threefry-2×64), so a network is the same on any machine and any number of threads.
 *
 * @param seed of the network
 * @param stream tells uses apart
 */
public record Draws(long seed, long stream) {
    /** Rows lie so far apart. */
    private static final int ROW_BITS = 32;

    /** Numbers for a purpose: those of different texts are independent. */
    public static Draws of(long seed, String purpose) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b) * 0x100000001b3L;
        }
        // Streams of a run's noise and initial values are small numbers: the highest bit keeps these apart from them.
        return new Draws(seed, hash | Long.MIN_VALUE);
    }

    /** A number in [0, 1). */
    public double uniform(int row, int place) {
        return NoiseSource.uniform(seed, stream, ((long) row << ROW_BITS) | place);
    }

    /** A whole number from 0 to {@code bound} − 1; its bias is below bound/2⁵³. */
    public int index(int row, int place, int bound) {
        return (int) (uniform(row, place) * bound);
    }

    /** Independent standard Gaussians, those of the first places of a row. */
    public double[] gaussians(int row, int count) {
        double[] out = new double[count];
        NoiseSource.of(seed).gaussians(stream, 2L * row, 0, out, 0, count);
        return out;
    }
}
