package dev.gyrus.testkit;

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

/**
 * A trace that another program made, to hold a model against: what it was made with, and some of its samples.
 *
 * <p>A text of one statement a line, words separated by one space; lines that begin with {@code #} say where it comes from:
 *
 * <pre>
 *   dt 0.1                            step of the Euler scheme, in ms
 *   duration 1000                     in ms
 *   speed 20                          in mm/ms, for a network
 *   parameter NAME VALUE              those that differ from the defaults
 *   initial NAME VALUE…               one, or one per node
 *   sinusoid TARGET AMPLITUDE HZ      an input
 *   weights VALUE…                    a row (target) of the matrix; none for a single node
 *   lengths VALUE…                    likewise, in mm
 *   steps K…                          which samples are given: the state after K steps
 *   peak VARIABLE VALUE               the largest value of a variable in the whole trace
 *   expected VARIABLE VALUE…          one line per node, one value per sample
 * </pre>
 *
 * <pre>{@code
 * assertTrue(ReferenceTrace.of(MyTest.class.getResourceAsStream("trace.txt")).worstErrorOf(node) < 1e-8);
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class ReferenceTrace {
    private final List<String[]> lines;

    private ReferenceTrace(List<String[]> lines) {
        this.lines = lines;
    }

    /** Reads a trace, in UTF-8, and closes the stream. */
    public static ReferenceTrace of(InputStream stream) {
        try (stream) {
            return new ReferenceTrace(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The largest error of the model, relative to |value| + 1e-3 of the variable's peak. */
    public double worstErrorOf(Node model) {
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
