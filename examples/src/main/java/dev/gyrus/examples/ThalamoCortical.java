package dev.gyrus.examples;

import dev.gyrus.core.Connection;
import dev.gyrus.core.Network;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Simulation;
import dev.gyrus.models.aln.Aln;
import dev.gyrus.models.thalamus.Thalamus;

/** A cortical node and the thalamus, each driving the other 13 ms later: slow oscillations and spindles. */
final class ThalamoCortical {
    private ThalamoCortical() {}

    public static void main(String[] args) {
        // snippet: thalamus and cortex
        var neurons = Aln.node().with("b", 15).with("tauA", 1000).with("c_gl", 0.4);
        var cortex = neurons.with("mue_ext_mean", 3.4).with("mui_ext_mean", 3.5).with("sigma_ou", 0.05);
        var thalamus = Thalamus.node().with("g_LK", 0.032).with("sigma_ou", 0.005);
        var down = Connection.of("cortex", "thalamus").output("rates_exc").weight(1.2);
        var up = Connection.of("thalamus", "cortex").output("Q_t").weight(0.15);
        var nodes = Network.builder().node("cortex", cortex).node("thalamus", thalamus);
        var network = nodes.connect(down.delay(13)).connect(up.delay(13)).build();
        var rates = Recorder.every(1.0, "rates_exc", "Q_t");
        var simulation = Simulation.of(network).duration(20_000).seed(42);
        var run = simulation.observe(rates).run();
        // end
        System.out.printf("cortex %.1f Hz, ", run.get("rates_exc").mean());
        System.out.printf("relay cells %.1f Hz%n", run.get("Q_t").mean());
    }
}
