package dev.gyrus.cli.internal.command;

import dev.gyrus.cli.internal.run.Yardstick;
import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Connectome;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.spi.DatasetProvider;
import dev.gyrus.datasets.Datasets;
import dev.gyrus.io.Staging;
import dev.gyrus.plot.Figures;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gyrus datasets [NAME]}. */
@Command(name = "datasets", description = "List the datasets, or describe one.")
final class DatasetsCommand implements Runnable {
    private final Provider<Catalogue<DatasetProvider>> datasets;
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A dataset, or a folder or file of data.")
    private String name;

    @Option(names = "--out", paramLabel = "DIR", description = "Draw weights, lengths and connectivity here.")
    private Path out;

    @Inject
    DatasetsCommand(Provider<Catalogue<DatasetProvider>> datasets, Terminal terminal) {
        this.datasets = datasets;
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if (name == null) {
            TextTable table = new TextTable();
            datasets.get().all().forEach(dataset -> table.row(dataset.name(), dataset.description()));
            table.print(terminal.out());
        } else {
            Dataset dataset = load();
            describe(dataset);
            if (out != null) {
                draw(dataset);
            }
        }
    }

    private void draw(Dataset dataset) {
        try (Staging staging = Staging.open(out)) {
            Figures.dataset(dataset).write(staging.file(dataset.name()));
            staging.commit();
        }
        terminal.out().println("figure in " + out.resolve(dataset.name() + ".png") + " and .svg");
    }

    private Dataset load() {
        boolean known = datasets.get().names().contains(name);
        if (!known && (name.contains("/") || Files.exists(Path.of(name)))) {
            if (!Files.exists(Path.of(name))) {
                throw GyrusException.input("datasets", "a dataset, or a folder or file that exists", "'" + name + "'");
            }
            return Datasets.read(Path.of(name));
        }
        return datasets.get().get(name).load();
    }

    private void describe(Dataset dataset) {
        Connectome connectome = dataset.connectome();
        terminal.out().println(dataset.name() + ": " + dataset.description());
        TextTable table = new TextTable();
        table.row("regions", String.valueOf(connectome.size()));
        table.row("connections", connections(connectome.weights()));
        table.row("weights", range(connectome.weights(), ""));
        connectome.lengths().ifPresent(lengths -> table.row("lengths", range(lengths, " mm")));
        connectome.delays().ifPresent(delays -> table.row("delays", range(delays, " ms")));
        table.row("subjects", String.valueOf(dataset.subjects().size()));
        if (dataset.repetitionTime() > 0) {
            table.row("repetition time", String.format(Locale.ROOT, "%.6g ms", dataset.repetitionTime()));
        }
        dataset.subjects()
                .forEach(subject -> table.row(
                        "  " + subject.id(),
                        subject.bold()
                                        .map(bold -> bold.samples() + " samples of BOLD; ")
                                        .orElse("")
                                + "functional connectivity "
                                + range(subject.functionalConnectivity(), "")));
        Yardstick.of(dataset).text().ifPresent(known -> table.row("to compare", known));
        table.print(terminal.out());
    }

    private static String connections(double[][] weights) {
        long present = Arrays.stream(weights)
                .flatMapToDouble(Arrays::stream)
                .filter(w -> w > 0)
                .count();
        long possible = (long) weights.length * (weights.length - 1);
        return String.format(Locale.ROOT, "%d of %d", present, possible);
    }

    /** Of the values that are not zero, off the diagonal. */
    private static String range(double[][] matrix, String unit) {
        DoubleSummaryStatistics statistics = new DoubleSummaryStatistics();
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                if (i != j && matrix[i][j] != 0) {
                    statistics.accept(matrix[i][j]);
                }
            }
        }
        return String.format(
                Locale.ROOT,
                "%.3g … %.3g%s, mean %.3g",
                statistics.getMin(),
                statistics.getMax(),
                unit,
                statistics.getAverage());
    }
}
