package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parameters by path and by pattern. */
class ParameterPathTest {
    private static Mass mass(String name) {
        return Mass.named(name)
                .state("x_" + name, "1", Initial.constant(0))
                .parameter("tau", 1, "ms", "time constant")
                .parameter("b", 2, "1", "offset")
                .equations("dx_" + name + "/dt = (b - x_" + name + ")/tau")
                .build();
    }

    private static final Node CORTEX = Node.named("c")
            .mass(mass("exc"))
            .mass(mass("inh"))
            .parameter("d", 1, "ms", "delay")
            .build();
    private static final Node RELAY = Node.named("r").mass(mass("relay")).build();
    private static final Network NETWORK =
            Network.builder().group("cortex", CORTEX, 3).node("thalamus", RELAY).build();

    private static double value(Network network, String population, String mass, String parameter) {
        return values(network, population, mass, parameter)[0];
    }

    private static double[] values(Network network, String population, String mass, String parameter) {
        Node node = network.population(population).node();
        Parameter declared = node.masses().stream()
                .filter(m -> m.name().equals(mass))
                .findFirst()
                .flatMap(m -> m.parameter(parameter))
                .orElseThrow();
        return node.value(mass, declared);
    }

    @Test
    void aPathSetsOneGroupsParameters() {
        Network network = NETWORK.with("cortex.b", 5).with("cortex.inh.tau", 7).with("cortex.d", 3);
        assertThat(value(network, "cortex", "exc", "b")).isEqualTo(5);
        assertThat(value(network, "cortex", "inh", "b")).isEqualTo(5);
        assertThat(value(network, "thalamus", "relay", "b")).isEqualTo(2);
        assertThat(value(network, "cortex", "inh", "tau")).isEqualTo(7);
        assertThat(value(network, "cortex", "exc", "tau")).isEqualTo(1);
        assertThat(network.population("cortex").node().settings().get("d")).containsExactly(3);
        assertThat(value(NETWORK, "cortex", "exc", "b")).isEqualTo(2);
    }

    @Test
    void aPatternSetsAllThatMatch() {
        Network network = NETWORK.with("*.tau", 9).with("*.inh.*", 4).with("thal*.b", 6);
        assertThat(value(network, "cortex", "exc", "tau")).isEqualTo(9);
        assertThat(value(network, "thalamus", "relay", "tau")).isEqualTo(9);
        assertThat(value(network, "cortex", "inh", "tau")).isEqualTo(4);
        assertThat(value(network, "cortex", "inh", "b")).isEqualTo(4);
        assertThat(value(network, "cortex", "exc", "b")).isEqualTo(2);
        assertThat(value(network, "thalamus", "relay", "b")).isEqualTo(6);
        assertThat(value(Network.of(RELAY).with("*.tau", 8), "", "relay", "tau"))
                .isEqualTo(8);
        assertThat(value(Network.of(RELAY).with("tau", 8), "", "relay", "tau")).isEqualTo(8);
    }

    @Test
    void whatMatchesNothingIsAnErrorWithNearMisses() {
        assertThatThrownBy(() -> NETWORK.with("cortex.tua", 1))
                .isInstanceOf(GyrusException.class)
                .hasMessageContainingAll("'cortex.tua'", "did you mean 'cortex.tau'?");
        assertThatThrownBy(() -> NETWORK.with("*.tauu", 1))
                .hasMessageContainingAll("cortex.exc.tau", "did you mean '*.tau'?");
        assertThatThrownBy(() -> NETWORK.with("b", 1)).hasMessageContaining("cortex.b");
        assertThatThrownBy(() -> NETWORK.with("c.r*", 1)).hasMessageContaining("thalamus.relay.b");
    }

    @Test
    void regionalValuesFollowMaps() {
        Map<String, double[]> maps = Map.of("myelin", new double[] {0, 1, 2}, "gain", new double[] {1, 1, 10});
        Network network = NETWORK.with("cortex.exc.b", "1 + 0.5*myelin*gain", maps);
        assertThat(values(network, "cortex", "exc", "b")).containsExactly(1, 1.5, 11);
        assertThat(CORTEX.with("tau", "2*gain", maps).settings().get("tau")).containsExactly(2, 2, 20);
        assertThat(CORTEX.with("tau", "3", maps).settings().get("tau")).containsExactly(3);
        assertThatThrownBy(() -> NETWORK.with("cortex.b", "1 + mielin", maps))
                .hasMessageContainingAll("parameters.cortex.b", "did you mean 'myelin'?");
        Map<String, double[]> uneven = Map.of("myelin", new double[3], "gain", new double[2]);
        assertThatThrownBy(() -> NETWORK.with("cortex.b", "gain + myelin", uneven))
                .hasMessageContaining("2 values");
        assertThatThrownBy(() -> NETWORK.with("cortex.b", "1 +", maps)).hasMessageContaining("parameters.cortex.b");
    }
}
