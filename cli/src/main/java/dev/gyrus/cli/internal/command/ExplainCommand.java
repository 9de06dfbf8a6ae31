package dev.gyrus.cli.internal.command;

import dev.gyrus.cli.internal.run.Experiments;
import dev.gyrus.cli.internal.run.Prepared;
import dev.gyrus.core.Run;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gyrus explain FILE}. */
@Command(name = "explain", description = "Print how an experiment would be run: groups, wires, delays, loops.")
final class ExplainCommand implements Runnable {
    private final Provider<Experiments> experiments;
    private final Terminal terminal;

    @Mixin
    private ExperimentOptions options;

    @Inject
    ExplainCommand(Provider<Experiments> experiments, Terminal terminal) {
        this.experiments = experiments;
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Prepared prepared = options.prepare(experiments.get());
        try (Run run = prepared.start(prepared.simulation())) {
            terminal.out().print(run.explain());
        }
    }
}
