package dev.gyrus.datasets;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Subject;
import dev.gyrus.core.spi.DatasetProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;

/**
 * Datasets by name or from files: a connectome and the subjects it may be compared with.
 *
 * <p>Errors are {@link GyrusException}s of bad input. Thread-safe.
 */
public final class Datasets {
    private Datasets() {}

    /** The datasets that Gyrus and the plugins in sight bring, by name. */
    public static List<DatasetProvider> available() {
        List<DatasetProvider> providers = new ArrayList<>();
        try {
            ServiceLoader.load(DatasetProvider.class).forEach(providers::add);
        } catch (ServiceConfigurationError e) {
            throw new GyrusException(
                    GyrusException.Kind.INPUT, List.of(Problem.of("datasets", "plugins that load", e.getMessage())), e);
        }
        providers.sort(Comparator.comparing(DatasetProvider::name));
        return List.copyOf(providers);
    }

    /** The dataset of that name. */
    public static Dataset load(String name) {
        return load(name, ReadOptions.defaults());
    }

    /** The dataset of that name; its weights are divided by their maximum unless the options say otherwise. */
    public static Dataset load(String name, ReadOptions options) {
        return load(name, options, available());
    }

    /** The dataset of that name among these. An unknown name is an error that lists what exists. */
    public static Dataset load(String name, ReadOptions options, Iterable<? extends DatasetProvider> providers) {
        List<DatasetProvider> all = StreamSupport.stream(providers.spliterator(), false)
                .map(DatasetProvider.class::cast)
                .toList();
        Dataset dataset = all.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> GyrusException.input(Problem.unknown(
                        "dataset",
                        "dataset",
                        name,
                        all.stream().map(DatasetProvider::name).toList())))
                .load();
        Connectome given = dataset.connectome();
        List<String> labels = options.labels().isEmpty() ? given.labels() : options.labels();
        Structure.checkLabels("", labels, given.size());
        Connectome named =
                new Connectome(given.name(), labels, given.weights(), given.lengths(), given.delays(), given.centres());
        Connectome connectome = Connectomes.normalized(named, options, Normalization.MAX);
        return new Dataset(
                dataset.name(), dataset.description(), connectome, dataset.subjects(), dataset.repetitionTime());
    }

    /** Reads a dataset with the defaults. */
    public static Dataset read(Path path) {
        return read(path, ReadOptions.defaults());
    }

    /** Reads a folder of subjects, or a connectome without subjects: see {@link Connectomes}. */
    public static Dataset read(Path path, ReadOptions options) {
        if (SubjectFolder.is(path)) {
            return new SubjectFolder(path, options).dataset();
        }
        Connectome connectome = Connectomes.read(path, options);
        String text = Files.isDirectory(path)
                ? Description.of(path).text().orElse("A connectome in a folder")
                : "A connectome in a file";
        return new Dataset(connectome.name(), text, connectome, List.of(), 0);
    }

    /**
     * Reads what a simulation may be compared with, and no connectome.
     *
     * <p>A folder of subjects gives its functional data. A folder of matrices gives one subject per file, a file of named
     * matrices one per matrix, an array of three axes one per slice: correlations of every two regions.
     *
     * @param options {@code keys: {fc: …}} picks one matrix of a file
     */
    public static List<Subject> subjects(Path path, ReadOptions options) {
        return SubjectFolder.is(path)
                ? new SubjectFolder(path, options).subjects()
                : Functional.correlations(path, options);
    }
}
