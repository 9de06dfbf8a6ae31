package dev.gyrus.cli.internal.command;

import dev.gyrus.cli.internal.experiment.ExploreSpec;
import dev.gyrus.cli.internal.run.Backends;
import dev.gyrus.cli.internal.run.ExperimentSource;
import dev.gyrus.cli.internal.run.Experiments;
import dev.gyrus.cli.internal.run.ExploreJob;
import dev.gyrus.cli.internal.run.Prepared;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.fitting.ExplorationRun;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gyrus explore FILE}. */
@Command(name = "explore", description = "Run an experiment at many points of a parameter space.")
final class ExploreCommand implements Callable<Integer> {
    private final Provider<Experiments> experiments;
    private final Provider<Backends> backends;
    private final Terminal terminal;

    @Mixin
    private ExperimentOptions options;

    @Mixin
    private BackendOptions place;

    @Option(names = "--out", paramLabel = "DIR", description = "Write tables, the store of results and figures here.")
    private Path out;

    @Option(names = "--resume", description = "Go on with an exploration that was stopped or killed.")
    private boolean resume;

    @Inject
    ExploreCommand(Provider<Experiments> experiments, Provider<Backends> backends, Terminal terminal) {
        this.experiments = experiments;
        this.backends = backends;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ManyRuns runs = new ManyRuns(terminal, out, resume);
        Experiments maker = experiments.get();
        ExperimentSource source = options.source();
        Prepared prepared = maker.prepare(source);
        ExploreSpec spec = prepared.experiment()
                .explore()
                .orElseThrow(
                        () -> GyrusException.input(Problem.of("explore", "a section that says what to vary", "nothing")
                                .at(source.file().toString(), 0)));
        prepared.notices().forEach(notice -> terminal.err().println("gyrus: " + notice));
        ExploreJob job = new ExploreJob(maker, source, prepared, Optional.ofNullable(out), resume);
        return runs.carryOut(
                job::stop,
                () -> place.open(backends.get(), spec.threads()),
                (backend, line) -> job.run(backend, run -> follow(run, line)));
    }

    private void follow(ExplorationRun run, ProgressLine line) {
        if (terminal.interactive()) {
            run.onProgress(() -> line.show(run.progress(), () -> details(run, line)));
        }
    }

    private static String details(ExplorationRun run, ProgressLine line) {
        double made = run.progress() * run.runs();
        return String.format(Locale.ROOT, "%.0f of %d runs, %.3g runs/s", made, run.runs(), made / line.elapsed());
    }
}
