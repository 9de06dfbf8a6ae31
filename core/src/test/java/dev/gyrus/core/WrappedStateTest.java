package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappedStateTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.7, -0.7, 40, -40})
    void aPhaseGoesRoundItsCircle(double rate) {
        double[] theta = run(rate);
        for (int k = 0; k < theta.length; k++) {
            double angle = 1 + rate * 0.1 * (k + 1);
            assertThat(theta[k]).isBetween(-Math.PI, Math.nextDown(Math.PI));
            assertThat(Math.sin(theta[k])).isCloseTo(Math.sin(angle), within(1e-12));
            assertThat(Math.cos(theta[k])).isCloseTo(Math.cos(angle), within(1e-12));
        }
    }

    @Test
    void anEmptyCircleIsRefused() {
        Mass.Builder mass = Mass.named("phase").state("theta", "rad", Initial.constant(0));
        assertThatThrownBy(() -> mass.wrapped(1, 1)).isInstanceOf(GyrusException.class);
        assertThatThrownBy(() -> mass.wrapped(0, Double.POSITIVE_INFINITY)).isInstanceOf(GyrusException.class);
    }

    private static double[] run(double rate) {
        Mass mass = Mass.named("phase")
                .state("theta", "rad", Initial.constant(1))
                .wrapped(-Math.PI, Math.PI)
                .parameter("rate", rate, "rad/ms", "angular frequency")
                .equations("dtheta/dt = rate")
                .build();
        Node node = Node.named("phase").mass(mass).defaultOutput("theta").build();
        return Simulation.of(Network.of(node))
                .dt(0.1)
                .duration(100)
                .observe(Recorder.every(0.1, "theta"))
                .run()
                .get("theta")
                .column(0);
    }
}
