package dev.gyrus.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.GyrusException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvolutionTest {
    private static final ParameterSpace SPACE = ParameterSpace.of(
            Axis.range("a", -2, 3), Axis.range("tau", 0.01, 100).log());

    @TempDir
    Path folder;

    /** Two aims that contradict each other, and failures; stopped after so many generations. */
    private static final class Aims implements Evaluator {
        private int left;

        Aims(int generations) {
            this.left = generations;
        }

        @Override
        public List<String> metrics() {
            return List.of("near", "far");
        }

        @Override
        public List<double[]> evaluate(List<Point> points) {
            if (left-- == 0) {
                return List.of();
            }
            return points.stream()
                    .map(point -> {
                        double a = point.values()[0];
                        double b = Math.log10(point.values()[1]);
                        double near = a * a + b * b;
                        return new double[] {b > 1.8 ? Double.NaN : near, (a - 1) * (a - 1) + b * b};
                    })
                    .toList();
        }
    }

    private static Evolution evolution(Algorithm algorithm, Evaluator evaluator) {
        return Evolution.of(
                        SPACE,
                        algorithm,
                        evaluator,
                        Objective.minimise("near"),
                        Objective.minimise("far").weight(0.5))
                .seed(7)
                .generations(12);
    }

    static Stream<Algorithm> algorithms() {
        return Stream.of(
                CmaEs.standard(),
                CmaEs.standard().population(4).restarts(CmaEs.Restart.BIPOP),
                DifferentialEvolution.classic(10, 0.7, 0.9),
                DifferentialEvolution.jade(10),
                Genetic.adaptive(10),
                Genetic.nsga2(12),
                Genetic.nsga3(12, 6),
                new RandomSearch(8),
                new Polished(new RandomSearch(8), 4),
                AbcSmc.adaptive(12));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void aResumedEvolutionHasTheBitsOfOneThatWasNotInterrupted(Algorithm algorithm) {
        EvolutionRun whole = evolution(algorithm, new Aims(100)).run();
        Path file = folder.resolve("checkpoint");
        EvolutionRun first =
                evolution(algorithm, new Aims(5)).checkpoint(file, false).run();
        EvolutionRun second =
                evolution(algorithm, new Aims(100)).checkpoint(file, true).run();

        assertThat(first.ended()).hasValue("stopped");
        assertThat(first.generations()).hasSize(5);
        assertThat(text(second)).isEqualTo(text(whole));
        assertThat(second.ended()).isEqualTo(whole.ended());
    }

    /** Everything to the last bit. */
    private static String text(EvolutionRun run) {
        StringBuilder text = new StringBuilder();
        for (Generation generation : run.generations()) {
            text.append("generation ").append(generation.index());
            generation
                    .candidates()
                    .forEach(one -> text.append('\n')
                            .append(one.index())
                            .append(Arrays.toString(one.parameters()))
                            .append(Arrays.toString(one.metrics()))
                            .append(one.score()));
            generation.population().forEach(x -> text.append('\n').append(Arrays.toString(x)));
            text.append('\n').append(Arrays.toString(generation.weights())).append(generation.front());
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void anotherSeedIsAnotherSearchWithinTheSameBounds(Algorithm algorithm) {
        EvolutionRun one = evolution(algorithm, new Aims(100)).run();
        EvolutionRun other = evolution(algorithm, new Aims(100)).seed(8).run();
        assertThat(one.candidates().get(3).parameters())
                .isNotEqualTo(other.candidates().get(3).parameters());
        assertThat(one.candidates()).allSatisfy(candidate -> {
            assertThat(candidate.parameters()[0]).isBetween(-2.0, 3.0);
            assertThat(candidate.parameters()[1]).isBetween(0.01, 100.0);
        });
    }

    @Test
    void findsTheCompromiseThatTheWeightsAskFor() {
        EvolutionRun run =
                evolution(CmaEs.standard(), new Aims(100)).generations(60).run();
        assertThat(run.best().orElseThrow().parameters()).containsExactly(new double[] {1.0 / 3, 1}, within(1e-3));
        assertThat(run.best().orElseThrow().score()).isCloseTo(-1.0 / 9 - 0.5 * 4 / 9, within(1e-6));
    }

    @Test
    void theFrontIsTheLineBetweenBothAims() {
        EvolutionRun run =
                evolution(Genetic.nsga2(40), new Aims(100)).generations(40).run();
        assertThat(run.front()).hasSizeGreaterThan(30).allSatisfy(one -> {
            assertThat(one.parameters()[0]).isBetween(-0.01, 1.01);
            assertThat(Math.log10(one.parameters()[1])).isCloseTo(0, within(0.1));
        });
    }

    @Test
    void goesOnFurtherThanPlannedAtFirst() {
        Path file = folder.resolve("checkpoint");
        evolution(CmaEs.standard(), new Aims(100))
                .generations(3)
                .checkpoint(file, false)
                .run();
        EvolutionRun more = evolution(CmaEs.standard(), new Aims(100))
                .checkpoint(file, true)
                .run();
        assertThat(more.generations()).hasSize(12);
    }

    @Test
    void countsFailuresAndSummarisesGenerations() {
        Generation generation = evolution(new RandomSearch(400), new Aims(1))
                .generations(1)
                .run()
                .generations()
                .get(0);
        assertThat(generation.failed()).isBetween(5L, 40L); // 5 % of the range of log τ
        assertThat(generation.medianScore()).isLessThan(generation.bestScore());
        assertThat(generation.mean(0)).isCloseTo(0.5, within(0.3));
        assertThat(generation.deviation(0)).isCloseTo(5 / Math.sqrt(12), within(0.2));
    }

    @Test
    void endsAtTheTarget() {
        Objective near = Objective.minimise("near").target(0.5);
        EvolutionRun run =
                Evolution.of(SPACE, CmaEs.standard(), new Aims(100), near).run();
        assertThat(run.ended()).hasValue("the target is reached");
        assertThat(run.best().orElseThrow().metrics()[0]).isLessThanOrEqualTo(0.5);
    }

    @Test
    void endsWithoutProgress() {
        EvolutionRun run = evolution(new RandomSearch(4), new Aims(100))
                .generations(100)
                .stagnation(5, 0.1)
                .run();
        assertThat(run.ended()).hasValue("no progress in 5 generations");
        assertThat(run.generations()).hasSizeLessThan(60);
    }

    @Test
    void refusesTheCheckpointOfAnotherEvolution() {
        Path file = folder.resolve("checkpoint");
        evolution(CmaEs.standard(), new Aims(2)).checkpoint(file, false).run();
        assertThatThrownBy(() -> evolution(CmaEs.standard().population(20), new Aims(2))
                        .seed(9)
                        .checkpoint(file, true)
                        .start())
                .isInstanceOfSatisfying(
                        GyrusException.class, e -> assertThat(e.problems()).hasSize(2))
                .hasMessageContaining("population=20")
                .hasMessageContaining("seed: 7");
    }

    @Test
    void refusesFilesThatAreNoCheckpoints() throws IOException {
        Path file = Files.writeString(folder.resolve("other"), "something else altogether");
        assertThatThrownBy(() -> evolution(CmaEs.standard(), new Aims(2))
                        .checkpoint(file, true)
                        .start())
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("a checkpoint of an evolution");
        Path cut = folder.resolve("cut");
        evolution(CmaEs.standard(), new Aims(2)).checkpoint(cut, false).run();
        byte[] all = Files.readAllBytes(cut);
        for (int length : new int[] {0, 3, 30, all.length / 2, all.length - 1}) {
            Files.write(cut, Arrays.copyOf(all, length));
            assertThatThrownBy(() -> evolution(CmaEs.standard(), new Aims(2))
                            .checkpoint(cut, true)
                            .start())
                    .isInstanceOf(GyrusException.class);
        }
    }

    @Test
    void namesEverythingThatIsWrongWithObjectivesAndAxes() {
        ParameterSpace space = ParameterSpace.of(Axis.choices("integrator", "euler", "heun"));
        assertThatThrownBy(() -> Evolution.of(
                        space, CmaEs.standard(), new Aims(1), Objective.minimise("neer"), Objective.minimise("far")))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("did you mean 'near'?")
                .hasMessageContaining("integrator: expected a range of numbers");
        assertThatThrownBy(() -> Evolution.of(SPACE, CmaEs.standard(), new Aims(1)))
                .hasMessageContaining("objectives: expected at least one");
    }
}
