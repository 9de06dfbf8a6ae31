package dev.gyrus.datasets;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Subject;
import dev.gyrus.core.spi.DatasetProvider;
import dev.gyrus.io.ArrayFiles;
import dev.gyrus.io.NumericArray;
import dev.gyrus.io.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The dataset {@code synthetic80}: a generated connectome of 80 regions in two hemispheres, the left one first.
 *
 * <p>Nothing in it was measured. Weights fall exponentially with the length of the fibres, with a log-normal spread and
 * stronger homotopic links; they are symmetric and their maximum is 1. Lengths are in mm. How it is made, and after whom,
 * is told in {@code SyntheticConnectome}. The same bits on every machine. Thread-safe.
 */
public final class Synthetic80 implements DatasetProvider {
    /** The number of synthetic subjects. */
    public static final int SUBJECTS = 5;

    /** Between two BOLD samples of the synthetic subjects, in ms. */
    public static final double REPETITION_TIME = 2000;

    /** BOLD that Gyrus simulated on {@link #subjectConnectome}: subjects × regions × samples, in single precision. */
    private static final String BOLD = "synthetic80-bold.npy";

    @Override
    public String name() {
        return "synthetic80";
    }

    @Override
    public String description() {
        return "Synthetic: 80 regions in two hemispheres, generated, not measured";
    }

    @Override
    public Dataset load() {
        List<Subject> subjects = subjects();
        return new Dataset(name(), description(), connectome(), subjects, subjects.isEmpty() ? 0 : REPETITION_TIME);
    }

    /** The connectome of the group. */
    public static Connectome connectome() {
        double[][] centres = SyntheticConnectome.centres();
        double[][] lengths = SyntheticConnectome.lengths(centres);
        double[][] weights = SyntheticConnectome.weights(lengths);
        return new Connectome(
                "synthetic80", labels(), weights, Optional.of(lengths), Optional.empty(), Optional.of(centres));
    }

    /**
     * The connectome that a subject's BOLD is simulated with: the group's, every weight with a log-normal factor of its
     * own, and the same lengths.
     *
     * @param subject from 1 to {@value #SUBJECTS}
     */
    public static Connectome subjectConnectome(int subject) {
        if (subject < 1 || subject > SUBJECTS) {
            throw GyrusException.input("subject", "a number from 1 to " + SUBJECTS, String.valueOf(subject));
        }
        Connectome group = connectome();
        return group.withWeights(SyntheticConnectome.weights(group.weights(), subject));
    }

    private static List<String> labels() {
        return IntStream.range(0, SyntheticConnectome.REGIONS)
                .mapToObj(region -> String.format(
                        Locale.ROOT,
                        "%s_Synth%02d",
                        region < SyntheticConnectome.HALF ? "L" : "R",
                        region % SyntheticConnectome.HALF + 1))
                .toList();
    }

    /** The subjects whose BOLD comes with this jar; none if it doesn't. */
    private static List<Subject> subjects() {
        try (InputStream in = Synthetic80.class.getResourceAsStream(BOLD)) {
            if (in == null) {
                return List.of();
            }
            NumericArray bold =
                    ArrayFiles.read(Source.of(BOLD, in.readAllBytes())).only();
            return IntStream.range(0, bold.size(0))
                    .mapToObj(subject -> subject(bold, subject))
                    .toList();
        } catch (IOException e) {
            throw GyrusException.run("the BOLD of synthetic80 can't be read: " + e.getMessage());
        }
    }

    private static Subject subject(NumericArray bold, int subject) {
        int[] shape = {bold.size(1), bold.size(2)};
        int size = shape[0] * shape[1];
        double[] values = Arrays.copyOfRange(bold.values(), subject * size, (subject + 1) * size);
        Item item = new Item(BOLD, "bold", Optional.of(NumericArray.of(shape, values)), List.of());
        int[] regions = IntStream.range(0, shape[0]).toArray();
        return Functional.bold("synthetic-" + (subject + 1), item, regions, labels(), REPETITION_TIME);
    }
}
