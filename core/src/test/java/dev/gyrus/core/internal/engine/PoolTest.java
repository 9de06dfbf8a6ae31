package dev.gyrus.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.DelayedVectorField;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.NetworkBuilder;
import dev.gyrus.core.Node;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Sync;
import dev.gyrus.core.VectorField;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections of all nodes with all, described by one weight or by a matrix. */
class PoolTest {
    private static Node node() {
        return Node.named("n")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.uniform(-1, 1))
                        .input("in", "1", "sum")
                        .input("in_sq", "1", "sum by squares")
                        .equations("dx/dt = (-x + tanh(0.1*in - in_sq))/5[ms] + 0.1[1/√ms]*xi")
                        .build())
                .sync(Sync.additive("x", "in"))
                .sync(Sync.additive("x", "in_sq").weighted("w^2"))
                .build();
    }

    private static Network network(double shortest, boolean matrices) {
        int[] sizes = {70, 40, 9};
        NetworkBuilder builder = Network.builder();
        for (int to = 0; to < 3; to++) {
            builder.group("p" + to, node(), sizes[to]);
        }
        for (int to = 0; to < 3; to++) {
            for (int from = 0; from < 3; from++) {
                double weight = 0.01 * (1.5 + to - 3 * from);
                double delay = shortest + from * 1.7;
                double[][] matrix = new double[sizes[to]][sizes[from]];
                Arrays.stream(matrix).forEach(row -> Arrays.fill(row, weight));
                builder.connect(
                        "p" + from, "p" + to, c -> (matrices ? c.weights(matrix) : c.weight(weight)).delay(delay));
            }
        }
        return builder.build();
    }

    private static Plan plan(double shortest, boolean matrices) {
        return Planner.plan(
                Simulation.of(network(shortest, matrices)).dt(0.1).seed(3).settings());
    }

    private static double[] states(Plan plan, Parallel parallel) {
        Engine engine = new Engine(plan, List.of(new CounterNoise(3)), parallel);
        for (int left = 150; left > 0; ) {
            left -= engine.advance(Math.min(left, 45));
        }
        return engine.snapshot().arrays()[0][0];
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 3.5})
    void oneWeightForAllHasTheBitsOfAMatrix(double shortest) {
        Plan pooled = plan(shortest, false);
        Plan dense = plan(shortest, true);
        assertThat(pooled.wires().get(0).pools()).hasSize(9);
        assertThat(dense.wires().get(0).pools()).isEmpty();
        double[] expected = states(dense, new Parallel(null, 1));
        assertThat(states(pooled, new Parallel(null, 1))).isEqualTo(expected);
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            assertThat(states(pooled, new Parallel(executor, 3))).isEqualTo(expected);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aPopulationOfManyTakesNoMatrix() {
        int size = 30_000; // a matrix would take 7 GB
        Node many = node();
        Network network = Network.builder()
                .group("p", many, size)
                .connect("p", "p", c -> c.input("in").weight(1e-4).delay(0.5))
                .build();
        Plan plan = Planner.plan(Simulation.of(network).settings());
        assertThat(plan.wires())
                .singleElement()
                .satisfies(wire -> assertThat(wire.longest()).isEqualTo(5));
    }

    @Test
    void fieldsAreThoseOfAMatrix() {
        double[][] rates = new double[2][119];
        double[][] late = new double[2][119];
        for (int k = 0; k < 2; k++) {
            VectorField field = VectorField.of(network(0, k == 1));
            double[] state = IntStream.range(0, 119).mapToDouble(Math::sin).toArray();
            field.derivative(state, rates[k]);
            DelayedVectorField delayed = DelayedVectorField.of(network(0.5, k == 1));
            double[][] past = new double[1 + delayed.delays().length][];
            for (int d = 0; d < past.length; d++) {
                int phase = d;
                past[d] = IntStream.range(0, 119)
                        .mapToDouble(i -> Math.sin(i + phase))
                        .toArray();
            }
            assertThat(past.length).isEqualTo(4);
            delayed.derivative(past, late[k]);
        }
        for (int i = 0; i < 119; i++) {
            assertThat(rates[0][i]).isCloseTo(rates[1][i], within(1e-12));
            assertThat(late[0][i]).isCloseTo(late[1][i], within(1e-12));
        }
    }
}
