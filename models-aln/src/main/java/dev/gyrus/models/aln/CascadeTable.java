package dev.gyrus.models.aln;

import dev.gyrus.core.Table;
import dev.gyrus.core.Table.Axis;
import dev.gyrus.core.Table.Quantity;
import dev.gyrus.models.aln.internal.CascadeColumn;
import java.util.Arrays;
import java.util.List;

/**
 * A cascade table together with what made it.
 *
 * <p>{@link #table()} is named {@code cascade}; its coordinates are µ (mV/ms) and σ (mV/√ms), its quantities
 *
 * <ul>
 *   <li>{@code r_ss}, stationary firing rate, kHz;
 *   <li>{@code V_mean_ss}, stationary mean voltage of the neurons that are not refractory, mV;
 *   <li>{@code tau_mu_exp}, {@code tau_sigma_exp}, time constants of the exponential filters of µ and σ, ms;
 *   <li>{@code tau_mu_dosc} (ms) and {@code f0_mu_dosc} (kHz), the damped oscillating filter of µ.
 * </ul>
 *
 * <p>Where the response to the input is out of the range of a double (rates below some 1e-200 kHz), the filters are those
 * of the next µ at which it is not.
 *
 * <p>Thread-safe; the arrays of the table are read-only.
 */
public final class CascadeTable {
    private final CascadeSettings settings;
    private final Table table;
    private final int[] tauMu;
    private final int[] tauSigma;

    /**
     * @param tauMu lattice indices of the time constants, see {@link CascadeColumn#timeConstant}
     * @param tauSigma likewise, −1 for 0 ms
     */
    CascadeTable(
            CascadeSettings settings,
            double[] rate,
            double[] meanVoltage,
            int[] tauMu,
            int[] tauSigma,
            double[] oscillatorTau,
            double[] oscillatorFrequency) {
        this.settings = settings;
        this.tauMu = tauMu;
        this.tauSigma = tauSigma;
        TableGrid grid = settings.grid();
        table = new Table(
                "cascade",
                new Axis("mu", "mV/ms", grid.muStart(), grid.mu(1) - grid.mu(0), grid.muSize()),
                new Axis("sigma", "mV/√ms", grid.sigmaStart(), grid.sigma(1) - grid.sigma(0), grid.sigmaSize()),
                List.of(
                        new Quantity("r_ss", "kHz", rate),
                        new Quantity("V_mean_ss", "mV", meanVoltage),
                        new Quantity("tau_mu_exp", "ms", timeConstants(tauMu)),
                        new Quantity("tau_sigma_exp", "ms", timeConstants(tauSigma)),
                        new Quantity("tau_mu_dosc", "ms", oscillatorTau),
                        new Quantity("f0_mu_dosc", "kHz", oscillatorFrequency)));
    }

    private static double[] timeConstants(int[] lattice) {
        return Arrays.stream(lattice).mapToDouble(CascadeColumn::timeConstant).toArray();
    }

    /** Neuron, grid and method. */
    public CascadeSettings settings() {
        return settings;
    }

    /** The table. */
    public Table table() {
        return table;
    }

    /** Values of the q-th quantity; read-only. */
    double[] values(int q) {
        return table.quantities().get(q).values();
    }

    /** Lattice indices of τ_µ; read-only. */
    int[] tauMu() {
        return tauMu;
    }

    /** Lattice indices of τ_σ; read-only. */
    int[] tauSigma() {
        return tauSigma;
    }
}
