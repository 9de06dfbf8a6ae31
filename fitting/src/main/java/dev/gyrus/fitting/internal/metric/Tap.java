package dev.gyrus.fitting.internal.metric;

import dev.gyrus.core.Observer;
import java.util.List;

/** Hands the blocks of a run to feeds. */
record Tap(List<String> variables, List<Feed> feeds) implements Observer {
    @Override
    public void begin(Scope scope) {
        feeds.forEach(feed -> feed.begin(scope.channels()));
    }

    @Override
    public void observe(Block block) {
        for (Feed feed : feeds) {
            feed.take(block);
        }
    }
}
