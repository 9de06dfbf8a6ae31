package dev.gyrus.fitting.internal;

import dev.gyrus.core.Observer;
import dev.gyrus.core.Sweep;
import dev.gyrus.core.SweepRun;
import dev.gyrus.core.spi.Backend;
import dev.gyrus.fitting.Measurement;
import dev.gyrus.fitting.Outcome;
import dev.gyrus.fitting.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Some runs of a batch side by side. For one thread. */
final class Lanes implements Observer {
    private final Source source;
    private final Batch batch;
    private final int from;
    private final int to;
    private final Backend.Progress progress;
    private final Measurement.Watch[] watches;
    private final SweepRun run;
    private long lastBlock = -1;

    /** A simulation that is prepared, and what is measured of it. */
    record Source(Scenario scenario, Sweep sweep, Measurement measurement) {

        private Sweep sweep(Batch batch, int from, int to) {
            Sweep varied = sweep.seeds(Arrays.copyOfRange(batch.seeds(), from, to));
            for (Map.Entry<String, double[]> lane : batch.lanes().entrySet()) {
                double[] values = Arrays.copyOfRange(lane.getValue(), from, to);
                String target = scenario.target(lane.getKey());
                varied = scenario.role(lane.getKey()) == Scenario.Role.INITIAL
                        ? varied.initial(target, values)
                        : varied.vary(target, values);
            }
            return varied;
        }
    }

    /** Prepares the runs {@code from … to − 1} of the batch. */
    Lanes(Source source, Batch batch, int from, int to, Backend.Progress progress) {
        this.source = source;
        this.batch = batch;
        this.from = from;
        this.to = to;
        this.progress = progress;
        this.watches = new Measurement.Watch[to - from];
        this.run = source.sweep(batch, from, to).observe(this::watch).start();
    }

    private List<Observer> watch(int i) {
        watches[i] = source.measurement().begin();
        List<Observer> all = new ArrayList<>(watches[i].observers());
        all.add(this);
        return all;
    }

    /** Runs and adds the outcomes of those that reached their end or failed. */
    void run(List<Outcome> outcomes) {
        run.forEach(point -> {
            int i = from + point.index();
            if (point.failure().isPresent()) {
                int metrics = source.measurement().names().size();
                outcomes.add(batch.failed(i, metrics, point.failure().get()));
            } else if (point.recording().complete()) {
                outcomes.add(batch.outcome(i, watches[point.index()]));
            }
            watches[point.index()] = null;
        });
    }

    @Override
    public List<String> variables() {
        return List.of();
    }

    /** Called for each run at each block: the first call of a block tells how far all are. */
    @Override
    public void observe(Block block) {
        if (block.firstStep() != lastBlock) {
            lastBlock = block.firstStep();
            if (progress.isStopped()) {
                run.stop();
            }
            progress.report((from + (to - from) * run.progress()) / batch.size());
        }
    }
}
