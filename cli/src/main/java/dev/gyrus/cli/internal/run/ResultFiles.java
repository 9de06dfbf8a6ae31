package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.Experiment;
import dev.gyrus.cli.internal.experiment.SimulationSpec;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Series;
import dev.gyrus.io.ArrayFiles;
import dev.gyrus.io.CsvFiles;
import dev.gyrus.io.NamedArrays;
import dev.gyrus.io.NumericArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Writes what a run's result has beyond the streamed recording. */
final class ResultFiles {
    private static final Map<String, String> ENDINGS = Map.of("hdf5", ".h5", "npz", ".npz", "mat", ".mat");

    private final Prepared prepared;
    private final Result result;

    ResultFiles(Prepared prepared, Result result) {
        this.prepared = prepared;
        this.result = result;
    }

    /** A folder in another one, made. */
    static Path subfolder(Path folder, String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw GyrusException.run("cannot make the folder '" + folder.resolve(name) + "'");
        }
    }

    /**
     * The files that a run may write, below its folder. Where one is missing from here, a folder in its place is found
     * only at the end.
     */
    static Stream<String> names(Prepared prepared) {
        Experiment experiment = prepared.experiment();
        Set<String> names = new TreeSet<>(List.of("summary.json"));
        List<String> formats = experiment.output().formats().orElse(List.of("csv", "netcdf"));
        Set<String> drawn = new TreeSet<>(experiment.record().variables());
        experiment.bold().ifPresent(spec -> drawn.addAll(List.of("bold", "fc")));
        experiment.compare().ifPresent(spec -> drawn.add("fc"));
        for (String name : drawn) {
            boolean recorded = experiment.record().variables().contains(name);
            if (!recorded || formats.contains("csv")) {
                names.add(name + ".csv");
            }
            if (experiment.output().figures()) {
                names.addAll(List.of(name + ".png", name + ".svg"));
            }
        }
        if (!SpikeWatch.firing(prepared).isEmpty()) {
            names.addAll(ofSpikes(prepared));
        }
        formats.stream()
                .filter(format -> !format.equals("csv"))
                .forEach(format -> names.add("recording" + ENDINGS.getOrDefault(format, ".nc")));
        SimulationSpec simulation = experiment.simulation();
        if (simulation.repeat() == 1) {
            return names.stream();
        }
        Stream<String> each = LongStream.range(simulation.seed(), simulation.seed() + simulation.repeat())
                .mapToObj(ResultFiles::subfolder)
                .flatMap(folder -> names.stream().map(name -> folder + "/" + name));
        return Stream.concat(Stream.of("summary.json"), each);
    }

    private static List<String> ofSpikes(Prepared prepared) {
        List<String> names = new ArrayList<>(List.of(SpikeStream.SONATA, SpikeStream.CSV));
        names.addAll(List.of(RunFigures.RASTER + ".png", RunFigures.RASTER + ".svg"));
        SpikeWatch.firing(prepared).forEach(population -> names.add(rates(SpikeWatch.name(population))));
        return names;
    }

    private static String rates(String population) {
        return population + ".rate.csv";
    }

    /** Where one of several runs goes. */
    static String subfolder(long seed) {
        return "seed-" + seed;
    }

    /** Writes what there is; what fails is left out, and told. */
    List<Problem> write(Path folder) {
        List<Problem> failures = new ArrayList<>();
        result.spikes().ifPresent(spikes -> {
            double from = prepared.experiment().record().from();
            for (int i = 0; i < spikes.rates().size(); i++) {
                Path file = folder.resolve(rates(spikes.counts().get(i).name()));
                Series rate = spikes.rates().get(i).from(from);
                attempt(file, () -> CsvFiles.write(file, rate), failures);
            }
        });
        result.bold().ifPresent(bold -> {
            Path file = folder.resolve("bold.csv");
            attempt(file, () -> CsvFiles.write(file, bold), failures);
        });
        result.comparison().map(Comparison::simulated).ifPresent(fc -> {
            Path file = folder.resolve("fc.csv");
            attempt(file, () -> CsvFiles.write(file, fc.labels(), fc.matrix()), failures);
        });
        if (prepared.experiment().output().figures()) {
            attempt(folder.resolve("figures"), () -> new RunFigures(prepared, result).write(folder), failures);
        }
        for (String format : prepared.experiment().output().formats().orElse(List.of())) {
            if (ENDINGS.containsKey(format)) {
                Path file = folder.resolve("recording" + ENDINGS.get(format));
                attempt(file, () -> ArrayFiles.write(file, arrays(file)), failures);
            }
        }
        return failures;
    }

    /** Whatever goes wrong with one file, also within a library, must not cost the others. */
    private static void attempt(Path file, Runnable writer, List<Problem> failures) {
        try {
            writer.run();
        } catch (RuntimeException e) {
            Problem known = e instanceof GyrusException expected
                    ? expected.problems().get(0)
                    : Problem.of("", "a file that can be written", e.toString());
            boolean named = known.file().startsWith(file.getParent().toString());
            Problem problem = named ? known : known.at(file.toString(), 0);
            failures.add(problem);
            try {
                Files.deleteIfExists(Path.of(problem.file()));
            } catch (IOException again) {
                failures.add(Problem.of("", "a file that can be deleted", again.toString())
                        .at(problem.file(), 0));
            }
        }
    }

    private NamedArrays arrays(Path file) {
        NamedArrays.Builder arrays = NamedArrays.builder(file.toString());
        Attributes.of(prepared, result.seed()).forEach((name, value) -> arrays.attribute("", name, value));
        boolean one = prepared.experiment().network().isHomogeneous();
        for (Series series : result.kept()) {
            if (prepared.experiment().record().variables().contains(series.name())) {
                String name = name(series, file);
                arrays.array("time", NumericArray.vector(series.times()));
                arrays.attribute("time", "units", "ms");
                arrays.text(one ? "labels" : "labels_" + name, series.labels());
                arrays.array(name, NumericArray.of(series));
                arrays.attribute(name, "units", series.unit());
                arrays.attribute(name, "labels", series.labels());
            }
        }
        result.bold().ifPresent(bold -> {
            arrays.array("bold_time", NumericArray.vector(bold.times()));
            arrays.attribute("bold_time", "units", "ms");
            arrays.array("bold", NumericArray.of(bold));
            arrays.attribute("bold", "units", bold.unit());
        });
        return arrays.build();
    }

    /** The variable's name; MATLAB knows no dots in names. */
    private static String name(Series series, Path file) {
        return file.toString().endsWith(".mat") ? series.name().replace('.', '_') : series.name();
    }
}
