package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.stimulus.BallAndStick;
import dev.gyrus.stimulus.PointNeuron;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers with units: what drives a run is compared with the same in the target's own unit. */
class InputUnitsProgramTest extends ProgramInProcess {
    private static final String NODE = """
            network: {model: aln, parameters: {mue_ext_mean: 1.5, mui_ext_mean: 1.5}}
            simulation: {duration: 40}
            record: {every: 0.1}
            output: {figures: false}
            """;

    private double[][] rates(String experiment) throws IOException {
        succeed(experiment);
        return values("rates_exc");
    }

    private double[][] driven(String input) throws IOException {
        return rates(NODE + "inputs: [{target: ext_exc_current, " + input + "}]\n");
    }

    private static void areClose(double[][] given, double[][] expected, double tolerance) {
        assertThat(given).hasDimensions(expected.length, 1);
        for (int k = 0; k < given.length; k++) {
            assertThat(given[k][0]).as("sample %d", k).isCloseTo(expected[k][0], within(tolerance));
        }
    }

    @Test
    void picoamperesChargeTheCapacitance() throws IOException {
        double[][] expected = driven("sinusoid: {amplitude: 0.3, frequency: 80, bias: 0.1}");
        areClose(driven("sinusoid: {amplitude: 60 pA, frequency: 80 Hz, bias: 0.02 nA}"), expected, 1e-9);
        areClose(driven("sinusoid: {amplitude: 0.3 V/s, frequency: 0.08 kHz, bias: 20 pA}"), expected, 1e-9);
        assertThat(driven("constant: 0.3")).isNotEqualTo(expected);
    }

    @Test
    void theCapacitanceIsThatOfTheMassThatIsDriven() throws IOException {
        String half = NODE.replace("mue_ext_mean", "excitatory.C: 100, mue_ext_mean");
        double[][] expected = rates(half + "inputs: [{target: ext_exc_current, constant: 0.6}]\n");
        areClose(rates(half + "inputs: [{target: ext_exc_current, constant: 60 pA}]\n"), expected, 1e-9);
    }

    /** The study's numbers, of C. Cakan, K. Obermayer, PLOS Comput. Biol. 16, 2020, and of its repository's README. */
    @ParameterizedTest
    @CsvSource({
        "60, 11.943, 1.2 mm",
        "40, 7.962, 1200",
        "100, 19.905, 1.2 mm",
        "60, 6.607, 5 mm",
        "40, 4.4044, 0.5 cm",
        "100, 11.011, 5000 µm"
    })
    void constantFieldsAreTheStudysCurrents(double current, double field, String dendrite) throws IOException {
        double[][] expected = driven("constant: " + current + " pA");
        String cell = "morphology: {dendrite: " + dendrite + "}, ";
        areClose(driven(cell + "constant: " + field + " V/m"), expected, 0.01);
        if (dendrite.startsWith("1.2")) {
            areClose(driven("constant: " + field + " V/m"), expected, 0.01);
        }
    }

    /** 15.7509474 pA per V/m at 30 Hz: stored in the study's notebooks; the phase from both parts of the admittance. */
    @Test
    void anOscillatingFieldActsAtItsFrequency() throws IOException {
        PointNeuron neuron = PointNeuron.adex();
        BallAndStick cell = BallAndStick.pyramidal();
        double lead =
                Math.atan2(2 * Math.PI * 0.03 * 200, 10 * (1 - Math.exp(-10))) + cell.polarisationPhase(30) - Math.PI;
        double[][] expected = driven(
                "sinusoid: {amplitude: " + 4 * 15.7509474 / 200 + ", frequency: 30, phase: " + (0.5 + lead) + "}");
        areClose(driven("sinusoid: {amplitude: 4 V/m, frequency: 30, phase: 0.5}"), expected, 1e-4);
        double bias = 2 * cell.currentPerField(0, neuron) / 200;
        areClose(driven("sinusoid: {amplitude: 0, frequency: 30, bias: 2 V/m}"), driven("constant: " + bias), 1e-9);
    }

    @Test
    void parametersInitialValuesTimesAndSpeedsTakeUnits() throws IOException {
        String written = """
                network:
                  model: aln
                  parameters: {mue_ext_mean: %s, mui_ext_mean: 1.5, tau_se: %s}
                  connectome: {weights: [[0, 1], [1, 0]], lengths: [[0, 30], [30, 0]]}
                  speed: %s
                simulation: {duration: %s, dt: %s}
                initial: {mufe: %s, mue_ou: %s}
                record: {every: %s}
                output: {figures: false}
                """;
        double[][] plain = rates(String.format(written, "1.5", "2.0", "10", "40", "0.1", "1.2", "1.3", "0.1"));
        double[][] units = rates(String.format(
                written, "300 pA", "2000 us", "1 cm/ms", "0.04 s", "100 µs", "1.2 V/s", "260 pA", "0.1ms"));
        assertThat(units).hasDimensions(400, 2);
        for (int k = 0; k < 400; k++) {
            assertThat(units[k]).containsExactly(plain[k], within(1e-9));
        }
    }

