package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExploreProgramTest extends ProgramInProcess {
    private static final String MODEL = """
            network:
              model: hopf
              connectome: {weights: [[0, 1], [1, 0]], lengths: [[0, 20], [30, 0]]}
              parameters: {sigma_ou: 0.02}
            simulation: {duration: 40, seed: 3}
            inputs:
              - {target: x_ext, sinusoid: {amplitude: 0.1, frequency: 20}}
            output: {figures: false}
            """;
    private static final String METRICS = "  metrics: [max(x), mean(x) + 1]\n";

    private int explore(String section, Object... arguments) {
        Object[] all = new Object[arguments.length + 2];
        all[0] = "explore";
        all[1] = written(MODEL + "explore:\n" + section);
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return gyrus(all);
    }

    private void explored(String section, Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--out";
        all[arguments.length + 1] = out;
        int exit = explore(section, all);
        assertThat(err()).isEmpty();
        assertThat(exit).isZero();
    }

    private List<String[]> table() throws IOException {
        return lines("results.csv").stream().map(line -> line.split(",", -1)).toList();
    }

    /** What a single run with these settings gives: its largest value, to compare with a row of a table. */
    private double alone(String... settings) throws IOException {
        Path folder = out.resolveSibling("alone");
        Object[] all = new Object[6 + 2 * settings.length];
        all[0] = "run";
        all[1] = written(MODEL);
        for (int i = 0; i < settings.length; i++) {
            all[2 + 2 * i] = "--set";
            all[3 + 2 * i] = settings[i];
        }
        all[all.length - 4] = "--set";
        all[all.length - 3] = "record.every=0.1";
        all[all.length - 2] = "--out";
        all[all.length - 1] = folder;
        assertThat(gyrus(all)).isZero();
        return Files.readAllLines(folder.resolve("x.csv")).stream()
                .skip(1)
                .flatMap(line -> Arrays.stream(line.split(",")).skip(1))
                .mapToDouble(Double::parseDouble)
                .max()
                .orElseThrow();
    }

    @Test
    void aGridGivesARowPerPointWithTheNumbersOfSingleRuns() throws IOException {
        explored("  parameters: {a: {from: -0.5, to: 0.5, steps: 3}, K_gl: [0.5, 2]}\n" + METRICS);
        List<String[]> table = table();
        assertThat(table.get(0)).containsExactly("run", "a", "K_gl", "max(x)", "mean(x) + 1", "status", "reason");
        assertThat(table).hasSize(7);
        for (int run = 0; run < 6; run++) {
            String[] row = table.get(run + 1);
            assertThat(row[0]).isEqualTo("" + run);
            assertThat(row[5]).isEqualTo("ok");
            double largest = alone("network.parameters.a=" + row[1], "network.parameters.K_gl=" + row[2]);
            assertThat(Double.parseDouble(row[3])).isEqualTo(largest);
        }
        assertThat(out.resolve("results.duckdb")).exists();
        assertThat(out.resolveSibling("out.partial")).doesNotExist();
        assertThat(summary().get("complete")).isEqualTo(true);
        assertThat(summary().get("runs")).isEqualTo(6.0);
        assertThat((List<?>) summary().get("files"))
                .isEqualTo(List.of("results.csv", "results.duckdb", "summary.json"));
    }

    @Test
    void settingsThatMakeANetworkOfTheirOwnVaryToo() throws IOException {
        explored("""
                  parameters:
                    network.speed: [0, 2]
                    inputs[0].sinusoid.amplitude: [0.0, 0.5]
                    simulation.integrator: [euler, heun]
                    initial.x: [0.1, 1]
                """ + METRICS);
        List<String[]> table = table();
        assertThat(table).hasSize(17);
        for (int run : new int[] {0, 3, 6, 9, 15}) {
            String[] row = table.get(run + 1);
            double largest = alone(
                    "network.speed=" + row[1],
                    "inputs[0].sinusoid.amplitude=" + row[2],
                    "simulation.integrator=" + row[3],
                    "initial.x=" + row[4]);
            assertThat(Double.parseDouble(row[5])).isEqualTo(largest);
        }
    }

    private int cortex(String parameters) {
        return gyrus("explore", written("""
                network: {model: aln, parameters: {C: 400}}
                simulation: {duration: 20}
                inputs: [{target: ext_exc_current, constant: {value: 0}}]
                output: {figures: false}
                explore:
                  metrics: [max(rates_exc)]
                  parameters:
                """ + parameters.indent(4)), "--out", out);
    }

    @Test
    void anOptionOfAMetricMayBeANumberOfTheExperiment() throws IOException {
        String frequency = "inputs[0].sinusoid.frequency";
        explored("  parameters:\n    inputs[0].sinusoid.frequency: [20 Hz, 0.05 kHz]\n"
                + "  metrics: ['entrainment(x; window=0.02; frequency=" + frequency + ")',"
                + " entrainment(x; window=0.02; frequency=inputs.0.sinusoid.frequency),"
                + " entrainment(x; window=0.02; frequency=20), entrainment(x; window=0.02; frequency=50)]\n");
        List<String[]> table = table();
        assertThat(table.get(1)[1]).isEqualTo("20.0");
        assertThat(table.get(2)[1]).isEqualTo("50.0");
        for (int own : new int[] {2, 3}) {
            assertThat(table.get(1)[own]).isEqualTo(table.get(1)[4]);
            assertThat(table.get(2)[own]).isEqualTo(table.get(2)[5]);
        }
        assertThat(table.get(1)[4]).isNotEqualTo(table.get(1)[5]);
        explore("  parameters: {a: [0, 1]}\n  metrics: [entrainment(x; frequency=inputs.0.sinusoid.freqency)]\n");
        assertThat(err()).contains("did you mean 'inputs.0.sinusoid.frequency'?");
    }

    @Test
    void valuesOfAxesMayHaveUnits() throws IOException {
        int exit = cortex("""
                b: {from: 0.04 nA, to: 60 pA, steps: 3}
                mue_ext_mean: [0.8 V/s, 400 pA]
                initial.IA: [0.01nA]
                inputs[0].constant.value: [40 pA, 0.06 nA]
                """);
        assertThat(err()).isEmpty();
        assertThat(exit).isZero();
        List<String[]> table = table();
        assertThat(table).hasSize(13);
        assertThat(table.get(1)).startsWith("0", "40.0", "0.8", "10.0", "40.0");
        assertThat(table.get(12)).startsWith("11", "60.0", "1.0", "10.0", "60.0"); // 400 pA / 400 pF = 1 mV/ms
        int direct = cortex("b: [60]\nmue_ext_mean: [1]\ninitial.IA: [10]\ninputs[0].constant.value: [0.15]");
        assertThat(direct).isZero(); // 60 pA / 400 pF
        assertThat(table().get(1)[5]).isEqualTo(table.get(12)[5]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            b: {from: 40 s, to: 60 s, steps: 2}|b.from: expected a number in pA, given '40 s'
            mue_ext_mean: [1 mV]|mue_ext_mean: expected a number in mV/ms or pA, given '1 mV'
            initial.IA: [1 ms]|initial.IA: expected a number in pA, given '1 ms'
            inputs[0].constant.value: [40 pA, 60 s]|inputs[0].constant.value: expected a number in pA, as the first, given '60 s'
            inputs[0].constant.value: [40 pA, 60]|inputs[0].constant.value: expected a number in pA, as the first, given '60'
            inputs[0].constant.value: [40 s]|inputs[0].constant.value: expected a number in mV/ms, pA or V/m, given '40 s'
            """)
    void aUnitOfAnotherDimensionIsAProblem(String parameters, String problem) {
        assertThat(cortex(parameters)).isEqualTo(2);
        assertThat(err()).contains(problem);
    }

    @Test
    void replicatesHaveTheSeedsThatFollow() throws IOException {
        explored("  parameters: {a: [0.1, 0.2]}\n  replicate: 2\n" + METRICS);
        List<String[]> table = table();
        assertThat(table.get(0)).startsWith("run", "a", "seed");
        assertThat(table.stream().skip(1).map(row -> row[2])).containsExactly("3", "4", "3", "4");
        assertThat(Double.parseDouble(table.get(2)[3]))
                .isEqualTo(alone("network.parameters.a=0.1", "simulation.seed=4"));
    }

    @ParameterizedTest
    @CsvSource({"random, 7", "latin-hypercube, 7", "sobol, 8"})
    void pointsCanBeSampled(String kind, int points) throws IOException {
        String section = "  kind: " + kind + "\n  points: " + points
                + "\n  parameters: {a: [-1, 1], K_gl: {from: 0.1, to: 10, scale: log}}\n" + METRICS;
        explored(section, "--threads", 1);
        List<String> one = lines("results.csv");
        assertThat(one).hasSize(points + 1);
        explored(section, "--threads", 3);
        assertThat(lines("results.csv")).isEqualTo(one);
    }

    @Test
    void aSequenceLeavesWhatItDoesNotVary() throws IOException {
        explored("  kind: sequence\n  parameters: {a: [0.1, 0.2], K_gl: [1]}\n" + METRICS);
        assertThat(table().stream().skip(1).map(row -> row[1] + "|" + row[2])).containsExactly("0.1|", "0.2|", "|1.0");
    }

    @Test
    void aRunThatDivergesIsARowWithItsReason() throws IOException {
        explored("  parameters: {initial.x: [0.1, 1e200]}\n" + METRICS);
        List<String[]> table = table();
        assertThat(table.get(1)[4]).isEqualTo("ok");
        assertThat(table.get(2)[4]).isEqualTo("failed");
        assertThat(table.get(2)[2]).isEmpty();
        assertThat(lines("results.csv").get(2)).contains("t = ");
        assertThat(summary().get("failed")).isEqualTo(1.0);
    }

    @Test
    void whereAllRunsFailItFails() {
        assertThat(explore("  parameters: {initial.x: [1e200, 2e200]}\n" + METRICS))
                .isEqualTo(1);
        assertThat(err()).contains("all of 2 runs failed, the first: ");
    }

    @Test
    void figuresAreDrawnForEveryKind() {
        for (String section : List.of(
                "  parameters: {a: {from: 0, to: 1, steps: 4}, K_gl: [0.1, 1, 5]}\n",
                "  parameters: {a: {from: 0.1, to: 10, steps: 4, scale: log}}\n",
                "  kind: random\n  points: 5\n  parameters: {a: [0, 1], K_gl: [0, 1]}\n",
                "  kind: sequence\n  parameters: {a: [0, 1], simulation.integrator: [euler, heun]}\n",
                "  parameters: {a: [1]}\n")) {
            explored(section + METRICS, "--set", "output.figures=true");
            assertThat(out.resolve("results.png")).isNotEmptyFile();
            assertThat(out.resolve("results.svg")).isNotEmptyFile();
        }
    }

    @Test
    void withoutAFolderASummaryGoesToTheTerminal() {
        assertThat(explore("  parameters: {a: [0, 1]}\n")).isZero();
        assertThat(out()).startsWith("hopf: 2 points, 2 runs of 0.0400000 s").contains("mean(x)", "min(x)", "max(x)");
    }

    @Test
    void parquetIsWrittenOnRequest() {
        explored("  parameters: {a: [0, 1]}\n  formats: [parquet]\n" + METRICS);
        assertThat(out.resolve("results.parquet")).exists();
        assertThat(out.resolve("results.csv")).doesNotExist();
    }

    @Test
    void goingOnRunsNothingTwice() throws IOException {
        String section = "  parameters: {a: [0, 1]}\n" + METRICS;
        explored(section);
        List<String> first = lines("results.csv");
        explored(section, "--resume");
        assertThat(lines("results.csv")).isEqualTo(first);
        assertThat(summary().get("resumed")).isEqualTo(2.0);
        explored(section);
        assertThat(summary().get("resumed")).isEqualTo(0.0);
    }

    @Test
    void aStoreOfAnotherExperimentIsNotGoneOnWith() throws IOException {
        explored("  parameters: {a: [0, 1]}\n" + METRICS);
        List<String> before = lines("results.csv");
        assertThat(explore(
                        "  parameters: {a: [0, 2]}\n" + METRICS, "--out", out, "--resume", "--set", "network.speed=5"))
                .isEqualTo(2);
        assertThat(err().lines())
                .containsExactly(
                        "out.partial/results.duckdb: explore.parameters.a: expected the experiment of the store, "
                                + "'[0.0, 1.0]', given '[0.0, 2.0]'",
                        "out.partial/results.duckdb: network.speed: expected the experiment of the store, '20.0', given '5.0'");
        assertThat(lines("results.csv")).isEqualTo(before);
    }

    @Test
    void anUnfinishedExplorationIsNotLostByAnother() throws IOException {
        Path partial = Files.createDirectories(out.resolveSibling("out.partial"));
        Files.createFile(partial.resolve("results.duckdb"));
        assertThat(explore("  parameters: {a: [0, 1]}\n", "--out", out)).isEqualTo(2);
        assertThat(err())
                .isEqualTo("out.partial: expected a folder without an unfinished exploration, given one with"
                        + " 'results.duckdb'; --resume goes on with it; another --out leaves it\n");
        Files.delete(partial.resolve("results.duckdb"));
        Files.delete(partial);
        explored("  parameters: {a: [0, 1]}\n");
        Map<String, Object> stopped = new LinkedHashMap<>();
        summary().forEach((key, value) -> stopped.put("" + key, value));
        stopped.put("complete", false);
        Json.write(out.resolve("summary.json"), stopped);
        assertThat(explore("  parameters: {a: [0, 1]}\n", "--out", out)).isEqualTo(2);
        assertThat(err()).startsWith("out: expected a folder without an unfinished exploration");
        explored("  parameters: {a: [0, 1]}\n", "--resume");
    }

    @Test
    void aRunOfAFileThatExploresSaysSo() {
        assertThat(run(MODEL + "explore: {parameters: {a: [0, 1]}}\n")).isZero();
        assertThat(err()).isEqualTo("gyrus: the section 'explore' is for 'gyrus explore'; this is a single run\n");
    }

    @Test
    void aFileThatDoesNotExploreSaysSo() {
        assertThat(gyrus("explore", written(MODEL))).isEqualTo(2);
        assertThat(err()).isEqualTo("e.yaml: explore: expected a section that says what to vary, given nothing\n");
        assertThat(gyrus("explore", written(MODEL), "--resume")).isEqualTo(2);
        assertThat(err()).contains("--resume: expected --out with the folder to go on in, given none");
    }

    @Test
    void everythingThatIsWrongIsSaidAtItsPlace() {
        assertThat(explore("""
                  kind: gird
                  parameters:
                    K_g: [1, 2]
                    speed: [1, 2]
                    a: {from: 3, to: 1, steps: 4}
                    w: {from: 0, to: 1, steps: 4, scale: log}
                    x_ext: []
                    y_ext: [1, 1]
                    sigma_ou: [a, b]
                    tau_ou: {from: 1, to: 2}
                    initial.z: [1]
                    simulation.seed: [1, 2]
                  replicate: 0
                  points: 7
                """)).isEqualTo(2);
        assertThat(err().lines().map(line -> line.replaceFirst("one of .* given", "one of … given")))
                .containsExactly(
                        "e.yaml:10: explore.kind: expected one of … given 'gird'; did you mean 'grid'?",
                        "e.yaml:12: explore.parameters.K_g: expected one of … given 'K_g'; did you mean 'K_gl'?",
                        "e.yaml:13: explore.parameters.speed: expected one of … given 'speed'; did you mean 'network.speed'?",
                        "e.yaml:14: explore.parameters.a.to: expected a range that ends above its start, given 3.0 to 1.0",
                        "e.yaml:15: explore.parameters.w.from: expected a positive number on a logarithmic scale, given '0'",
                        "e.yaml:16: explore.parameters.x_ext: expected at least one value, or {from: …, to: …, steps: …}, given an empty list",
                        "e.yaml:17: explore.parameters.y_ext: expected each value once, given one twice",
                        "e.yaml:18: explore.parameters.sigma_ou: expected a finite number, given 'a'",
                        "e.yaml:18: explore.parameters.sigma_ou: expected a finite number, given 'b'",
                        "e.yaml:19: explore.parameters.tau_ou.steps: expected how many values there are, given nothing",
                        "e.yaml:20: explore.parameters.initial.z: expected one of … given 'z'",
                        "e.yaml:21: explore.parameters.simulation.seed: expected something that makes a run another one,"
                                + " given 'simulation.seed'; 'replicate' gives each point several seeds",
                        "e.yaml:22: explore.replicate: expected a whole number from 1 to 1000000, given '0'",
                        "e.yaml:23: explore.points: expected it with a kind that samples: [random, latin-hypercube, sobol], given '7'");
    }

    @Test
    void whatShowsOnlyInTheModelIsSaidAtItsPlaceToo() {
        assertThat(explore("""
                  parameters:
                    sigma_ou: [-1, 1]
                    network.speed: [-3, 20]
                    inputs[4].start: [0, 1]
                  metrics: [max(x)]
                """)).isEqualTo(2);
        assertThat(err().lines().map(line -> line.replaceFirst("of mV.* of", "of … of")))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("e.yaml:11: explore.parameters.sigma_ou: expected a finite number"))
                .contains(
                        "e.yaml:12: explore.parameters.network.speed: expected a speed in mm/ms, or 0 for no delays, given '-3'",
                        "e.yaml:13: explore.parameters.inputs[4].start: expected an index below 1, given '4' in a list");
        assertThat(explore("  parameters: {a: [0, 1]}\n  metrics: [mx(x), fc_mean, max(q)]\n"))
                .isEqualTo(2);
        assertThat(err().lines().map(line -> line.replaceFirst(": expected.*", "")))
                .containsExactly(
                        "e.yaml:11: explore.metrics[0]",
                        "e.yaml:11: explore.metrics[1]",
                        "e.yaml:11: explore.metrics[2]");
    }

    @Test
    void designsThatCannotBeAreRefused() {
        assertThat(explore("  kind: points\n  parameters: {a: [0, 1], K_gl: [1]}\n"))
                .isEqualTo(2);
        assertThat(err()).contains("e.yaml:11: explore.parameters.K_gl: expected 2 values, as a has, given 1");
        assertThat(explore("  parameters: {}\n")).isEqualTo(2);
        assertThat(err()).contains("explore.parameters: expected at least one parameter, given nothing");
        assertThat(explore("  kind: sobol\n  parameters: {a: [0, 1, 2]}\n")).isEqualTo(2);
        assertThat(err())
                .contains("explore.points: expected how many points there are, given nothing")
                .contains(
                        "explore.parameters.a: expected a range, [lowest, highest] or {from: …, to: …}, given 3 values");
        assertThat(explore(
                        "  parameters: {a: {from: 0, to: 1, steps: 100000}, K_gl: {from: 0, to: 1, steps: 100000}}\n"))
                .isEqualTo(2);
        assertThat(err()).contains("explore: expected at most 50000000 runs, given 1.00e+10");
        assertThat(explore("  parameters: {a: [0, 1]}\n", "--set", "simulation.repeat=2"))
                .isEqualTo(2);
        assertThat(err())
                .contains("simulation.repeat: expected 1 where there is 'explore', given 2; explore.replicate");
    }
}
