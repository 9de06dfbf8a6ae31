package dev.gyrus.examples;

import dev.gyrus.analysis.Fc;
import dev.gyrus.analysis.Fcd;
import dev.gyrus.analysis.Windows;
import dev.gyrus.bold.Bold;
import dev.gyrus.core.Network;
import dev.gyrus.core.Simulation;
import dev.gyrus.datasets.Datasets;
import dev.gyrus.models.aln.Aln;

/** Twenty minutes of a whole brain of which no sample is kept: only how well it fits the subjects. */
final class LongRest {
    private LongRest() {}

    public static void main(String[] args) {
        var brain = Datasets.load("synthetic80");
        var region = Aln.node().with("mue_ext_mean", 1.62).with("mui_ext_mean", 1.6);
        var network = Network.of(region.with("sigma_ou", 0.09).with("b", 5.0), brain.connectome(), 20.0);

        // snippet: streaming
        var connectivity = Fc.streaming("bold").from(10_000);
        var dynamics = Fcd.streaming("bold", Windows.standard()).from(10_000);
        var bold = Bold.tr(2000).into(connectivity, dynamics);
        Simulation.of(network).duration(1_200_000).observe(bold).run();
        // end

        double alike = connectivity.fc().correlateWith(brain.subjects()).mean();
        double apart = dynamics.distances(brain.subjects()).mean();
        System.out.printf("FC correlation %.2f, distance of its dynamics %.2f%n", alike, apart);
    }
}
