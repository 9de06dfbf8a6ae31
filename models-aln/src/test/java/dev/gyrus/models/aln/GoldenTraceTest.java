package dev.gyrus.models.aln;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Simulation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model against traces of neurolib; errors are relative to |value| + 1e-3 of the variable's peak. */
class GoldenTraceTest {

    @ParameterizedTest
    @ValueSource(strings = {"single", "oscillating", "adaptation", "network4"})
    void tracesAgreeWithTheOracle(String name) throws IOException {
        List<String[]> lines = lines("golden/aln-" + name + ".txt");
        Node node = Aln.node();
        for (String[] line : all(lines, "parameter")) {
            node = node.with(line[1], Double.parseDouble(line[2]));
        }
        Simulation simulation =
                Simulation.of(network(node, lines)).dt(number(lines, "dt")).duration(number(lines, "duration"));
        for (String[] line : all(lines, "initial")) {
            simulation = simulation.initial(line[1], numbers(line, 2));
        }
        for (String[] line : all(lines, "sinusoid")) {
            double amplitude = Double.parseDouble(line[2]);
            double frequency = Double.parseDouble(line[3]);
            simulation = simulation.drive(line[1], t -> amplitude * Math.sin(2 * Math.PI * frequency * t / 1000));
        }
        String[] variables = all(lines, "peak").stream().map(line -> line[1]).toArray(String[]::new);
        Recording recording = simulation
                .observe(Recorder.every(number(lines, "dt"), variables))
                .run();
        double[] steps = numbers(all(lines, "steps").get(0), 1);
        double worst = 0;
        for (String[] peak : all(lines, "peak")) {
            double floor = 1e-3 * Double.parseDouble(peak[2]);
            int column = 0;
            for (String[] line : all(lines, "expected")) {
                if (!line[1].equals(peak[1])) {
                    continue;
                }
                double[] expected = numbers(line, 2);
                for (int k = 0; k < expected.length; k++) {
                    double value = recording.get(peak[1]).values()[(int) steps[k] - 1][column];
                    worst = Math.max(worst, Math.abs(value - expected[k]) / (Math.abs(expected[k]) + floor));
                }
                column++;
            }
        }
        assertThat(worst).isLessThan(1e-8);
    }

    private static Network network(Node node, List<String[]> lines) {
        List<double[]> weights = new ArrayList<>();
        List<double[]> lengths = new ArrayList<>();
        all(lines, "weights").forEach(line -> weights.add(numbers(line, 1)));
        all(lines, "lengths").forEach(line -> lengths.add(numbers(line, 1)));
        if (weights.isEmpty()) {
            return Network.of(node);
        }
        Connectome connectome = Connectome.of(weights.toArray(double[][]::new), lengths.toArray(double[][]::new));
        return Network.of(node, connectome, number(lines, "speed"));
    }

    private static List<String[]> lines(String resource) throws IOException {
        try (InputStream in = GoldenTraceTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .toList();
        }
    }

    private static List<String[]> all(List<String[]> lines, String key) {
        return lines.stream().filter(line -> line[0].equals(key)).toList();
    }

    private static double number(List<String[]> lines, String key) {
        return Double.parseDouble(all(lines, key).get(0)[1]);
    }

    private static double[] numbers(String[] line, int from) {
        return Arrays.stream(line, from, line.length)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
