package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Node;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The column of Jansen and Rit (threshold 6 mV) under constant input: extremes of the pyramidal cells' potential in mV
 * and frequencies in Hz.
 *
 * <p>Cycles were computed with SciPy's DOP853 at a tolerance of 1e-10, and agree with PyRates' circuit to the digits
 * known of it; resting potentials are those of PyRates' circuit.
 */
class JansenRitTest {

    @ParameterizedTest
    @CsvSource({
        "135, 220,    6.08826,  9.03439, 10.93803",
        "135, 120,    1.22607, 11.16979,  2.38457",
        "135, 320,    7.98883,  8.22228, 11.15468",
        "270, 220,  -24.18388, 16.61499,  5.14341",
        "675, 220, -125.64755, 20.37851,  2.74199"
    })
    void cyclesHaveTheReferenceExtremesAndFrequency(double c, double input, double min, double max, double frequency) {
        Trajectory v = run(c, input);
        assertThat(v.min()).isEqualTo(min, within(1e-3 * (max - min)));
        assertThat(v.max()).isEqualTo(max, within(1e-3 * (max - min)));
        assertThat(v.frequency()).isEqualTo(frequency, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"135, 100, 1.560", "135, 0, -1.904", "68, 220, 10.486", "128, 220, 7.786", "1350, 220, -11.886"})
    void restsAtTheReferencePotential(double c, double input, double potential) {
        Trajectory v = run(c, input);
        assertThat(v.max() - v.min()).isLessThan(1e-3);
        assertThat(v.last()).isEqualTo(potential, within(1e-3));
    }

    private static Trajectory run(double c, double input) {
        Node node = JansenRit.node().with("v0", 6).with("J", c).with("mu", input / 1000);
        return Trajectory.of(node, Map.of(), "v", 0.25, 20_000, 3_000);
    }
}
