package dev.gyrus.datasets;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Subject;
import dev.gyrus.io.ArrayFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The layout {@code subjects/<name>/structural} and {@code …/functional}.
 *
 * <p>Structural: {@code DTI_CM*} the weights, {@code DTI_LEN*} the lengths, {@code waytotal*} and {@code nvoxel*} the
 * counts of two normalisations. Functional, if any: {@code *rsfMRI*} BOLD, else {@code *FC*} correlations. Subjects come in
 * the order of their names. Subcortical regions are dropped first, then the diagonal is zeroed and each subject's weights
 * are normalised, then weights and lengths are averaged over subjects.
 *
 * <p>Matrices of 94 regions are taken to be in the order of {@link Aal2} unless labels are given.
 */
final class SubjectFolder {
    /** Runs of the Human Connectome Project are named so; they were acquired every 720 ms. */
    private static final Pattern HCP_RUN = Pattern.compile("REST[12]_(LR|RL)");

    private static final double HCP_REPETITION_TIME = 720;

    private final String name;
    private final Description description;
    private final ReadOptions options;
    private final List<Path> folders;

    SubjectFolder(Path folder, ReadOptions options) {
        this.name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        this.description = Description.of(folder);
        this.options = description.complete(options);
        this.folders = Store.list(folder.resolve("subjects")).stream()
                .filter(Files::isDirectory)
                .toList();
        if (folders.isEmpty()) {
            throw GyrusException.input(
                    Problem.of("subjects", "one folder per subject", "none").at(folder.toString(), 0));
        }
    }

    static boolean is(Path folder) {
        return Files.isDirectory(folder.resolve("subjects"));
    }

    Dataset dataset() {
        Problems problems = new Problems();
        List<Connectome> connectome = new ArrayList<>();
        List<Subject> subjects = new ArrayList<>();
        problems.collect(() -> connectome.add(connectome()));
        problems.collect(() -> subjects.addAll(subjects()));
        problems.throwIfAny();
        int n = connectome.get(0).size();
        for (int s = 0; s < subjects.size(); s++) {
            int rows = subjects.get(s).functionalConnectivity().length;
            if (rows != n) {
                problems.add(
                        Problem.of("functional", n + " regions, as in the structural matrices", String.valueOf(rows))
                                .at(folders.get(s).toString(), 0));
            }
        }
        problems.throwIfAny();
        String text = description.text().orElse(folders.size() + " subjects in a folder");
        double repetitionTime = subjects.stream()
                .flatMap(subject -> subject.bold().stream())
                .mapToDouble(bold -> bold.times()[1] - bold.times()[0])
                .findFirst()
                .orElse(0);
        return new Dataset(name, text, connectome.get(0), subjects, repetitionTime);
    }

    /** The average over subjects. */
    Connectome connectome() {
        Normalization normalization = options.normalize().orElse(Normalization.MAX);
        ReadOptions parts = options.keys(Map.of()).labels(List.of());
        Problems problems = new Problems();
        List<Connectome> all = new ArrayList<>();
        for (Path folder : folders) {
            problems.collect(() -> {
                Store store = structural(folder.resolve("structural"));
                Structure whole = Structure.read(store, parts, Structure.Layout.SUBJECT, normalization);
                Regions regions = regions(folder, whole.weights().length);
                Structure kept = whole.select(regions.indices, regions.names);
                all.add(kept.connectome(name, normalization, options.selfConnections()));
                int n = all.get(0).size();
                if (kept.weights().length != n) {
                    throw GyrusException.input(Problem.of(
                                    "weights",
                                    n + " regions, as in the first subject",
                                    String.valueOf(kept.weights().length))
                            .at(store.file(), 0));
                }
            });
        }
        problems.throwIfAny();
        double[][] weights = mean(all.stream().map(Connectome::weights).toList());
        double[][] lengths =
                mean(all.stream().map(c -> c.lengths().orElseThrow()).toList());
        List<String> labels = all.get(0).labels();
        return new Connectome(name, labels, weights, Optional.of(lengths), Optional.empty(), Optional.empty());
    }

