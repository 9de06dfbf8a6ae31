package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Node;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The working point of Deco et al. 2014: an isolated node with J_i = 1 fires at about 3 Hz. */
class WongWangTvbTest {

    static Stream<Node> nodes() {
        return Stream.of(ReducedWongWangExcInh.node(), DecoBalancedExcInh.node());
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void anIsolatedNodeFiresAtThreeHertz(Node node) {
        Map<String, Double> start = Map.of("S_e", 0.1, "S_i", 0.1);
        assertThat(Trajectory.of(node, start, "H_e", 0.5, 5_000, 10).last()).isEqualTo(3.06, within(0.05));
        assertThat(Trajectory.of(node, start, "S_e", 0.5, 5_000, 10).last()).isEqualTo(0.1647, within(0.002));
    }
}
