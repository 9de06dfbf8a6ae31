package dev.gyrus.cli.internal.command;

import dev.gyrus.cli.internal.run.BifurcationJob;
import dev.gyrus.cli.internal.run.BifurcationReport;
import dev.gyrus.cli.internal.run.ExperimentSource;
import dev.gyrus.cli.internal.run.Experiments;
import dev.gyrus.cli.internal.run.Prepared;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gyrus bifurcation FILE}. */
@Command(name = "bifurcation", description = "Find the states of a model over a parameter, and where they change.")
final class BifurcationCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int INTERRUPTED = 130;

    private final Provider<Experiments> experiments;
    private final Terminal terminal;

    @Mixin
    private ExperimentOptions options;

    @Option(names = "--out", paramLabel = "DIR", description = "Write tables and figures here.")
    private Path out;

    @Inject
    BifurcationCommand(Provider<Experiments> experiments, Terminal terminal) {
        this.experiments = experiments;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ExperimentSource source = options.source();
        Prepared prepared = experiments.get().prepare(source);
        if (prepared.experiment().bifurcation().isEmpty()) {
            throw GyrusException.input(Problem.of("bifurcation", "a section that says which parameter moves", "nothing")
                    .at(source.file().toString(), 0));
        }
        prepared.notices().forEach(notice -> terminal.err().println("gyrus: " + notice));
        ProgressLine line = new ProgressLine(terminal.err(), System::nanoTime);
        BifurcationJob job = new BifurcationJob(prepared, Optional.ofNullable(out), (fraction, doing) -> {
            if (terminal.interactive()) {
                line.show(fraction, () -> doing);
            }
        });
        try (Interruption interruption = Interruption.calling(job::stop)) {
            if (interruption.isRequested()) {
                return INTERRUPTED;
            }
            BifurcationReport report = job.run();
            line.wipe();
            report.notices().forEach(notice -> terminal.err().println("gyrus: " + notice));
            terminal.out().print(report.text());
            if (out != null) {
                terminal.out().println("results in " + out);
            }
            return interruption.isRequested() ? INTERRUPTED : DONE;
        }
    }
}
