package dev.gyrus.core;

import dev.gyrus.core.internal.engine.Engine;
import dev.gyrus.core.internal.engine.Plan;
import java.util.ArrayList;
import java.util.List;

/** One observer's window on one parameter set of an engine. */
final class ObserverView implements Observer.Block {
    private final Engine engine;
    private final Observer observer;
    private final List<Plan.Probe> probes;
    private final int set;
    private final double[][] joined;
    private long first;
    private int length;

    /** @param firstProbe the number of the observer's first variable among the probes of the plan */
    ObserverView(Engine engine, Observer observer, int firstProbe, int set) {
        this.engine = engine;
        this.observer = observer;
        this.set = set;
        probes = engine.plan()
                .probes()
                .subList(firstProbe, firstProbe + observer.variables().size());
        joined = probes.stream().map(probe -> new double[probe.labels().size()]).toArray(double[][]::new);
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
        double[] row = joined[channel];
        int at = 0;
        for (Plan.Source source : probes.get(channel).sources()) {
            double[] lanes = engine.row(source.group(), source.channel(), first + k + 1);
            int nodes = source.to() - source.from();
            if (nodes == lanes.length && nodes == row.length) {
                return lanes;
            }
            int ofSet = set * engine.plan().groups().get(source.group()).nodes();
            System.arraycopy(lanes, ofSet + source.from(), row, at, nodes);
            at += nodes;
        }
        return row;
    }
}
