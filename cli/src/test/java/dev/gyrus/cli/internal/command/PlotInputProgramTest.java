package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.stimulus.OrnsteinUhlenbeck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs as they are shown before a run, which is how their values are checked here. */
class PlotInputProgramTest extends ProgramInProcess {
    private static final String THREE = """
            network:
              model: aln
              connectome:
                weights: [[0, 1, 0], [1, 0, 1], [0, 1, 0]]
                labels: [Frontal_L, Frontal_R, Insula_L]
            simulation: {duration: 100, seed: 7}
            output: {figures: false}
            """;

    private static final String TARGET = "ext_exc_current";

    private void show(String inputs) {
        int exit = gyrus("plot-input", written(THREE + inputs), "--out", out);
        assertThat(err()).isEmpty();
        assertThat(exit).isZero();
    }

    /** Steps × columns of one input. */
    private double[][] shown(String input) throws IOException {
        show("inputs: [{target: ext_exc_current, " + input + "}]\n");
        return values(TARGET);
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    @Test
    void everyStepsValueIsWrittenAndTold() throws IOException {
        double[][] values = shown("start: 20, end: 60, sinusoid: {amplitude: 60 pA, frequency: 25}");
        assertThat(values).hasDimensions(1000, 1);
        for (int k = 0; k < 1000; k++) {
            double t = k * 0.1 - 20;
            double expected = k >= 200 && k < 600 ? 0.3 * Math.sin(2 * Math.PI * 25 * t / 1000) : 0;
            assertThat(values[k][0]).as("step %d", k).isCloseTo(expected, within(1e-12));
        }
        assertThat(lines(TARGET + ".csv").get(0)).isEqualTo("t_ms,all");
        assertThat(out().lines())
                .containsExactly(
                        "aln, seed 7: 100 ms in steps of 0.1 ms",
                        "  ext_exc_current in mV/ms",
                        "    all 3 nodes          mean 0, range -0.3 … 0.3, from 20.1 to 60 ms",
                        "figure and values in " + out);
        try (Stream<String> files =
                Files.list(out).map(file -> file.getFileName().toString())) {
            assertThat(files).containsExactlyInAnyOrder("inputs.png", "inputs.svg", TARGET + ".csv");
        }
    }

    @Test
    void withoutAFolderOnlyNumbersAreTold() {
        String inputs = """
                inputs:
                  - {target: ext_exc_current, nodes: [0], constant: 1}
                  - {target: b, nodes: [0, 1], step: {amplitude: 2, onset: 50}}
                  - {target: ext_exc_current, nodes: [0, Insula_L], start: 10, end: 11, constant: 0.5}
                """;
        assertThat(gyrus("plot-input", written(THREE + inputs))).isZero();
        assertThat(out().lines().skip(1))
                .containsExactly(
                        "  ext_exc_current in mV/ms",
                        "    Frontal_L            mean 1.005, range 1 … 1.5, from 0 to 100 ms",
                        "    Insula_L             mean 0.005, range 0 … 0.5, from 10 to 11 ms",
                        "  b in pA",
                        "    Frontal_L, Frontal_R mean 1, range 0 … 2, from 50 to 100 ms");
        assertThat(out).doesNotExist();
    }

    @Test
    void anExperimentWithoutInputsHasNothingToShow() {
        assertThat(gyrus("plot-input", written(THREE), "--out", out)).isZero();
        assertThat(out()).contains("no inputs").doesNotContain("figure");
        assertThat(out).doesNotExist();
    }

    @Test
    void aGroupsInputsAreNamedAfterIt() throws IOException {
        String groups = """
                network: {groups: {left: {model: aln, size: 2}, right: {model: aln}}}
                simulation: {duration: 10}
                inputs: [{target: left.ext_exc_current, constant: 1}]
                """;
        assertThat(gyrus("plot-input", written(groups), "--out", out)).isZero();
        assertThat(out()).contains("  left.ext_exc_current in mV/ms\n    all 2 nodes ");
        assertThat(lines("left.ext_exc_current.csv")).hasSize(101).contains("5.0,1.0");
    }

    @Test
    void manySignalsAreTogetherInAFigure() throws IOException {
        String many = """
                network: {groups: {g: {model: aln, size: 20}}}
                simulation: {duration: 10}
                inputs: [{target: ext_exc_current, white-noise: {deviation: 1}}]
                """;
        assertThat(gyrus("plot-input", written(many), "--out", out)).isZero();
        assertThat(out()).contains("and 13 more");
        assertThat(Files.readString(out.resolve("inputs.svg"))).contains("20 signals");
    }

    @Test
    void badInputIsReportedAndLeavesNothing() throws IOException {
        String inputs = "inputs: [{target: ext_exc_curent, nodes: [5], constant: 1 kg}]\n";
        assertThat(gyrus("plot-input", written(THREE + inputs), "--out", out)).isEqualTo(2);
        assertThat(err()).contains("did you mean 'ext_exc_current'?");
        assertThat(out).doesNotExist();
        Files.writeString(out, "a file");
        inputs = "inputs: [{target: ext_exc_current, constant: 1}]\n";
        assertThat(gyrus("plot-input", written(THREE + inputs), "--out", out)).isEqualTo(2);
        assertThat(err().lines()).singleElement().asString().contains("out");
    }

    @Test
    void weightsStandBehindNamesOrInAList() throws IOException {
        String[] ways = {
            "nodes: {Frontal_L: 0.5, 2: -2}, constant: 3",
            "nodes: [0, Insula_L], weights: [0.5, -2], constant: 3",
            "nodes: {'*_L': -2, Frontal_L: 0.5}, constant: 3",
            "weights: [0.5, 0, -2], constant: 3",
            "nodes: {'Frontal_*': 0.5, Frontal_R: 0, Insula_*: -2}, constant: 3",
        };
        for (String way : ways) {
            double[][] values = shown(way);
            assertThat(lines(TARGET + ".csv").get(0)).as(way).isEqualTo("t_ms,Frontal_L,Insula_L");
            assertThat(List.of(values))
                    .as(way)
                    .allSatisfy(row -> assertThat(row).containsExactly(1.5, -6));
        }
        shown("nodes: ['*_L', Frontal_L], constant: 3");
        assertThat(lines(TARGET + ".csv").get(0)).isEqualTo("t_ms,Frontal_L+Insula_L");
    }

    @Test
    void theSummarySaysTheWeights() {
        succeed(THREE
                + "inputs: [{target: ext_exc_current, nodes: {Frontal_L: 0.5, 2: -2}, wiener: {deviation: 1}}]\n");
        String experiment = String.valueOf(summary().get("experiment"));
        assertThat(experiment).contains("{Frontal_L=0.5, 2=-2.0}", "deviation=1.0", "shared=false");
    }

    /** The process in Java with the experiment's seed; the k-th random signal of a file has channels from k · 2²⁰. */
    @Test
    void everyNodeHasAPathOfTheExperimentsSeed() throws IOException {
        show("""
                inputs:
                  - {target: ext_inh_current, ornstein-uhlenbeck: {deviation: 1, tau: 5}}
                  - {target: ext_exc_current, ornstein-uhlenbeck: {deviation: 1, tau: 5}}
                """);
        OrnsteinUhlenbeck process = OrnsteinUhlenbeck.of(0, 1, 5).withSeed(7);
        for (int node = 0; node < 3; node++) {
            assertThat(column(values("ext_inh_current"), node))
                    .containsExactly(process.withChannel(node).sample(100, 0.1));
            assertThat(column(values(TARGET), node))
                    .containsExactly(process.withChannel((1 << 20) + node).sample(100, 0.1));
        }
    }

    @Test
    void aNodesPathDoesNotDependOnWhichOthersAreDriven() throws IOException {
        double[][] all = shown("white-noise: {deviation: 1}");
        double[][] two = shown("nodes: {Insula_L: 2, 0: 1}, white-noise: {deviation: 1}");
        assertThat(column(two, 0)).containsExactly(column(all, 0));
        assertThat(column(two, 1))
                .containsExactly(Arrays.stream(column(all, 2)).map(x -> 2 * x).toArray());
    }

    @Test
    void aSharedPathIsOneForAllNodes() throws IOException {
        double[][] shared = shown("poisson-train: {amplitude: 1, rate: 100, width: 3, shared: true}");
        assertThat(shared[0]).hasSize(1);
        double[][] both = shown("plus: [{white-noise: {deviation: 1, shared: true}}, {white-noise: {deviation: 0.1}}]");
        double[] difference = new double[both.length];
        Arrays.setAll(difference, k -> both[k][0] - both[k][1]);
        double variance = Arrays.stream(difference).map(x -> x * x).average().orElseThrow();
        assertThat(variance).isCloseTo(0.02, within(0.004));
    }

    @Test
    void aSeedOfItsOwnIsTheSamePathWhereverItStands() throws IOException {
        show("""
                inputs:
                  - {target: ext_inh_current, white-noise: {deviation: 1, seed: 3}}
                  - {target: ext_exc_current, white-noise: {deviation: 1, seed: 3}}
                """);
        assertThat(values("ext_inh_current")).isDeepEqualTo(values(TARGET));
        assertThat(gyrus("plot-input", file, "--set", "simulation.seed=8", "--out", folder.resolve("other")))
                .isZero();
        assertThat(folder.resolve("other").resolve(TARGET + ".csv"))
                .hasSameTextualContentAs(out.resolve(TARGET + ".csv"));
    }

    @Test
    void repeatedRunsHavePathsOfTheirOwnSeedsForAnyNumberOfThreads() throws IOException {
        String noisy = THREE.replace("seed: 7", "seed: 42, repeat: 2")
                + "inputs: [{target: ext_exc_current, ornstein-uhlenbeck: {deviation: 0.5, tau: 5}}]\n";
        succeed(noisy);
        List<String> first = Files.readAllLines(rates("42"));
        List<String> second = Files.readAllLines(rates("43"));
        assertThat(first).isNotEqualTo(second);
        assertThat(run(noisy, "--threads", 2, "--out", out)).isZero();
        assertThat(Files.readAllLines(rates("42"))).isEqualTo(first);
        String single = noisy.replace("seed: 42, repeat: 2", "seed: 43");
        assertThat(run(single, "--out", folder.resolve("single"))).isZero();
        assertThat(Files.readAllLines(folder.resolve("single").resolve("rates_exc.csv")))
                .isEqualTo(second);
    }

    private Path rates(String seed) {
        return out.resolve("seed-" + seed).resolve("rates_exc.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nodes: {Frontal_X: 1}, constant: 1 | inputs[0].nodes.Frontal_X: expected one of Frontal_L, Frontal_R, Insula_L, given 'Frontal_X'; did you mean",
                "nodes: {Frontal_L: 1 mV}, constant: 1 | inputs[0].nodes.Frontal_L: expected a number without a unit, given '1 mV'",
                "nodes: {3: 1}, constant: 1 | inputs[0].nodes.3: expected an index from 0 to 2, given 3",
                "nodes: {0: 1, Frontal_L: 2}, constant: 1 | inputs[0].nodes.Frontal_L: expected each node once, given 'Frontal_L' again",
                "nodes: {}, constant: 1 | inputs[0].nodes: expected at least one node; without 'nodes' it is all",
                "nodes: ['Temporal_*'], constant: 1 | inputs[0].nodes[0]: expected a pattern of names of regions, given 'Temporal_*', which matches none",
                "nodes: {'*_L': 1, 'F*': 2}, constant: 1 | inputs[0].nodes.F*: expected each node once, by one pattern or by name, given 'Frontal_L' again",
                "nodes: [0, 1], weights: [1], constant: 1 | inputs[0].weights: expected one for each of 2 elements of 'nodes', given 1 weights",
                "weights: [1, 2], constant: 1 | inputs[0].weights: expected one for each of 3 nodes, given 2 weights",
                "nodes: {0: 1}, weights: [1], constant: 1 | inputs[0].weights: expected weights either here or behind the names of nodes, given both",
                "weights: [1, x, 2], constant: 1 | inputs[0].weights[1]: expected a finite number, given 'x'",
                "wiener: {deviation: 1, shared: perhaps} | inputs[0].wiener.shared: expected true or false, given 'perhaps'",
                "sinusoid: {amplitude: 1, frequency: 1, shared: true} | inputs[0].sinusoid.shared: expected one of",
                "wiener: {deviation: 1, seed: 0.5} | inputs[0].wiener.seed: expected a whole number",
            })
    void badMasksAndPathsAreTold(String input, String message) {
        written(THREE + "inputs: [{target: ext_exc_current, " + input + "}]\n");
        assertThat(gyrus("plot-input", file)).isEqualTo(2);
        assertThat(err().lines())
                .singleElement()
                .asString()
                .startsWith("e.yaml:8: ")
                .contains(message);
    }
}
