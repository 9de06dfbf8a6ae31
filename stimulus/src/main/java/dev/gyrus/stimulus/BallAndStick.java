package dev.gyrus.stimulus;

import dev.gyrus.core.Problems;

/**
 * A passive cell in a uniform electric field along its dendrite: a spherical soma and one cable with a sealed end.
 *
 * <p>Per length the dendrite (diameter d) has the conductances g = πd/R, c = πd·C across the membrane and g_i = π(d/2)²/R_i along it; the
 * soma (diameter d_s) has G = πd_s²/R and πd_s²·C. With z² = (g + iωc)/g_i the field E polarises the soma by
 *
 * <pre>V/E = T(ω) = −g_i·(1 − 1/cosh zL) / (G + iωC_s + z·g_i·tanh zL)</pre>
 *
 * and the current I/E = Y(ω)·T(ω), with Y the admittance of a {@linkplain PointNeuron point neuron}, moves that neuron by as
 * much: what a field is to a model without morphology.
 *
 * <pre>{@code
 * BallAndStick cell = BallAndStick.pyramidal();
 * cell.fieldFor(60, 0, PointNeuron.adex())          // 11.94 V/m
 * cell.drive(Sinusoid.of(2, 10), PointNeuron.adex())   // 2 V/m at 10 Hz as a drive in mV/ms
 * }</pre>
 *
 * <p>F. Aspart, J. Ladenbauer, K. Obermayer, Extending integrate-and-fire model neurons to account for the effects of weak electric fields
 * and input filtering mediated by the dendrite, PLOS Comput. Biol. 12, 2016, doi:10.1371/journal.pcbi.1005206; C. Cakan, K. Obermayer, PLOS
 * Comput. Biol. 16, 2020, doi:10.1371/journal.pcbi.1007822. Thread-safe.
 *
 * @param somaDiameter in µm
 * @param dendriteDiameter in µm
 * @param dendriteLength in µm
 * @param membraneCapacitance C, in µF/cm²
 * @param membraneResistance R, in Ω·m²
 * @param axialResistivity R_i, in Ω·m
 */
public record BallAndStick(
        double somaDiameter,
        double dendriteDiameter,
        double dendriteLength,
        double membraneCapacitance,
        double membraneResistance,
        double axialResistivity) {
    private static final double MICRO = 1e-6;

    public BallAndStick {
        Problems problems = new Problems();
        positive(problems, "somaDiameter", "µm", somaDiameter);
        positive(problems, "dendriteDiameter", "µm", dendriteDiameter);
        positive(problems, "dendriteLength", "µm", dendriteLength);
        positive(problems, "membraneCapacitance", "µF/cm²", membraneCapacitance);
        positive(problems, "membraneResistance", "Ω·m²", membraneResistance);
        positive(problems, "axialResistivity", "Ω·m", axialResistivity);
        problems.throwIfAny();
    }

    private static void positive(Problems problems, String name, String unit, double value) {
        problems.require(Double.isFinite(value) && value > 0, "cell." + name, "a positive number of " + unit, value);
    }

    /** A soma of 10 µm with a dendrite of 1.2 mm × 2 µm, 1 µF/cm², 2.8 Ω·m², 1.5 Ω·m (Cakan, Obermayer 2020). */
    public static BallAndStick pyramidal() {
        return new BallAndStick(10, 2, 1200, 1, 2.8, 1.5);
    }

    /** The same cell with a dendrite of another length, in µm. */
    public BallAndStick withDendrite(double length) {
        return new BallAndStick(
                somaDiameter, dendriteDiameter, length, membraneCapacitance, membraneResistance, axialResistivity);
    }

    /** Amplitude of the soma's polarisation, in mV per V/m, at a frequency in Hz. */
    public double polarisation(double frequency) {
        return 1000 * transfer(frequency).magnitude();
    }

    /** How far the polarisation is ahead of the field, in rad: π at rest, a field along the dendrite hyperpolarises. */
    public double polarisationPhase(double frequency) {
        return transfer(frequency).phase();
    }

    /** Amplitude of the equivalent current, in pA per V/m, at a frequency in Hz. */
    public double currentPerField(double frequency, PointNeuron neuron) {
        return equivalent(frequency, neuron).magnitude();
    }

    /** The field in V/m whose equivalent current has an amplitude in pA, at a frequency in Hz. */
    public double fieldFor(double current, double frequency, PointNeuron neuron) {
        return current / currentPerField(frequency, neuron);
    }

    /** The amplitude in mV/ms that an amplitude of the field in V/m is to the neuron's drive, at a frequency in Hz. */
    public double drive(double field, double frequency, PointNeuron neuron) {
        return neuron.drive(field * currentPerField(frequency, neuron));
    }

    /**
     * How far the equivalent current is ahead of an oscillating field, in rad, at a frequency in Hz; 0 for a constant field,
     * which depolarises where it is positive.
     */
    public double lead(double frequency, PointNeuron neuron) {
        return equivalent(frequency, neuron).times(-1).phase();
    }

    /**
     * An oscillating field as the neuron's drive, with the amplitude and the phase of its equivalent current; the bias as a
     * constant field.
     *
     * <p>A positive field is one that depolarises when it is constant.
     *
     * @param field in V/m
     * @return in mV/ms
     */
    public Sinusoid drive(Sinusoid field, PointNeuron neuron) {
        double frequency = field.frequency();
        return new Sinusoid(
                drive(field.amplitude(), frequency, neuron),
                frequency,
                field.phase() + lead(frequency, neuron),
                drive(field.bias(), 0, neuron));
    }

    /** pA per V/m. */
    private Complex equivalent(double frequency, PointNeuron neuron) {
        return neuron.admittance(frequency).times(transfer(frequency).times(1000));
    }

    /** V per V/m, in SI units throughout. */
    private Complex transfer(double frequency) {
        double omega = 2 * Math.PI * frequency;
        double soma = somaDiameter * MICRO;
        double dendrite = dendriteDiameter * MICRO;
        double capacitance = membraneCapacitance * 1e-2;
        Complex across = new Complex(1 / membraneResistance, omega * capacitance);
        double along = Math.PI * dendrite * dendrite / 4 / axialResistivity;
        Complex z = across.times(Math.PI * dendrite / along).sqrt();
        // With e = exp(−zL): 1/cosh zL = 2e/(1 + e²) and tanh zL = (1 − e²)/(1 + e²), for dendrites of any length.
        Complex one = Complex.real(1);
        Complex e = z.times(-dendriteLength * MICRO).exp();
        Complex square = e.times(e);
        Complex tanh = one.minus(square).over(one.plus(square));
        Complex numerator = one.minus(e.times(2).over(one.plus(square))).times(-along);
        Complex load = across.times(Math.PI * soma * soma).plus(z.times(along).times(tanh));
        return numerator.over(load);
    }
}