    private static double[][] mean(List<double[][]> matrices) {
        int n = matrices.get(0).length;
        double[][] mean = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (double[][] matrix : matrices) {
                    mean[i][j] += matrix[i][j];
                }
                mean[i][j] /= matrices.size();
            }
        }
        return mean;
    }

    /** The structural files of a subject under the names of their parts. */
    private Store structural(Path folder) {
        Map<String, Supplier<Item>> items = new LinkedHashMap<>();
        Problems problems = new Problems();
        add(items, problems, folder, Part.WEIGHTS, "DTI_CM*", true);
        add(items, problems, folder, Part.LENGTHS, "DTI_LEN*", true);
        add(items, problems, folder, Part.WAYTOTAL, "waytotal*", false);
        add(items, problems, folder, Part.NVOXEL, "nvoxel*", false);
        problems.throwIfAny();
        return new Store(folder.toString(), items);
    }

    private void add(
            Map<String, Supplier<Item>> items,
            Problems problems,
            Path folder,
            Part part,
            String glob,
            boolean required) {
        problems.collect(() -> {
            Optional<Path> file = find(folder, glob);
            file.ifPresent(path -> items.put(part.toString(), () -> item(path, part)));
            if (required && file.isEmpty()) {
                problems.add(
                        Problem.of(part.toString(), "a file " + glob, "none").at(folder.toString(), 0));
            }
        });
    }

    /** Every subject's functional data; none if no subject has any. */
    List<Subject> subjects() {
        Problems problems = new Problems();
        List<Subject> subjects = new ArrayList<>();
        List<Path> without = new ArrayList<>();
        for (Path folder : folders) {
            problems.collect(() -> {
                Path functional = folder.resolve("functional");
                String id = folder.getFileName().toString();
                Optional<Path> bold = find(functional, "*rsfMRI*");
                Optional<Path> fc = bold.isPresent() ? Optional.empty() : find(functional, "*FC*");
                if (bold.isPresent()) {
                    subjects.add(bold(id, bold.get()));
                } else if (fc.isPresent()) {
                    Item item = item(fc.get(), Part.FC);
                    subjects.add(Functional.correlations(id, item, regions(fc.get(), item.regions()).indices));
                } else {
                    without.add(functional);
                }
            });
        }
        if (without.size() < folders.size()) {
            for (Path functional : without) {
                problems.add(Problem.of("bold", "a file *rsfMRI*, or *FC*, as other subjects have", "none")
                        .at(functional.toString(), 0));
            }
        }
        problems.throwIfAny();
        return subjects;
    }

    private Subject bold(String id, Path file) {
        Item item = item(file, Part.BOLD);
        double standard = HCP_RUN.matcher(file.getFileName().toString()).find() ? HCP_REPETITION_TIME : 0;
        double repetitionTime = options.repetitionTime().orElse(standard);
        Regions regions = regions(file, Functional.regions(item));
        return Functional.bold(id, item, regions.indices, regions.names, repetitionTime);
    }

    private Item item(Path file, Part part) {
        return Store.of(ArrayFiles.read(file), part).require(part, options.keys());
    }

    /** The readable file whose name matches, in whatever case; more than one is an error. */
    private static Optional<Path> find(Path folder, String glob) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Pattern pattern = Pattern.compile(glob.replace("*", ".*"), Pattern.CASE_INSENSITIVE);
        List<Path> found = Store.list(folder).stream()
                .filter(file -> ArrayFiles.isReadable(file)
                        && pattern.matcher(file.getFileName().toString()).matches())
                .toList();
        if (found.size() > 1) {
            String names = String.join(
                    ", ",
                    found.stream().map(file -> file.getFileName().toString()).toList());
            throw GyrusException.input(Problem.of(glob, "one such file", names).at(folder.toString(), 0));
        }
        return found.stream().findFirst();
    }

    /** Which regions are kept, and their names. */
    private record Regions(int[] indices, List<String> names) {}

    private Regions regions(Path file, int total) {
        int[] all = IntStream.range(0, total).toArray();
        List<String> labels = options.labels();
        if (!labels.isEmpty()) {
            Structure.checkLabels(file.toString(), labels, total);
            return new Regions(all, labels);
        }
        if (total != Aal2.labels().size()) {
            return new Regions(all, Structure.numbered(total));
        }
        int[] kept = options.subcortical() ? all : Aal2.cortical();
        return new Regions(kept, IntStream.of(kept).mapToObj(Aal2.labels()::get).toList());
    }
}
