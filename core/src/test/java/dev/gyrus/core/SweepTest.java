package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A point of a sweep is the run of its values, bit for bit. */
class SweepTest {
    private static final double[] TAU = {5, 6, 4.5, 7, 5.5, 9, 3};
    private static final double[] SIGMA = {0.2, 0, 0.1, 0.3, 0.2, 0.25, 0.05};
    private static final double[] OWN_DELAY = {1.7, 0, 0.1, 1.7, 5.2, 0.3, 2.2};
    private static final double[] START = {0, 1, -1, 0.5, 0.25, 2, -2};
    private static final long[] SEEDS = {7, 8, 7, 9, 7, 8, 10};

    private static Simulation simulation(Network network, String scheme) {
        return Simulation.of(network).dt(0.1).duration(25).seed(7).integrator(Integrator.named(scheme));
    }

    private static List<Observer> recorder(int point) {
        return List.of(Recorder.every(0.1, "x", "r"), Recorder.every(0.5, "q"));
    }

    private static void assertSame(Recording swept, Recording alone) {
        assertThat(swept.complete()).isTrue();
        assertThat(swept.steps()).isEqualTo(alone.steps());
        for (int s = 0; s < alone.series().size(); s++) {
            assertThat(swept.series().get(s).values())
                    .isDeepEqualTo(alone.series().get(s).values());
            assertThat(swept.series().get(s).labels())
                    .isEqualTo(alone.series().get(s).labels());
        }
    }

    private static Recording alone(String scheme, int p) {
        Network network = ReproducibilityTest.network()
                .with("*tau", TAU[p])
                .with("sigma", SIGMA[p])
                .with("d", OWN_DELAY[p]);
        return simulation(network, scheme)
                .seed(SEEDS[p])
                .initial("x", START[p])
                .observe(recorder(p).toArray(Observer[]::new))
                .run();
    }

    private static Sweep sweep(String scheme) {
        return Sweep.of(simulation(ReproducibilityTest.network(), scheme))
                .vary("*tau", TAU)
                .vary("sigma", SIGMA)
                .vary("d", OWN_DELAY)
                .initial("x", START)
                .seeds(SEEDS)
                .observe(SweepTest::recorder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"euler", "exponential-euler", "heun", "rk4"})
    void everyPointHasTheBitsOfItsOwnRun(String scheme) {
        List<Sweep.Point> points = sweep(scheme).run();
        assertThat(points).hasSize(TAU.length);
        for (int p = 0; p < TAU.length; p++) {
            assertThat(points.get(p).index()).isEqualTo(p);
            assertThat(points.get(p).failure()).isEmpty();
            assertSame(points.get(p).recording(), alone(scheme, p));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "26, 1", "39, 2", "1000, 2", "1, 3", "52, 16"})
    void lanesAndThreadsDoNotChangeTheBits(int lanes, int threads) {
        Sweep sweep = Sweep.of(
                        simulation(ReproducibilityTest.network(), "euler").threads(threads))
                .vary("*tau", TAU)
                .observe(SweepTest::recorder);
        List<Sweep.Point> expected = Sweep.of(simulation(ReproducibilityTest.network(), "euler"))
                .vary("*tau", TAU)
                .observe(SweepTest::recorder)
                .run();
        List<Sweep.Point> points = sweep.lanes(lanes).run();
        for (int p = 0; p < TAU.length; p++) {
            assertSame(points.get(p).recording(), expected.get(p).recording());
        }
    }

