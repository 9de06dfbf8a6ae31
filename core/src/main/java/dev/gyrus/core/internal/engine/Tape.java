package dev.gyrus.core.internal.engine;

/**
 * The recent past of one variable, one contiguous stretch of time per lane: what delayed sums read.
 *
 * <p>{@link #head} is the position of the current block's first sample in each lane's stretch. When a stretch is full,
 * its last samples move to its front.
 */
final class Tape {
    /** Short stretches keep the past of all lanes close together; moves cost little from a few blocks on. */
    private static final int BLOCKS = 4;

    private final double[] values;
    private final int length;
    private final int past;
    private final int lanes;
    private int head;

    /** @param past how many samples before the head must stay readable */
    Tape(int lanes, int past, int block) {
        this.lanes = lanes;
        this.past = past;
        this.length = past + 1 + Math.max(past / BLOCKS, BLOCKS * block);
        this.values = new double[lanes * length];
        this.head = past;
    }

    double[] values() {
        return values;
    }

    int lanes() {
        return lanes;
    }

    int length() {
        return length;
    }

    int head() {
        return head;
    }

    void head(int position) {
        head = position;
    }

    int past() {
        return past;
    }

    /** Makes room for a block of steps after the head. */
    void reserve(int steps) {
        if (head + steps < length) {
            return;
        }
        for (int lane = 0; lane < lanes; lane++) {
            int base = lane * length;
            System.arraycopy(values, base + head - past, values, base, past + 1);
        }
        head = past;
    }

    /** Moves the head behind a finished block. */
    void advance(int steps) {
        head += steps;
    }

    /** Writes the sample {@code k} steps after the head for some lanes. */
    void write(int k, double[] row, int from, int to) {
        int at = head + k;
        for (int lane = from; lane < to; lane++) {
            values[lane * length + at] = row[lane];
        }
    }
}
