package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Connectome;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.VectorField;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Right-hand sides against those of other programs, The Virtual Brain above all, one file per model and choice of
 * options.
 *
 * <p>Each point of a file is four lines: parameters ({@code at}), {@code state}, long-range {@code coupling} (an input
 * named {@code -} bears on nothing there) and {@code derivative} per ms. Points of one coupling are evaluated together,
 * as nodes that are not connected. A file whose oracle is less exact says so ({@code tolerance}).
 */
class DerivativesTest {
    private final List<String[]> lines = new ArrayList<>();

    static Stream<String> files() throws IOException, URISyntaxException {
        List<String> names = new ArrayList<>();
        for (String oracle : List.of("numpy", "pyrates", "tvb")) {
            try (Stream<Path> files = Files.list(resource(oracle))) {
                files.map(f -> oracle + "/" + f.getFileName()).sorted().forEach(names::add);
            }
        }
        return names.stream();
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(DerivativesTest.class.getResource("golden/" + name).toURI());
    }

    @ParameterizedTest
    @MethodSource("files")
    void derivativesAgreeWithTheOracle(String file) throws IOException, URISyntaxException {
        try (Stream<String> text = Files.lines(resource(file))) {
            text.filter(l -> !l.startsWith("#")).map(l -> l.split(" ")).forEach(lines::add);
        }
        Map<String, String> options = new LinkedHashMap<>();
        lines.stream().filter(l -> l[0].equals("option")).forEach(l -> options.put(l[1], l[2]));
        Node node = Catalogue.models().get(names("model")[0]).node(options);
        Map<String, List<Integer>> pointsByCoupling = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i)[0].equals("at")) {
                String coupling = String.join(" ", lines.get(i + 2));
                pointsByCoupling
                        .computeIfAbsent(coupling, c -> new ArrayList<>())
                        .add(i);
            }
        }
        assertThat(pointsByCoupling).isNotEmpty();
        pointsByCoupling.values().forEach(points -> compare(node, points));
    }

    private void compare(Node node, List<Integer> points) {
        String[] states = names("states");
        double tolerance = lines.stream()
                .filter(l -> l[0].equals("tolerance"))
                .mapToDouble(l -> Double.parseDouble(l[1]))
                .findFirst()
                .orElse(1e-12);
        double[][] state = table(points, 1);
        double[][] expected = table(points, 3);
        VectorField field = field(node, points);
        double[] x = field.start();
        double[] rates = new double[x.length];
        for (int s = 0; s < states.length; s++) {
            System.arraycopy(state[s], 0, x, first(field, states[s]), points.size());
        }
        field.derivative(x, rates);
        for (int s = 0; s < states.length; s++) {
            for (int p = 0; p < points.size(); p++) {
                double rate = rates[first(field, states[s]) + p];
                double error = Math.abs(rate - expected[s][p]) / (Math.abs(expected[s][p]) + 1e-6);
                assertThat(error)
                        .as("d%s/dt at point %d", states[s], points.get(p))
                        .isLessThan(tolerance);
            }
        }
    }

    private VectorField field(Node node, List<Integer> points) {
        String[] parameters = names("parameters");
        double[][] values = table(points, 0);
        Node at = node;
        for (int p = 0; p < parameters.length; p++) {
            at = at.with(parameters[p], values[p]);
        }
        double[][] unconnected = new double[points.size()][points.size()];
        VectorField field = VectorField.of(Network.of(at, Connectome.of(unconnected), 0));
        String[] inputs = names("inputs");
        double[][] coupling = table(points, 2);
        for (int c = 0; c < inputs.length; c++) {
            if (!inputs[c].equals("-")) {
                field = field.withInput(inputs[c], coupling[c][0]);
            }
        }
        return field;
    }

    /** Where the nodes' values of a state begin. */
    private static int first(VectorField field, String state) {
        List<String> variables = field.states().stream()
                .map(s -> s.substring(s.lastIndexOf('.') + 1))
                .toList();
        return variables.indexOf(state);
    }

    private String[] names(String key) {
        String[] line = lines.stream().filter(l -> l[0].equals(key)).findFirst().orElseThrow();
        return Arrays.copyOfRange(line, 1, line.length);
    }

    /** Numbers of one of the four lines of each point: {@code [column][point]}. */
    private double[][] table(List<Integer> points, int line) {
        double[][] table = new double[lines.get(points.get(0) + line).length - 1][points.size()];
        for (int p = 0; p < points.size(); p++) {
            String[] words = lines.get(points.get(p) + line);
            for (int c = 0; c < table.length; c++) {
                table[c][p] = Double.parseDouble(words[c + 1]);
            }
        }
        return table;
    }
}
