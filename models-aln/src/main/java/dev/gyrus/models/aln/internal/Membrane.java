package dev.gyrus.models.aln.internal;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.models.aln.NeuronParameters;
import dev.gyrus.models.aln.TableGrid;

/**
 * The voltage grid of the threshold integration and the deterministic drift of the neuron on it.
 *
 * <p>The grid runs from a lower bound, where no probability flows, to V_s in steps of 0.01 mV. The bound is −200 mV
 * or, where the grid of inputs needs it, deeper: seven standard deviations of the subthreshold voltage below its mean
 * at the smallest µ and the largest σ. Thread-safe: immutable after construction.
 */
public final class Membrane {
    private static final double STEP = 0.01;
    private static final int MAX_SIZE = 1_000_000;

    /** Distance of two voltages, mV. */
    final double step;
    /** Index of the reset potential. */
    final int reset;
    /** Refractory time, ms. */
    final double refractory;
    /** Membrane time constant, ms. */
    final double tau;
    /** Voltages in ascending order, mV; the last is V_s. */
    final double[] voltage;
    /** −(E_L − V + Ψ(V))/τ at each voltage, mV/ms. */
    final double[] pull;

    /**
     * @throws GyrusException when the potentials need an unreasonable number of grid points
     */
    public Membrane(NeuronParameters neuron, TableGrid grid) {
        tau = neuron.tau();
        refractory = neuron.Tref();
        double deepest = neuron.EL() + grid.muStart() * tau - 7 * grid.sigmaStop() * Math.sqrt(tau / 2);
        double lower = Math.min(-200, 10 * Math.floor(Math.min(deepest, neuron.Vr() - 10) / 10));
        // The published grid repeats the rounded difference of its first two voltages; its reset therefore lies
        // 1.2e-10 mV below V_r, which shows in the twelfth digit of the rate.
        step = lower + STEP - lower;
        double size = Math.rint((neuron.Vs() - lower) / STEP) + 1;
        if (size > MAX_SIZE) {
            throw GyrusException.input(Problem.of(
                            "Vs",
                            "a voltage range of at most " + Math.round(MAX_SIZE * STEP) + " mV",
                            lower + " to " + neuron.Vs() + " mV")
                    .hint("the range starts seven standard deviations below the mean at the smallest mu and the"
                            + " largest sigma"));
        }
        reset = (int) Math.rint((neuron.Vr() - lower) / STEP);
        voltage = new double[(int) size];
        pull = new double[voltage.length];
        for (int k = 0; k < voltage.length; k++) {
            double v = lower + k * step;
            double spike = neuron.DeltaT() * StrictMath.exp((v - neuron.VT()) / neuron.DeltaT());
            voltage[k] = v;
            pull[k] = (v - neuron.EL() - spike) / tau;
        }
    }
}
