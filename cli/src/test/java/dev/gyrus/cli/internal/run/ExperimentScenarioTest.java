package dev.gyrus.cli.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.cli.internal.experiment.Setting;
import dev.gyrus.core.Observer;
import dev.gyrus.core.spi.Backend;
import dev.gyrus.fitting.Axis;
import dev.gyrus.fitting.Exploration;
import dev.gyrus.fitting.Measurement;
import dev.gyrus.fitting.Outcome;
import dev.gyrus.fitting.ParameterSpace;
import dev.gyrus.fitting.Scenario;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentScenarioTest {
    @TempDir
    private Path folder;

    /** Other machines: everything that goes there or comes back does so as bytes, and each input is its own process. */
    private static final class Elsewhere implements Backend {
        @Override
        public int workers() {
            return 3;
        }

        @Override
        public <I extends Serializable, O extends Serializable> void map(
                Task<I, O> task, List<I> inputs, Delivery<O> delivery) {
            for (int k = 0; k < inputs.size(); k++) {
                Function<I, O> function = sent(task).open();
                delivery.done(k, sent(function.apply(sent(inputs.get(k)), new Progress() {
                    @Override
                    public void report(double share) {}

                    @Override
                    public boolean isStopped() {
                        return false;
                    }
                })));
            }
        }

        @Override
        public void stop() {}

        @Override
        public void close() {}

        @SuppressWarnings("unchecked")
        private static <T> T sent(T object) {
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                    out.writeObject(object);
                }
                try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                    return (T) in.readObject();
                }
            } catch (IOException | ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void anExplorationCanBeSentElsewhere() throws IOException {
        Files.writeString(folder.resolve("weights.csv"), "0,1\n1,0\n");
        Path file = Files.writeString(folder.resolve("e.yaml"), """
                network: {model: hopf, connectome: {path: weights.csv}}
                simulation: {duration: 20, seed: 5}
                """);
        Experiments experiments = Experiments.with(Optional.empty());
        List<Setting> settings = List.of(new Setting("--set", "network.parameters.K_gl=1.5"));
        ExperimentSource source = ExperimentSource.of(file, settings);
        Scenario scenario = new ExperimentScenario(
                "explore", experiments, experiments.prepare(source), source, List.of("mean(x)", "sd(x)"));
        Files.writeString(file, "what the file says later does not count");
        ParameterSpace space =
                ParameterSpace.of(Axis.values("a", -0.5, 0.5), Axis.choices("simulation.integrator", "euler", "heun"));
        Exploration exploration = Exploration.of(scenario, space, space.grid()).replicate(2);

        List<Outcome> sent = new ArrayList<>();
        exploration.start(new Elsewhere(), run -> true).forEach(sent::addAll);
        sent.sort(Comparator.comparingInt(Outcome::run));
        assertThat(sent).hasSize(8).allMatch(Outcome::isOk).isEqualTo(exploration.run());
    }

    @Test
    void aReplicateHasAPathOfRandomInputsOfItsOwn() throws IOException {
        Path file = Files.writeString(folder.resolve("e.yaml"), """
                network: {model: hopf}
                simulation: {duration: 1000, seed: 5}
                inputs: [{target: x_ext, ornstein-uhlenbeck: {deviation: 0.3, tau: 5}}]
                """);
        Experiments experiments = Experiments.with(Optional.empty());
        ExperimentSource source = ExperimentSource.of(file, List.of());
        Prepared prepared = experiments.prepare(source);
        List<String> metrics = List.of("mean(x)", "phase_locking(x; from=20)");
        Scenario scenario = new ExperimentScenario("explore", experiments, prepared, source, metrics);
        ParameterSpace space = ParameterSpace.of(Axis.values("a", -0.5, 0.25));
        List<Outcome> outcomes = Exploration.of(scenario, space, space.grid())
                .replicate(3)
                .threads(2)
                .run();
        for (Outcome outcome : outcomes) {
            List<Setting> single = List.of(
                    new Setting("--set", "network.parameters.a=" + (outcome.point() == 0 ? -0.5 : 0.25)),
                    new Setting("--set", "simulation.seed=" + (5 + outcome.run() % 3)));
            Prepared alone = experiments.prepare(ExperimentSource.of(file, single));
            Measurement.Watch watch =
                    Measurements.metrics(alone, metrics, experiments.metrics()).begin();
            alone.simulation()
                    .observe(watch.observers().toArray(Observer[]::new))
                    .run();
            assertThat(outcome.metrics())
                    .isEqualTo(Arrays.stream(watch.values()).boxed().toList());
        }
        assertThat(outcomes).extracting(one -> one.metrics().get(0)).doesNotHaveDuplicates();
    }
}