    @Test
    void aSweepSharesTheExecutorOfTheTaskThatRunsIt() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Sweep sweep = Sweep.of(simulation(ReproducibilityTest.network(), "euler")
                            .threads(3)
                            .executor(executor))
                    .vary("*tau", TAU)
                    .observe(SweepTest::recorder);
            assertThat(executor.submit(sweep::run).get()).hasSize(TAU.length);
        } finally {
            executor.shutdown();
        }
    }

    private static Node pairwise() {
        return Node.named("pairwise")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.of("x0"))
                        .output("q", "1")
                        .parameter("x0", 0.3, "1", "start")
                        .parameter("k", 0.2, "1/ms", "rate")
                        .parameter("g", 0.5, "1", "gain")
                        .input("in", "1", "coupling")
                        .equations("""
                                output q = g*sin(x)
                                dx/dt = k*(1 - x + in)
                                """)
                        .build())
                .sync(Sync.of("q", "in", Coupling.of("tanh(source.q - target.q)*target.g", "sum/(1 + weight_sum)")))
                .defaultOutput("x")
                .build();
    }

    private static Network pairs() {
        double[][] weights = {{0, 1, 0.5}, {0.3, 0, 0}, {0, 2, 0}};
        double[][] lengths = {{0, 40, 7}, {3, 0, 0}, {0, 90, 0}};
        return Network.of(pairwise(), Connectome.of(weights, lengths), 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"euler", "rk4"})
    void pairsAreCoupledWithinEachSet(String scheme) {
        double[][] gain = {{0.5}, {0.1, 2, 3}, {-1}, {0}};
        Sweep sweep = Sweep.of(simulation(pairs(), scheme))
                .vary("g", gain)
                .vary("x0", 1, 2, 3, 4)
                .observe(p -> List.of(Recorder.every(0.1, "x", "q")));
        List<Sweep.Point> points = sweep.run();
        for (int p = 0; p < gain.length; p++) {
            Network network = pairs().with("g", gain[p]).with("x0", p + 1);
            Simulation alone = simulation(network, scheme).observe(Recorder.every(0.1, "x", "q"));
            assertSame(points.get(p).recording(), alone.run());
        }
    }

    private static Network spread() {
        return Network.builder()
                .group("a", pairwise(), 2)
                .node("b", pairwise())
                .connect(
                        "a",
                        "b",
                        c -> c.output("q").input("in").weight(0.7).delay(3).spread(1))
                .connect("b", "a", c -> c.output("x").input("in").weight(0.4).delay(1.3))
                .build();
    }

    @Test
    void populationsSpreadDelaysAndDrivesAreThoseOfEachSet() {
        Simulation simulation =
                simulation(spread(), "heun").drive(Drive.at("a", "in", t -> Math.floor(t) * 0.01, List.of(1)));
        Sweep sweep = Sweep.of(simulation)
                .vary("*.g", 0.5, 1.5, -0.5)
                .vary("b.k", 0.1, 0.2, 0.3)
                .vary("a.m.x0", new double[][] {{1, 2}, {3}, {4, 5}})
                .initial("b.x", 0, 1, 2)
                .observe(p -> List.of(Recorder.every(0.1, "x", "q")));
        List<Sweep.Point> points = sweep.run();
        double[][] x0 = {{1, 2}, {3}, {4, 5}};
        for (int p = 0; p < 3; p++) {
            Network network = spread().with("*.g", p == 2 ? -0.5 : 0.5 + p)
                    .with("b.k", new double[] {0.1, 0.2, 0.3}[p])
                    .with("a.m.x0", x0[p]);
            Simulation alone = simulation(network, "heun")
                    .drive(simulation.settings().drives().get(0))
                    .initial("b.x", p)
                    .observe(Recorder.every(0.1, "x", "q"));
            assertSame(points.get(p).recording(), alone.run());
        }
    }

    /** Three populations that advance as one. */
    private static Network cohort() {
        Mass mass = Mass.named("m")
                .state("x", "1", Initial.uniform(-1, 1))
                .parameter("k", 0.2, "1/ms", "rate")
                .parameter("s", 0.1, "1/√ms", "noise")
                .parameter("back", 0.5, "1", "own weight")
                .input("in", "1", "coupling")
                .input("own", "1", "own value")
                .equations("dx/dt = k*(tanh(in + own) - x) + s*xi")
                .build();
        Node node = Node.named("linear")
                .mass(mass)
                .parameter("d", 1, "ms", "own delay")
                .local(new Local("m.x", "m.own", "back", "d"))
                .sync(Sync.additive("x", "in"))
                .defaultOutput("x")
                .build();
        return Network.builder()
                .group("a", node, 2)
                .node("b", node.with("s", 0.2))
                .node("c", node.with("d", 2))
                .connect("a", "b", c -> c.weight(0.7).delay(3))
                .connect("b", "c", c -> c.weight(0.4).delay(1.3))
                .connect("c", "a", c -> c.weight(-0.9).delay(6.4))
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"euler", "heun"})
    void populationsThatAdvanceAsOneKeepTheirValues(String scheme) {
        double[] k = {0.1, 0.2, 0.3};
        Sweep sweep = Sweep.of(simulation(cohort(), scheme))
                .vary("b.k", k)
                .vary("*.back", 0.5, 1, -0.5)
                .vary("a.d", 0, 0.4, 1)
                .initial("c.x", 1, 2, 3)
                .seeds(3, 4, 3)
                .observe(p -> List.of(Recorder.every(0.1, "x")));
        List<Sweep.Point> points = sweep.run();
        for (int p = 0; p < k.length; p++) {
            Network network = cohort().with("b.k", k[p])
                    .with("*.back", new double[] {0.5, 1, -0.5}[p])
                    .with("a.d", new double[] {0, 0.4, 1}[p]);
            Simulation alone = simulation(network, scheme)
                    .initial("c.x", p + 1)
                    .seed(new long[] {3, 4, 3}[p])
                    .observe(Recorder.every(0.1, "x"));
            assertSame(points.get(p).recording(), alone.run());
        }
    }

    @ParameterizedTest
    @CsvSource({"euler, 1", "euler, 100", "rk4, 100"})
    void everyPointHasItsOwnSignals(String scheme, int lanes) {
        Drive shared = Drive.at("b", "in", t -> 0.1 * Math.floor(t), List.of(0));
        List<Stimulus> signals = List.of(t -> 0.3, t -> -0.02 * t, Sequence.of(t -> 0.5, t -> 0.01 * t));
        double[] back = {0.5, 1, -0.5};
        List<Drive> own = signals.stream()
                .map(signal -> Drive.everywhere("b", "in", signal))
                .toList();
        List<Drive> more = signals.stream()
                .map(signal -> Drive.at("a", "k", signal.times(0.1), List.of(1)))
                .toList();
        List<Sweep.Point> points = Sweep.of(
                        simulation(cohort(), scheme).drive(shared).threads(2))
                .vary("*.back", back)
                .drive(own)
                .drive(more)
                .lanes(lanes)
                .observe(p -> List.of(Recorder.every(0.1, "x")))
                .run();
        for (int p = 0; p < back.length; p++) {
            Simulation alone = simulation(cohort().with("*.back", back[p]), scheme)
                    .drive(List.of(shared, own.get(p), more.get(p)))
                    .observe(Recorder.every(0.1, "x"));
            assertSame(points.get(p).recording(), alone.run());
        }
    }

    @Test
    void signalsAloneMakeASweep() {
        List<Stimulus> signals = List.of(t -> 0.01, t -> 0.02);
        List<Sweep.Point> points = Sweep.of(simulation(single(0), "euler"))
                .drive("k", signals)
                .observe(p -> List.of(Recorder.every(0.1, "x")))
                .run();
        for (int p = 0; p < 2; p++) {
            Simulation alone =
                    simulation(single(0), "euler").drive("k", signals.get(p)).observe(Recorder.every(0.1, "x"));
            assertSame(points.get(p).recording(), alone.run());
        }
    }

    @Test
    void signalsOfPointsMustBeOnePerPointOnTheSameTarget() {
        Stimulus constant = t -> 1;
        Sweep sweep = Sweep.of(simulation(single(0), "euler")).vary("k", 1, 2);
        assertThatThrownBy(() -> sweep.drive("k", List.of(constant)).run())
                .hasMessageContaining("2 values, one per point as in parameters.k, given 1 values");
        assertThatThrownBy(() -> sweep.drive(
                                List.of(Drive.everywhere("", "k", constant), Drive.everywhere("", "s", constant)))
                        .run())
                .hasMessageContaining("sweep.drives of point 1")
                .hasMessageContaining("the target and nodes of point 0: k, given s");
        assertThatThrownBy(() -> sweep.drive("kk", List.of(constant, constant)).run())
                .hasMessageContaining("expected one of k, s, given 'kk'");
    }

    private static Network single(double k) {
        Node node = Node.named("explosive")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.constant(1))
                        .parameter("k", 0, "1/ms", "growth")
                        .parameter("s", 0, "1/√ms", "noise")
                        .equations("dx/dt = k*x^2 - x/10[ms] + s*xi")
                        .build())
                .defaultOutput("x")
                .build();
        return Network.of(node).with("k", k);
    }

    @Test
    void adaptiveStepsAreThoseOfEachPoint() {
        double[] k = {0.001, 0.05, 0.09};
        Sweep sweep = Sweep.of(simulation(single(0), "dormand-prince"))
                .vary("k", k)
                .observe(p -> List.of(Recorder.every(0.1, "x")));
        List<Sweep.Point> points = sweep.run();
        for (int p = 0; p < k.length; p++) {
            Simulation alone = simulation(single(k[p]), "dormand-prince").observe(Recorder.every(0.1, "x"));
            assertSame(points.get(p).recording(), alone.run());
        }
    }

    @ParameterizedTest
    @CsvSource({"euler, 1", "euler, 100", "heun, 100", "dormand-prince, 100"})
    void aPointThatDivergesStopsNoOther(String scheme, int lanes) {
        double[] k = {0.01, 3, 0.02, 1, 0.05};
        Sweep sweep = Sweep.of(simulation(single(0), scheme))
                .vary("k", k)
                .lanes(lanes)
                .observe(p -> List.of(Recorder.every(0.1, "x")));
        List<Sweep.Point> points = sweep.run();
        for (int p = 0; p < k.length; p++) {
            Recorder recorder = Recorder.every(0.1, "x");
            Simulation alone = simulation(single(k[p]), scheme).observe(recorder);
            Sweep.Point point = points.get(p);
            if (k[p] < 1) {
                assertThat(point.failure()).isEmpty();
                assertSame(point.recording(), alone.run());
            } else {
                assertThatThrownBy(alone::run).hasMessage(point.failure().orElseThrow());
                assertThat(point.recording().complete()).isFalse();
                assertThat(point.recording().get("x").values())
                        .isDeepEqualTo(recorder.series().get(0).values());
            }
        }
    }

    @Test
    void theSourceOfNoiseIsSharedByAllPoints() {
        NoiseSource one = (stream, step, entity, out, from, to) -> Arrays.fill(out, from, to, step % 3 - 1);
        double[] k = {0.01, 0.02};
        Simulation simulation = simulation(single(0).with("s", 0.1), "euler").noise(one);
        List<Sweep.Point> points = Sweep.of(simulation)
                .vary("k", k)
                .observe(p -> List.of(Recorder.every(0.1, "x")))
                .run();
        for (int p = 0; p < k.length; p++) {
            Simulation alone =
                    simulation(single(k[p]).with("s", 0.1), "euler").noise(one).observe(Recorder.every(0.1, "x"));
            assertSame(points.get(p).recording(), alone.run());
        }
    }

    @Test
    void pointsComeAsTheyFinishAndAStopLeavesTheRest() {
        Sweep sweep = Sweep.of(simulation(single(0), "euler").threads(2))
                .vary("k", new double[100])
                .lanes(1);
        SweepRun whole = sweep.start();
        TreeSet<Integer> seen = new TreeSet<>();
        whole.forEach(point -> seen.add(point.index()));
        assertThat(seen).hasSize(100);
        assertThat(whole.finished()).isEqualTo(100);
        assertThat(whole.progress()).isEqualTo(1);

        SweepRun stopped = sweep.start();
        List<Sweep.Point> first = new ArrayList<>();
        stopped.forEach(point -> {
            first.add(point);
            stopped.stop();
        });
        assertThat(first).hasSizeLessThan(5);
        assertThat(stopped.progress()).isLessThan(0.1);
    }

    @Test
    void whatAnObserverThrowsEndsTheSweep() {
        Sweep sweep = Sweep.of(simulation(single(0), "euler").threads(2))
                .vary("k", new double[10])
                .lanes(1)
                .observe(p -> List.of(Recorder.every(p == 7 ? 0.15 : 0.1, "x")));
        assertThatThrownBy(sweep::run).isInstanceOf(GyrusException.class).hasMessageContaining("record.every");
    }

    @Test
    void everyMistakeIsTold() {
        Sweep sweep = Sweep.of(simulation(single(0), "euler").dt(-1).observe(Recorder.every(1, "x")))
                .vary("k", 1, 2, 3)
                .vary("kk", 1, 2, 3)
                .vary("s", 1, 2)
                .initial("x", 1)
                .lanes(0);
        assertThatThrownBy(sweep::run)
                .hasMessageContaining("observers of each point")
                .hasMessageContaining("sweep.lanes")
                .hasMessageContaining("'kk'")
                .hasMessageContaining("sweep.parameters.s: expected 3 values, one per point as in parameters.k")
                .hasMessageContaining("sweep.initial.x: expected 3 values")
                .hasMessageContaining("simulation.dt");
    }

    @Test
    void valuesOfPointsAreChecked() {
        Sweep sweep = Sweep.of(simulation(single(0), "euler"))
                .vary("k", 1, Double.NaN, 3)
                .vary("s", new double[][] {{1}, {1, 2}, {1}})
                .initial("x", 1, 2, Double.POSITIVE_INFINITY);
        assertThatThrownBy(sweep::run)
                .hasMessageContaining("parameters.k of point 1")
                .hasMessageContaining("parameters.s of point 1: expected one value");
        assertThatThrownBy(() -> Sweep.of(simulation(single(0), "euler"))
                        .initial("x", 1, 2, Double.POSITIVE_INFINITY)
                        .initial("z", 1, 2, 3)
                        .run())
                .hasMessageContaining("initial.x: expected finite numbers")
                .hasMessageContaining("'z'");
        assertThatThrownBy(() -> Sweep.of(simulation(single(0), "euler")).run())
                .hasMessageContaining("at least one point");
    }

    @Test
    void everyPointObservesTheSameVariables() {
        Sweep sweep = Sweep.of(simulation(single(0), "euler"))
                .vary("k", 0, 0)
                .observe(p -> p == 0 ? List.of(Recorder.every(1, "x")) : List.of());
        assertThatThrownBy(sweep::run).hasMessageContaining("the same variables at each point: [x]");
    }
}
