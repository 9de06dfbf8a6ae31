package dev.gyrus.fitting.internal.metric;

import dev.gyrus.core.Observer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hands the blocks of a run to feeds.
 *
 * @param spikes what is made of spikes, behind the variables; of the names {@code ofSpikes}
 */
record Tap(List<String> variables, List<Feed> feeds, Optional<SpikeSignals> spikes, List<String> ofSpikes)
        implements Observer {

    Tap(List<String> variables, List<Feed> feeds) {
        this(variables, feeds, Optional.empty(), List.of());
    }

    @Override
    public void begin(Scope scope) {
        List<Channel> channels = new ArrayList<>(scope.channels());
        spikes.ifPresent(signals -> {
            signals.begin(scope.dt(), channels.size());
            channels.addAll(signals.channels(ofSpikes));
        });
        feeds.forEach(feed -> feed.begin(channels));
    }

    @Override
    public void observe(Block block) {
        Block seen = spikes.map(signals -> signals.over(block)).orElse(block);
        for (Feed feed : feeds) {
            feed.take(seen);
        }
    }
}
