package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.ConnectomeSpec;
import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Connectome;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Subject;
import dev.gyrus.core.spi.DatasetProvider;
import dev.gyrus.datasets.Connectomes;
import dev.gyrus.datasets.Datasets;
import dev.gyrus.datasets.Normalization;
import dev.gyrus.datasets.Orientation;
import dev.gyrus.datasets.ReadOptions;
import dev.gyrus.io.ArrayFiles;
import dev.gyrus.io.NamedArrays;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what an experiment refers to; relative paths start at its own folder, or else at the working directory. */
final class Datafiles {
    private final Catalogue<DatasetProvider> datasets;
    private final Path folder;
    private final Map<String, String> found = new HashMap<>();
    private final Map<Path, NamedArrays> arrays = new HashMap<>();
    private final Map<ConnectomeSpec, Dataset> read = new IdentityHashMap<>();

    Datafiles(Catalogue<DatasetProvider> datasets, Path folder) {
        this.datasets = datasets;
        this.folder = folder;
    }

    /** What was found so far: absolute paths by the names as written. */
    Map<String, String> found() {
        return Map.copyOf(found);
    }

    /** The file or folder of that name. */
    Path find(String key, String name) {
        Path path = existing(key, name);
        found.put(name, path.toAbsolutePath().normalize().toString());
        return path;
    }

    private Path existing(String key, String name) {
        try {
            Path here = Path.of(name);
            Path beside = folder.resolve(here);
            if (Files.exists(beside)) {
                return beside.normalize();
            }
            if (Files.exists(here)) {
                return here;
            }
        } catch (InvalidPathException e) {
            throw GyrusException.input(key, "a path", "'" + name + "'");
        }
        throw GyrusException.input(key, "a file or folder that exists", "'" + name + "'");
    }

    /** The arrays in the file of that name, which is read once. */
    NamedArrays arrays(String key, String name) {
        Path path = find(key, name);
        NamedArrays known = arrays.get(path);
        if (known == null) {
            known = ArrayFiles.read(path);
            arrays.put(path, known);
        }
        return known;
    }

    /** What a description says; each is read once. */
    Dataset dataset(ConnectomeSpec spec) {
        Dataset known = read.get(spec);
        if (known == null) {
            known = load(spec);
            read.put(spec, known);
        }
        return known;
    }

    /** Labels stand in the experiment: what is wrong with them is said there, once for all subjects. */
    private Dataset load(ConnectomeSpec spec) {
        try {
            return loadAsIs(spec);
        } catch (GyrusException e) {
            List<Problem> problems = e.problems().stream()
                    .map(problem ->
                            problem.key().equals("labels") && !spec.labels().isEmpty() ? problem.at("", 0) : problem)
                    .distinct()
                    .toList();
            throw new GyrusException(e.kind(), problems, e);
        }
    }

    private Dataset loadAsIs(ConnectomeSpec spec) {
        ReadOptions options = options(spec);
        if (spec.dataset().isPresent()) {
            return Datasets.load(spec.dataset().get(), options, datasets.all());
        }
        if (spec.path().isPresent()) {
            return Datasets.read(find("path", spec.path().get()), options);
        }
        Connectome connectome = Connectomes.of(spec.weights().orElseThrow(), spec.lengths(), spec.delays(), options);
        return new Dataset("", "weights in the experiment", connectome, List.of(), 0);
    }

    /** A dataset of which only the subjects matter: it need not have a connectome. */
    Dataset subjects(ConnectomeSpec spec) {
        if (spec.path().isEmpty()) {
            return dataset(spec);
        }
        Path path = find("path", spec.path().get());
        List<Subject> subjects = Datasets.subjects(path, options(spec));
        double[][] none = new double[0][0];
        return new Dataset(
                path.getFileName().toString(),
                "functional data",
                Connectome.of(none),
                subjects,
                repetitionTime(subjects));
    }

    private static double repetitionTime(List<Subject> subjects) {
        return subjects.stream()
                .flatMap(subject -> subject.bold().stream())
                .filter(bold -> bold.samples() > 1)
                .mapToDouble(bold -> bold.times()[1] - bold.times()[0])
                .findFirst()
                .orElse(0);
    }

    private static ReadOptions options(ConnectomeSpec spec) {
        return new ReadOptions(
                spec.normalize().map(Normalization::of),
                spec.subcortical(),
                spec.selfConnections(),
                spec.keys(),
                spec.orientation().map(Orientation::of),
                spec.labels(),
                Optional.empty());
    }
}
