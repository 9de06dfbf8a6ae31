package dev.gyrus.core;

import dev.gyrus.core.internal.engine.Engine;
import dev.gyrus.core.internal.engine.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One observer's window on one parameter set of an engine. */
final class ObserverView implements Observer.Block {
    private final Engine engine;
    private final Observer observer;
    private final List<Plan.Probe> probes;
    private final Columns[] columns;
    private final Map<String, Plan.Neurons> firing = new HashMap<>();
    private long first;
    private int length;

    /** @param firstProbe the number of the observer's first variable among the probes of the plan */
    ObserverView(Engine engine, Observer observer, int firstProbe, int set) {
        this.engine = engine;
        this.observer = observer;
        probes = engine.plan()
                .probes()
                .subList(firstProbe, firstProbe + observer.variables().size());
        columns = probes.stream().map(probe -> new Columns(engine, probe, set)).toArray(Columns[]::new);
    }

    void begin() {
        List<Observer.Channel> channels = new ArrayList<>();
        for (Plan.Probe probe : probes) {
            channels.add(new Observer.Channel(probe.name(), probe.unit(), probe.scale(), probe.labels()));
        }
        observer.begin(new Observer.Scope(engine.plan().dt(), engine.sample(), channels));
    }

    /** Shows the observer a block that begins after {@code first} steps. */
    void observe(long first, int length) {
        this.first = first;
        this.length = length;
        observer.observe(this);
    }

    @Override
    public long firstStep() {
        return first;
    }

    @Override
    public int steps() {
        return length;
    }

    @Override
    public double[] row(int channel, int k) {
        return columns[channel].row(first + k + 1);
    }

    @Override
    public int[] fired(String population, int k) {
        Plan.Neurons lanes = firing.computeIfAbsent(population, engine.plan()::firing);
        return lanes.group() < 0 ? NONE : engine.fired(lanes.group(), lanes.from(), lanes.to(), first + k + 1);
    }

    @Override
    public void copy(int channel, int column, int k, int stride, double factor, double[] out, int at, int count) {
        columns[channel].copy(column, first + k + 1, stride, factor, out, at, count);
    }

    /** Where the columns of a channel come from. */
    private static final class Columns {
        private final Engine engine;
        private final Plan.Source[] sources;
        private final int[] lanes;
        private final double[] row;
        private final boolean whole;

        Columns(Engine engine, Plan.Probe probe, int set) {
            this.engine = engine;
            sources = probe.sources().toArray(Plan.Source[]::new);
            lanes = new int[sources.length];
            for (int k = 0; k < lanes.length; k++) {
                Plan.GroupPlan group = engine.plan().groups().get(sources[k].group());
                lanes[k] = set * group.nodes() + sources[k].from();
            }
            row = new double[probe.labels().size()];
            whole = sources.length == 1
                    && row.length
                            == engine.plan().groups().get(sources[0].group()).lanes();
        }

        double[] row(long sample) {
            int at = 0;
            for (int k = 0; k < sources.length; k++) {
                Plan.Source source = sources[k];
                double[] all = engine.row(source.group(), source.channel(), sample);
                if (whole) {
                    return all;
                }
                for (int lane = lanes[k]; lane < lanes[k] + source.to() - source.from(); lane++) {
                    row[at++] = all[lane];
                }
            }
            return row;
        }

        void copy(int column, long sample, int stride, double factor, double[] out, int at, int count) {
            int k = 0;
            int lane = column;
            while (lane >= sources[k].to() - sources[k].from()) {
                lane -= sources[k].to() - sources[k].from();
                k++;
            }
            lane += lanes[k];
            for (int j = 0; j < count; j++) {
                long next = sample + (long) j * stride;
                out[at + j] = engine.row(sources[k].group(), sources[k].channel(), next)[lane] * factor;
            }
        }
    }
}
