package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvolveProgramTest extends ProgramInProcess {
    private static final String MODEL = """
            network:
              model: hopf
              connectome: {weights: [[0, 1], [1, 0]], lengths: [[0, 20], [30, 0]]}
              parameters: {sigma_ou: 0.02}
            simulation: {duration: 40, seed: 3}
            output: {figures: false}
            """;
    private static final String SEARCH = """
              parameters: {a: [-1, 1], K_gl: {from: 0.1, to: 10, scale: log}}
              minimise: [abs(max(x) - 0.7)]
              metrics: [max(x)]
              population: 8
            """;

    private int evolve(String section, Object... arguments) {
        Object[] all = new Object[arguments.length + 2];
        all[0] = "evolve";
        all[1] = written(MODEL + "evolve:\n" + section);
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return gyrus(all);
    }

    private void evolved(String section, Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--out";
        all[arguments.length + 1] = out;
        int exit = evolve(section, all);
        assertThat(err()).isEmpty();
        assertThat(exit).isZero();
    }

    @Test
    void findsWhatItIsAskedForAndTheBestExperimentRuns() throws IOException {
        evolved(SEARCH + "  generations: 15\n");
        Map<?, ?> best = (Map<?, ?>) summary().get("best");
        assertThat((Double) best.get("max(x)")).isCloseTo(0.7, within(0.02));
        assertThat(summary().get("complete")).isEqualTo(true);
        assertThat(lines("results.csv")).hasSize(1 + 15 * 8);
        assertThat(lines("generations.csv")).hasSize(1 + 15);
        assertThat(lines("population.csv")).hasSize(1 + 8);
        assertThat((List<?>) summary().get("files"))
                .isEqualTo(List.of(
                        "best.yaml",
                        "evolution.checkpoint",
                        "generations.csv",
                        "population.csv",
                        "results.csv",
                        "results.duckdb",
                        "summary.json"));

        Path alone = out.resolveSibling("alone");
        assertThat(gyrus("run", out.resolve("best.yaml"), "--set", "record.every=0.1", "--out", alone))
                .isZero();
        double largest = Files.readAllLines(alone.resolve("x.csv")).stream()
                .skip(1)
                .flatMap(line -> Arrays.stream(line.split(",")).skip(1))
                .mapToDouble(Double::parseDouble)
                .max()
                .orElseThrow();
        assertThat(largest).isEqualTo(best.get("max(x)"));
    }

    @Test
    void goesOnWhereItWasWithTheBitsOfOneThatDid() throws IOException {
        evolved(SEARCH + "  generations: 7\n", "--threads", 3);
        List<String> whole = lines("results.csv");
        List<String> table = lines("generations.csv");
        out = folder.resolve("parts");
        evolved(SEARCH + "  generations: 3\n", "--threads", 1);
        evolved(SEARCH + "  generations: 7\n", "--threads", 2, "--resume");
        assertThat(lines("results.csv")).isEqualTo(whole);
        assertThat(lines("generations.csv")).isEqualTo(table);
        assertThat(summary().get("resumed")).isEqualTo(24.0);
    }

    @Test
    void goesOnAfterAKill() throws IOException {
        evolved(SEARCH + "  generations: 4\n");
        List<String> whole = lines("results.csv");
        evolved(SEARCH + "  generations: 2\n");
        Path partial = Files.createDirectories(out.resolveSibling("killed.partial"));
        Files.copy(out.resolve("evolution.checkpoint"), partial.resolve("evolution.checkpoint"));
        Files.createFile(partial.resolve(".gyrus-partial"));
        out = out.resolveSibling("killed");
        assertThat(evolve(SEARCH + "  generations: 4\n", "--out", out)).isEqualTo(2);
        assertThat(err()).startsWith("killed.partial: expected a folder without an unfinished evolution");
        evolved(SEARCH + "  generations: 4\n", "--resume");
        assertThat(lines("results.csv")).isEqualTo(whole);
    }

    @Test
    void anotherEvolutionIsNotGoneOnWith() {
        evolved(SEARCH + "  generations: 2\n");
        assertThat(evolve(
                        SEARCH + "  generations: 4\n  seed: 9\n", "--out", out, "--resume", "--set", "network.speed=5"))
                .isEqualTo(2);
        assertThat(err().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("seed: 9") && line.contains("seed: 3"))
                .anyMatch(line -> line.contains("network.speed: 5.0") && line.contains("network.speed: 20.0"));
        assertThat(evolve(SEARCH, "--out", out.resolveSibling("nothing"), "--resume"))
                .isEqualTo(2);
        assertThat(err()).contains("nothing: expected an evolution to go on with");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cma-es\n  restarts: bipop",
                "differential-evolution",
                "jade",
                "adaptive\n  initial: 16\n  operators: {parents: {rank: 1.8}, crossover: {uniform: 0.5}}",
                "nsga2\n  operators: {mutation: {gaussian: 0.2}}",
                "nsga3",
                "random",
                "cma-es\n  initial: 20",
                "cma-es\n  polish: 1"
            })
    void everyAlgorithmRuns(String algorithm) throws IOException {
        String section = """
                  parameters: {a: [-1, 1], network.speed: [5, 20], initial.x: [0, 0.5]}
                  maximise: {mean(x): 2}
                  minimise: [sd(x)]
                  population: 8
                  generations: 3
                """;
        evolved(section + "  algorithm: " + algorithm + "\n", "--set", "output.figures=true");
        assertThat(lines("results.csv").size()).isGreaterThanOrEqualTo(21);
        assertThat(out.resolve("evolution.png")).isNotEmptyFile();
        assertThat(gyrus("run", out.resolve("best.yaml"))).isZero();
    }

    @Test
    void samplesOfThePosteriorHaveWeights() throws IOException {
        evolved("""
                  algorithm: abc-smc
                  parameters: {a: [-1, 1]}
                  minimise: [abs(max(x) - 0.7)]
                  thresholds: [0.3, 0.1]
                  population: 20
                """);
        assertThat(lines("population.csv")).hasSize(21);
        double sum = lines("population.csv").stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[0]))
                .sum();
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(summary().get("tolerance")).isEqualTo(0.1);
        assertThat(summary().get("ended")).isEqualTo("the last tolerance is met");
    }

    @Test
    void stopsAtATargetAndWithoutProgress() {
        evolved(SEARCH + "  stop: {target: {abs(max(x) - 0.7): 0.1}}\n");
        assertThat(summary().get("ended")).isEqualTo("the target is reached");
        evolved(SEARCH + "  stop: {stagnation: 2, tolerance: 100}\n");
        assertThat(summary().get("ended")).isEqualTo("no progress in 2 generations");
    }

    @Test
    void whereAllCandidatesFailItFails() {
        assertThat(evolve("  parameters: {initial.x: [1e200, 2e200]}\n  minimise: [mean(x)]\n  generations: 1\n"))
                .isEqualTo(1);
        assertThat(err()).contains("all of 4 candidates failed, the first: ").contains("t = ");
    }

    @Test
    void aFileThatDoesNotEvolveSaysSo() {
        assertThat(gyrus("evolve", written(MODEL))).isEqualTo(2);
        assertThat(err()).isEqualTo("e.yaml: evolve: expected a section that says what to look for, given nothing\n");
        assertThat(run(MODEL + "evolve:\n" + SEARCH)).isZero();
        assertThat(err()).isEqualTo("gyrus: the section 'evolve' is for 'gyrus evolve'; this is a single run\n");
    }

    @Test
    void everythingThatIsWrongIsSaidAtItsPlace() {
        assertThat(evolve("""
                  algorithm: cma-se
                  parameters:
                    K_g: [1, 2]
                    a: [3, 1]
                    w: {from: 0, to: 1, scale: log}
                    x_ext: []
                    y_ext: {from: 0, to: 1, steps: 3}
                  minimise: [mean(x), mean(x)]
                  population: 2
                  thresholds: [0.1]
                  stop: {target: {mean(y): 1}}
                """)).isEqualTo(2);
        assertThat(err().lines().map(line -> line.replaceFirst("one of .* given", "one of … given")))
                .containsExactly(
                        "e.yaml:8: evolve.algorithm: expected one of … given 'cma-se'; did you mean 'cma-es'?",
                        "e.yaml:10: evolve.parameters.K_g: expected one of … given 'K_g'; did you mean 'K_gl'?",
                        "e.yaml:11: evolve.parameters.a: expected a range that ends above its start, given 3.0 to 1.0",
                        "e.yaml:12: evolve.parameters.w.from: expected a positive number on a logarithmic scale, given '0'",
                        "e.yaml:13: evolve.parameters.x_ext: expected a range, [lowest, highest] or {from: …, to: …}, given an empty list",
                        "e.yaml:14: evolve.parameters.y_ext.steps: expected none: 'evolve' takes ranges, given '3'",
                        "e.yaml:15: evolve.minimise[1]: expected each objective once, given 'mean(x)' twice",
                        "e.yaml:16: evolve.population: expected at least 4, given 2",
                        "e.yaml:17: evolve.thresholds: expected it with the algorithm abc-smc, given 'cma-es'",
                        "e.yaml:18: evolve.stop.target.mean(y): expected one of … given 'mean(y)'; did you mean 'mean(x)'?");
    }

    @Test
    void whatShowsOnlyInTheModelIsSaidAtItsPlaceToo() {
        assertThat(evolve("""
                  parameters: {sigma_ou: [-1, 1]}
                  minimise: [sd(x)]
                """)).isEqualTo(2);
        assertThat(err()).startsWith("e.yaml:8: evolve.parameters.sigma_ou: expected a finite number");
        assertThat(evolve("""
                  parameters: {a: [0, 1]}
                  maximise: [fc_mean]
                  minimise: {mx(x): 2}
                  metrics: [max(q)]
                """)).isEqualTo(2);
        assertThat(err().lines().map(line -> line.replaceFirst(": expected.*", "")))
                .containsExactly(
                        "e.yaml:9: evolve.maximise[0]",
                        "e.yaml:10: evolve.minimise.mx(x)",
                        "e.yaml:11: evolve.metrics[0]");
    }

    @Test
    void somethingMustBeLookedFor() {
        assertThat(evolve("  parameters: {a: [0, 1]}\n")).isEqualTo(2);
        assertThat(err()).contains("evolve: expected what to maximise or to minimise, given neither");
        assertThat(evolve("  maximise: [mean(x)]\n")).isEqualTo(2);
        assertThat(err()).contains("evolve.parameters: expected at least one parameter, given nothing");
    }
}
