package dev.gyrus.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.spi.Backend;
import dev.gyrus.fitting.internal.LocalBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplorationTest {
    private static final Scenario SCENARIO = Scenario.of(Toy.simulation(), new Toy.Last());

    private static Exploration exploration(Axis... axes) {
        ParameterSpace space = ParameterSpace.of(axes);
        return Exploration.of(SCENARIO, space, space.grid()).threads(2);
    }

    private static Simulation with(double tau, double start, long seed) {
        return Simulation.of(Toy.network(2).with("tau", tau))
                .dt(0.1)
                .duration(20)
                .seed(seed)
                .initial("x", start);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyRunHasTheBitsOfTheSameRunByItself(int threads) {
        List<Outcome> outcomes = exploration(Axis.values("*tau", 5, 20, 40), Axis.values("initial.x", 0.5, 1.5))
                .replicate(2)
                .threads(threads)
                .run();
        assertThat(outcomes).extracting(Outcome::run).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        double[] tau = {5, 20, 40};
        double[] start = {0.5, 1.5};
        for (Outcome outcome : outcomes) {
            assertThat(outcome.point()).isEqualTo(outcome.run() / 2);
            assertThat(outcome.seed()).isEqualTo(11 + outcome.run() % 2);
            Simulation alone = with(tau[outcome.point() / 2], start[outcome.point() % 2], outcome.seed());
            assertThat(outcome.metrics()).isEqualTo(Toy.alone(alone));
        }
    }

    @Test
    void aRunThatDivergesIsRecordedWithItsReasonAndTheOthersGoOn() {
        List<Outcome> outcomes = exploration(Axis.values("k", 0, 30, 0.01)).run();
        assertThat(outcomes).extracting(Outcome::status).containsExactly("ok", "failed", "ok");
        assertThat(outcomes.get(1).metrics()).containsExactly(Double.NaN, Double.NaN);
        assertThat(outcomes.get(1).failure()).contains("x of node").contains("t = ");
        assertThat(outcomes.get(0).metrics()).isEqualTo(Toy.alone(Toy.simulation()));
    }

    @Test
    void aPointThatCannotBeRunFailsAlone() {
        ParameterSpace space = ParameterSpace.of(Axis.values("tau", 1, 2, 3, 4, 5, 6, 7));
        List<Point> points = new ArrayList<>(space.grid());
        points.set(4, new Point(4, new double[] {-1}));
        List<Outcome> outcomes =
                Exploration.of(SCENARIO, space, points).threads(2).run();
        assertThat(outcomes).hasSize(7);
        assertThat(outcomes.stream().filter(outcome -> !outcome.isOk()))
                .singleElement()
                .satisfies(outcome -> {
                    assertThat(outcome.run()).isEqualTo(4);
                    assertThat(outcome.failure()).contains("tau: expected a positive number of ms, given -1.0");
                });
    }

    @Test
    void aSequenceLeavesOtherParametersAtTheExperimentsOwnValue() {
        ParameterSpace space = ParameterSpace.of(Axis.values("tau", 5, 20), Axis.values("k", 0.001));
        List<Outcome> outcomes =
                Exploration.of(SCENARIO, space, space.sequence()).run();
        assertThat(outcomes.get(1).metrics())
                .isEqualTo(Toy.alone(Simulation.of(Toy.network(2).with("tau", 20))
                        .dt(0.1)
                        .duration(20)
                        .seed(11)));
        assertThat(outcomes.get(2).metrics())
                .isEqualTo(Toy.alone(Simulation.of(Toy.network(2).with("k", 0.001))
                        .dt(0.1)
                        .duration(20)
                        .seed(11)));
    }

    /** A scenario in which the number of nodes is a setting. */
    private record Sized() implements Scenario {
        @Override
        public Role role(String name) {
            return name.equals("size") ? Role.SETTING : Role.PARAMETER;
        }

        @Override
        public Trial trial(Map<String, String> settings) {
            int size = Integer.parseInt(settings.getOrDefault("size", "2"));
            if (size > 4) {
                throw GyrusException.input("size", "at most 4", "" + size);
            }
            return new Trial(
                    Simulation.of(Toy.network(size)).dt(0.1).duration(20).seed(11), new Toy.Last());
        }
    }

    @Test
    void settingsThatNeedASimulationOfTheirOwnFormBatches() {
        ParameterSpace space = ParameterSpace.of(Axis.values("size", 2, 3, 4), Axis.values("tau", 5, 20));
        List<Outcome> outcomes =
                Exploration.of(new Sized(), space, space.grid()).threads(2).run();
        for (Outcome outcome : outcomes) {
            int size = 2 + outcome.point() / 2;
            double tau = outcome.point() % 2 == 0 ? 5 : 20;
            assertThat(outcome.arrays().get("trace")[199]).hasSize(size);
            assertThat(outcome.metrics())
                    .isEqualTo(Toy.alone(Simulation.of(Toy.network(size).with("tau", tau))
                            .dt(0.1)
                            .duration(20)
                            .seed(11)));
        }
    }

    @Test
    void everythingThatIsWrongIsToldBeforeAnythingRuns() {
        ParameterSpace space = ParameterSpace.of(
                Axis.values("size", 2, 9),
                Axis.values("tua", 1, 2),
                Axis.range("tau", -1, 2).steps(4),
                Axis.values("k", 1));
        assertThatThrownBy(
                        () -> Exploration.of(new Sized(), space, space.grid()).run())
                .isInstanceOfSatisfying(
                        GyrusException.class, e -> assertThat(e.kind()).isEqualTo(GyrusException.Kind.INPUT))
                .hasMessageContaining("size: expected at most 4, given 9")
                .hasMessageContaining("tua: ")
                .hasMessageContaining("did you mean 'tau'?")
                .hasMessageContaining("tau: expected a positive number of ms, given -1.0");
    }

    @Test
    void whatIsMissingCanBeRunLater() {
        Exploration exploration = exploration(Axis.range("tau", 1, 9).steps(40));
        Set<Integer> some = new TreeSet<>();
        List<Outcome> all = new ArrayList<>();
        try (Backend backend = new LocalBackend(2)) {
            exploration.start(backend, run -> run % 3 == 0).forEach(all::addAll);
            all.forEach(outcome -> some.add(outcome.run()));
            assertThat(some).hasSize(14).allMatch(run -> run % 3 == 0);
            exploration.start(backend, run -> !some.contains(run)).forEach(all::addAll);
        }
        assertThat(values(all)).isEqualTo(values(exploration.run()));
    }

    private static Map<Integer, List<Double>> values(List<Outcome> outcomes) {
        return outcomes.stream().collect(Collectors.toMap(Outcome::run, Outcome::metrics));
    }

    @Test
    void aStoppedExplorationHandsOverWholeRunsOnly() {
        Exploration exploration = exploration(Axis.range("tau", 1, 9).steps(2000));
        List<Outcome> outcomes = new ArrayList<>();
        try (Backend backend = new LocalBackend(1)) {
            ExplorationRun run = exploration.start(backend, any -> true);
            assertThat(run.runs()).isEqualTo(2000);
            run.forEach(batch -> {
                outcomes.addAll(batch);
                run.stop();
            });
            assertThat(run.finished()).isEqualTo(outcomes.size()).isBetween(1, 1999);
            assertThat(run.progress()).isBetween(0.0, 0.9);
        }
        assertThat(outcomes).allMatch(Outcome::isOk);
    }

    @Test
    void whatTheConsumerThrowsEndsTheExploration() {
        try (Backend backend = new LocalBackend(2)) {
            ExplorationRun run =
                    exploration(Axis.range("tau", 1, 9).steps(2000)).start(backend, any -> true);
            assertThatThrownBy(() -> run.forEach(batch -> {
                        throw GyrusException.run("the disk is full");
                    }))
                    .hasMessage("the disk is full");
        }
    }
}
