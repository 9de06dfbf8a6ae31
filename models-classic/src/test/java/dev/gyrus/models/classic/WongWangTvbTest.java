package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Node;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The working point of Deco et al. 2014, an isolated node with J_i = 1 at about 3 Hz, to the digits of cuBNM 1.0. */
class WongWangTvbTest {

    static Stream<Node> nodes() {
        return Stream.of(ReducedWongWangExcInh.node(), DecoBalancedExcInh.node());
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void anIsolatedNodeFiresAtThreeHertz(Node node) {
        Map<String, Double> start = Map.of("S_e", 0.1, "S_i", 0.1);
        assertThat(Trajectory.of(node, start, "H_e", 0.5, 5_000, 10).last()).isEqualTo(3.0773270642, within(1e-8));
        assertThat(Trajectory.of(node, start, "S_e", 0.5, 5_000, 10).last()).isEqualTo(0.1647572075, within(1e-9));
    }
}
