package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Networks of several populations against plain loops, and what is said of connections that do not fit. */
class ConnectionTest {
    private static final double DT = 0.1;
    private static final int STEPS = 120;

    /** dx/dt = (−x + tanh(in))/τ + fast, with a second variable and a second input. */
    private static Node node(String mass, double tau) {
        return Node.named(mass + "-node")
                .mass(Mass.named(mass)
                        .state("x", "1", Initial.uniform(-1, 1))
                        .state("y", "1", Initial.uniform(-1, 1))
                        .parameter("tau", tau, "ms", "time constant")
                        .input("in", "1", "slow input")
                        .input("fast", "1", "fast input")
                        .equations("dx/dt = (-x + tanh(in) + 0.5*y)/tau\ndy/dt = (-y + fast - 0.2*x)/tau")
                        .build())
                .sync(Sync.additive("x", "in"))
                .defaultOutput("x")
                .build();
    }

    private static double[][] matrix(SplittableRandom random, int rows, int columns, double most) {
        double[][] out = new double[rows][];
        for (int i = 0; i < rows; i++) {
            out[i] = random.doubles(columns, 0, most).toArray();
        }
        return out;
    }

    /** One connection of a plain loop: from and to are offsets into all nodes. */
    private record Arrow(int to, int from, double weight, double delay, boolean diffusive, boolean fast) {}

    private static double[][] loop(int n, double[] tau, double[][] start, List<Arrow> arrows) {
        double[][] x = new double[STEPS + 1][n];
        double[][] y = new double[STEPS + 1][n];
        x[0] = start[0];
        y[0] = start[1];
        for (int k = 0; k < STEPS; k++) {
            double[] in = new double[n];
            double[] fast = new double[n];
            for (Arrow a : arrows) {
                int then = Math.max(0, k - (int) Math.rint(a.delay / DT));
                if (a.fast) {
                    fast[a.to] += a.weight * (a.diffusive ? y[then][a.from] - y[k][a.to] : y[then][a.from]);
                } else {
                    in[a.to] += a.weight * (a.diffusive ? x[then][a.from] - x[k][a.to] : x[then][a.from]);
                }
            }
            for (int i = 0; i < n; i++) {
                x[k + 1][i] = x[k][i] + DT * (-x[k][i] + Math.tanh(in[i]) + 0.5 * y[k][i]) / tau[i];
                y[k + 1][i] = y[k][i] + DT * (-y[k][i] + fast[i] - 0.2 * x[k][i]) / tau[i];
            }
        }
        return x;
    }

    private static double[][] run(Network network, double[] x, double[] y) {
        Simulation simulation =
                Simulation.of(network).dt(DT).duration(STEPS * DT).observe(Recorder.every(DT, "x"));
        int at = 0;
        for (Population population : network.populations()) {
            double[] ownX = new double[population.size()];
            double[] ownY = new double[population.size()];
            System.arraycopy(x, at, ownX, 0, ownX.length);
            System.arraycopy(y, at, ownY, 0, ownY.length);
            simulation = simulation.initial(population.name() + ".x", ownX).initial(population.name() + ".y", ownY);
            at += population.size();
        }
        return simulation.run().get("x").values();
    }

    private static void assertSame(double[][] engine, double[][] expected) {
        for (int k = 0; k < STEPS; k++) {
            assertThat(engine[k]).as("sample %d", k + 1).containsExactly(expected[k + 1], within(1e-12));
        }
    }

