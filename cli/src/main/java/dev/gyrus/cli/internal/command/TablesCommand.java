package dev.gyrus.cli.internal.command;

import dev.gyrus.cli.internal.run.Conversion;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.models.aln.CascadeGenerator;
import dev.gyrus.models.aln.CascadeSettings;
import dev.gyrus.models.aln.CascadeTable;
import dev.gyrus.models.aln.CascadeTables;
import dev.gyrus.models.aln.NeuronParameters;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gyrus tables [MODEL]}. */
@Command(
        name = "tables",
        description = {
            "Compute the tables of a model for other neurons.",
            "In an experiment, network.options.table (table_exc, table_inh) names the file."
        })
final class TablesCommand implements Callable<Integer> {
    private static final List<String> MODELS = List.of("aln");

    private final Terminal terminal;

    @Parameters(paramLabel = "MODEL", arity = "0..1", defaultValue = "aln", description = "The model: aln.")
    private String model;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the neuron, such as VT=-52 or C='0.2 nF'; repeatable.")
    private Map<String, String> changes = new LinkedHashMap<>();

    @Option(
            names = "--reference",
            description = "As the table that comes with the model: all 4000 frequencies, some minutes instead of one.")
    private boolean reference;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the tables here; MODEL.cascade by default.")
    private Path out;

    @Option(names = "--threads", paramLabel = "N", description = "Threads to use; all processors by default.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Inject
    TablesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!MODELS.contains(model)) {
            throw GyrusException.input(Problem.unknown("MODEL", "model with tables", model, MODELS));
        }
        if (threads < 1) {
            throw GyrusException.input("--threads", "a whole number from 1", String.valueOf(threads));
        }
        NeuronParameters neuron = NeuronParameters.published().with(numbers(changes));
        CascadeSettings settings = reference
                ? new CascadeSettings(neuron, CascadeSettings.reference().grid(), true, CascadeSettings.FIT_FREQUENCIES)
                : CascadeSettings.of(neuron);
        Path file = out == null ? Path.of(model + ".cascade") : out;
        requireWritable(file);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        ProgressLine line = new ProgressLine(terminal.err(), System::nanoTime);
        try {
            CascadeTable table = CascadeGenerator.generate(settings, executor, progress -> show(line, progress));
            line.wipe();
            CascadeTables.write(table, file);
        } finally {
            executor.shutdownNow();
        }
        terminal.out().println("tables of " + model + " in " + file);
        return 0;
    }

    /** All that is wrong with the settings is told at once. */
    private static Map<String, Double> numbers(Map<String, String> changes) {
        Map<String, Double> published = NeuronParameters.published().toMap();
        Map<String, Double> numbers = new LinkedHashMap<>();
        Problems problems = new Problems();
        changes.forEach((name, text) -> {
            if (!published.containsKey(name)) {
                problems.add(Problem.unknown("--set", "neuron parameter", name, published.keySet()));
                return;
            }
            Optional<Double> number = Conversion.number(NeuronParameters.unit(name), text);
            if (number.isEmpty()) {
                String unit = NeuronParameters.unit(name);
                String expected = "a number in " + unit + ", such as " + published.get(name) + " or '"
                        + published.get(name) + " " + unit + "'";
                problems.add(Problem.of("--set " + name, expected, "'" + text + "'"));
                return;
            }
            numbers.put(name, number.get());
            Problems own = new Problems();
            own.collect(() -> NeuronParameters.published().with(Map.of(name, number.get())));
            own.list().forEach(problem -> problems.add(problem.under("--set " + problem.key())));
        });
        problems.throwIfAny();
        return numbers;
    }

    /** Found out before the work: the tables are written beside the file at the end, and then moved. */
    private static void requireWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        String given = "";
        if (file.toString().isEmpty()) {
            given = "''";
        } else if (Files.exists(file) && !Files.isRegularFile(file)) {
            given = Files.isDirectory(file) ? "a folder" : "a device";
        } else if (folder == null || !Files.isDirectory(folder)) {
            given = "a folder that is not there";
        } else if (!Files.isWritable(folder) || !takesFiles(folder)) {
            given = "permission denied";
        }
        if (!given.isEmpty()) {
            throw GyrusException.input(
                    Problem.of("", "a file that can be written", given).at(file.toString(), 0));
        }
    }

    /** Some folders, such as those of /proc, say that they can be written, and can't. */
    private static boolean takesFiles(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, ".gyrus", null));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void show(ProgressLine line, CascadeGenerator.Progress progress) {
        if (terminal.interactive()) {
            line.show(
                    progress.fraction(),
                    () -> String.format(
                            Locale.ROOT,
                            "%d of %d points, %.0f a second",
                            progress.done(),
                            progress.total(),
                            progress.pointsPerSecond()));
        }
    }
}
