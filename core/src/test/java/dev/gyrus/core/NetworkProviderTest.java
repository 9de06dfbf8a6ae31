package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.spi.NetworkProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A type of network with wiring of its own, as a plugin would bring it. */
class NetworkProviderTest {

    /** Leaky nodes that are driven by the squares of what others say. */
    private static final class Squares implements NetworkProvider {
        @Override
        public String name() {
            return "squares";
        }

        @Override
        public String description() {
            return "leaky nodes driven by squares";
        }

        @Override
        public boolean isOnConnectome() {
            return true;
        }

        @Override
        public Network network(Optional<Connectome> connectome, double speed, Map<String, String> options) {
            Sync squares = new Sync("x", "in", Coupling.of("source^2", "sum"), "w", "");
            Node node = Node.named("leaky")
                    .mass(Mass.named("m")
                            .state("x", "1", Initial.constant(1))
                            .input("in", "1", "squares of the others")
                            .equations("dx/dt = (-x + in)/1[ms]")
                            .build())
                    .sync(squares)
                    .defaultOutput("x")
                    .build();
            return Network.of(node, connectome.orElseThrow(), speed);
        }
    }

    @Test
    void aTypeOfNetworkIsFoundByNameAndRuns() {
        Catalogue<NetworkProvider> found = Catalogue.of("network", List.of(new Squares()), NetworkProvider::name);
        Network network =
                found.get("squares").network(Optional.of(Connectome.of(new double[][] {{0, 3}, {0, 0}})), 0, Map.of());
        double[] first = Simulation.of(network)
                .dt(0.1)
                .duration(0.1)
                .observe(Recorder.every(0.1, "x"))
                .run()
                .get("x")
                .values()[0];
        assertThat(first).containsExactly(1 + 0.1 * (-1 + 3), 1 - 0.1);
        assertThatThrownBy(() -> found.get("squars")).hasMessageContaining("did you mean 'squares'?");
        assertThat(Catalogue.networks().names()).doesNotContain("squares");
    }
}
