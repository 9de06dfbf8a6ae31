package dev.gyrus.examples;

import dev.gyrus.analysis.Fc;
import dev.gyrus.analysis.Similarity;
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
 * <p>Arguments: a folder of subjects, how many corrections, ms to simulate in the end, and the seed of that.
 */
final class FitRegions {
    private static final double COUPLING = 207.0 * 1.07;
    private static final double PENALTY = 0.1;
    private static final double PENALTY_OF_CHANGE = 0.3;

    /** The regions of the nonlinear network differ less than their couplings do: larger differences make up for it. */
    private static final double POWER = 1.3;

    private static final double DISCARD = 20_000;
    private static final double SHORT = 250_000;
    private static final long FIRST_SEED = 4001;

    private final Network network;
    private final List<Subject> subjects;
    private final List<double[][]> others;

    private FitRegions(Dataset data) {
        var region = Aln.node().with("mue_ext_mean", 1.5077).with("mui_ext_mean", 1.5309);
        network = Network.of(region.with("sigma_ou", 0.0911).with("b", 6.7424), data.connectome(), 20.0);
        subjects = data.subjects();
        others = subjects.stream().map(this::meanWithout).toList();
    }

    public static void main(String[] args) {
        if (args.length != 4) {
            System.out.println("FitRegions FOLDER CORRECTIONS DURATION SEED");
            return;
        }
        Dataset data = Datasets.read(Path.of(args[0]));
        FitRegions fit = new FitRegions(data);
        double[][] weights = data.connectome().weights();
        List<RegionalGains> gains = fit.others.stream()
                .map(fc -> RegionalGains.fit(weights, fc, PENALTY).power(POWER))
                .toList();
        for (int k = 0; k < Integer.parseInt(args[1]); k++) {
            List<double[][]> simulated = fit.simulated(gains, SHORT, FIRST_SEED + k);
            List<RegionalGains> before = gains;
            gains = IntStream.range(0, before.size())
                    .mapToObj(s -> before.get(s).corrected(simulated.get(s), PENALTY_OF_CHANGE))
                    .toList();
        }
        fit.simulated(gains, Double.parseDouble(args[2]), Long.parseLong(args[3]));
    }

    /** Simulates all side by side, and says how they fit. */
    private List<double[][]> simulated(List<RegionalGains> gains, double duration, long seed) {
        var fc = gains.stream().map(g -> Fc.streaming("bold").from(DISCARD)).toList();
        double[][] couplings = gains.stream()
                .map(g -> Arrays.stream(g.values()).map(v -> COUPLING * v).toArray())
                .toArray(double[][]::new);
        var simulation = Simulation.of(network).dt(0.1).duration(DISCARD + duration);
        Sweep.of(simulation.seed(seed))
                .vary("Ke_gl", couplings)
                .observe(s -> List.of(Bold.tr(720).into(fc.get(s))))
                .run();
        List<double[][]> matrices = fc.stream().map(f -> f.fc().matrix()).toList();
        double[] scores = new double[matrices.size()];
        for (int s = 0; s < scores.length; s++) {
            double fitted = Similarity.pearson(matrices.get(s), others.get(s));
            scores[s] = Similarity.pearson(matrices.get(s), subjects.get(s).functionalConnectivity());
            System.out.printf(
                    "%s  left out %.3f  mean of the others %.3f%n",
                    subjects.get(s).id(), scores[s], fitted);
        }
        double mean = Arrays.stream(scores).average().orElseThrow();
        System.out.printf("%.0f s with seed %d: mean of those left out %.3f%n", duration / 1000, seed, mean);
        return matrices;
    }

    private double[][] meanWithout(Subject one) {
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
