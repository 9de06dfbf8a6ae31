package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Integrator;
import dev.gyrus.core.Network;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Simulation;
import org.junit.jupiter.api.Test;

class HopfTest {
    private static final double A = 0.25;
    private static final double W = 0.2;
    private static final double DT = 0.1;

    @Test
    void theCycleIsACircle() {
        Recording run = settled(Integrator.RK4);
        double[] x = run.get("x").column(0);
        double[] y = run.get("y").column(0);
        for (int k = 1; k < x.length; k++) {
            assertThat(Math.hypot(x[k], y[k])).isCloseTo(Math.sqrt(A), within(1e-8));
            double turned = Math.atan2(y[k] * x[k - 1] - x[k] * y[k - 1], x[k] * x[k - 1] + y[k] * y[k - 1]);
            assertThat(turned).isCloseTo(W * DT, within(1e-8));
        }
    }

    /** The step z ← z (1 + (a − |z|²) dt + i w dt) keeps |z| where the factor has modulus 1. */
    @Test
    void eulerEnlargesTheCycleAsItMust() {
        Recording run = settled(Integrator.EULER);
        double radius = Math.hypot(run.get("x").column(0)[0], run.get("y").column(0)[0]);
        double expected = A + (1 - Math.sqrt(1 - W * W * DT * DT)) / DT;
        assertThat(radius * radius).isCloseTo(expected, within(1e-12));
    }

    private static Recording settled(Integrator integrator) {
        return Simulation.of(Network.of(Hopf.node()))
                .dt(DT)
                .duration(300)
                .integrator(integrator)
                .initial("x", 0.3)
                .initial("y", 0)
                .observe(Recorder.every(DT, "x", "y").from(200))
                .run();
    }
}
