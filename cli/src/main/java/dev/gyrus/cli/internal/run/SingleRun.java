package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.CompareSpec;
import dev.gyrus.cli.internal.experiment.Experiment;
import dev.gyrus.cli.internal.experiment.RecordSpec;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Run;
import dev.gyrus.core.Series;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Steps;
import dev.gyrus.io.Precision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** One run with one seed: sets up who watches, steps, and gathers what they saw. */
final class SingleRun {
    /** Formats that are written at once, from a recording kept in memory. */
    private static final Set<String> WHOLE = Set.of("hdf5", "npz", "mat");

    private final Prepared prepared;
    private final Experiment experiment;
    private final long seed;
    private final Optional<Path> folder;
    private final LongFunction<List<Observer>> watchers;

    SingleRun(Prepared prepared, long seed, Optional<Path> folder, LongFunction<List<Observer>> watchers) {
        this.prepared = prepared;
        this.experiment = prepared.experiment();
        this.seed = seed;
        this.folder = folder;
        this.watchers = watchers;
    }

    Result run(StopSignal stop) {
        long start = System.nanoTime();
        double dt = experiment.simulation().dt();
        long steps = Steps.of("simulation.duration", experiment.simulation().duration(), dt);
        Statistics statistics = new Statistics();
        Overview overview = new Overview(samples(), experiment.record().every());
        boolean records = !experiment.record().variables().isEmpty();
        Optional<RecordingFiles> files = folder.filter(path -> records).map(this::files);
        Optional<SpikeWatch> spikes = SpikeWatch.firing(prepared).isEmpty()
                ? Optional.empty()
                : Optional.of(new SpikeWatch(prepared, folder));
        Optional<BoldSignal> bold = prepared.bold();
        Optional<Recorder> recorder = recorder();
        List<Observer> observers = new ArrayList<>();
        observers.add(sampler(statistics, overview, files));
        bold.ifPresent(signal -> observers.addAll(signal.observers()));
        recorder.ifPresent(observers::add);
        spikes.ifPresent(watch -> observers.addAll(watch.observers()));
        observers.addAll(watchers.apply(steps));

        Simulation simulation = prepared.simulation(seed).observe(observers.toArray(Observer[]::new));
        try (Run run = prepared.start(simulation)) {
            stop.attach(run);
            long stepping = System.nanoTime();
            prepared.advance(run, steps);
            long end = System.nanoTime();
            List<Series> kept = recorder.map(Recorder::series).orElse(List.of());
            Optional<Series> measured = bold.map(BoldSignal::series);
            Optional<Series> compared = signal(measured, kept);
            Optional<SpikeResult> fired = spikes.map(SpikeWatch::result);
            Stream<String> obstacle = compared.flatMap(s -> Comparison.obstacle(s, experiment.compare())).stream();
            return new Result(
                    seed,
                    run.steps(),
                    run.steps() == steps,
                    new Result.Timing((stepping - start) / 1e9, (end - stepping) / 1e9),
                    statistics,
                    kept,
                    overview.views(),
                    measured,
                    compared.flatMap(s -> Comparison.of(s, experiment.compare(), prepared.reference())),
                    fired,
                    Stream.of(
                                    files.flatMap(RecordingFiles::notice).stream(),
                                    fired.flatMap(SpikeResult::notice).stream(),
                                    obstacle)
                            .flatMap(sentences -> sentences)
                            .toList());
        }
    }

    /** The signal that is compared: BOLD, if nothing else is named. */
    private Optional<Series> signal(Optional<Series> bold, List<Series> kept) {
        String name = experiment.compare().map(CompareSpec::signal).orElse(CompareSpec.BOLD);
        return name.equals(CompareSpec.BOLD)
                ? bold
                : kept.stream().filter(series -> series.name().equals(name)).findFirst();
    }

    private RecordingFiles files(Path path) {
        Precision precision = experiment.record().isSingle() ? Precision.SINGLE : Precision.DOUBLE;
        Map<String, ?> attributes = Attributes.of(prepared, seed);
        return new RecordingFiles(path, experiment.output().formats(), precision, samples(), attributes);
    }

    private long samples() {
        RecordSpec record = experiment.record();
        return (long) ((experiment.simulation().duration() - record.from()) / record.every());
    }

    private Sampler sampler(Statistics statistics, Overview overview, Optional<RecordingFiles> files) {
        RecordSpec record = experiment.record();
        List<Sampler.Sink> sinks = new ArrayList<>(List.of(statistics));
        files.ifPresent(writer -> sinks.addAll(List.of(overview, writer)));
        return new Sampler(
                record.variables(),
                record.every(),
                record.from(),
                record.spikes().cells(),
                sinks);
    }

    /** Keeps what is needed as a whole: a variable that is compared, or all for some file formats. */
    private Optional<Recorder> recorder() {
        Set<String> names = new TreeSet<>();
        experiment
                .compare()
                .map(CompareSpec::signal)
                .filter(name -> !name.equals(CompareSpec.BOLD))
                .ifPresent(names::add);
        if (folder.isPresent()
                && experiment.output().formats().orElse(List.of()).stream().anyMatch(WHOLE::contains)) {
            names.addAll(experiment.record().variables());
        }
        RecordSpec record = experiment.record();
        Recorder recorder =
                Recorder.every(record.every(), names.toArray(String[]::new)).from(record.from());
        return names.isEmpty() ? Optional.empty() : Optional.of(record.isSingle() ? recorder.asFloat() : recorder);
    }
}
