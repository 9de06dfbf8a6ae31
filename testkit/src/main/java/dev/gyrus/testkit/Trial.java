package dev.gyrus.testkit;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Run;
import dev.gyrus.core.Simulation;

/** Short runs of a node, alone and with two others like it. */
record Trial(Node node) {
    /** Small enough for membranes of a millisecond. */
    private static final double DT = 0.01;

    private static final double DURATION = 6;

    /** Three nodes, weakly coupled, with delays of 0 to 3 ms. */
    private static final Connectome TRIANGLE = Connectome.of(
            new double[][] {{0, 0.1, 0.05}, {0.02, 0, 0.1}, {0.1, 0.03, 0}},
            new double[][] {{0, 10, 60}, {20, 0, 0}, {30, 15, 0}});

    private static final double SPEED = 20;

    static Trial of(Node node) {
        return new Trial(node);
    }

    Recording alone(long seed) {
        return run(Network.of(node), seed, 1);
    }

    /** Three coupled nodes, advanced in so many pieces. */
    Recording together(long seed, int pieces) {
        return run(Network.of(node, TRIANGLE, SPEED), seed, pieces);
    }

    private Recording run(Network network, long seed, int pieces) {
        Simulation simulation = Simulation.of(network)
                .dt(DT)
                .duration(DURATION)
                .seed(seed)
                .observe(Recorder.every(DT, node.defaultOutput()));
        try (Run run = simulation.start()) {
            for (int i = 0; i < pieces; i++) {
                run.advance(DURATION / pieces);
            }
            return run.recording();
        }
    }
}
