package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Populations that advance as one behave as each does by itself. */
class CohortTest {
    private static final int NODES = 7;
    private static final double[] TAUS =
            IntStream.range(0, NODES).mapToDouble(i -> 3 + i).toArray();
    private static final double[] LAGS = {1, 0.5, 2, 1, 3, 0, 1};

    /** Two masses with noise, a delay between them and all that a population can differ in. */
    private static Node node(String more) {
        return Node.named("pair")
                .mass(Mass.named("e")
                        .state("x", "1", Initial.uniform(-1, 1))
                        .state("u", "1", Initial.of("level"))
                        .parameter("tau", 10, "ms", "time constant")
                        .parameter("level", 0.2, "1", "of u")
                        .parameter("sigma", 0.1, "1/√ms", "noise")
                        .input("in", "1", "others")
                        .input("inh", "1", "own i")
                        .equations("dx/dt = (-x + tanh(in - inh) + u)/tau + sigma*xi_x\ndu/dt = (level - u)/tau" + more)
                        .build())
                .mass(Mass.named("i")
                        .state("y", "1", Initial.uniform(0, 1))
                        .parameter("tau", 5, "ms", "time constant")
                        .input("exc", "1", "own e")
                        .equations("dy/dt = (-y + exc^2)/tau")
                        .build())
                .parameter("lag", 1, "ms", "delay between the masses")
                .local(Local.of("e.x", "i.exc", "lag"))
                .local(Local.of("i.y", "e.inh", "lag"))
                .sync(Sync.additive("x", "in"))
                .defaultOutput("x")
                .build();
    }

    private static double weight(int to, int from) {
        return to == from ? 0 : Math.sin(1 + 3 * to + 5 * from);
    }

    private static double delay(int to, int from) {
        return (to * 3 + from * 5) % 9 * 0.5;
    }

    private static Connection part(int to, int from) {
        return Connection.of("n" + from, "n" + to).weight(weight(to, from)).delay(delay(to, from));
    }

    /** Populations of one node each, {@code node} or, where the second isn't null, the two in turn. */
    private static Network many(Node node, Node other, Coupling coupling, double spread) {
        NetworkBuilder builder = Network.builder();
        for (int i = 0; i < NODES; i++) {
            Node kind = other != null && i % 2 == 1 ? other : node;
            builder.node("n" + i, kind.with("e.tau", TAUS[i]).with("lag", LAGS[i]));
        }
        for (int from = NODES - 1; from >= 0; from--) {
            for (int to = 0; to < NODES; to++) {
                if (to != from) {
                    Connection connection = part(to, from).coupling(coupling);
                    builder.connect(
                            spread == 0 ? connection : connection.delay(4).spread(spread));
                }
            }
        }
        return builder.build();
    }

    private static Network one(Coupling coupling, double spread) {
        double[][] weights = new double[NODES][NODES];
        double[][] delays = new double[NODES][NODES];
        for (int i = 0; i < NODES; i++) {
            for (int j = 0; j < NODES; j++) {
                weights[i][j] = weight(i, j);
                delays[i][j] = delay(i, j);
            }
        }
        Connection connection = Connection.of("n", "n").weights(weights).coupling(coupling);
        return Network.builder()
                .group("n", node("").with("e.tau", TAUS).with("lag", LAGS), NODES)
                .connect(
                        spread == 0
                                ? connection.delays(delays)
                                : connection.delay(4).spread(spread))
                .build();
    }

    private static Simulation simulation(Network network, String scheme) {
        return Simulation.of(network)
                .integrator(Integrator.named(scheme))
                .duration(20)
                .seed(5)
                .observe(Recorder.every(0.1, "x", "y", "u"));
    }

    private static double[][][] values(Simulation simulation) {
        return simulation.run().series().stream().map(Series::values).toArray(double[][][]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"euler", "heun", "rk4", "exponential-euler"})
    void populationsOfOneNodeHaveTheBitsOfOneWithAConnectome(String scheme) {
        Network many = many(node(""), null, Coupling.additive(), 0);
        assertThat(values(simulation(many, scheme)))
                .isDeepEqualTo(values(simulation(one(Coupling.additive(), 0), scheme)));
    }

    @Test
    void soTheyHaveUnderCouplingsThatReadTheTarget() {
        for (Coupling coupling :
                List.of(Coupling.diffusive(), Coupling.linear(0.5, 0), Coupling.of("sin(source - target)", "sum"))) {
            assertThat(values(simulation(many(node(""), null, coupling, 0), "heun")))
                    .isDeepEqualTo(values(simulation(one(coupling, 0), "heun")));
        }
    }

    @Test
    void soTheyHaveWithSpreadDelays() {
        double[][][] many = values(simulation(many(node(""), null, Coupling.additive(), 2), "rk4"));
        double[][][] one = values(simulation(one(Coupling.additive(), 2), "rk4"));
        for (int s = 0; s < many.length; s++) {
            for (int k = 0; k < many[s].length; k++) {
                assertThat(many[s][k]).containsExactly(one[s][k], within(1e-12));
            }
        }
    }

    @Test
    void kindsInTurnKeepTheNoiseAndTheStartOfTheirNodes() {
        Network mixed = many(node(""), node("\nz = x"), Coupling.additive(), 0);
        double[][][] expected = values(simulation(one(Coupling.additive(), 0), "euler"));
        double[][][] found = values(simulation(mixed, "euler"));
        for (int s = 0; s < found.length; s++) {
            for (int k = 0; k < found[s].length; k++) {
                assertThat(found[s][k]).containsExactly(expected[s][k], within(1e-12));
            }
        }
    }

