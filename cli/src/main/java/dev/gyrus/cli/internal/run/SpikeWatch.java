package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.Experiment;
import dev.gyrus.cli.internal.experiment.SpikesSpec;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Population;
import dev.gyrus.core.Series;
import dev.gyrus.core.Synapses;
import dev.gyrus.spiking.PopulationRate;
import dev.gyrus.spiking.SpikeRecorder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Who watches the neurons of a run: counts, rates, files, what the raster shows, and a guard against runaway activity. */
final class SpikeWatch {
    /** Longer runs are shown by their end. */
    private static final double WHOLE = 3000;

    private static final double END = 2000;

    /** Of more neurons a tenth of that is shown. */
    private static final int MANY = 50_000;

    /** Mean rates of whole populations beyond this are no activity of a brain, in Hz. */
    private static final double RUNAWAY = 300;

    private final List<SpikeCounts> counts = new ArrayList<>();
    private final List<PopulationRate> rates = new ArrayList<>();
    private final List<SpikeRecorder> raster = new ArrayList<>();
    private final List<RunawayGuard> guards = new ArrayList<>();
    private final Optional<SpikeStream> stream;
    private final double shownFrom;

    /** @param folder where files go; empty for nowhere */
    SpikeWatch(Prepared prepared, Optional<Path> folder) {
        Experiment experiment = prepared.experiment();
        SpikesSpec spec = experiment.record().spikes();
        List<Population> firing = firing(prepared);
        int neurons = firing.stream().mapToInt(Population::size).sum();
        double duration = experiment.simulation().duration();
        double end = neurons > MANY ? END / 10 : END;
        shownFrom = Math.max(experiment.record().from(), duration <= WHOLE * end / END ? 0 : duration - end);
        List<SpikeStream.Source> sources = new ArrayList<>();
        for (Population population : firing) {
            limit(prepared, population)
                    .ifPresent(limit -> guards.add(new RunawayGuard(population.name(), population.size(), limit)));
            if (!spec.shows(population.name())) {
                continue;
            }
            String name = name(population);
            counts.add(new SpikeCounts(
                    population.name(), name, population.size(), experiment.record().from()));
            spec.window().ifPresent(window -> rates.add(PopulationRate.boxcar(population.name(), population.size(), window)
                    .every(experiment.record().every())));
            if (spec.keeps(population.name())) {
                BitSet chosen = new BitSet();
                spec.of(population.name()).forEach(chosen::set);
                sources.add(new SpikeStream.Source(population.name(), name, chosen));
                if (folder.isPresent() && experiment.output().figures()) {
                    raster.add(
                            SpikeRecorder.of(population.name(), population.size()).from(shownFrom));
                }
            }
        }
        stream = folder.filter(path -> !sources.isEmpty())
                .map(path -> new SpikeStream(
                        path,
                        sources,
                        experiment.record().from(),
                        experiment.output().formats()));
    }

    /** The populations of neurons. */
    static List<Population> firing(Prepared prepared) {
        return prepared.network().populations().stream().filter(SpikeWatch::fires).toList();
    }

    private static boolean fires(Population population) {
        return population.node().masses().stream().anyMatch(mass -> mass.firing().isPresent());
    }

    /** What files call a population: the only one of a homogeneous network by its model. */
    static String name(Population population) {
        return population.name().isEmpty() ? population.node().name() : population.name();
    }

    /** The rate that must not be exceeded: that of the experiment, or three quarters of what refractory periods allow. */
    private static Optional<Double> limit(Prepared prepared, Population population) {
        Optional<Double> given = prepared.experiment().simulation().runaway();
        boolean driven = prepared.network().synapses().stream()
                .map(Synapses::target)
                .anyMatch(population.name()::equals);
        if (!driven || population.size() < RunawayGuard.FEWEST) {
            return Optional.empty();
        }
        return given.or(() -> Optional.of(Math.min(RUNAWAY, 750 / refractory(population))))
                .filter(limit -> limit > 0);
    }

    /** The shortest refractory period, in ms, where it is a parameter; 0 otherwise. */
    private static double refractory(Population population) {
        double shortest = Double.POSITIVE_INFINITY;
        for (Mass mass : population.node().masses()) {
            String text = mass.firing().map(f -> f.refractory().strip()).orElse("");
            double own = mass.parameter(text)
                    .map(parameter -> Arrays.stream(population.node().value(mass.name(), parameter))
                            .min()
                            .orElse(0))
                    .orElse(0.0);
            shortest = mass.firing().isPresent() ? Math.min(shortest, own) : shortest;
        }
        return shortest;
    }

    List<Observer> observers() {
        List<Observer> all = new ArrayList<>(guards);
        all.addAll(counts);
        all.addAll(rates);
        all.addAll(raster);
        stream.ifPresent(all::add);
        return all;
    }

    /** What was found. */
    SpikeResult result() {
        List<Series> kept = rates.stream().flatMap(rate -> rate.series().stream()).toList();
        return new SpikeResult(
                counts,
                kept,
                raster.stream().map(SpikeRecorder::spikes).toList(),
                shownFrom,
                stream.flatMap(SpikeStream::notice));
    }
}
