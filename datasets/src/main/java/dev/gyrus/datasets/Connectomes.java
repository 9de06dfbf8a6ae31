package dev.gyrus.datasets;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.io.ArrayFiles;
import dev.gyrus.io.ZipArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads connectomes.
 *
 * <table><caption>What a path can be</caption>
 * <tr><td>a folder with {@code subjects/}</td><td>structural matrices per subject, averaged</td></tr>
 * <tr><td>{@code .zip}</td><td>a connectivity of The Virtual Brain: {@code weights}, {@code tract_lengths},
 *     {@code centres}</td></tr>
 * <tr><td>{@code .npz .mat .h5}</td><td>a file of named arrays</td></tr>
 * <tr><td>{@code .csv .tsv .txt .npy}</td><td>a matrix of weights; no delays</td></tr>
 * <tr><td>another folder</td><td>files named {@code weights}, {@code lengths} (or {@code delays}), {@code labels},
 *     {@code centres}, in any of these formats</td></tr>
 * </table>
 *
 * <p>Names other than the usual ones are told by {@link ReadOptions#keys()}. The diagonal of the
 * weights is zeroed unless self-connections are to be kept, then the weights are normalised. Errors are {@link GyrusException}s of bad input that name the file, the
 * array and what was expected, all at once where possible. Thread-safe.
 */
public final class Connectomes {
    private Connectomes() {}

    /** Reads with the defaults. */
    public static Connectome read(Path path) {
        return read(path, ReadOptions.defaults());
    }

    /** Reads a folder or a file. */
    public static Connectome read(Path path, ReadOptions options) {
        if (SubjectFolder.is(path)) {
            return new SubjectFolder(path, options).connectome();
        }
        String name = String.valueOf(path.getFileName());
        if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            try (ZipArchive archive = ZipArchive.open(path)) {
                Store store = Store.zip(archive);
                if (store.items().isEmpty()) {
                    throw noMembers(archive);
                }
                return read(name, store, options, Structure.Layout.TVB);
            }
        }
        if (Files.isDirectory(path)) {
            Store store = Store.folder(path);
            if (store.items().isEmpty()) {
                throw GyrusException.input(Problem.of(
                                "",
                                "a folder of subjects (subjects/<name>/structural/DTI_CM*, DTI_LEN*) or of matrices"
                                        + " (weights.csv, lengths.csv, …)",
                                contents(path))
                        .at(path.toString(), 0));
            }
            return read(name, store, Description.of(path).complete(options), Structure.Layout.FREE);
        }
        return read(name, Store.of(ArrayFiles.read(path), Part.WEIGHTS), options, Structure.Layout.FREE);
    }

    private static GyrusException noMembers(ZipArchive archive) {
        List<String> names = archive.names();
        boolean nested =
                names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith(".zip"));
        Problem problem = Problem.of(
                        "",
                        "members weights.txt, tract_lengths.txt and centres.txt",
                        names.isEmpty()
                                ? "an empty archive"
                                : String.join(", ", names.subList(0, Math.min(8, names.size()))))
                .at(archive.name(), 0);
        return GyrusException.input(nested ? problem.hint("unpack the archive inside") : problem);
    }

    private static String contents(Path folder) {
        List<Path> files = Store.list(folder);
        return files.isEmpty()
                ? "an empty folder"
                : files.stream()
                        .limit(8)
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.joining(", "));
    }

    private static Connectome read(String name, Store store, ReadOptions options, Structure.Layout layout) {
        Normalization normalization = options.normalize().orElse(Normalization.NONE);
        return Structure.read(store, options, layout, normalization)
                .connectome(name, normalization, options.selfConnections());
    }

    /** Reads names of regions: a text file with one per line, or the labels of a table. */
    public static List<String> readLabels(Path file) {
        Item item = Item.of(ArrayFiles.read(file), Part.LABELS.toString());
        if (item.labels().isEmpty()) {
            throw item.bad("", "names of regions, one per line", "numbers");
        }
        return item.labels();
    }

    /**
     * A connectome from matrices at hand, [to][from]: as an experiment file states them.
     *
     * @param weights N × N
     * @param lengths N × N, in mm, if any
     * @param delays N × N, in ms, if any; not both
     * @param options only the normalisation, self-connections and labels matter
     */
    public static Connectome of(
            double[][] weights, Optional<double[][]> lengths, Optional<double[][]> delays, ReadOptions options) {
        List<String> labels = options.labels().isEmpty() ? Structure.numbered(weights.length) : options.labels();
        Structure.checkLabels("", labels, weights.length);
        Connectome checked = new Connectome("connectome", labels, weights, lengths, delays, Optional.empty());
        return normalized(checked, options, Normalization.NONE);
    }

    /** The same connectome, normalised as the options say, else by default. */
    static Connectome normalized(Connectome connectome, ReadOptions options, Normalization standard) {
        Normalization normalization = options.normalize().orElse(standard);
        if (normalization.needsCounts()) {
            throw Structure.noCounts(normalization);
        }
        return connectome.withWeights(
                Structure.normalized(connectome.weights(), new double[0], normalization, options.selfConnections()));
    }
}
