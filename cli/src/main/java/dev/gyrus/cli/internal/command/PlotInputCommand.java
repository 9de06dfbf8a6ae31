package dev.gyrus.cli.internal.command;

import dev.gyrus.cli.internal.run.Experiments;
import dev.gyrus.cli.internal.run.InputPreview;
import dev.gyrus.cli.internal.run.Prepared;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gyrus plot-input FILE}. */
@Command(name = "plot-input", description = "Show the inputs of an experiment without running it.")
final class PlotInputCommand implements Runnable {
    private final Provider<Experiments> experiments;
    private final Terminal terminal;

    @Mixin
    private ExperimentOptions options;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write inputs.png, inputs.svg and a CSV of each driven target here.")
    private Path out;

    @Inject
    PlotInputCommand(Provider<Experiments> experiments, Terminal terminal) {
        this.experiments = experiments;
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Prepared prepared = options.prepare(experiments.get());
        prepared.notices().forEach(notice -> terminal.err().println("gyrus: " + notice));
        InputPreview preview = InputPreview.of(prepared, Optional.ofNullable(out));
        preview.notices().forEach(notice -> terminal.err().println("gyrus: " + notice));
        terminal.out().print(preview.text());
        if (out != null && !preview.isEmpty()) {
            terminal.out().println("figure and values in " + out);
        }
    }
}
