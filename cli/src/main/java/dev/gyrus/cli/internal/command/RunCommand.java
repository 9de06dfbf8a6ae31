package dev.gyrus.cli.internal.command;

import dev.gyrus.cli.internal.run.Experiments;
import dev.gyrus.cli.internal.run.Job;
import dev.gyrus.cli.internal.run.Prepared;
import dev.gyrus.cli.internal.run.Report;
import dev.gyrus.core.Observer;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gyrus run FILE}. */
@Command(name = "run", description = "Run an experiment.")
final class RunCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int INTERRUPTED = 130;

    private final Provider<Experiments> experiments;
    private final Terminal terminal;

    @Mixin
    private ExperimentOptions options;

    @Option(names = "--out", paramLabel = "DIR", description = "Write results and figures here.")
    private Path out;

    @Inject
    RunCommand(Provider<Experiments> experiments, Terminal terminal) {
        this.experiments = experiments;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Prepared prepared = options.prepare(experiments.get());
        prepared.notices().forEach(notice -> terminal.err().println("gyrus: " + notice));
        if (prepared.experiment().explore().isPresent()) {
            terminal.err().println("gyrus: the section 'explore' is for 'gyrus explore'; this is a single run");
        }
        if (prepared.experiment().evolve().isPresent()) {
            terminal.err().println("gyrus: the section 'evolve' is for 'gyrus evolve'; this is a single run");
        }
        Job job = new Job(prepared, Optional.ofNullable(out), this::watchers);
        try (Interruption interruption = Interruption.calling(job::stop)) {
            if (interruption.isRequested()) {
                return INTERRUPTED;
            }
            Report report = job.run();
            report.notices().forEach(notice -> terminal.err().println("gyrus: " + notice));
            terminal.out().print(report.text());
            if (out != null) {
                terminal.out().println("results in " + out);
            }
            return interruption.isRequested() ? INTERRUPTED : DONE;
        }
    }

    private List<Observer> watchers(long steps) {
        return terminal.interactive()
                ? List.of(new ProgressBar(new ProgressLine(terminal.err(), System::nanoTime), steps))
                : List.of();
    }
}
