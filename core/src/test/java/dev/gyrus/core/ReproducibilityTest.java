package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same seed gives the same bits, however the work is cut. */
class ReproducibilityTest {
    private static final int NODES = 13;

    /** Delays from 0 to 50 steps, two functions of the weight, local delays, noise, a hold and an output. */
    static Network network() {
        Mass mass = Mass.named("m")
                .state("x", "1", Initial.uniform(-1, 1))
                .state("y", "1", Initial.uniform(-1, 1))
                .hold("r", "Hz", Initial.uniform(0, 10))
                .output("q", "1")
                .parameter("tau", 5, "ms", "time constant")
                .parameter("sigma", 0.2, "1/√ms", "noise")
                .input("in", "kHz", "sum of rates")
                .input("in_sq", "kHz", "sum with squared weights")
                .input("own", "1", "own output, delayed")
                .input("pull", "1", "diffusive coupling")
                .equations("""
                        z = tanh(x) + 0.3*sin(y)
                        output q = sigmoid(x - y)
                        hold r = 0.05[kHz]*(1 + z)
                        dx/dt = (-x + 10[ms]*in - 20[ms]*in_sq + own + 0.1*pull)/tau + sigma*xi_x
                        dy/dt = (x - y - exp(-x^2))/tau + sigma*where(x > 0, 1, 0.5)*xi_y
                        """)
                .build();
        Node node = Node.named("test")
                .mass(mass)
                .parameter("d", 1.7, "ms", "own delay")
                .local(Local.of("m.q", "m.own", "d"))
                .sync(Sync.additive("r", "in"))
                .sync(Sync.additive("r", "in_sq").weighted("w^2"))
                .sync(Sync.of("x", "pull", Coupling.diffusive()))
                .defaultOutput("x")
                .build();
        SplittableRandom random = new SplittableRandom(5);
        double[][] weights = new double[NODES][NODES];
        double[][] lengths = new double[NODES][NODES];
        for (int i = 0; i < NODES; i++) {
            for (int j = 0; j < NODES; j++) {
                weights[i][j] = i == j || random.nextDouble() < 0.2 ? 0 : random.nextDouble();
                lengths[i][j] = random.nextDouble(0, 100);
            }
        }
        return Network.of(node, Connectome.of(weights, lengths), 20);
    }

    private static Simulation simulation(String scheme) {
        return Simulation.of(network()).dt(0.1).seed(7).integrator(Integrator.named(scheme));
    }

    private static double[][] whole(String scheme, int threads) {
        Recorder recorder = Recorder.every(0.1, "x", "r");
        return simulation(scheme)
                .threads(threads)
                .duration(30)
                .observe(recorder)
                .run()
                .get("x")
                .values();
    }

    @ParameterizedTest
    @ValueSource(strings = {"euler", "exponential-euler", "heun", "rk4"})
    void chunksOfAnyLengthGiveTheBitsOfTheWhole(String scheme) {
        double[][] whole = whole(scheme, 1);
        for (int chunk : new int[] {1, 2, 3, 7, 31, 32, 33, 100}) {
            Recorder recorder = Recorder.every(0.1, "x", "r");
            try (Run run = simulation(scheme).observe(recorder).start()) {
                for (int done = 0; done < 300; done += chunk) {
                    run.advanceSteps(Math.min(chunk, 300 - done));
                }
                assertThat(run.recording().get("x").values())
                        .as("chunks of %d", chunk)
                        .isDeepEqualTo(whole);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"euler", "exponential-euler", "heun", "rk4"})
    void twoThreadsGiveTheBitsOfOne(String scheme) {
        assertThat(whole(scheme, 2)).isDeepEqualTo(whole(scheme, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"euler", "exponential-euler", "heun", "rk4"})
    void aContinuedRunGivesTheBitsOfTheWhole(String scheme) {
        double[][] whole = whole(scheme, 1);
        for (int first : new int[] {1, 50, 137, 256}) {
            Snapshot snapshot;
            List<double[]> rows = new ArrayList<>();
            Recorder before = Recorder.every(0.1, "x");
            try (Run run = simulation(scheme).observe(before).start()) {
                run.advanceSteps(first);
                snapshot = run.snapshot();
                rows.addAll(List.of(run.recording().get("x").values()));
            }
            Recorder after = Recorder.every(0.1, "x");
            try (Run run = simulation(scheme).observe(after).resume(snapshot)) {
                run.advanceSteps(300 - first);
                rows.addAll(List.of(run.recording().get("x").values()));
            }
            assertThat(rows.toArray(double[][]::new))
                    .as("continued after %d", first)
                    .isDeepEqualTo(whole);
        }
    }

    @Test
    void anotherSeedGivesAnotherRun() {
        double[][] other = simulation("euler")
                .seed(8)
                .duration(30)
                .observe(Recorder.every(0.1, "x"))
                .run()
                .get("x")
                .values();
        assertThat(other[299]).isNotEqualTo(whole("euler", 1)[299]);
    }

    /** A warm-up that nobody watches, then a run with observers. */
    @Test
    void aSnapshotFitsWhateverIsObserved() {
        double[][] whole = simulation("heun")
                .duration(30)
                .observe(Recorder.every(0.1, "q"))
                .run()
                .get("q")
                .values();
        Snapshot snapshot;
        try (Run run = simulation("heun").start()) {
            run.advanceSteps(137);
            snapshot = run.snapshot();
        }
        try (Run run = simulation("heun").observe(Recorder.every(0.1, "q", "y")).resume(snapshot)) {
            run.advanceSteps(163);
            assertThat(run.recording().get("q").values()).isDeepEqualTo(Arrays.copyOfRange(whole, 137, 300));
        }
        Simulation other = simulation("heun").dt(0.2);
        assertThatThrownBy(() -> other.resume(snapshot))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("snapshot");
    }

    @Test
    void aRunMayShareItsExecutorWithTheTaskThatStartedIt() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Simulation shared = simulation("euler")
                    .threads(2)
                    .executor(executor)
                    .duration(30)
                    .observe(Recorder.every(0.1, "x"));
            Recording recording = executor.submit(shared::run).get(20, TimeUnit.SECONDS);
            assertThat(recording.get("x").values()).isDeepEqualTo(whole("euler", 1));
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aSimulationCanBeRunAgain() {
        Simulation simulation = simulation("euler").duration(30).observe(Recorder.every(0.1, "x"));
        double[][] first = simulation.run().get("x").values();
        assertThat(simulation.run().get("x").values()).isDeepEqualTo(first).isDeepEqualTo(whole("euler", 1));
    }

    @Test
    void aRunStoppedAfterItsEndIsComplete() {
        try (Run run = simulation("euler").observe(Recorder.every(0.1, "x")).start()) {
            run.advanceSteps(50);
            run.stop();
            assertThat(run.recording().complete()).isTrue();
            run.advanceSteps(1);
            assertThat(run.recording().complete()).isFalse();
        }
    }
}
