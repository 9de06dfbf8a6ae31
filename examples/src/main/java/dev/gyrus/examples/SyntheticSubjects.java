package dev.gyrus.examples;

import dev.gyrus.bold.Bold;
import dev.gyrus.core.Connectome;
import dev.gyrus.core.Network;
import dev.gyrus.core.Series;
import dev.gyrus.core.Simulation;
import dev.gyrus.datasets.Synthetic80;
import dev.gyrus.io.ArrayFiles;
import dev.gyrus.io.NamedArrays;
import dev.gyrus.io.NumericArray;
import dev.gyrus.io.Precision;
import dev.gyrus.models.aln.Aln;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Makes the BOLD signals of the five synthetic subjects of {@code synthetic80}, a resource of the datasets module:
 * subject s is ten minutes of the ALN brain on its own jittered connectome with seed 1000 + s, after twenty seconds that
 * are dropped.
 *
 * <p>Argument: the NPY file to write (subjects × regions × samples, single precision).
 */
final class SyntheticSubjects {
    private static final double DROPPED = 20_000;
    private static final double KEPT = 600_000;

    private SyntheticSubjects() {}

    public static void main(String[] args) {
        double[][][] signals = IntStream.rangeClosed(1, Synthetic80.SUBJECTS)
                .parallel()
                .mapToObj(SyntheticSubjects::subject)
                .toArray(double[][][]::new);
        int regions = signals[0].length;
        int samples = signals[0][0].length;
        double[] values = new double[signals.length * regions * samples];
        for (int s = 0; s < signals.length; s++) {
            for (int i = 0; i < regions; i++) {
                System.arraycopy(signals[s][i], 0, values, (s * regions + i) * samples, samples);
            }
        }
        Path file = Path.of(args[0]);
        NumericArray array = NumericArray.of(new int[] {signals.length, regions, samples}, values);
        ArrayFiles.write(
                file,
                NamedArrays.builder(file.toString()).array("values", array).build(),
                Precision.SINGLE);
    }

    /** Regions × samples. */
    private static double[][] subject(int number) {
        Connectome connectome = Synthetic80.subjectConnectome(number);
        Series bold = Simulation.of(Network.of(
                        Aln.node()
                                .with("mue_ext_mean", 1.62)
                                .with("mui_ext_mean", 1.6)
                                .with("sigma_ou", 0.09)
                                .with("b", 5.0),
                        connectome,
                        20.0))
                .dt(0.1)
                .duration(DROPPED + KEPT)
                .seed(1000 + number)
                .observe(Bold.tr(Synthetic80.REPETITION_TIME))
                .run()
                .get("bold")
                .from(DROPPED + 1);
        return IntStream.range(0, bold.columns()).mapToObj(bold::column).toArray(double[][]::new);
    }
}
