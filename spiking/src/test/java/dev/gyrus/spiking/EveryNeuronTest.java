package dev.gyrus.spiking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.spi.ModelProvider;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all neurons of the module. */
class EveryNeuronTest {

    static Stream<String> neurons() {
        return Catalogue.models().all().stream()
                .filter(model -> model.family().equals("spiking neuron"))
                .map(ModelProvider::name);
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void isDescribed(String name) {
        Node node = Catalogue.models().get(name).node(Map.of());
        assertThat(node.name()).isEqualTo(name);
        assertThat(node.doc()).isNotBlank();
        assertThat(node.reference()).contains("doi:");
        assertThat(node.masses()).allMatch(mass -> mass.firing().isPresent());
        assertThat(node.masses())
                .flatExtracting(Mass::parameters)
                .extracting(Parameter::doc)
                .doesNotContain("");
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void staysFiniteUnderEveryScheme(String name) {
        Node node = Catalogue.models().get(name).node(Map.of());
        for (Integrator scheme : Integrator.all()) {
            if (scheme.equals(Integrator.DORMAND_PRINCE)) {
                continue;
            }
            var values = Simulation.of(Network.of(node))
                    .integrator(scheme)
                    .dt(0.01)
                    .duration(50)
                    .observe(Recorder.every(50, node.defaultOutput()))
                    .run()
                    .get(node.defaultOutput())
                    .row(0);
            assertThat(values[0]).as(name + " by " + scheme.name()).isFinite();
        }
    }
}
