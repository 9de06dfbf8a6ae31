package dev.gyrus.fitting.internal;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Sweep;
import dev.gyrus.core.spi.Backend;
import dev.gyrus.fitting.Outcome;
import dev.gyrus.fitting.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs batches as lanes of a sweep. A point that cannot be run is found by halving its batch, and fails alone. */
@SuppressWarnings("NonApiType") // not every list can be sent
public final class BatchTask implements Backend.Task<Batch, ArrayList<Outcome>> {
    private static final long serialVersionUID = 1L;

    /** So many simulations stay prepared. */
    private static final int KEPT = 8;

    private final Scenario scenario;
    private final int metrics;

    /** @param metrics how many numbers a run gives */
    public BatchTask(Scenario scenario, int metrics) {
        this.scenario = scenario;
        this.metrics = metrics;
    }

    @Override
    public Backend.Function<Batch, ArrayList<Outcome>> open() {
        return new Work(scenario, metrics);
    }

    private static final class Work implements Backend.Function<Batch, ArrayList<Outcome>> {
        private final Scenario scenario;
        private final int metrics;

        /** What a simulation is made of; the seed is 0 where it makes no other. */
        private record Key(Map<String, String> settings, long seed) {}

        /** The least recently used first. */
        private final Map<Key, Lanes.Source> ready = new LinkedHashMap<>(KEPT, 0.75f, true);

        /** The latest: what it has compiled serves the next. */
        private Sweep sweep;

        Work(Scenario scenario, int metrics) {
            this.scenario = scenario;
            this.metrics = metrics;
        }

        @Override
        public ArrayList<Outcome> apply(Batch batch, Backend.Progress progress) {
            ArrayList<Outcome> outcomes = new ArrayList<>();
            try {
                run(ready(batch), batch, 0, batch.size(), progress, outcomes);
            } catch (GyrusException e) { // the settings make no simulation
                outcomes.clear();
                for (int i = 0; i < batch.size(); i++) {
                    outcomes.add(batch.failed(i, metrics, reason(e)));
                }
            }
            return outcomes;
        }

        /** Several threads may want the same: the first makes it. */
        private synchronized Lanes.Source ready(Batch batch) {
            boolean seeded = scenario.dependsOnSeed();
            Key key = new Key(batch.settings(), seeded ? batch.seeds()[0] : 0);
            Lanes.Source known = ready.get(key);
            if (known == null) {
                Scenario.Trial trial = seeded ? scenario.trial(key.settings, key.seed) : scenario.trial(key.settings);
                Simulation simulation = trial.simulation().threads(1);
                sweep = sweep == null ? Sweep.of(simulation).lanes(Integer.MAX_VALUE) : sweep.simulation(simulation);
                known = new Lanes.Source(scenario, sweep, trial.measurement());
                ready.put(key, known);
                if (ready.size() > KEPT) {
                    ready.remove(ready.keySet().iterator().next());
                }
            }
            return known;
        }

        private void run(
                Lanes.Source source, Batch batch, int from, int to, Backend.Progress progress, List<Outcome> outcomes) {
            if (progress.isStopped()) {
                return;
            }
            int before = outcomes.size();
            try {
                new Lanes(source, batch, from, to, progress).run(outcomes);
            } catch (RuntimeException e) { // of the simulation, an observer or a metric
                outcomes.subList(before, outcomes.size()).clear();
                if (to - from == 1) {
                    outcomes.add(batch.failed(from, metrics, reason(e)));
                } else {
                    int middle = (from + to) >>> 1;
                    run(source, batch, from, middle, progress, outcomes);
                    run(source, batch, middle, to, progress, outcomes);
                }
            }
        }

        /** On one line, without the number that the point has within its sweep. */
        private static String reason(RuntimeException e) {
            String message = e instanceof GyrusException ? e.getMessage() : e.toString();
            return message.replaceAll(" of point [0-9]+(?=:)", "").replaceAll("\\s*\\R\\s*", "; ");
        }
    }
}
