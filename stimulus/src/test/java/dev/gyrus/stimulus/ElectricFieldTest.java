package dev.gyrus.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Unit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of the notebooks and the text of Cakan, Obermayer, PLOS Comput. Biol. 16, 2020 (github.com/caglarcakan/stimulus_neural_populations). */
class ElectricFieldTest {
    private static final PointNeuron NEURON = PointNeuron.adex();
    private static final BallAndStick CELL = BallAndStick.pyramidal();

    private static Offset<Double> relative(double value) {
        return within(1e-4 * value);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5.0240",
        "3, 5.3541",
        "4, 5.5952",
        "5, 5.8878",
        "10, 7.8289",
        "20, 12.171",
        "21.9, 12.927",
        "30, 15.7509474",
        "50, 20.373",
        "70, 23.094",
        "100, 25.883"
    })
    void currentPerFieldIsThePublishedOne(double frequency, double current) {
        assertThat(CELL.currentPerField(frequency, NEURON)).isCloseTo(current, relative(current));
    }

    @Test
    void oneVoltPerMetrePolarisesByHalfAMillivolt() {
        assertThat(CELL.polarisation(0)).isCloseTo(0.502444635927, relative(0.5));
        assertThat(CELL.polarisation(10)).isCloseTo(0.48750, relative(0.4875));
        assertThat(CELL.polarisation(30)).isCloseTo(0.40384, relative(0.40384));
        assertThat(CELL.polarisation(100)).isCloseTo(0.20532, relative(0.20532));
        assertThat(CELL.polarisationPhase(0)).isCloseTo(Math.PI, within(1e-12));
        assertThat(CELL.polarisationPhase(100)).isCloseTo(2.237, within(5e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "1200, 60, 11.943",
        "1200, 40, 7.962",
        "1200, 100, 19.905",
        "5000, 60, 6.607",
        "5000, 40, 4.4044",
        "5000, 100, 11.011"
    })
    void constantFieldsOfTheStudyAreRecovered(double dendrite, double current, double field) {
        assertThat(CELL.withDendrite(dendrite).fieldFor(current, 0, NEURON)).isCloseTo(field, relative(field));
    }

    @ParameterizedTest
    @CsvSource({"10, 7.664", "20, 4.930", "30, 3.809", "50, 2.945", "100, 2.318"})
    void oscillatingFieldsOfSixtyPicoamperesAreRecovered(double frequency, double field) {
        assertThat(CELL.fieldFor(60, frequency, NEURON)).isCloseTo(field, within(6e-4));
    }

    @Test
    void anEndlessDendriteAndADirectFieldAreFinite() {
        // 1 − 1/cosh and tanh tend to 1: T = −g_i/(G + z g_i), with z g_i = √(g g_i)
        double g = Math.PI * 2e-6 / 2.8;
        double along = Math.PI * 1e-12 / 1.5;
        double soma = Math.PI * 1e-10 / 2.8;
        double expected = 1000 * along / (soma + Math.sqrt(g * along));
        assertThat(CELL.withDendrite(1e9).polarisation(0)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void currentsBecomeDrivesThroughTheCapacitance() {
        assertThat(NEURON.drive(60)).isEqualTo(0.3);
        assertThat(NEURON.current(0.3)).isCloseTo(60, within(1e-12));
        assertThat(NEURON.drive(Constant.of(60)).at(5)).isCloseTo(0.3, within(1e-16));
        Node node = Node.named("n")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.constant(0))
                        .parameter("C", 0.1, "nF", "capacitance")
                        .parameter("gL", 5, "nS", "leak")
                        .equations("dx/dt = 0")
                        .build())
                .build();
        assertThat(NEURON.with(node, "m").drive(60)).isCloseTo(0.6, within(1e-15));
        assertThat(NEURON.with(node.with("C", 0.3), "m").drive(60)).isCloseTo(0.2, within(1e-15));
        assertThat(NEURON.with(node.with("m.gL", 7), "m").leak()).isEqualTo(7);
        assertThatThrownBy(() -> NEURON.with(node, "k")).hasMessageContaining("k.C: expected a parameter to convert");
        assertThatThrownBy(() -> NEURON.with(node.with("C", new double[] {0.1, 0.2}), "m"))
                .hasMessageContaining("m.C: expected one value");
    }

    @ParameterizedTest
    @CsvSource({
        "60, pA, mV/ms, 0, 0.3",
        "0.06, nA, mV/ms, 50, 0.3",
        "60, pA, nA, 0, 0.06",
        "11.9427, V/m, pA, 0, 60",
        "11.9427, V/m, mV/ms, 0, 0.3",
        "2, mV/mm, pA, 30, 31.5018948",
        "0.2, V/s, mV/ms, 0, 0.2"
    })
    void amplitudesAreConvertedToTheUnitOfTheInput(
            double value, String given, String wanted, double frequency, double expected) {
        InputConversion conversion = new InputConversion(NEURON, CELL);
        assertThat(conversion.convert(value, Unit.of(given), Unit.of(wanted), frequency))
                .isCloseTo(expected, relative(expected));
    }

    @Test
    void aWrongDimensionNamesBothUnits() {
        InputConversion conversion = new InputConversion(NEURON, CELL);
        assertThatThrownBy(() -> conversion.convert(60, Unit.of("Hz"), Unit.of("mV/ms"), 0))
                .hasMessage("expected a number in mV/ms, pA or V/m, given 60.0 Hz");
        assertThatThrownBy(() -> conversion.convert(60, Unit.of("pA"), Unit.of("kHz"), 0))
                .hasMessage("expected a number in kHz, given 60.0 pA");
        assertThatThrownBy(() -> conversion.convert(60, Unit.of("mV/ms"), Unit.of("nA"), 0))
                .hasMessage("expected a number in nA or V/m, given 60.0 mV/ms");
    }

    /** What reaches the neuron is the real part of the equivalent current: checked against an independent sum of both parts. */
    @Test
    void anOscillatingFieldKeepsFrequencyAndGainsPhase() {
        Sinusoid drive = CELL.drive(new Sinusoid(2, 30, 0.5, 1), NEURON);
        assertThat(drive.frequency()).isEqualTo(30);
        assertThat(drive.amplitude()).isCloseTo(2 * 15.7509474 / 200, relative(0.15));
        assertThat(drive.bias()).isCloseTo(5.0240 / 200, relative(0.025));
        double admittance = Math.atan2(2 * Math.PI * 0.03 * 200, 10 * (1 - Math.exp(-10)));
        double polarisation = CELL.polarisationPhase(30) - Math.PI;
        assertThat(drive.phase() - 0.5).isCloseTo(admittance + polarisation, within(1e-12));
        Sinusoid steady = CELL.drive(Sinusoid.of(1, 0), NEURON);
        assertThat(steady.phase()).isCloseTo(0, within(1e-12));
    }

    @Test
    void badValuesAreNamedTogether() {
        assertThatThrownBy(() -> new BallAndStick(0, 2, Double.NaN, 1, 2.8, 1.5))
                .hasMessageContaining("cell.somaDiameter: expected a positive number of µm, given 0.0")
                .hasMessageContaining("cell.dendriteLength");
        assertThatThrownBy(() -> new PointNeuron(200, 10, -50, 0, -65)).hasMessageContaining("neuron.sharpness");
    }
}
