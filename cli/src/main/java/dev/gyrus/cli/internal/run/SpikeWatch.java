package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.Experiment;
import dev.gyrus.cli.internal.experiment.SpikesSpec;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Population;
import dev.gyrus.core.Series;
import dev.gyrus.spiking.PopulationRate;
import dev.gyrus.spiking.SpikeRecorder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Who watches the neurons of a run: counts, rates, files, and what the raster shows. */
final class SpikeWatch {
    /** Longer runs are shown by their end. */
    private static final double WHOLE = 3000;

    private static final double END = 2000;

    /** Of more neurons a tenth of that is shown. */
    private static final int MANY = 50_000;

    private final List<SpikeCounts> counts = new ArrayList<>();
    private final List<PopulationRate> rates = new ArrayList<>();
    private final List<SpikeRecorder> raster = new ArrayList<>();
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
            if (!spec.shows(population.name())) {
                continue;
            }
            String name = name(population);
            counts.add(new SpikeCounts(
                    population.name(),
                    name,
                    population.size(),
                    experiment.record().from()));
            spec.window()
                    .ifPresent(window -> rates.add(PopulationRate.boxcar(population.name(), population.size(), window)
                            .every(experiment.record().every())));
            if (spec.keeps(population.name())) {
                BitSet chosen = new BitSet();
                spec.of(population.name()).forEach(chosen::set);
                sources.add(new SpikeStream.Source(population.name(), name, chosen));
                if (folder.isPresent() && experiment.output().figures()) {
                    raster.add(SpikeRecorder.of(population.name(), population.size())
                            .from(shownFrom));
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
        return prepared.network().populations().stream()
                .filter(SpikeWatch::fires)
                .toList();
    }

    private static boolean fires(Population population) {
        return population.node().masses().stream()
                .anyMatch(mass -> mass.firing().isPresent());
    }

    /** What files call a population: the only one of a homogeneous network by its model. */
    static String name(Population population) {
        return population.name().isEmpty() ? population.node().name() : population.name();
    }

    List<Observer> observers() {
        List<Observer> all = new ArrayList<>(counts);
        all.addAll(rates);
        all.addAll(raster);
        stream.ifPresent(all::add);
        return all;
    }

    /** What was found. */
    SpikeResult result() {
        List<Series> kept =
                rates.stream().flatMap(rate -> rate.series().stream()).toList();
        return new SpikeResult(
                counts,
                kept,
                raster.stream().map(SpikeRecorder::spikes).toList(),
                shownFrom,
                stream.flatMap(SpikeStream::notice));
    }
}
