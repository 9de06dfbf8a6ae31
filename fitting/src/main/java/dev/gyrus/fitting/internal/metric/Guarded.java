package dev.gyrus.fitting.internal.metric;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.spi.Metric.Watcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A watcher whose failure is its own: what it can't make a number of is NaN, and the run goes on. */
final class Guarded implements Watcher {
    private static final Logger LOG = LoggerFactory.getLogger(Guarded.class);

    private final String metric;
    private final Watcher watcher;
    private boolean failed;

    Guarded(String metric, Watcher watcher) {
        this.metric = metric;
        this.watcher = watcher;
    }

    @Override
    public void add(double[][] columns, int from, int to) {
        if (!failed) {
            try {
                watcher.add(columns, from, to);
            } catch (RuntimeException e) { // whatever the code of others throws
                fail(e);
            }
        }
    }

    @Override
    public double value() {
        if (!failed) {
            try {
                return watcher.value();
            } catch (RuntimeException e) {
                fail(e);
            }
        }
        return Double.NaN;
    }

    private void fail(RuntimeException e) {
        failed = true;
        if (e instanceof GyrusException) {
            LOG.debug("{} is NaN: {}", metric, e.getMessage());
        } else {
            LOG.warn("metric {} failed and is NaN: {}", metric, e.toString());
        }
    }
}
