package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DivergenceTest {
    @Test
    void aRunThatDivergesSaysWhenWhereAndWhich() {
        Node node = Node.named("explosive")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.constant(1))
                        .parameter("k", 0, "1/ms", "growth")
                        .equations("dx/dt = k*x^2")
                        .build())
                .defaultOutput("x")
                .build()
                .with("k", new double[] {0, 0, 30});
        assertThatThrownBy(
                        () -> Simulation.of(Network.builder().group("", node, 3).build())
                                .dt(0.1)
                                .duration(100)
                                .run())
                .isInstanceOfSatisfying(GyrusException.class, e -> {
                    org.assertj.core.api.Assertions.assertThat(e.kind()).isEqualTo(GyrusException.Kind.RUN);
                })
                .hasMessageContaining("x of node 2")
                .hasMessageContaining("t = 1.0 ms");
    }
}
