package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Couplings by their formulas, their names and units, and pair by pair where they can't be separated. */
class CouplingTest {
    private static final double[][] W = {
        {0, 0, 0.58, 1.02}, {1.79, 0, 0.25, 0.41}, {0.1, 0.88, 0, 0.91}, {1.3, 0.56, 1.35, 0}
    };
    private static final double[] X = {-0.9, 1.24, 0.04, 0.66};
    private static final double[] Y = {0.13, 1.77, 0.76, -0.37};

    /** What arrives at four nodes that stand still at {@link #X} and {@link #Y}. */
    private static double[] arriving(Coupling coupling) {
        Node node = Node.named("still")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.constant(0))
                        .state("y2", "1", Initial.constant(0))
                        .hold("got", "1", Initial.constant(0))
                        .parameter("gain", 3, "1", "read by some couplings")
                        .input("in", "1", "coupling")
                        .equations("dx/dt = 0\ndy2/dt = 0\nhold got = in")
                        .build())
                .sync(Sync.of("x", "in", coupling))
                .build()
                .with("gain", new double[] {1, 2, 3, 4});
        return Simulation.of(Network.of(node, Connectome.of(W), 0))
                .duration(0.1)
                .initial("x", X)
                .initial("y2", Y)
                .observe(Recorder.every(0.1, "got"))
                .run()
                .get("got")
                .values()[0];
    }

    private static void assertArrives(Coupling coupling, double... expected) {
        assertThat(arriving(coupling)).as(coupling.name()).containsExactly(expected, within(2e-15));
    }

    /**
     * Numbers of tvb-library 2.10.0 (tvb.simulator.coupling, weights and states as above, no delays), at its defaults
     * unless the parameters say otherwise.
     */
    @Test
    void theVirtualBrainsCouplingsGiveItsNumbers() {
        assertArrives(Coupling.linear(0.00390625, 0), 0.0027203125, -0.005196875, 0.00625703125, -0.001646875);
        assertArrives(Coupling.linear(0.5, 0.25), 0.5982, -0.4152, 1.0509, 0.0392);
        assertArrives(Coupling.scaling(0.00390625), 0.0027203125, -0.005196875, 0.00625703125, -0.001646875);
        assertArrives(
                Coupling.hyperbolicTangent(1, 1, 0, 1),
                2.2131183158858705,
                1.4149504817697844,
                3.088681843090076,
                2.80623912076828);
        assertArrives(
                Coupling.hyperbolicTangent(0.7, 0.5, 0.2, 1.5),
                1.1332380516751321,
                1.2075580883604595,
                1.5176111613103738,
                1.8697460322025177);
        assertArrives(
                Coupling.sigmoidal(-1, 1, 0, 1, 230),
                0.0015139118868836565,
                -0.0028921658490438373,
                0.0034821598387042574,
                -0.000916521482500765);
        assertArrives(
                Coupling.sigmoidalJansenRit("y2", 0, 0.005, 6, 0.56, 1),
                0.0003627982621345903,
                0.00031902084276466154,
                0.0003852826314263787,
                0.0003479641346757549);
        assertArrives(Coupling.difference(0.1), 0.21364, -0.43684, 0.15262, -0.25402);
        // 2.10.0 divides by the number of coupling variables (1), not by that of nodes (4) as its documentation says.
        assertArrives(
                Coupling.kuramoto(4), 1.488324252869532, -1.9654710582060706, 1.2681805816995952, -1.777428298420869);
    }

    /**
     * H (Q + tanh(G (P x − θ))) as documented; tvb-library 2.10.0 multiplies the weights by the receiving node's own term.
     */
    @Test
    void preSigmoidalIsItsFormula() {
        double[] fixed = new double[4];
        double[] moving = new double[4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                fixed[i] += W[i][j] * 0.5 * (1 + Math.tanh(1.5 * (X[j] - 0.5)));
                moving[i] += W[i][j] * 0.5 * (1 + Math.tanh(1.5 * (X[j] - Y[j])));
            }
        }
        assertArrives(Coupling.preSigmoidal(0.5, 1, 1.5, 1, 0.5), fixed);
        assertArrives(Coupling.preSigmoidal("source.y2", 0.5, 1, 1.5, 1), moving);
    }

    @Test
    void expressionsReadOtherVariablesParametersAndNumbers() {
        double[] expected = new double[4];
        double[] paired = new double[4];
        for (int i = 0; i < 4; i++) {
            double weights = 0;
            double sum = 0;
            for (int j = 0; j < 4; j++) {
                weights += W[i][j];
                sum += W[i][j] * (X[j] * Y[j] + j + 1);
                paired[i] += W[i][j] * Math.exp(-Math.pow(X[j] - X[i], 2)) * Y[j] / (i + 1);
            }
            expected[i] = 0.3 * sum / 4 + weights * Y[i] * (i + 1);
        }
        assertArrives(
                Coupling.of("source*source.y2 + source.gain", "p*sum/count + weight_sum*target.y2*target.gain")
                        .with("p", 0.3),
                expected);
        assertArrives(Coupling.of("exp(-(source - target)^2)*source.y2/target . gain", "sum"), paired);
    }

    private static Simulation delayed(Coupling coupling, String scheme, boolean frozen) {
        int n = 7;
        SplittableRandom random = new SplittableRandom(4);
        double[][] w = new double[n][n];
        double[][] lengths = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                w[i][j] = random.nextDouble() < 0.2 ? 0 : random.nextDouble();
                lengths[i][j] = random.nextInt(3) == 0 ? random.nextDouble(0, 5) : random.nextDouble(0, 120);
            }
        }
        Node node = Node.named("oscillator")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.uniform(-3, 3))
                        .state("a", "1", Initial.uniform(0.5, 1))
                        .output("q", "1")
                        .parameter("sigma", scheme.equals("rk4") ? 0 : 0.05, "1/√ms", "noise")
                        .input("in", "1", "coupling")
                        .equations("output q = x*a\ndx/dt = 0.3[1/ms] + 0.2[1/ms]*in + sigma*xi\n"
                                + "da/dt = 0.1[1/ms]*(1 - a^3)")
                        .build())
                .sync(new Sync("q", "in", coupling, "w^2", "q"))
                .build();
        return Simulation.of(Network.of(node, Connectome.of(w, lengths), 20))
                .integrator(Integrator.named(scheme))
                .frozenCoupling(frozen)
                .duration(20)
                .observe(Recorder.every(0.1, "x"));
    }

    private static double[][] run(Simulation simulation) {
        return simulation.run().get("x").values();
    }

    /**
     * sin(q_j − q_i) for each pair is the same sum as its separated form, at every stage of every scheme; half-way between
     * samples one interpolates q and the other its sine and cosine.
     */
    @ParameterizedTest
    @ValueSource(strings = {"euler", "heun", "rk4"})
    void pairByPairIsTheSeparatedSum(String scheme) {
        Coupling pairs = Coupling.of("sin(source - target)", "sum");
        for (boolean frozen : new boolean[] {false, true}) {
            double[][] separated = run(delayed(Coupling.sine(), scheme, frozen));
            double[][] paired = run(delayed(pairs, scheme, frozen));
            for (int k = 0; k < separated.length; k++) {
                assertThat(paired[k])
                        .as("sample %d", k)
                        .containsExactly(separated[k], within(scheme.equals("rk4") ? 1e-7 : 1e-11));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"euler", "heun", "rk4"})
    void pairByPairGivesTheSameBitsInChunksThreadsAndContinuations(String scheme) {
        Coupling coupling = Coupling.of("tanh(source - 2*target)*target", "sum/count");
        double[][] whole = run(delayed(coupling, scheme, false));
        assertThat(run(delayed(coupling, scheme, false).threads(2))).isDeepEqualTo(whole);
        Snapshot snapshot;
        try (Run run = delayed(coupling, scheme, false).start()) {
            for (int done = 0; done < 150; done += 30) {
                run.advanceSteps(7);
                run.advanceSteps(23);
            }
            snapshot = run.snapshot();
        }
        try (Run run = delayed(coupling, scheme, false).resume(snapshot)) {
            run.advanceSteps(50);
            assertThat(run.recording().get("x").values()).isDeepEqualTo(Arrays.copyOfRange(whole, 150, 200));
        }
    }

    private static Simulation between(String sourceUnit, String targetUnit, String inputUnit, Coupling coupling) {
        Node source = Node.named("s")
                .mass(Mass.named("s")
                        .state("x", sourceUnit, Initial.constant(0))
                        .equations("dx/dt = -x/1[ms]")
                        .build())
                .build();
        Node target = Node.named("t")
                .mass(Mass.named("t")
                        .state("x", targetUnit, Initial.constant(0))
                        .input("in", inputUnit, "coupling")
                        .equations("dx/dt = -x/1[ms]")
                        .build())
                .build();
        return Simulation.of(Network.builder()
                .node("s", source)
                .node("t", target)
                .connect("s", "t", 1, 0, List.of(Sync.of("x", "in", coupling)))
                .build());
    }

    private static void assertRefused(Simulation simulation, String... parts) {
        assertThatThrownBy(simulation::start).isInstanceOf(GyrusException.class).hasMessageContainingAll(parts);
    }

    @Test
    void unitsMustFit() {
        between("mV", "mV", "mV", Coupling.diffusive()).start().close();
        between("mV", "V", "mV", Coupling.diffusive()).start().close();
        between("rad", "1", "1", Coupling.sine()).start().close();
        between("mV", "Hz", "V/s", Coupling.multiplicative()).start().close();
        between("mV", "mV", "Hz", Coupling.linear(0.1, 0)).start().close();
        assertRefused(
                between("mV", "pA", "mV", Coupling.diffusive()), "connections[0].coupling diffusive", "mV", "pA", "^");
        assertRefused(between("mV", "mV", "pA", Coupling.diffusive()), "pA", "mV");
        assertRefused(between("mV", "mV", "1", Coupling.sine()), "coupling sine", "plain number");
        assertRefused(between("rad", "rad", "1/ms", Coupling.sine()), "1/ms");
        assertRefused(between("mV", "Hz", "mV", Coupling.multiplicative()), "multiplicative", "mV");
    }

    @Test
    void namesMustBelongToTheirSide() {
        assertRefused(between("1", "1", "1", Coupling.of("source + gain", "sum")), "'gain'", "^");
        assertRefused(between("1", "1", "1", Coupling.of("source.y", "sum")), "'source_y'", "source_x");
        assertRefused(between("1", "1", "1", Coupling.of("source", "sum*source")), "sums and the target", "'source'");
        assertRefused(between("1", "1", "1", Coupling.of("sum*source", "sum")), "source and target", "'sum'");
        assertRefused(between("1", "1", "1", Coupling.of("source", "sum*(")), "coupling expression");
        assertRefused(between("1", "1", "1", Coupling.of("2*source", "sum").with("source", 1)), "a name of its own");
        assertRefused(between("1", "1", "1", new Coupling("c", List.of("source", "1"), "sum", Map.of())), "'sum'");
    }
}
