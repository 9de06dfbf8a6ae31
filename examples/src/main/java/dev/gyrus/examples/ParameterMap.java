package dev.gyrus.examples;

import dev.gyrus.core.Network;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Series;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Sweep;
import dev.gyrus.models.aln.Aln;
import java.util.List;
import java.util.stream.IntStream;

/** The mean rate of one ALN node over a plane of mean inputs. */
final class ParameterMap {
    private ParameterMap() {}

    public static void main(String[] args) {
        // snippet: parameter map
        double[] mue = IntStream.range(0, 256).mapToDouble(p -> p / 16 * 0.2).toArray();
        double[] mui = IntStream.range(0, 256).mapToDouble(p -> p % 16 * 0.2).toArray();
        var simulation = Simulation.of(Network.of(Aln.node())).duration(1000).threads(2);
        var points = Sweep.of(simulation)
                .vary("mue_ext_mean", mue)
                .vary("mui_ext_mean", mui)
                .observe(point -> List.of(Recorder.every(1.0, "rates_exc")))
                .run();
        Series rate = points.get(255).recording().get("rates_exc");
        // end
        System.out.printf("mean rate at the last point %.1f Hz%n", rate.mean());
    }
}
