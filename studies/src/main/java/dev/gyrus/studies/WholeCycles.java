package dev.gyrus.studies;

import dev.gyrus.core.Stimulus;

/**
 * The oscillating stimulus as the study made it: whole cycles of ⌊10 000/f⌋ samples of 0.1 ms, both ends of each included, so
 * that zero comes twice between two cycles and the frequency is not quite the nominal one.
 */
final class WholeCycles implements Stimulus {
    private static final double INTERVAL = 0.1;

    private final double[] cycle;
    private final long first;
    private final long end;

    /**
     * @param amplitude from zero to the peak, in the unit of the input
     * @param frequency nominal, in Hz
     * @param start in ms
     * @param cycles how many; {@link Integer#MAX_VALUE} for no end
     */
    WholeCycles(double amplitude, double frequency, double start, int cycles) {
        cycle = new double[(int) Math.floor(10_000 / frequency + 1e-9)];
        for (int k = 0; k < cycle.length; k++) {
            cycle[k] = amplitude * StrictMath.sin(2 * Math.PI * k / (cycle.length - 1));
        }
        first = Math.round(start / INTERVAL);
        end = cycles == Integer.MAX_VALUE ? Long.MAX_VALUE : first + (long) cycles * cycle.length;
    }

    /** The frequency of the cycles, in Hz. */
    double frequency() {
        return 1000 / (INTERVAL * cycle.length);
    }

    @Override
    public double at(double t) {
        long sample = (long) Math.floor((t + SAME_TIME) / INTERVAL);
        return sample < first || sample >= end ? 0 : cycle[(int) ((sample - first) % cycle.length)];
    }
}