    @Test
    void recordingsStartsAndStimuliAreThoseOfThePopulations() {
        Recording recording = Simulation.of(many(node("").with("sigma", 0), null, Coupling.additive(), 0))
                .duration(0.1)
                .initial("x", 0.5)
                .initial("n2.x", -0.5)
                .initial("n4.e.x", 1.5)
                .drive(Drive.everywhere("n5", "level", t -> 1000))
                .observe(Recorder.every(0.1, "x", "n2.x", "n5.e.u", "u"))
                .run();
        assertThat(recording.get("x").labels()).startsWith("n0/0", "n1/0").endsWith("n6/0");
        assertThat(recording.get("n2.x").labels()).containsExactly("n2/0");
        assertThat(recording.get("n2.x").values()[0][0])
                .isEqualTo(recording.get("x").values()[0][2])
                .isBetween(-0.55, -0.45);
        assertThat(recording.get("x").values()[0][4]).isBetween(1.4, 1.6);
        assertThat(recording.get("x").values()[0][3]).isBetween(0.4, 0.6);
        assertThat(recording.get("n5.e.u").values()[0][0])
                .isEqualTo(recording.get("u").values()[0][5])
                .isCloseTo(0.2 + 0.1 * 1000 / TAUS[5], within(1e-9));
        assertThat(recording.get("u").values()[0][4]).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void wrongWiringHidesNoWrongStimulus() {
        Network network = Network.builder()
                .node("a", node(""))
                .node("b", node(""))
                .connect("a", "b", c -> c.delay(-1))
                .build();
        assertThatThrownBy(() -> Simulation.of(network)
                        .drive(Drive.everywhere("a", "nothing", t -> 0))
                        .observe(Recorder.every(1, "b.nothing"))
                        .start())
                .hasMessageContaining("connections[0].delay")
                .hasMessageContaining("inputs.target")
                .hasMessageContaining("record.variables");
    }

    @Test
    void aPopulationWithoutNodeIsRefused() {
        assertThatThrownBy(() -> Network.builder().node("a", null)).hasMessageContaining("groups.a: expected a node");
    }

    @Test
    void mistakesAreReportedWhereTheyWereMade() {
        Network network = Network.builder()
                .node("a", node(""))
                .node("b", node("").with("tau", new double[] {1, 2}))
                .node("c", node(""))
                .connect("a", "c", c -> c.delay(-1))
                .connect("a", "b", c -> c.input("e.in").output("nothing"))
                .connect("c", "a", c -> c.input("e.in").output("nothing"))
                .build();
        assertThatThrownBy(() -> Simulation.of(network).start())
                .hasMessageContaining("groups.b.parameters.tau: expected one value, or one for each of 1 nodes");
        assertThatThrownBy(() -> Simulation.of(network.with("b.tau", 1)).start())
                .hasMessageContaining("connections[0].delay")
                .hasMessageContaining("connections[1].output")
                .hasMessageContaining("connections[2].output");
        Network fine = many(node(""), null, Coupling.additive(), 0);
        assertThatThrownBy(() -> Simulation.of(fine).initial("n3.x", 1, 2).start())
                .hasMessageContaining("one for each of 1 nodes");
        assertThatThrownBy(() -> Simulation.of(fine)
                        .drive(Drive.everywhere("n3", "level", t -> Double.NaN))
                        .run())
                .hasMessageContaining("of node 0 (n3/e) is NaN");
    }

    @Test
    void aCouplingThatIsNotLinearIsAppliedToEachConnection() {
        Node node = node("").with("sigma", 0);
        Coupling coupling = Coupling.of("source", "2 + tanh(sum)");
        Network network = Network.builder()
                .node("a", node)
                .node("b", node)
                .node("c", node)
                .connect("a", "c", c -> c.coupling(coupling).weight(2))
                .connect("b", "c", c -> c.coupling(coupling).weight(3))
                .build();
        VectorField field = VectorField.of(network);
        List<String> states = field.states();
        double[] state = new double[field.size()];
        double[] rates = new double[field.size()];
        state[states.indexOf("a/0/e.x")] = 0.3;
        state[states.indexOf("b/0/e.x")] = -0.4;
        field.derivative(state, rates);
        assertThat(rates[states.indexOf("c/0/e.x")])
                .isCloseTo(Math.tanh(4 + Math.tanh(0.6) + Math.tanh(-1.2)) / 10, within(1e-15));
        assertThat(rates[states.indexOf("b/0/e.x")]).isCloseTo(0.04, within(1e-15));
    }

    @Test
    void aVectorFieldIsOrderedByPopulation() {
        VectorField field = VectorField.of(many(node(""), node("\nz = x"), Coupling.additive(), 0));
        VectorField reference = VectorField.of(one(Coupling.additive(), 0));
        assertThat(field.states().subList(0, 6))
                .containsExactly("n0/0/e.x", "n0/0/e.u", "n0/0/i.y", "n1/0/e.x", "n1/0/e.u", "n1/0/i.y");
        int[] places = field.states().stream()
                .mapToInt(name -> reference.states().indexOf("n/" + name.charAt(1) + name.substring(4)))
                .toArray();
        double[] start = field.start();
        double[] expectedStart = reference.start();
        double[][] jacobian = field.jacobian(start);
        double[][] expected = reference.jacobian(expectedStart);
        for (int i = 0; i < places.length; i++) {
            assertThat(start[i]).isEqualTo(expectedStart[places[i]]);
            for (int j = 0; j < places.length; j++) {
                assertThat(jacobian[i][j]).isCloseTo(expected[places[i]][places[j]], within(1e-14));
            }
        }
    }
}
