package dev.gyrus.studies;

/**
 * What the probe for bistability finds at one point.
 *
 * @param frequency of the highest line of the spectrum while the state is down, in Hz; 0 where none exceeds 1 Hz²
 * @param max highest rate of excitation while the state is up, in Hz
 * @param down mean rate while the state is down, in Hz
 * @param up mean rate while it is up, in Hz
 */
record Cell(double frequency, double max, double down, double up) {
    private static final double OSCILLATES = 0.5;
    private static final double BISTABLE = 10;

    /** Fast cycles are those of excitation and inhibition, slow ones those of adaptation and excitation. */
    private static final double FAST = 5;

    private static final double ACTIVE = 5;

    boolean oscillates() {
        return frequency >= OSCILLATES;
    }

    boolean isSlow() {
        return oscillates() && frequency < FAST;
    }

    boolean isFast() {
        return frequency >= FAST;
    }

    boolean isBistable() {
        return up - down >= BISTABLE;
    }

    /** d down, u up, o fast cycle, s slow cycle, b bistable, B bistable beside a cycle. */
    char letter() {
        if (oscillates()) {
            return isBistable() ? 'B' : isSlow() ? 's' : 'o';
        }
        return isBistable() ? 'b' : down < ACTIVE ? 'd' : 'u';
    }
}
