package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Simulation;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Right-hand sides against those of The Virtual Brain, one file per model and choice of options.
 *
 * <p>Each point of a file is four lines: parameters ({@code at}), {@code state}, long-range {@code coupling} (an input named
 * {@code -} bears on nothing there) and {@code derivative} per ms.
 */
class TvbDerivativesTest {
    /** A power of two, so that dividing by it is exact. */
    private static final double DT = 0x1p-12;

    static Stream<String> files() throws IOException, URISyntaxException {
        Path folder = Path.of(TvbDerivativesTest.class.getResource("golden/tvb").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void derivativesAgreeWithTheOracle(String file) throws IOException, URISyntaxException {
        List<String[]> lines;
        Path path = Path.of(
                TvbDerivativesTest.class.getResource("golden/tvb/" + file).toURI());
        try (Stream<String> text = Files.lines(path)) {
            lines = text.filter(l -> !l.startsWith("#")).map(l -> l.split(" ")).toList();
        }
        Map<String, String> options = new LinkedHashMap<>();
        lines.stream().filter(l -> l[0].equals("option")).forEach(l -> options.put(l[1], l[2]));
        Node node = Catalogue.models().get(names(lines, "model")[0]).node(options);
        String[] states = names(lines, "states");
        String[] inputs = names(lines, "inputs");
        String[] parameters = names(lines, "parameters");
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i)[0].equals("at")) {
                continue;
            }
            double[] values = numbers(lines.get(i));
            Node at = node;
            for (int p = 0; p < parameters.length; p++) {
                at = at.with(parameters[p], values[p]);
            }
            double[] state = numbers(lines.get(i + 1));
            double[] coupling = numbers(lines.get(i + 2));
            double[] expected = numbers(lines.get(i + 3));
            double[] derivative = derivative(at, states, state, inputs, coupling);
            for (int s = 0; s < states.length; s++) {
                double error = Math.abs(derivative[s] - expected[s]) / (Math.abs(expected[s]) + 1e-3);
                assertThat(error).as("d%s/dt at point in line %d", states[s], i).isLessThan(1e-9);
            }
        }
    }

    /** One Euler step gives the derivative, as long as no bound is hit. */
    private static double[] derivative(Node node, String[] states, double[] state, String[] inputs, double[] coupling) {
        Simulation simulation = Simulation.of(Network.of(node)).dt(DT).duration(DT);
        for (int s = 0; s < states.length; s++) {
            simulation = simulation.initial(states[s], state[s]);
        }
        for (int c = 0; c < inputs.length; c++) {
            if (!inputs[c].equals("-")) {
                double value = coupling[c];
                simulation = simulation.drive(inputs[c], t -> value);
            }
        }
        Recording recording = simulation.observe(Recorder.every(DT, states)).run();
        double[] derivative = new double[states.length];
        for (int s = 0; s < states.length; s++) {
            derivative[s] = (recording.get(states[s]).values()[0][0] - state[s]) / DT;
        }
        return derivative;
    }

    private static String[] names(List<String[]> lines, String key) {
        String[] line = lines.stream().filter(l -> l[0].equals(key)).findFirst().orElseThrow();
        return Arrays.copyOfRange(line, 1, line.length);
    }

    private static double[] numbers(String[] line) {
        return Arrays.stream(line, 1, line.length)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
