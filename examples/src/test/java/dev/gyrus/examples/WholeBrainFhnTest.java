package dev.gyrus.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gyrus.analysis.Fc;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Series;
import dev.gyrus.core.Simulation;
import dev.gyrus.datasets.Datasets;
import dev.gyrus.models.classic.FitzHughNagumo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The whole-brain FitzHugh–Nagumo network of docs/whole-brain-fhn.md; needs data that can't be handed on. */
class WholeBrainFhnTest {
    private static final int SEEDS = 10;

    @Test
    void functionalConnectivityFitsAsPublishedOnlyWithTheOnset() {
        Dataset hcp = Datasets.read(data());
        Node region = FitzHughNagumo.node().with("x_ext", 0.72).with("K_gl", 1).with("sigma_ou", 0.01);
        Network network = Network.of(region, hcp.connectome(), 20);
        double[][] scores = IntStream.range(0, SEEDS)
                .parallel()
                .mapToObj(seed -> {
                    Series x = Simulation.of(network)
                            .duration(6000)
                            .seed(seed)
                            .observe(Recorder.every(1, "x"))
                            .run()
                            .get("x");
                    return new double[] {score(x, hcp), score(x.from(500), hcp)};
                })
                .toArray(double[][]::new);
        assertThat(mean(scores, 0)).isCloseTo(0.53, within(0.02));
        assertThat(mean(scores, 1)).isCloseTo(0.46, within(0.04));
    }

    private static double score(Series x, Dataset hcp) {
        return Fc.of(x).correlateWith(hcp.subjects()).mean();
    }

    private static double mean(double[][] scores, int column) {
        return Stream.of(scores).mapToDouble(row -> row[column]).average().orElseThrow();
    }

    private static Path data() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/data/hcp"))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "no folder shared/data/hcp beside the project");
        return folder.resolve("shared/data/hcp");
    }
}
