package dev.gyrus.examples;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Sync;

/** A model of one's own, from its equations to a small network. */
final class OwnModel {
    private OwnModel() {}

    public static void main(String[] args) {
        // snippet: own model
        var excitatory = Mass.named("excitatory")
                .state("E", "1", Initial.uniform(0, 0.05))
                .bounded(0, 1)
                .parameter("tau", 2.5, "ms", "time constant")
                .parameter("a", 1.5, "1", "gain")
                .parameter("sigma", 0.02, "1/√ms", "noise")
                .input("exc", "1", "excitation from other nodes")
                .equations("""
                        drive = 16*E + exc - 3
                        dE/dt = (-E + (1 - E)*sigmoid(a*drive))/tau + sigma*xi
                        """)
                .build();
        // end
        var node = Node.named("own")
                .mass(excitatory)
                .sync(Sync.additive("E", "exc"))
                .defaultOutput("E")
                .build();
        var pair = Connectome.of(new double[][] {{0, 1}, {1, 0}}, new double[][] {{0, 50}, {50, 0}});
        var run = Simulation.of(Network.of(node, pair, 10))
                .duration(1000)
                .observe(Recorder.every(1, "E"))
                .run();
        System.out.printf("mean activity %.3f%n", run.get("E").mean());
    }
}
