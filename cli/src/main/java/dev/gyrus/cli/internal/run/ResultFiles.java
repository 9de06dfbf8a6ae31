package dev.gyrus.cli.internal.run;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Series;
import dev.gyrus.io.ArrayFiles;
import dev.gyrus.io.CsvFiles;
import dev.gyrus.io.NamedArrays;
import dev.gyrus.io.NumericArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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

    void write(Path folder) {
        result.bold().ifPresent(bold -> CsvFiles.write(folder.resolve("bold.csv"), bold));
        result.comparison()
                .map(Comparison::simulated)
                .ifPresent(fc -> CsvFiles.write(folder.resolve("fc.csv"), fc.labels(), fc.matrix()));
        if (prepared.experiment().output().figures()) {
            new RunFigures(prepared, result).write(folder);
        }
        for (String format : prepared.experiment().output().formats().orElse(List.of())) {
            if (ENDINGS.containsKey(format)) {
                Path file = folder.resolve("recording" + ENDINGS.get(format));
                ArrayFiles.write(file, arrays(file));
            }
        }
    }

    private NamedArrays arrays(Path file) {
        NamedArrays.Builder arrays = NamedArrays.builder(file.toString());
        for (Series series : result.kept()) {
            if (prepared.experiment().record().variables().contains(series.name())) {
                arrays.array("time", NumericArray.vector(series.times()));
                arrays.text("labels", series.labels());
                arrays.array(series.name(), NumericArray.matrix(series.values()));
            }
        }
        result.bold().ifPresent(bold -> {
            arrays.array("bold_time", NumericArray.vector(bold.times()));
            arrays.array("bold", NumericArray.matrix(bold.values()));
        });
        return arrays.build();
    }
}
