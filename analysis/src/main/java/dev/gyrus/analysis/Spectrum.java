package dev.gyrus.analysis;

import dev.gyrus.core.GyrusException;

/**
 * A power spectrum. Thread-safe; the arrays are handed over, not copied: treat them as read-only.
 *
 * @param frequencies in Hz, ascending from 0
 * @param power one value per frequency, in the squared unit of the signal (per Hz if it is a density)
 */
public record Spectrum(double[] frequencies, double[] power) {

    public Spectrum {
        if (frequencies.length != power.length || power.length == 0) {
            throw GyrusException.input(
                    "spectrum",
                    "one power per frequency, at least one",
                    power.length + " for " + frequencies.length + " frequencies");
        }
    }

    /** The frequency of the highest power, in Hz; the lowest of equals. */
    public double dominantFrequency() {
        return frequencies[peak()];
    }

    /** The highest power. */
    public double peakPower() {
        return power[peak()];
    }

    private int peak() {
        int peak = 0;
        for (int k = 1; k < power.length; k++) {
            if (power[k] > power[peak]) {
                peak = k;
            }
        }
        return peak;
    }
}
