package dev.gyrus.cli.internal.command;

import dev.gyrus.cli.internal.experiment.EvolveSpec;
import dev.gyrus.cli.internal.run.Backends;
import dev.gyrus.cli.internal.run.EvolveJob;
import dev.gyrus.cli.internal.run.ExperimentSource;
import dev.gyrus.cli.internal.run.Experiments;
import dev.gyrus.cli.internal.run.Prepared;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.fitting.EvolutionRun;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gyrus evolve FILE}. */
@Command(name = "evolve", description = "Look for parameters that make what is measured large or small.")
final class EvolveCommand implements Callable<Integer> {
    private final Provider<Experiments> experiments;
    private final Provider<Backends> backends;
    private final Terminal terminal;

    @Mixin
    private ExperimentOptions options;

    @Mixin
    private BackendOptions place;

    @Option(names = "--out", paramLabel = "DIR", description = "Write tables, the best experiment and figures here.")
    private Path out;

    @Option(
            names = "--resume",
            description = "Go on with an evolution that was stopped or killed, or with more generations.")
    private boolean resume;

    @Inject
    EvolveCommand(Provider<Experiments> experiments, Provider<Backends> backends, Terminal terminal) {
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
        EvolveSpec spec = prepared.experiment()
                .evolve()
                .orElseThrow(() ->
                        GyrusException.input(Problem.of("evolve", "a section that says what to look for", "nothing")
                                .at(source.file().toString(), 0)));
        prepared.notices().forEach(notice -> terminal.err().println("gyrus: " + notice));
        EvolveJob job = new EvolveJob(maker, source, prepared, Optional.ofNullable(out), resume);
        return runs.carryOut(
                job::stop,
                () -> place.open(backends.get(), spec.threads()),
                (backend, line) -> job.run(backend, (run, share) -> follow(run, share, spec, line)));
    }

    private void follow(EvolutionRun run, double share, EvolveSpec spec, ProgressLine line) {
        if (!terminal.interactive()) {
            return;
        }
        int done = run.generations().size();
        line.show((done + share) / spec.generations(), () -> {
            String best = run.best()
                    .map(one -> String.format(Locale.ROOT, ", best %.4g", one.score()))
                    .orElse("");
            return "generation " + (done + 1) + " of " + spec.generations() + best;
        });
    }
}
