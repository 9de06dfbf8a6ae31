package dev.gyrus.fitting;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Simulation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A noisy decay that explodes where {@code k} is large, and what it reaches. */
final class Toy {
    private Toy() {}

    static Network network(int nodes) {
        Node node = Node.named("toy")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.uniform(1, 2))
                        .parameter(
                                Parameter.of("tau", 10, "ms", "time constant").positive())
                        .parameter("k", 0, "1/ms", "growth")
                        .parameter("sigma", 0.01, "1/√ms", "noise")
                        .equations("dx/dt = -x/tau + k*x^2 + sigma*xi_x")
                        .build())
                .defaultOutput("x")
                .build();
        return Network.builder().group("", node, nodes).build();
    }

    static Simulation simulation() {
        return Simulation.of(network(2)).dt(0.1).duration(20).seed(11);
    }

    /** The last values of both nodes. */
    static final class Last implements Measurement {
        @Override
        public List<String> names() {
            return List.of("first", "second");
        }

        @Override
        public Watch begin() {
            Recorder recorder = Recorder.every(0.1, "x");
            return new Watch() {
                @Override
                public List<Observer> observers() {
                    return List.of(recorder);
                }

                @Override
                public double[] values() {
                    double[][] rows = recorder.series().get(0).values();
                    return rows[rows.length - 1];
                }

                @Override
                public Map<String, double[][]> arrays() {
                    return Map.of("trace", recorder.series().get(0).values());
                }
            };
        }
    }

    static List<Double> alone(Simulation simulation) {
        double[][] rows =
                simulation.observe(Recorder.every(0.1, "x")).run().get("x").values();
        return Arrays.stream(rows[rows.length - 1]).boxed().toList();
    }
}
