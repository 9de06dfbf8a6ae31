package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.ExploreSpec;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.spi.Backend;
import dev.gyrus.fitting.Exploration;
import dev.gyrus.fitting.ExplorationRun;
import dev.gyrus.fitting.Metrics;
import dev.gyrus.fitting.Outcome;
import dev.gyrus.fitting.Point;
import dev.gyrus.io.Staging;
import dev.gyrus.store.ResultStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Explores: makes the runs of an experiment's {@code explore} section and writes what was measured.
 *
 * <p>{@link #stop()} may be called from any thread; the rest is for one thread.
 */
public final class ExploreJob {
    private static final String STORE = "results.duckdb";
    private static final UnfinishedResults UNFINISHED = new UnfinishedResults("exploration", STORE);

    private final Prepared prepared;
    private final ExploreSpec spec;
    private final Exploration exploration;
    private final Metrics metrics;
    private final Optional<Path> folder;
    private final boolean resume;
    private ExplorationRun run;
    private boolean stopped;

    /** Whether runs would be lost if the store were. */
    private volatile boolean worthKeeping;

    /**
     * A job.
     *
     * @param prepared an experiment with a section {@code explore}
     * @param folder where results go; empty for nowhere
     * @param resume whether runs that are there already count
     */
    public ExploreJob(
            Experiments experiments,
            ExperimentSource source,
            Prepared prepared,
            Optional<Path> folder,
            boolean resume) {
        this.prepared = prepared;
        this.folder = folder;
        this.resume = resume;
        worthKeeping = resume;
        spec = prepared.experiment().explore().orElseThrow();
        metrics = Measurements.metrics(prepared, spec.metrics(), experiments.metrics());
        ExperimentScenario scenario = new ExperimentScenario("explore", experiments, prepared, source, spec.metrics());
        exploration = Exploration.of(scenario, spec.space(), spec.design()).replicate(spec.replicate());
    }

    /** Asks the runs under way to end after their current blocks. */
    public synchronized void stop() {
        stopped = true;
        if (run != null) {
            run.stop();
        }
    }

    private synchronized void attach(ExplorationRun run) {
        this.run = run;
        if (stopped) {
            run.stop();
        }
    }

    /**
     * Makes the runs; results appear in their folder when all are done, or when it is stopped.
     *
     * @param backend where runs are made
     * @param progress gets the exploration before it begins
     */
    public ExploreReport run(Backend backend, Consumer<ExplorationRun> progress) {
        long start = System.nanoTime();
        if (folder.isEmpty()) {
            ExplorationRun own = start(check(), backend, new BitSet(), progress);
            List<Outcome> outcomes = new ArrayList<>();
            double wall = make(own, outcomes::addAll);
            return report(outcomes, List.of(), wall, start);
        }
        if (!resume) {
            UNFINISHED.refuse(folder.get());
        }
        try (Staging staging =
                Staging.open(folder.get(), files().stream(), resume ? List.of(STORE, STORE + ".wal") : List.of())) {
            try {
                return stored(staging, backend, progress, start);
            } catch (GyrusException e) {
                throw leave(staging) ? kept(e) : e;
            } catch (RuntimeException | Error e) {
                leave(staging);
                throw e;
            }
        }
    }

    private ExploreReport stored(Staging staging, Backend backend, Consumer<ExplorationRun> progress, long start) {
        Path file = staging.file(STORE);
        if (resume) {
            UNFINISHED.fetch(folder.orElseThrow(), file);
        }
        List<Point> points = exploration.points();
        ExploreHeader header = new ExploreHeader(prepared, spec.axes(), spec.replicate(), spec.metrics());
        List<Outcome> outcomes = new ArrayList<>();
        double wall;
        List<Outcome> earlier;
        Exploration.Checked checked = check();
        boolean there = Files.exists(file);
        try (ResultStore store =
                there ? ResultStore.resume(file, header.of(), points) : ResultStore.create(file, header.of(), points)) {
            earlier = there ? store.outcomes() : List.of();
            ExplorationRun own = start(checked, backend, store.finished(), progress);
            wall = make(own, batch -> {
                store.add(batch);
                worthKeeping = true;
                batch.forEach(outcome -> outcomes.add(outcome.withoutArrays()));
            });
            if (spec.formats().contains("parquet")) {
                store.exportParquet(staging.file("results.parquet"));
            }
        }
        ExploreReport report = report(outcomes, earlier, wall, start);
        report.write(staging.folder());
        staging.commit(Report.files(folder.get()));
        return report;
    }

    private Exploration.Checked check() {
        return prepared.located("explore", exploration.space().names(), exploration::check);
    }

    private ExplorationRun start(
            Exploration.Checked checked, Backend backend, BitSet finished, Consumer<ExplorationRun> progress) {
        ExplorationRun own = checked.start(backend, number -> !finished.get(number));
        attach(own);
        progress.accept(own);
        return own;
    }

    private static double make(ExplorationRun own, Consumer<List<Outcome>> consumer) {
        long start = System.nanoTime();
        own.forEach(consumer);
        return (System.nanoTime() - start) / 1e9;
    }

    private ExploreReport report(List<Outcome> outcomes, List<Outcome> earlier, double wall, long start) {
        List<Outcome> all = new ArrayList<>(earlier);
        all.addAll(outcomes);
        all.sort(Comparator.comparingInt(Outcome::run));
        double seconds = (System.nanoTime() - start) / 1e9;
        return new ExploreReport(prepared, spec, exploration, metrics, all, earlier.size(), wall, seconds);
    }

    private List<String> files() {
        List<String> names = new ArrayList<>(List.of("summary.json", STORE));
        spec.formats().forEach(format -> names.add("results." + format));
        if (prepared.experiment().output().figures()) {
            names.addAll(List.of("results.png", "results.svg"));
        }
        return names;
    }

    /** Leaves the store where it is, if runs would be lost with it. */
    private boolean leave(Staging staging) {
        boolean keeps = worthKeeping && Files.exists(staging.file(STORE));
        if (keeps) {
            staging.leave();
        }
        return keeps;
    }

    /** The same, and where what was done is. */
    private GyrusException kept(GyrusException e) {
        if (e.kind() == GyrusException.Kind.INPUT) {
            return e;
        }
        List<Problem> problems = new ArrayList<>(e.problems());
        problems.add(
                Problem.of("the runs that were done are in '" + folder.orElseThrow() + ".partial'; --resume goes on"));
        return new GyrusException(e.kind(), problems, e);
    }
}