    @Test
    void theSummarySaysThroughWhichCellAFieldActed() throws IOException {
        driven("constant: 2 V/m, morphology: {dendrite: 5 mm}");
        Map<?, ?> experiment = (Map<?, ?>) summary().get("experiment");
        Map<?, ?> input = (Map<?, ?>) ((List<?>) experiment.get("inputs")).get(0);
        assertThat(input.get("constant")).isEqualTo(Map.of("value", "2.0 V/m"));
        Map<?, ?> cell = (Map<?, ?>) input.get("morphology");
        assertThat(cell.get("dendrite")).isEqualTo("5000.0 µm");
        assertThat(cell.get("membrane_resistance")).isEqualTo("2.8 Ω·m²");
        assertThat(cell).hasSize(6);
    }

    @Test
    void aFieldThatChangesIsSaidToActAsAConstantOne() {
        String input = "inputs: [{target: ext_exc_current, square: {amplitude: 2 V/m, frequency: 10}}]\n";
        assertThat(run(NODE + input)).isZero();
        assertThat(err().lines())
                .singleElement()
                .asString()
                .contains("inputs[0].square is a field of changing strength");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{target: ext_exc_current, constant: 60 Hz} | inputs[0].constant.value: expected a number in mV/ms, pA or V/m, given '60 Hz'",
                "{target: ext_exc_current, sinusoid: {amplitude: 2 kg, frequency: 8}} | inputs[0].sinusoid.amplitude: expected one of s, Hz, V",
                "{target: ext_exc_current, sinusoid: {amplitude: 2, frequency: 8 pA}} | inputs[0].sinusoid.frequency: expected a number in Hz, given '8 pA'",
                "{target: ext_exc_current, step: {amplitude: 2, onset: 8 V/m}} | inputs[0].step.onset: expected a number in ms, given '8 V/m'",
                "{target: ext_exc_rate, constant: 60 pA} | inputs[0].constant.value: expected a number in ",
                "{target: ext_exc_current, start: 3 pA, constant: 1} | inputs[0].start: expected a time in ms, from 0, given '3 pA'",
                "{target: ext_exc_current, morphology: {dendrite: 3 pA}, constant: 1 V/m} | inputs[0].morphology.dendrite: expected a positive number of µm, given '3 pA'",
                "{target: ext_exc_current, morphology: {dendrite: -1}, constant: 1 V/m} | inputs[0].morphology.dendrite: expected a positive number of µm, given '-1'",
                "{target: ext_exc_current, morphology: {dendrit: 3 mm}, constant: 1 V/m} | inputs[0].morphology.dendrit: expected one of axial_resistivity, dendrite, ",
                "{target: ext_exc_current, sampled: {values: [1 pA, 2 Hz]}} | inputs[0].sampled.values: expected a number in mV/ms, pA or V/m, given '2 Hz'",
                "{target: ext_exc_current, sampled: {values: [1, 2], unit: Hz}} | inputs[0].sampled.values: expected a number in mV/ms, pA or V/m, given '1 Hz'",
            })
    void aWrongDimensionIsToldWithBothUnits(String input, String message) {
        assertThat(run(NODE + "inputs: [" + input + "]\n")).isEqualTo(2);
        assertThat(err().lines())
                .singleElement()
                .asString()
                .startsWith("e.yaml:5: ")
                .contains(message);
    }

    @Test
    void aMassWithoutCapacitanceSaysThatItHasNone() {
        assertThat(problems("""
                network: {model: wc}
                simulation: {duration: 40}
                inputs: [{target: exc_ext, constant: 60 pA}]
                """))
                .singleElement()
                .asString()
                .contains("expected a number without a unit, given '60 pA'");
    }

    @Test
    void currentsGoThroughOneCapacitance() {
        assertThat(problems("""
                network:
                  model: aln
                  parameters: {excitatory.C: [200, 100]}
                  connectome: {weights: [[0, 1], [1, 0]]}
                simulation: {duration: 40}
                inputs: [{target: ext_exc_current, constant: 60 pA}]
                """))
                .singleElement()
                .asString()
                .contains("inputs[0].constant.value: ", "C")
                .contains("same");
    }
}
