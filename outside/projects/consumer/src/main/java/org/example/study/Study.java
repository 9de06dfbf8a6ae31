package org.example.study;

import dev.gyrus.analysis.Fc;
import dev.gyrus.bold.Bold;
import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Network;
import dev.gyrus.core.Simulation;
import dev.gyrus.datasets.Datasets;
import java.util.Map;

/** A whole brain of any model that the catalogue has. */
public final class Study {
    private Study() {}

    /** The functional connectivity of the BOLD signal of so many ms. */
    public static double[][] connectivity(String model, double duration) {
        var brain = Datasets.load("synthetic80");
        var node = Catalogue.models().get(model).node(Map.of());
        var run = Simulation.of(Network.of(node, brain.connectome(), 20))
                .duration(duration)
                .observe(Bold.tr(1000).source(node.boldInput()))
                .run();
        return Fc.of(run.get("bold")).matrix();
    }
}
