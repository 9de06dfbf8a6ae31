package dev.gyrus.fitting.internal.metric;

import dev.gyrus.core.Observer.Block;
import dev.gyrus.core.Observer.Channel;
import dev.gyrus.core.spi.Metric.Samples;
import dev.gyrus.core.spi.Metric.Watcher;
import dev.gyrus.core.spi.Metric.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The samples of one signal in one window of a run, kept or passed on. */
final class Feed {
    private final Key key;
    private final int channel;
    private final double interval;
    private final boolean keeps;
    private final List<Watcher> watchers = new ArrayList<>();
    private double scale;
    private double[] sample;
    private double[][] columns;
    private int taken;

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
        sample = new double[nodes];
        columns = keeps ? new double[nodes][(int) key.window().count()] : new double[nodes][0];
        taken = 0;
    }

    void take(Block block) {
        Window window = key.window();
        long before = block.firstStep();
        long last = Math.min(window.last(), before + block.steps());
        long missed = Math.max(0, before + 1 - window.first() + window.stride() - 1) / window.stride();
        for (long k = window.first() + missed * window.stride(); k <= last; k += window.stride()) {
            take(block.row(channel, (int) (k - before - 1)));
        }
    }

    private void take(double[] row) {
        int first = Math.max(0, key.node());
        for (int i = 0; i < sample.length; i++) {
            sample[i] = row[first + i] * scale;
        }
        if (keeps) {
            for (int i = 0; i < sample.length; i++) {
                columns[i][taken] = sample[i];
            }
        }
        for (Watcher watcher : watchers) {
            watcher.add(sample);
        }
        taken++;
    }

    /** Whether all samples came. */
    boolean isComplete() {
        return taken == key.window().count();
    }

    Samples samples() {
        return new Samples(interval, columns);
    }

    /** Complete feeds of some uses. */
    static boolean areComplete(Stream<Feed> feeds) {
        return feeds.allMatch(Feed::isComplete);
    }
}
