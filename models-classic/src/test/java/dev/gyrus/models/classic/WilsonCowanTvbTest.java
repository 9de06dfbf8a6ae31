package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Node;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pair of populations of BrainPy's bifurcation tutorial: one fixed point for each input P, which loses stability in
 * a Hopf bifurcation at P = 0.69980 (values by an independent root finder and by SciPy's DOP853).
 */
class WilsonCowanTvbTest {

    @ParameterizedTest
    @CsvSource({"-0.2, 0", "1, 1"})
    void bothStartsOfTheTutorialEndAtTheOnlyFixedPoint(double e, double i) {
        Map<String, Double> start = Map.of("E", e, "I", i);
        assertThat(run(-0.5, start, "E").last()).isEqualTo(-0.006436, within(1e-6));
        assertThat(run(-0.5, start, "I").last()).isEqualTo(-0.001141, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"1.0, 0.0561, 0.3076", "1.5, 0.0980, 0.3591", "2.0, 0.1544, 0.3836"})
    void cyclesHaveTheReferenceExtremes(double input, double min, double max) {
        Trajectory e = run(input, Map.of(), "E");
        assertThat(e.min()).isEqualTo(min, within(1e-4));
        assertThat(e.max()).isEqualTo(max, within(1e-4));
    }

    @Test
    void theCycleIsBornAtTheHopfPoint() {
        Map<String, Double> near = Map.of("E", 0.11, "I", 0.0434);
        Trajectory below = run(0.69, near, "E");
        assertThat(below.max() - below.min()).isLessThan(1e-4);
        Trajectory above = run(0.71, near, "E");
        assertThat(above.min()).isEqualTo(0.075681, within(1e-5));
        assertThat(above.max()).isEqualTo(0.142711, within(1e-5));
        assertThat(1000 / above.frequency()).isEqualTo(9.31667, within(1e-4));
    }

    private static Trajectory run(double input, Map<String, Double> start, String variable) {
        Node node = WilsonCowanTvb.node()
                .with("c_ee", 16)
                .with("c_ei", 15)
                .with("c_ie", 12)
                .with("c_ii", 3)
                .with("a_e", 1.5)
                .with("a_i", 1.5)
                .with("b_e", 3)
                .with("b_i", 3)
                .with("tau_e", 1)
                .with("tau_i", 1)
                .with("P", input);
        return Trajectory.of(node, start, variable, 0.05, 2_000, 100);
    }
}
