package dev.gyrus.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.spi.Backend;
import dev.gyrus.fitting.Axis;
import dev.gyrus.fitting.Exploration;
import dev.gyrus.fitting.Measurement;
import dev.gyrus.fitting.Outcome;
import dev.gyrus.fitting.ParameterSpace;
import dev.gyrus.fitting.Scenario;
import dev.gyrus.models.aln.Aln;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkBackendTest {
    private static Backend spark;

    @BeforeAll
    static void start() {
        spark = new SparkBackendProvider().open(Map.of("master", "local[2]"));
    }

    @AfterAll
    static void stop() {
        spark.close();
    }

    @Test
    void anExplorationHasTheBitsOfTheLocalOne() {
        ParameterSpace space =
                ParameterSpace.of(Axis.range("mue_ext_mean", 0, 3).steps(5), Axis.values("mui_ext_mean", 0.5, 1, 1.5));
        Exploration exploration = Exploration.of(new Cortex(), space, space.grid());
        List<Outcome> outcomes = new ArrayList<>();
        exploration.start(spark, run -> true).forEach(outcomes::addAll);
        outcomes.sort(Comparator.comparingInt(Outcome::run));
        List<Outcome> local = exploration.threads(1).run();
        assertThat(outcomes).hasSize(15);
        for (int run = 0; run < local.size(); run++) {
            assertThat(outcomes.get(run).metrics()).isEqualTo(local.get(run).metrics());
        }
    }

    @Test
    void anInputThatFailsIsDeliveredAndTheOthersGoOn() {
        Results results = map((input, progress) -> {
            if (input == 2) {
                throw GyrusException.run("no");
            }
            return input * input;
        });
        assertThat(results.outputs).isEqualTo(Map.of(0, 0, 1, 1, 3, 9));
        assertThat(results.failures.get(2)).isInstanceOf(GyrusException.class).hasMessage("no");
    }

    @Test
    void whatAWorkerLosesIsDoneAgain(@TempDir Path folder) {
        String marker = folder.resolve("died").toString();
        Results results = map((input, progress) -> {
            if (input == 1 && isFirst(marker)) {
                throw new AssertionError("a worker that dies");
            }
            return input + 10;
        });
        assertThat(results.outputs).isEqualTo(Map.of(0, 10, 1, 11, 2, 12, 3, 13));
        assertThat(results.failures).isEmpty();
    }

    @Test
    void whatDiesAgainAndAgainEndsTheMap() {
        assertThatThrownBy(() -> map((input, progress) -> {
                    throw new AssertionError("always");
                }))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("Spark");
    }

    @Test
    void unknownSettingsAreRefused() {
        assertThatThrownBy(() -> new SparkBackendProvider().open(Map.of("mastre", "local[2]")))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("did you mean 'master'");
        assertThatThrownBy(() -> new SparkBackendProvider().open(Map.of()))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("expected a master");
    }

    private static boolean isFirst(String marker) {
        try {
            Files.createFile(Path.of(marker));
            return true;
        } catch (java.nio.file.FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Square extends Backend.Function<Integer, Integer>, java.io.Serializable {}

    private static Results map(Square function) {
        Results results = new Results();
        spark.map((Backend.Task<Integer, Integer>) () -> function, List.of(0, 1, 2, 3), results);
        return results;
    }

    private static final class Results implements Backend.Delivery<Integer> {
        private final Map<Integer, Integer> outputs = new TreeMap<>();
        private final Map<Integer, RuntimeException> failures = new TreeMap<>();

        @Override
        public void done(int input, Integer output) {
            outputs.put(input, output);
        }

        @Override
        public void failed(int input, RuntimeException failure) {
            failures.put(input, failure);
        }
    }

    /** A node of ALN for 200 ms, and its last rate. */
    private static final class Cortex implements Scenario {
        private static final long serialVersionUID = 1L;

        @Override
        public Role role(String name) {
            return Role.PARAMETER;
        }

        @Override
        public Trial trial(Map<String, String> settings) {
            return new Trial(Simulation.of(Network.of(Aln.node())).duration(200).seed(42), new Last());
        }
    }

    private static final class Last implements Measurement {
        @Override
        public List<String> names() {
            return List.of("last");
        }

        @Override
        public Watch begin() {
            double[] last = new double[1];
            Observer observer = new Observer() {
                @Override
                public List<String> variables() {
                    return List.of("rates_exc");
                }

                @Override
                public void observe(Block block) {
                    last[0] = block.row(0, block.steps() - 1)[0];
                }
            };
            return new Watch() {
                @Override
                public List<Observer> observers() {
                    return List.of(observer);
                }

                @Override
                public double[] values() {
                    return last;
                }
            };
        }
    }
}
