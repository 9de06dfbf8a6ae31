package dev.gyrus.fitting;

import dev.gyrus.core.Problems;

/**
 * What the probe for bistability shows: a rate under the signal {@code rectified}, which pushes it down, lets go, pushes it up
 * and lets go.
 *
 * <p>Of a run of duration T, the down window lies strictly between T/3 and T/2, the up window strictly between 5T/6 and T (2 … 3
 * and 5 … 6 s of 6 s). The frequency is that of the highest line below 70 Hz in Welch's power spectrum of the down window (Hann,
 * segments of half of it), or 0 where that line has at most 1 Hz². {@link ProbeAnalysis} finds all this. Thread-safe.
 *
 * <p>C. Cakan, K. Obermayer, Biophysically grounded mean-field models of neural populations under electrical stimulation, PLOS
 * Comput. Biol. 16, 2020, doi:10.1371/journal.pcbi.1007822.
 *
 * @param frequency of the oscillation in the down window, in Hz; 0 for none
 * @param down mean of the down window, in the unit of the rate, as are the next
 * @param up mean of the up window
 * @param lowest least value of the up window
 * @param highest largest value of the up window
 */
public record Probe(double frequency, double down, double up, double lowest, double highest) {
    /**
     * Where one regime ends and another begins.
     *
     * @param oscillation least frequency of an oscillation, in Hz
     * @param fast least frequency of a fast one, in Hz
     * @param difference least difference of up and down of two states, in Hz
     * @param high least rate of a steady up state in the down window, in Hz
     */
    public record Limits(double oscillation, double fast, double difference, double high) {
        public Limits {
            Problems problems = new Problems();
            problems.require(oscillation > 0, "oscillation", "a positive frequency in Hz", oscillation);
            problems.require(fast >= 0, "fast", "a frequency in Hz that is not negative", fast);
            problems.require(difference > 0, "difference", "a positive difference of rates in Hz", difference);
            problems.require(high >= 0, "high", "a rate in Hz that is not negative", high);
            problems.throwIfAny();
        }

        /** 0.5 Hz, 5 Hz, 10 Hz and 5 Hz. */
        public static Limits standard() {
            return new Limits(0.5, 5, 10, 5);
        }
    }

    /** How much higher the up window is than the down window. */
    public double difference() {
        return up - down;
    }

    /** Whether there is an oscillation, by the standard limits. */
    public boolean oscillates() {
        return frequency >= Limits.standard().oscillation();
    }

    /** Whether that is one of excitation and inhibition, by the standard limits. */
    public boolean isFast() {
        return frequency >= Limits.standard().fast();
    }

    /** Whether that is one of adaptation, by the standard limits. */
    public boolean isSlow() {
        return oscillates() && !isFast();
    }

    /** Whether it ends up as well as down, by the standard limits. */
    public boolean isBistable() {
        return difference() >= Limits.standard().difference();
    }

    /** By the standard limits. */
    public Regime regime() {
        return regime(Limits.standard());
    }

    public Regime regime(Limits limits) {
        boolean oscillates = frequency >= limits.oscillation();
        boolean bistable = difference() >= limits.difference();
        if (oscillates) {
            return bistable ? Regime.BOTH : frequency >= limits.fast() ? Regime.FAST : Regime.SLOW;
        }
        return bistable ? Regime.BISTABLE : down >= limits.high() ? Regime.UP : Regime.DOWN;
    }
}
