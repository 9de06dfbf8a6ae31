package dev.gyrus.stimulus;

import dev.gyrus.core.Stimulus;

/**
 * A held signal with its latest stretch of values.
 *
 * <p>What is kept never changes a value. Threads that use one object may make a stretch twice: it is published through a
 * record's final field, and each sees a complete one.
 */
final class Played implements Stimulus {
    private final HeldSignal<?> signal;
    private Stretch latest = new Stretch(-1, new double[0]);

    private record Stretch(long first, double[] values) {}

    Played(HeldSignal<?> signal) {
        this.signal = signal;
    }

    @Override
    public double at(double t) {
        long k = (long) Math.max(0, Math.floor((t + SAME_TIME) / signal.interval()));
        int within = (int) (k % HeldSignal.STRETCH);
        Stretch stretch = latest;
        if (stretch.first != k - within) {
            stretch = new Stretch(k - within, new double[HeldSignal.STRETCH]);
            signal.stretch(stretch.first, stretch.values);
            latest = stretch;
        }
        return stretch.values[within];
    }

    @Override
    public String toString() {
        return signal.toString();
    }
}
