package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Noise whose intensity is zero on every node is not there: models may offer it at no cost. */
class AbsentNoiseTest {

    private static Node node(String noise) {
        return Node.named("node")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.constant(0.7))
                        .parameter("sigma", 0, "1", "noise")
                        .parameter("mean", 0.3, "1", "of x")
                        .equations("s = sigma*(1 + x^2)\ndx/dt = (mean - x)/3[ms]" + noise)
                        .build())
                .defaultOutput("x")
                .build();
    }

    private static double[][] run(Node node, NoiseSource noise, String scheme) {
        return Simulation.of(Network.builder().group("", node, 3).build())
                .duration(10)
                .integrator(Integrator.named(scheme))
                .noise(noise)
                .observe(Recorder.every(0.1, "x"))
                .run()
                .get("x")
                .values();
    }

    @ParameterizedTest
    @ValueSource(strings = {"euler", "heun", "rk4", "exponential-euler"})
    void theBitsAreThoseWithoutTheTerm(String scheme) {
        NoiseSource refused = (stream, step, firstEntity, out, from, to) -> {
            throw new AssertionError("drawn");
        };
        double[][] without = run(node(""), refused, scheme);
        assertThat(run(node(" + sigma/sqrt(3[ms])*xi"), refused, scheme)).isDeepEqualTo(without);
        assertThat(run(node(" + s*2/sqrt(1[ms])*xi - x*sqrt(2*sigma^2/1[ms])*xi_b"), refused, scheme))
                .isDeepEqualTo(without);
        assertThat(run(node(" + sigma*x/sqrt(1[ms])*xi").with("sigma", new double[3]), refused, scheme))
                .isDeepEqualTo(without);
    }

    @Test
    void oneNodeWithNoiseIsEnoughToDrawIt() {
        AtomicInteger drawn = new AtomicInteger();
        NoiseSource counted = (stream, step, firstEntity, out, from, to) -> drawn.incrementAndGet();
        run(node(" + s/sqrt(1[ms])*xi").with("sigma", new double[] {0, 0.1, 0}), counted, "euler");
        assertThat(drawn).hasValue(100);
    }
}
