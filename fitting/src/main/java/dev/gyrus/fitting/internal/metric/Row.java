package dev.gyrus.fitting.internal.metric;

import dev.gyrus.core.Observer;

/** A block of one step and one channel: a sample. */
record Row(long firstStep, double[] sample) implements Observer.Block {
    @Override
    public int steps() {
        return 1;
    }

    @Override
    public double[] row(int channel, int k) {
        return sample;
    }
}
