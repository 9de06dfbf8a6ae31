package dev.gyrus.cli.internal.run;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Problem;
import dev.gyrus.io.Staging;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Runs a prepared experiment and writes its results: once, or with as many seeds as it says.
 *
 * <p>{@link #stop()} may be called from any thread; the rest is for one thread.
 */
public final class Job {
    private final Prepared prepared;
    private final Optional<Path> folder;
    private final LongFunction<List<Observer>> watchers;
    private final StopSignal stop = new StopSignal();
    private final List<Problem> failures = new ArrayList<>();
    private Optional<Yardstick> yardstick = Optional.empty();

    /**
     * A job.
     *
     * @param folder where results go; empty for nowhere
     * @param watchers makes observers that follow one run of so many steps
     */
    public Job(Prepared prepared, Optional<Path> folder, LongFunction<List<Observer>> watchers) {
        this.prepared = prepared;
        this.folder = folder;
        this.watchers = watchers;
    }

    /** Asks the run under way to end after its current block, and no other to begin. */
    public void stop() {
        stop.give();
    }

    /**
     * Runs; results appear in their folder when all is done.
     *
     * @throws GyrusException after the results are in place, too: for files among them that could not be written
     */
    public Report run() {
        long start = System.nanoTime();
        if (folder.isEmpty()) {
            return report(runAll(Optional.empty()), start);
        }
        try (Staging staging = Staging.open(folder.get(), ResultFiles.names(prepared))) {
            Report report = report(runAll(Optional.of(staging.folder())), start);
            report.write(staging.folder());
            staging.commit(Report.files(folder.get()));
            if (failures.isEmpty()) {
                return report;
            }
        } catch (GyrusException e) {
            throw e.kind() == GyrusException.Kind.RUN ? discarded(e) : e;
        }
        throw new GyrusException(GyrusException.Kind.RUN, failures, null);
    }

    /** The same, and what becomes of the results: a file that cannot be written, say, leaves none. */
    private GyrusException discarded(GyrusException e) {
        String earlier = Files.exists(folder.orElseThrow()) ? "; '" + folder.get() + "' is as it was" : "";
        return new GyrusException(
                e.kind(),
                e.problems().stream()
                        .map(problem -> problem.file().isEmpty()
                                ? problem
                                : problem.hint("what this run had written is removed" + earlier))
                        .toList(),
                e);
    }

    /** The problem with a file, named as it would have been in the end. */
    private Problem inPlace(Problem problem, Path staged) {
        Path file = folder.orElseThrow().resolve(staged.relativize(Path.of(problem.file())));
        return problem.at(file.toString(), 0).hint("the other results are in '" + folder.get() + "'");
    }

    private Report report(List<Result> results, long start) {
        yardstick = yardstick.or(() -> Optional.of(Yardstick.of(prepared)));
        return Report.of(prepared, results, yardstick.orElseThrow(), start);
    }

    private List<Result> runAll(Optional<Path> into) {
        int repeat = prepared.experiment().simulation().repeat();
        List<Result> results = new ArrayList<>();
        while (results.size() < repeat && (results.isEmpty() || !stop.isGiven())) {
            long start = System.nanoTime();
            long seed = prepared.experiment().simulation().seed() + results.size();
            Optional<Path> own =
                    repeat == 1 ? into : into.map(path -> ResultFiles.subfolder(path, ResultFiles.subfolder(seed)));
            Result result = new SingleRun(prepared, seed, own, watchers).run(stop);
            own.ifPresent(path -> new ResultFiles(prepared, result)
                    .write(path)
                    .forEach(problem -> failures.add(inPlace(problem, into.orElseThrow()))));
            results.add(result);
            if (repeat > 1) {
                own.ifPresent(path -> report(List.of(result), start).write(path));
            }
        }
        return results;
    }
}
