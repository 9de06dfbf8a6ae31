package dev.gyrus.fitting.internal.metric;

import dev.gyrus.core.Observer.Block;
import dev.gyrus.core.Observer.Channel;
import dev.gyrus.core.spi.Metric.Samples;
import dev.gyrus.core.spi.Metric.Watcher;
import dev.gyrus.core.spi.Metric.Window;
import java.util.ArrayList;
import java.util.List;

/** The samples of one signal in one window of a run, kept or passed on. */
final class Feed {
    private final Key key;
    private final int channel;
    private final double interval;
    private final boolean keeps;
    private final List<Watcher> watchers = new ArrayList<>();
    private double scale;
    private double[][] columns;
    private long taken;

    /**
     * What makes feeds the same.
     *
     * @param node the only one that counts, or −1 for all
     */
    record Key(String signal, int node, Window window) {}

    /**
     * @param channel the place of the signal among those observed
     * @param dt between two samples of the signal, in ms
     * @param keeps whether samples are kept
     */
    Feed(Key key, int channel, double dt, boolean keeps) {
        this.key = key;
        this.channel = channel;
        this.interval = key.window().stride() * dt;
        this.keeps = keeps;
    }

    void add(Watcher watcher) {
        watchers.add(watcher);
    }

    void begin(List<Channel> channels) {
        scale = channels.get(channel).scale();
        int nodes = key.node() < 0 ? channels.get(channel).labels().size() : 1;
        columns = new double[nodes][keeps ? (int) key.window().count() : 0];
        taken = 0;
    }

    void take(Block block) {
        Window window = key.window();
        long before = block.firstStep();
        long last = Math.min(window.last(), before + block.steps());
        long next = window.first() + taken * window.stride();
        if (next > last || next <= before) {
            return;
        }
        int count = (int) ((last - next) / window.stride()) + 1;
        int at = keeps ? (int) taken : 0;
        if (!keeps && columns[0].length < count) {
            columns = new double[columns.length][count];
        }
        int first = Math.max(0, key.node());
        int k = (int) (next - before - 1);
        for (int i = 0; i < columns.length; i++) {
            block.copy(channel, first + i, k, (int) window.stride(), scale, columns[i], at, count);
        }
        for (Watcher watcher : watchers) {
            watcher.add(columns, at, at + count);
        }
        taken += count;
    }

    /** Whether all samples came. */
    boolean isComplete() {
        return taken == key.window().count();
    }

    Samples samples() {
        return new Samples(interval, columns);
    }
}
