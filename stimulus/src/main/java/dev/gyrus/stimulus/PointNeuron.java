package dev.gyrus.stimulus;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Stimulus;
import dev.gyrus.core.Unit;
import java.util.Arrays;

/**
 * An exponential integrate-and-fire neuron near rest: what turns a current into the drive of a rate model.
 *
 * <p>A current I charges the membrane at I/C: 60 pA on 200 pF are 0.3 mV/ms. Small deviations from the potential V₀ see the
 * admittance Y(ω) = gL·(1 − exp((V₀ − VT)/ΔT)) + iωC. Thread-safe.
 *
 * @param capacitance C, in pF
 * @param leak gL, in nS
 * @param threshold VT, in mV
 * @param sharpness ΔT of the spike's onset, in mV
 * @param potential V₀, in mV
 */
public record PointNeuron(double capacitance, double leak, double threshold, double sharpness, double potential) {

    public PointNeuron {
        Problems problems = new Problems();
        positive(problems, "capacitance", "pF", capacitance);
        positive(problems, "leak", "nS", leak);
        Check.finite(problems, "neuron.threshold", threshold);
        positive(problems, "sharpness", "mV", sharpness);
        Check.finite(problems, "neuron.potential", potential);
        problems.throwIfAny();
    }

    private static void positive(Problems problems, String name, String unit, double value) {
        problems.require(Double.isFinite(value) && value > 0, "neuron." + name, "a positive number of " + unit, value);
    }

    /** The neuron behind the model {@code aln}: 200 pF, 10 nS, VT −50, ΔT 1.5, at rest at −65 mV. */
    public static PointNeuron adex() {
        return new PointNeuron(200, 10, -50, 1.5, -65);
    }

    /**
     * The same with the capacitance and the leak of a mass that has them as {@code C} and {@code gL}, as they are set in a node.
     *
     * @throws GyrusException unless it has, with one value each for all nodes
     */
    public PointNeuron with(Node node, String mass) {
        return new PointNeuron(value(node, mass, "C"), value(node, mass, "gL"), threshold, sharpness, potential);
    }

    private static double value(Node node, String mass, String name) {
        String key = mass + "." + name;
        Parameter parameter = node.masses().stream()
                .filter(m -> m.name().equals(mass))
                .findFirst()
                .flatMap(m -> m.parameter(name))
                .orElseThrow(() -> GyrusException.input(key, "a parameter to convert currents with", "none"));
        double[] values = node.value(mass, parameter);
        if (Arrays.stream(values).distinct().count() != 1) {
            throw GyrusException.input(key, "one value for all nodes to convert currents with", "several");
        }
        return Unit.of(parameter.unit()).toCoherent(values[0]);
    }

    /** The drive in mV/ms of a current in pA. */
    public double drive(double current) {
        return current / capacitance;
    }

    /** The current in pA of a drive in mV/ms. */
    public double current(double drive) {
        return drive * capacitance;
    }

    /** A signal in mV/ms from one in pA. */
    public Stimulus drive(Stimulus current) {
        return current.times(1 / capacitance);
    }

    /** pA per mV. */
    Complex admittance(double frequency) {
        double steady = leak * (1 - StrictMath.exp((potential - threshold) / sharpness));
        return new Complex(steady, 2 * Math.PI * frequency / 1000 * capacitance);
    }
}
