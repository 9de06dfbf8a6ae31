package dev.gyrus.examples;

import dev.gyrus.analysis.Fc;
import dev.gyrus.bold.Bold;
import dev.gyrus.core.Network;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Simulation;
import dev.gyrus.datasets.Datasets;
import dev.gyrus.models.aln.Aln;

/** Five minutes of a whole brain, its BOLD signal, and how well its functional connectivity fits the subjects'. */
final class WholeBrain {
    private WholeBrain() {}

    public static void main(String[] args) {
        // snippet: whole brain
        var brain = Datasets.load("synthetic80");
        var region = Aln.node().with("mue_ext_mean", 1.62).with("mui_ext_mean", 1.6);
        var noisy = region.with("sigma_ou", 0.09).with("b", 5.0);
        var network = Network.of(noisy, brain.connectome(), 20.0 /* mm/ms */);

        var simulation = Simulation.of(network).dt(0.1).duration(300_000).seed(42);
        var rates = Recorder.every(10.0, "rates_exc");
        var run = simulation.observe(rates, Bold.tr(2000)).run();

        var connectivity = Fc.of(run.get("bold").from(10_000));
        var scores = connectivity.correlateWith(brain.subjects());
        System.out.printf("mean rate %.2f Hz%n", run.get("rates_exc").mean());
        System.out.printf("FC correlation %.2f%n", scores.mean());
        // end
    }
}
