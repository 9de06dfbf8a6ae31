package dev.gyrus.core.internal.math;

/**
 * The numeric kernels a run uses; every back end gives the same bits.
 *
 * <p>Thread-safe.
 *
 * @param name {@code plain} or {@code vector}
 */
public record Backend(String name, Elementary elementary, Noise noise, BlockSum blockSum) {
    private static final Backend PLAIN =
            new Backend("plain", new PlainElementary(), new PlainNoise(), new PlainBlockSum());

    /** The fastest back end here. */
    public static Backend get() {
        return PLAIN;
    }

    /** The back end in plain Java. */
    public static Backend plain() {
        return PLAIN;
    }
}
