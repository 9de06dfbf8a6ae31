package dev.gyrus.models.aln;

import dev.gyrus.core.Problems;

/**
 * Everything that determines the numbers of a cascade table.
 *
 * <p>The time constants are fitted to the response at {@value #FIT_FREQUENCIES} frequencies, 0.25 Hz to 1 kHz in steps of
 * 0.25 Hz. With {@code frequencies} equal to that number it is computed at each; with fewer it is computed at that many
 * logarithmically spaced ones and interpolated by a rational function, which is several times faster; with 64, one in
 * two hundred values of τ_µ in the published table moves by a lattice step of 0.01 ms. Thread-safe: immutable.
 *
 * @param neuron the neuron
 * @param grid the points of the table
 * @param resetBinQuirk whether the response keeps an indexing slip of the published table: in the step above the reset
 *     potential, iω ΔV multiplies the flux instead of the density. It changes τ_µ by up to 2 %.
 * @param frequencies the number of frequencies at which the response is computed, 16 to {@value #FIT_FREQUENCIES}
 */
public record CascadeSettings(NeuronParameters neuron, TableGrid grid, boolean resetBinQuirk, int frequencies) {

    /** The number of frequencies a time constant is fitted to. */
    public static final int FIT_FREQUENCIES = 4000;

    private static final int FEW = 64;

    public CascadeSettings {
        var problems = new Problems();
        problems.require(
                frequencies >= 16 && frequencies <= FIT_FREQUENCIES,
                "frequencies",
                "16 to " + FIT_FREQUENCIES,
                frequencies);
        problems.throwIfAny();
    }

    /** What made the table that comes with the model: published neuron and grid, quirk kept, every frequency. */
    public static CascadeSettings reference() {
        return new CascadeSettings(NeuronParameters.published(), TableGrid.published(), true, FIT_FREQUENCIES);
    }

    /** A table for another neuron on the published grid: quirk kept, {@value #FEW} frequencies. */
    public static CascadeSettings of(NeuronParameters neuron) {
        return new CascadeSettings(neuron, TableGrid.published(), true, FEW);
    }

    /** The same settings on another grid. */
    public CascadeSettings with(TableGrid grid) {
        return new CascadeSettings(neuron, grid, resetBinQuirk, frequencies);
    }

    /** The same settings with or without the reset-bin quirk. */
    public CascadeSettings withResetBinQuirk(boolean resetBinQuirk) {
        return new CascadeSettings(neuron, grid, resetBinQuirk, frequencies);
    }

    /** The same settings with the response computed at another number of frequencies. */
    public CascadeSettings withFrequencies(int frequencies) {
        return new CascadeSettings(neuron, grid, resetBinQuirk, frequencies);
    }
}
