package dev.gyrus.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Coupling;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Sync;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs of networks too small for several threads, on several threads. */
class SharesTest {
    private static final int NODES = 37;
    private static ExecutorService executor;

    @BeforeAll
    static void start() {
        executor = Executors.newCachedThreadPool();
    }

    @AfterAll
    static void stop() {
        executor.shutdownNow();
    }

    /** Schemes, shortest and longest delays in steps, and whether a coupling is computed pair by pair. */
    static Stream<Arguments> networks() {
        return Stream.of("euler", "exponential-euler", "heun", "rk4", "dormand-prince")
                .flatMap(scheme -> Stream.of(
                        Arguments.of(scheme, 0, 0, false),
                        Arguments.of(scheme, 0, 9, true),
                        Arguments.of(scheme, 1, 70, false),
                        Arguments.of(scheme, 5, 125, false)));
    }

    private static Plan plan(String scheme, int shortest, int longest, boolean pairs) {
        Node.Builder node = Node.named("n")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.uniform(-1, 1))
                        .state("y", "1", Initial.uniform(-1, 1))
                        .hold("r", "1", Initial.uniform(0, 1))
                        .output("q", "1")
                        .parameter("sigma", scheme.equals("dormand-prince") ? 0 : 0.2, "1/√ms", "noise")
                        .input("in", "1", "sum")
                        .input("in_sq", "1", "sum with squared weights")
                        .input("pull", "1", "sum of outputs")
                        .equations("""
                                output q = x*y
                                hold r = 0.5 + 0.5*tanh(x)
                                dx/dt = (-x + 0.1*in - 0.2*in_sq)/5[ms] + sigma*xi
                                dy/dt = (x - y + 0.1*pull)/5[ms]
                                """)
                        .build())
                .sync(Sync.additive("r", "in"))
                .sync(Sync.additive("r", "in_sq").weighted("w^2"))
                .sync(Sync.of("q", "pull", pairs ? Coupling.of("tanh(source - target)", "sum") : Coupling.diffusive()));
        SplittableRandom random = new SplittableRandom(5);
        double[][] weights = new double[NODES][NODES];
        double[][] lengths = new double[NODES][NODES];
        for (int i = 0; i < NODES; i++) {
            for (int j = 0; j < NODES; j++) {
                weights[i][j] = i == j || random.nextDouble() < 0.2 ? 0 : random.nextDouble();
                lengths[i][j] = random.nextInt(shortest, longest + 1);
            }
        }
        Simulation simulation = Simulation.of(Network.of(node.build(), Connectome.of(weights, lengths), 10))
                .dt(0.1)
                .seed(3)
                .integrator(Integrator.named(scheme))
                .frozenCoupling(scheme.equals("dormand-prince"))
                .drive("in", t -> Math.floor(t) / 10);
        return Planner.plan(simulation.settings());
    }

    private static double[][][] arrays(Plan plan, Parallel parallel) {
        Engine engine = new Engine(plan, List.of(new CounterNoise(3)), parallel);
        for (int left = 100; left > 0; ) {
            left -= engine.advance(Math.min(left, 45));
        }
        return engine.snapshot().arrays();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void anyNumberOfSharesGivesTheBitsOfOne(String scheme, int shortest, int longest, boolean pairs) {
        Plan plan = plan(scheme, shortest, longest, pairs);
        double[][][] whole = arrays(plan, new Parallel(null, 1));
        for (int parts : new int[] {2, 3, 7}) {
            assertThat(arrays(plan, new Parallel(executor, parts)))
                    .as("%d shares", parts)
                    .isDeepEqualTo(whole);
        }
    }
}
