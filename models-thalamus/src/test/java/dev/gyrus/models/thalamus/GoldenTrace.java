package dev.gyrus.models.thalamus;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Simulation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A trace of another program: what it was made with, and some of its samples. */
final class GoldenTrace {
    private final List<String[]> lines;

    private GoldenTrace(List<String[]> lines) {
        this.lines = lines;
    }

    static GoldenTrace read(String name) {
        try (InputStream in = GoldenTrace.class.getResourceAsStream("golden/" + name + ".txt")) {
            return new GoldenTrace(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The largest error of the model, relative to |value| + 1e-3 of the variable's peak. */
    double worstErrorOf(Node model) {
        Recording recording = simulation(model).run();
        double[] steps = numbers(all("steps").get(0), 1);
        double worst = 0;
        for (String[] peak : all("peak")) {
            double floor = 1e-3 * Double.parseDouble(peak[2]);
            double[][] values = recording.get(peak[1]).values();
            int node = 0;
            for (String[] line : all("expected")) {
                if (line[1].equals(peak[1])) {
                    double[] expected = numbers(line, 2);
                    for (int k = 0; k < expected.length; k++) {
                        double error = Math.abs(values[(int) steps[k] - 1][node] - expected[k]);
                        worst = Math.max(worst, error / (Math.abs(expected[k]) + floor));
                    }
                    node++;
                }
            }
        }
        return worst;
    }

    private Simulation simulation(Node model) {
        Node node = model;
        for (String[] line : all("parameter")) {
            node = node.with(line[1], Double.parseDouble(line[2]));
        }
        Simulation simulation = Simulation.of(network(node)).dt(number("dt")).duration(number("duration"));
        for (String[] line : all("initial")) {
            simulation = simulation.initial(line[1], numbers(line, 2));
        }
        for (String[] line : all("sinusoid")) {
            double amplitude = Double.parseDouble(line[2]);
            double frequency = Double.parseDouble(line[3]);
            simulation = simulation.drive(line[1], t -> amplitude * Math.sin(2 * Math.PI * frequency * t / 1000));
        }
        String[] variables = all("peak").stream().map(line -> line[1]).toArray(String[]::new);
        return simulation.observe(Recorder.every(number("dt"), variables));
    }

    private Network network(Node node) {
        double[][] weights = matrix("weights");
        return weights.length == 0
                ? Network.of(node)
                : Network.of(node, Connectome.of(weights, matrix("lengths")), number("speed"));
    }

    private List<String[]> all(String key) {
        return lines.stream().filter(line -> line[0].equals(key)).toList();
    }

    private double number(String key) {
        return Double.parseDouble(all(key).get(0)[1]);
    }

    private double[][] matrix(String key) {
        return all(key).stream().map(line -> numbers(line, 1)).toArray(double[][]::new);
    }

    private static double[] numbers(String[] line, int from) {
        return Arrays.stream(line, from, line.length)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
