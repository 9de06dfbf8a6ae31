package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Node;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rest and seizures of the Epileptor family.
 *
 * <p>In two dimensions the resting state lies on the branch z = c + Iext − a x³ − (d − b) x² with z = 4 (x − x0). It is
 * stable left of the fold, x = −4/3, z = 4.1 − 32/27 by default, hence up to x0 = −4/3 − z/4 = −2.0620; the critical
 * value of Proix et al. 2014.
 */
class EpileptorTest {
    /** Several times the default: z, and these tests, are that much faster; the threshold shifts by about r/4. */
    private static final double SLOWNESS = 0.002;

    private static final double CRITICAL = -4.0 / 3 - (4.1 - 32.0 / 27) / 4;

    @Test
    void belowTheCriticalExcitabilityTheReducedModelRests() {
        Trajectory x1 = reduced(CRITICAL - 0.01);
        assertThat(x1.max() - x1.min()).isLessThan(1e-2);
    }

    @Test
    void aboveTheCriticalExcitabilityTheReducedModelHasSeizures() {
        Trajectory x1 = reduced(CRITICAL + 0.01);
        assertThat(x1.max()).isPositive();
        assertThat(x1.min()).isLessThan(-1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.6, -1.8})
    void anExcitableEpileptorAlternatesBetweenRestAndSeizure(double x0) {
        Trajectory x1 = full(x0);
        assertThat(x1.max()).isPositive();
        assertThat(x1.min()).isLessThan(-1.2);
    }

    @Test
    void aHealthyEpileptorRests() {
        Trajectory x1 = full(-2.4);
        assertThat(x1.max() - x1.min()).isLessThan(1e-2);
    }

    private static Trajectory reduced(double x0) {
        Node node = Epileptor2D.node().with("x0", x0).with("r", SLOWNESS);
        return Trajectory.of(node, Map.of("x1", -1.4, "z", 2.95), "x1", 0.5, 8_000, 4_000);
    }

    private static Trajectory full(double x0) {
        Node node = Epileptor.node().with("x0", x0).with("r", SLOWNESS);
        Map<String, Double> start = Map.of("x1", -1.5, "y1", -10.0, "z", 3.5, "x2", -1.0);
        return Trajectory.of(node, start, "x1", 0.1, 2_000, 2_000);
    }
}
