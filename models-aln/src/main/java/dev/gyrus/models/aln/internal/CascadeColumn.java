package dev.gyrus.models.aln.internal;

import dev.gyrus.core.GyrusException;
import dev.gyrus.models.aln.CascadeSettings;

/**
 * Computes one σ of a cascade table, µ after µ, because each damped oscillator is searched near the one before.
 *
 * <p>Not thread-safe; columns are independent.
 */
public final class CascadeColumn {
    /**
     * The values of one grid point.
     *
     * @param rate kHz
     * @param meanVoltage mV
     * @param tauMu index on the lattice of τ_µ
     * @param tauSigma index on the lattice of τ_σ, or −1 for 0 ms
     * @param oscillatorTau ms
     * @param oscillatorFrequency kHz
     */
    public record Entry(
            double rate,
            double meanVoltage,
            int tauMu,
            int tauSigma,
            double oscillatorTau,
            double oscillatorFrequency) {}

    private final CascadeSettings settings;
    private final Membrane membrane;
    private final PopulationResponse response;
    private final double sigma;
    private DampedOscillator oscillator;
    private int index;

    public CascadeColumn(CascadeSettings settings, Membrane membrane, int sigmaIndex) {
        this.settings = settings;
        this.membrane = membrane;
        response = new PopulationResponse(membrane, settings.resetBinQuirk(), settings.frequencies());
        sigma = settings.grid().sigma(sigmaIndex);
    }

    /** The time constant of a lattice index of an {@link Entry}, in ms. */
    public static double timeConstant(int index) {
        return index < 0 ? 0 : ExponentialFit.lattice(index);
    }

    /**
     * Computes the next µ, starting at the first.
     *
     * @throws GyrusException when the density leaves the range of a double there
     */
    public Entry next() {
        PopulationResponse.Features features = response.at(settings.grid().mu(index), sigma);
        oscillator = index == 0
                ? DampedOscillator.fit(features.realPeak(), features.imaginaryPeak(), membrane.tau)
                : oscillator.next(features.realPeak(), features.imaginaryPeak(), membrane.tau);
        index++;
        return new Entry(
                features.rate(),
                features.meanVoltage(),
                features.tauMu(),
                features.tauSigma(),
                oscillator.tau(),
                oscillator.frequency());
    }
}
