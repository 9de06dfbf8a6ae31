package dev.gyrus.models.aln.internal;

import dev.gyrus.core.GyrusException;
import dev.gyrus.models.aln.CascadeSettings;
import dev.gyrus.models.aln.TableGrid;
import java.util.Locale;

/**
 * Computes one σ of a cascade table, µ after µ, because each damped oscillator is searched near the one before.
 *
 * <p>Where a response leaves the range of a double, far below threshold, the filters of the next µ stand in. Immutable;
 * thread-safe.
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
            double oscillatorFrequency) {

        private Entry withFiltersOf(Entry other) {
            return new Entry(
                    rate, meanVoltage, other.tauMu, other.tauSigma, other.oscillatorTau, other.oscillatorFrequency);
        }
    }

    private final TableGrid grid;
    private final Membrane membrane;
    private final PopulationResponse response;
    private final double sigma;

    public CascadeColumn(CascadeSettings settings, Membrane membrane, int sigmaIndex) {
        grid = settings.grid();
        this.membrane = membrane;
        response = new PopulationResponse(membrane, settings.resetBinQuirk(), settings.frequencies());
        sigma = grid.sigma(sigmaIndex);
    }

    /** The time constant of a lattice index of an {@link Entry}, in ms. */
    public static double timeConstant(int index) {
        return index < 0 ? 0 : ExponentialFit.lattice(index);
    }

    /**
     * Computes the entries of all µ.
     *
     * @param afterEach called after each
     * @throws GyrusException when no response is in the range of a double
     * @throws InterruptedException when the thread is interrupted
     */
    public Entry[] compute(Runnable afterEach) throws InterruptedException {
        Entry[] entries = new Entry[grid.muSize()];
        int first = -1;
        DampedOscillator oscillator = null;
        for (int i = 0; i < entries.length; i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            PopulationResponse.Features features = response.at(grid.mu(i), sigma);
            entries[i] = new Entry(features.rate(), features.meanVoltage(), 0, 0, 0, 0);
            if (features.filters().isPresent()) {
                PopulationResponse.Filters filters = features.filters().get();
                oscillator = oscillator == null
                        ? DampedOscillator.fit(filters.realPeak(), filters.imaginaryPeak(), membrane.tau)
                        : oscillator.next(filters.realPeak(), filters.imaginaryPeak(), membrane.tau);
                first = first < 0 ? i : first;
                entries[i] = new Entry(
                        features.rate(),
                        features.meanVoltage(),
                        filters.tauMu(),
                        filters.tauSigma(),
                        oscillator.tau(),
                        oscillator.frequency());
            } else if (first >= 0) {
                entries[i] = entries[i].withFiltersOf(entries[i - 1]);
            }
            afterEach.run();
        }
        if (first < 0) {
            throw GyrusException.run(String.format(
                    Locale.ROOT,
                    "at sigma = %.6g mV/√ms the neuron is practically silent up to mu = %.6g mV/ms: choose a larger "
                            + "sigma.start or mu.stop",
                    sigma,
                    grid.muStop()));
        }
        for (int i = 0; i < first; i++) {
            entries[i] = entries[i].withFiltersOf(entries[first]);
        }
        return entries;
    }
}
