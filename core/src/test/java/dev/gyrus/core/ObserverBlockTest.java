package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObserverBlockTest {
    private static Node node(double tau) {
        Mass mass = Mass.named("mass")
                .state("x", "1", Initial.uniform(0, 1))
                .parameter("tau", tau, "ms", "time constant")
                .equations("dx/dt = -x/tau")
                .build();
        return Node.named("node").mass(mass).defaultOutput("x").build();
    }

    /** Compares what is copied with the rows, for every column. */
    private static final class Comparing implements Observer {
        private int columns;
        private int blocks;

        @Override
        public List<String> variables() {
            return List.of("x");
        }

        @Override
        public void begin(Scope scope) {
            columns = scope.channels().get(0).labels().size();
        }

        @Override
        public void observe(Block block) {
            blocks++;
            int count = (block.steps() - 1) / 2;
            for (int column = 0; column < columns; column++) {
                double[] out = new double[count + 2];
                block.copy(0, column, 1, 2, 3.0, out, 1, count);
                double[] expected = new double[count + 2];
                for (int j = 0; j < count; j++) {
                    expected[1 + j] = block.row(0, 1 + 2 * j)[column] * 3.0;
                }
                assertThat(out).isEqualTo(expected);
                assertThat(Arrays.stream(out, 1, count + 1)).allMatch(x -> x > 0);
            }
        }
    }

    @Test
    void columnsAreCopiedFromEveryPopulationAndPoint() {
        Network network = Network.builder()
                .node("one", node(10))
                .node("two", node(20))
                .node("three", node(30))
                .build();
        Comparing[] observers = {new Comparing(), new Comparing(), new Comparing()};
        Sweep.of(Simulation.of(network).duration(10))
                .seeds(1, 2, 3)
                .observe(point -> List.of(observers[point]))
                .run();
        assertThat(observers).allMatch(observer -> observer.columns == 3 && observer.blocks > 0);
    }
}
