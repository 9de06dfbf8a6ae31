package dev.gyrus.examples;

import dev.gyrus.analysis.Fc;
import dev.gyrus.analysis.Similarity;
import dev.gyrus.analysis.StreamingFc;
import dev.gyrus.bold.Bold;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.Network;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Subject;
import dev.gyrus.core.Sweep;
import dev.gyrus.datasets.Datasets;
import dev.gyrus.fitting.RegionalGains;
import dev.gyrus.models.aln.Aln;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One coupling per region, found without one subject and tried on that subject; docs/fit-hcp.md tells the story.
 *
 * <p>Arguments: a folder of subjects, ms to simulate, the seed.
 */
final class FitRegions {
    private static final double COUPLING = 207.0 * 1.07;
    private static final double PENALTY = 0.1;

    /** The regions of the nonlinear network differ less than their couplings do: larger differences make up for it. */
    private static final double POWER = 1.3;

    private FitRegions() {}

    public static void main(String[] args) {
        Dataset data = Datasets.read(Path.of(args[0]));
        List<Subject> subjects = data.subjects();
        double[][] weights = data.connectome().weights();
        double[][][] others = subjects.stream().map(s -> meanWithout(s, subjects)).toArray(double[][][]::new);
        double[][] couplings = Arrays.stream(others)
                .map(fc -> RegionalGains.fit(weights, fc, PENALTY).power(POWER).values())
                .map(gains -> Arrays.stream(gains).map(g -> COUPLING * g).toArray())
                .toArray(double[][]::new);

        var region = Aln.node().with("mue_ext_mean", 1.5077).with("mui_ext_mean", 1.5309);
        var network = Network.of(region.with("sigma_ou", 0.0911).with("b", 6.7424), data.connectome(), 20.0);
        var simulation = Simulation.of(network).dt(0.1).duration(Double.parseDouble(args[1]));
        var fc = IntStream.range(0, subjects.size())
                .mapToObj(s -> Fc.streaming("bold").from(20_000))
                .toArray(StreamingFc[]::new);
        Sweep.of(simulation.seed(Long.parseLong(args[2])))
                .vary("Ke_gl", couplings)
                .observe(s -> List.of(Bold.tr(720).into(fc[s])))
                .run();

        double sum = 0;
        for (int s = 0; s < subjects.size(); s++) {
            double score = fc[s].fc().correlation(subjects.get(s).functionalConnectivity());
            double trained = Similarity.pearson(fc[s].fc().matrix(), others[s]);
            System.out.printf("%s  left out %.3f  the others' mean %.3f%n", subjects.get(s).id(), score, trained);
            sum += score / subjects.size();
        }
        System.out.printf("mean of those left out %.3f%n", sum);
    }

    private static double[][] meanWithout(Subject one, List<Subject> subjects) {
        int n = one.functionalConnectivity().length;
        double[][] out = new double[n][n];
        for (Subject other : subjects) {
            for (int i = 0; i < n && other != one; i++) {
                for (int j = 0; j < n; j++) {
                    out[i][j] += other.functionalConnectivity()[i][j] / (subjects.size() - 1);
                }
            }
        }
        return out;
    }
}
