package dev.gyrus.stimulus;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Unit;

/**
 * Amplitudes of electrical stimuli in the unit of the input they feed: currents through a neuron's capacitance, fields through
 * a cell's morphology. Thread-safe.
 *
 * <pre>{@code
 * var conversion = new InputConversion(PointNeuron.adex(), BallAndStick.pyramidal());
 * conversion.convert(60, Unit.of("pA"), Unit.of("mV/ms"), 0)       // 0.3
 * conversion.convert(11.94, Unit.of("V/m"), Unit.of("pA"), 0)      // 60
 * }</pre>
 *
 * @param neuron what a current charges
 * @param cell what a field polarises
 */
public record InputConversion(PointNeuron neuron, BallAndStick cell) {
    private static final Unit CURRENT = Unit.of("pA");
    private static final Unit DRIVE = Unit.of("mV/ms");
    private static final Unit FIELD = Unit.of("V/m");

    /**
     * A value in another unit.
     *
     * <p>Units of one dimension are converted as such; pA become mV/ms, V/m become pA or mV/ms, and with them what is compatible
     * with these.
     *
     * @param value an amplitude, or a constant
     * @param frequency at which the value oscillates, in Hz; matters for fields only
     * @throws GyrusException naming both units where there is no way from one to the other
     */
    public double convert(double value, Unit given, Unit wanted, double frequency) {
        if (given.isCompatible(wanted)) {
            return value * given.toCoherent() / wanted.toCoherent();
        }
        boolean toCurrent = wanted.isCompatible(CURRENT);
        boolean toDrive = wanted.isCompatible(DRIVE);
        boolean fromField = given.isCompatible(FIELD);
        boolean fromCurrent = given.isCompatible(CURRENT);
        if (!(fromField && (toCurrent || toDrive)) && !(fromCurrent && toDrive)) {
            String others = toDrive ? ", pA or V/m" : toCurrent ? " or V/m" : "";
            throw GyrusException.input("", "a number in " + wanted + others, value + " " + given);
        }
        double coherent = given.toCoherent(value);
        double current = fromField ? coherent * cell.currentPerField(frequency, neuron) : coherent;
        return (toDrive ? neuron.drive(current) : current) / wanted.toCoherent();
    }
}
