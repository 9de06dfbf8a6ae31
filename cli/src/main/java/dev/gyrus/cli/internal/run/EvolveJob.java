package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.EvolveSpec;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.spi.Backend;
import dev.gyrus.fitting.Evolution;
import dev.gyrus.fitting.EvolutionRun;
import dev.gyrus.fitting.Metrics;
import dev.gyrus.fitting.ParameterSpace;
import dev.gyrus.fitting.RunEvaluator;
import dev.gyrus.io.Staging;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Evolves: looks for what an experiment's {@code evolve} section asks for and writes what was found.
 *
 * <p>{@link #stop()} may be called from any thread; the rest is for one thread.
 */
public final class EvolveJob {
    private static final String CHECKPOINT = "evolution.checkpoint";
    private static final UnfinishedResults UNFINISHED = new UnfinishedResults("evolution", CHECKPOINT);

    private final Experiments experiments;
    private final ExperimentSource source;
    private final Prepared prepared;
    private final EvolveSpec spec;
    private final Metrics metrics;
    private final Optional<Path> folder;
    private final boolean resume;
    private RunEvaluator evaluator;
    private boolean stopped;

    /** Is told how it goes, from any thread. */
    public interface Watcher {
        /**
         * Part of a generation is done.
         *
         * @param run with the generations before
         * @param share of the one under way, from 0 to 1
         */
        void progress(EvolutionRun run, double share);
    }

    /**
     * A job.
     *
     * @param prepared an experiment with a section {@code evolve}
     * @param folder where results go; empty for nowhere
     * @param resume whether to go on where an earlier evolution was
     */
    public EvolveJob(
            Experiments experiments,
            ExperimentSource source,
            Prepared prepared,
            Optional<Path> folder,
            boolean resume) {
        this.experiments = experiments;
        this.source = source;
        this.prepared = prepared;
        this.folder = folder;
        this.resume = resume;
        spec = prepared.experiment().evolve().orElseThrow();
        metrics = Measurements.metrics(prepared, spec.measured(), experiments.metrics(), this::place);
    }

    /** The key of the experiment for {@code metrics[i]}, and for what is below it. */
    private String place(String key) {
        for (int k = 0; k < spec.places().size(); k++) {
            String own = "metrics[" + k + "]";
            if (key.startsWith(own)) {
                return spec.places().get(k) + key.substring(own.length());
            }
        }
        return "evolve." + key;
    }

    /** Asks the runs under way to end after their current blocks; their generation is given up. */
    public synchronized void stop() {
        stopped = true;
        if (evaluator != null) {
            evaluator.stop();
        }
    }

    private synchronized void attach(RunEvaluator evaluator) {
        this.evaluator = evaluator;
        if (stopped) {
            evaluator.stop();
        }
    }

    /**
     * Evaluates all generations; results appear in their folder when all are done, or when it is stopped.
     *
     * @param backend where runs are made
     */
    public EvolveReport run(Backend backend, Watcher watcher) {
        long start = System.nanoTime();
        if (folder.isEmpty()) {
            return evolve(evolution(backend), watcher, start);
        }
        if (!resume) {
            UNFINISHED.refuse(folder.get());
        }
        List<String> kept = resume ? List.of(CHECKPOINT) : List.of();
        try (Staging staging = Staging.open(folder.get(), files().stream(), kept)) {
            try {
                Path checkpoint = staging.file(CHECKPOINT);
                if (resume) {
                    fetch(checkpoint);
                }
                EvolveReport report = evolve(evolution(backend).checkpoint(checkpoint, resume), watcher, start);
                report.write(staging.folder(), experiments, source);
                staging.commit(Report.files(folder.get()));
                return report;
            } catch (RuntimeException | Error e) {
                if (Files.exists(staging.file(CHECKPOINT))) {
                    staging.leave();
                }
                throw e;
            }
        }
    }

    private Evolution evolution(Backend backend) {
        return prepared.located("evolve", spec.space().names(), () -> {
            ExperimentScenario scenario =
                    new ExperimentScenario("evolve", experiments, prepared, source, spec.measured());
            ParameterSpace space = spec.space();
            List<String> identity = new ArrayList<>();
            new ExploreHeader(prepared, spec.axes(), 1, spec.measured())
                    .of()
                    .experiment()
                    .forEach((key, value) -> identity.add(key + ": " + value));
            RunEvaluator own = RunEvaluator.of(scenario, space)
                    .backend(backend)
                    .replicate(spec.replicate())
                    .ownSeeds(spec.ownSeeds())
                    .identity(identity);
            attach(own);
            Evolution evolution = Evolution.of(space, spec.search(), own, spec.objectives())
                    .seed(spec.seed())
                    .generations(spec.generations());
            return spec.stagnation() > 0 ? evolution.stagnation(spec.stagnation(), spec.tolerance()) : evolution;
        });
    }

    private EvolveReport evolve(Evolution evolution, Watcher watcher, long start) {
        EvolutionRun run = evolution.start();
        int earlier = run.candidates().size();
        evaluator.onProgress(share -> watcher.progress(run, share));
        long begun = System.nanoTime();
        while (run.advance()) {
            watcher.progress(run, 0);
        }
        long end = System.nanoTime();
        return new EvolveReport(
                prepared, spec, evolution, run, evaluator, metrics, earlier, (end - begun) / 1e9, (end - start) / 1e9);
    }

    private List<String> files() {
        List<String> names = new ArrayList<>(EvolveReport.FILES);
        names.add(CHECKPOINT);
        if (prepared.experiment().output().figures()) {
            names.addAll(List.of("evolution.png", "evolution.svg"));
        }
        return names;
    }

    /** Puts the checkpoint of an earlier evolution where this one goes on. */
    private void fetch(Path checkpoint) {
        UNFINISHED.fetch(folder.orElseThrow(), checkpoint);
        if (!Files.exists(checkpoint)) {
            throw GyrusException.input(Problem.of("", "an evolution to go on with", "no '" + CHECKPOINT + "'")
                    .at(folder.get().toString(), 0));
        }
    }
}