    @Test
    void pairsMatricesCouplingsAndInputsOfEachConnectionAreThePlainLoop() {
        SplittableRandom random = new SplittableRandom(21);
        double[][] weights = matrix(random, 2, 3, 1);
        double[][] delays = matrix(random, 2, 3, 6);
        Network network = Network.builder()
                .connect("a", "b", c -> c.weights(weights).delays(delays))
                .connect(
                        "b",
                        "a",
                        c -> c.output("y").input("fast").weight(0.7).delay(2).pairs(new int[] {2, 0}, new int[] {0, 1}))
                .connect(
                        "a",
                        "a",
                        c -> c.coupling(Coupling.diffusive())
                                .weight(0.5)
                                .weighted("w^2")
                                .delay(0.4))
                .connect("b", "a", c -> c.coupling(Coupling.diffusive()).weight(0.3))
                .connect(
                        "b",
                        "b",
                        c -> c.input("b.fast")
                                .output("y")
                                .coupling(Coupling.diffusive())
                                .weight(0.2))
                .group("a", node("a", 3), 3)
                .group("b", node("b", 7), 2)
                .build();
        List<Arrow> arrows = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                arrows.add(new Arrow(3 + i, j, weights[i][j], delays[i][j], false, false));
                arrows.add(new Arrow(j, 3 + i, 0.3, 0, true, false));
            }
            arrows.add(new Arrow(3 + i, 3, 0.2, 0, true, true));
            arrows.add(new Arrow(3 + i, 4, 0.2, 0, true, true));
        }
        arrows.add(new Arrow(2, 3, 0.7, 2, false, true));
        arrows.add(new Arrow(0, 4, 0.7, 2, false, true));
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                arrows.add(new Arrow(i, j, 0.25, 0.4, true, false));
            }
        }
        double[][] start = matrix(random, 2, 5, 1);
        assertSame(run(network, start[0], start[1]), loop(5, new double[] {3, 3, 3, 7, 7}, start, arrows));
    }

    @Test
    void regionsOfOneConnectomeInTwoGroupsAreOneNetwork() {
        SplittableRandom random = new SplittableRandom(5);
        int n = 6;
        double[][] weights = matrix(random, n, n, 0.8);
        double[][] lengths = matrix(random, n, n, 60);
        weights[1][4] = 0;
        List<String> groups = List.of("b", "a", "a", "", "b", "a");
        int[] order = {1, 2, 5, 0, 4};
        double[][] delays = new double[n][n];
        List<Arrow> arrows = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            for (int j = 0; j < order.length; j++) {
                double w = weights[order[i]][order[j]];
                delays[i][j] = lengths[order[i]][order[j]] / 10;
                boolean up = i < 3 && j >= 3;
                arrows.add(new Arrow(i, j, up ? 2 * w : w, delays[i][j], false, false));
            }
        }
        Map<String, Node> nodes = new LinkedHashMap<>();
        nodes.put("a", node("a", 3));
        nodes.put("b", node("b", 7));
        Network network = Network.builder()
                .regions(
                        Connectome.of(weights, lengths),
                        10,
                        nodes,
                        groups,
                        Connection.of("b", "a").weight(2))
                .build();
        assertThat(network.population("a").labels()).containsExactly("1", "2", "5");
        double[][] start = matrix(random, 2, 5, 1);
        assertSame(run(network, start[0], start[1]), loop(5, new double[] {3, 3, 3, 7, 7}, start, arrows));
    }

    @Test
    void whatDoesNotFitIsSaidTogether() {
        Node two = Node.named("two")
                .mass(node("a", 1).masses().get(0))
                .sync(Sync.additive("x", "in"))
                .sync(Sync.additive("y", "fast"))
                .build();
        Node none = Node.named("none").mass(node("a", 1).masses().get(0)).build();
        NetworkBuilder builder = Network.builder()
                .group("a", node("a", 1), 3)
                .node("two", two)
                .node("none", none)
                .connect("a", "a", c -> c.pairs(new int[] {3, 0}, new int[] {0, 0}))
                .connect("a", "b", c -> c)
                .connect("a", "a", c -> c.weights(new double[2][3]))
                .connect("a", "two", c -> c.output("y"))
                .connect("a", "none", c -> c.weight(2));
        GyrusException thrown = catchThrowableOfType(GyrusException.class, builder::build);
        assertThat(thrown.problems())
                .extracting(Problem::key)
                .containsExactly(
                        "connections[0].pairs[0]",
                        "connections[1].to",
                        "connections[2].weights",
                        "connections[3].input",
                        "connections[4].input");
        assertThat(thrown)
                .hasMessageContainingAll("to from 0 to 2", "one of a, none, two", "3 × 3", "in or fast", "a.fast");
    }

    @Test
    void aBadLengthOfAPartIsNamedByItsPlaceInTheWhole() {
        double[][] lengths = new double[3][3];
        lengths[2][1] = 1e9;
        double[][] weights = {{0, 1, 1}, {1, 0, 1}, {1, 1, 0}};
        Network network = Network.builder()
                .regions(
                        Connectome.of(weights, lengths),
                        1,
                        Map.of("a", node("a", 1), "b", node("b", 1)),
                        List.of("a", "a", "b"))
                .build();
        GyrusException thrown = catchThrowableOfType(
                GyrusException.class, () -> Simulation.of(network).start());
        assertThat(thrown.problems()).extracting(Problem::key).containsExactly("connectome.lengths[2][1]");
    }
}
