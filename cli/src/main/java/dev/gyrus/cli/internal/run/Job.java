package dev.gyrus.cli.internal.run;

import dev.gyrus.bold.Bold;
import dev.gyrus.cli.internal.experiment.Experiment;
import dev.gyrus.cli.internal.experiment.RecordSpec;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Run;
import dev.gyrus.core.Series;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Steps;
import dev.gyrus.io.CsvFiles;
import dev.gyrus.io.Staging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;

/**
 * Runs a prepared experiment and writes its results: once, or with as many seeds as it says.
 *
 * <p>{@link #stop()} may be called from any thread; the rest is for one thread.
 */
public final class Job {
    private static final Set<String> IN_MEMORY = Set.of("hdf5", "npz", "mat");

    private final Prepared prepared;
    private final Experiment experiment;
    private final Optional<Path> folder;
    private final LongFunction<List<Observer>> watchers;
    private volatile boolean stopped;
    private volatile Run current;

    /**
     * A job.
     *
     * @param folder where results go; empty for nowhere
     * @param watchers makes observers that follow one run of so many steps
     */
    public Job(Prepared prepared, Optional<Path> folder, LongFunction<List<Observer>> watchers) {
        this.prepared = prepared;
        this.experiment = prepared.experiment();
        this.folder = folder;
        this.watchers = watchers;
    }

    /** Asks the run under way to end after its current block, and no other to begin. */
    public void stop() {
        stopped = true;
        Run run = current;
        if (run != null) {
            run.stop();
        }
    }

    /** Runs; results appear in their folder when all is done. */
    public Report run() {
        long start = System.nanoTime();
        if (folder.isEmpty()) {
            return new Report(prepared, runAll(Optional.empty()), start);
        }
        try (Staging staging = Staging.open(folder.get())) {
            Report report = new Report(prepared, runAll(Optional.of(staging.folder())), start);
            report.write(staging.folder());
            staging.commit();
            return report;
        }
    }

    private List<Result> runAll(Optional<Path> into) {
        int repeat = experiment.simulation().repeat();
        List<Result> results = new ArrayList<>();
        for (int k = 0; k < repeat && (k == 0 || !stopped); k++) {
            long seed = experiment.simulation().seed() + k;
            Optional<Path> own = repeat == 1 ? into : into.map(path -> subfolder(path, "seed-" + seed));
            long start = System.nanoTime();
            Result result = run(seed, own);
            results.add(result);
            if (repeat > 1 && own.isPresent()) {
                new Report(prepared, List.of(result), start).write(own.get());
            }
        }
        return results;
    }

    private Result run(long seed, Optional<Path> into) {
        long start = System.nanoTime();
        RecordSpec record = experiment.record();
        String output = prepared.network().populations().get(0).node().defaultOutput();
        List<String> variables = record.variables().isEmpty() ? List.of(output) : record.variables();
        long steps = Steps.of("simulation.duration", experiment.simulation().duration(), experiment.simulation().dt());

        Statistics statistics = new Statistics();
        List<Sampler.Sink> sinks = new ArrayList<>(List.of(statistics));
        long samples = (long) (experiment.simulation().duration() / record.every());
        into.ifPresent(path -> sinks.add(new RecordingFiles(
                path, experiment.output().formats(), samples, Attributes.of(prepared, seed))));
        List<Observer> observers = new ArrayList<>();
        observers.add(new Sampler(variables, record.every(), record.from(), sinks));
        Optional<Bold> bold = experiment.bold().map(spec -> prepared.bold(spec, output));
        bold.ifPresent(observers::add);
        Optional<Recorder> kept = kept(variables, into.isPresent())
                .map(names -> Recorder.every(record.every(), names.toArray(String[]::new)).from(record.from()));
        kept.ifPresent(observers::add);
        observers.addAll(watchers.apply(steps));

        Simulation simulation = prepared.simulation().seed(seed).observe(observers.toArray(Observer[]::new));
        Result.Builder result = new Result.Builder(seed, statistics);
        try (Run run = prepared.start(simulation)) {
            current = run;
            if (stopped) {
                run.stop();
            }
            long stepping = System.nanoTime();
            prepared.advance(run, steps);
            long end = System.nanoTime();
            result.timed((stepping - start) / 1e9, (end - stepping) / 1e9, run.steps(), run.steps() == steps);
        } finally {
            current = null;
        }
        return null;
    }
}
