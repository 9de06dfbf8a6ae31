package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Connectome;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Variable;
import dev.gyrus.core.spi.ModelProvider;
import dev.gyrus.core.spi.ModelProvider.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all models of the module, whatever their options. */
class EveryModelTest {

    static Stream<Arguments> models() {
        List<Arguments> all = new ArrayList<>();
        for (ModelProvider model : Catalogue.models().all()) {
            all.add(Arguments.of(model.name(), Map.of()));
            for (Option option : model.options()) {
                for (String choice : option.choices()) {
                    all.add(Arguments.of(model.name(), Map.of(option.name(), choice)));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("models")
    void runsInANoisyNetworkWithDelays(String name, Map<String, String> options) {
        Node node = Catalogue.models().get(name).node(options);
        for (Mass mass : node.masses()) {
            for (Parameter parameter : mass.parameters()) {
                if (parameter.name().startsWith("sigma_")) {
                    node = node.with(parameter.name(), 1e-3);
                }
            }
        }
        double[][] weights = {{0, 0.1, 0.02}, {0.05, 0, 0.1}, {0.1, 0.01, 0}};
        double[][] lengths = {{0, 12, 40}, {12, 0, 7}, {40, 7, 0}};
        String[] variables = node.masses().stream()
                .flatMap(mass -> mass.variables().stream())
                .map(Variable::name)
                .toArray(String[]::new);
        var recording = Simulation.of(Network.of(node, Connectome.of(weights, lengths), 10.0))
                .integrator(Integrator.HEUN)
                .dt(0.01)
                .duration(5)
                .seed(1)
                .observe(Recorder.every(5, variables))
                .run();
        assertThat(recording.series())
                .allSatisfy(
                        series -> assertThat(Arrays.stream(series.values()[0]).boxed())
                                .as(series.name())
                                .allMatch(Double::isFinite));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("models")
    void isDescribed(String name, Map<String, String> options) {
        Node node = Catalogue.models().get(name).node(options);
        assertThat(node.name()).isEqualTo(name);
        assertThat(node.doc()).isNotBlank();
        assertThat(node.reference()).contains("doi:");
        assertThat(node.masses())
                .flatExtracting(Mass::parameters)
                .extracting(Parameter::doc)
                .doesNotContain("");
    }
}
