package dev.gyrus.fitting.internal.metric;

import dev.gyrus.bold.Bold;
import dev.gyrus.core.Network;
import dev.gyrus.core.Observer;
import dev.gyrus.core.spi.Metric;
import dev.gyrus.fitting.MeasuredRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All metrics that are made of a run; what several of them need is observed once. Immutable. */
final class Uses {
    private final List<Use> uses;
    private final double dt;
    private final List<Bold> bold;
    private final Network network;

    Uses(List<Use> uses, MeasuredRun run) {
        this.uses = List.copyOf(uses);
        dt = run.simulation().settings().dt();
        network = run.simulation().settings().network();
        bold = run.observers();
    }

    /** Watches one run. */
    final class Run {
        private final Map<Feed.Key, Feed> feeds = new LinkedHashMap<>();
        private final List<Metric.Watcher> watchers = new ArrayList<>();
        private final List<Observer> observers = new ArrayList<>();
        private double[] values;

        Run() {
            List<String> all = uses.stream()
                    .map(Use::signal)
                    .filter(signal -> !signal.equals(Use.BOLD))
                    .distinct()
                    .toList();
            Variables known = new Variables(network);
            List<String> variables = all.stream().filter(known::isVariable).toList();
            List<String> ofSpikes =
                    all.stream().filter(signal -> !known.isVariable(signal)).toList();
            List<String> channels = new ArrayList<>(variables);
            channels.addAll(ofSpikes);
            for (Use use : uses) {
                boolean isBold = use.signal().equals(Use.BOLD);
                for (Feed.Key key : use.feeds()) {
                    feeds.computeIfAbsent(
                            key,
                            k -> new Feed(
                                    k,
                                    isBold ? 0 : channels.indexOf(use.signal()),
                                    isBold ? bold.get(0).repetitionTime() : dt,
                                    isKept(k)));
                }
                watchers.add(watch(use));
            }
            if (!channels.isEmpty()) {
                Optional<SpikeSignals> spikes =
                        ofSpikes.isEmpty() ? Optional.empty() : Optional.of(new SpikeSignals(network, ofSpikes));
                observers.add(new Tap(variables, feeds(false), spikes, ofSpikes));
            }
            if (!feeds(true).isEmpty()) {
                observers.addAll(Joined.into(new Tap(List.of(Use.BOLD), feeds(true)), bold));
            }
        }

        private Metric.Watcher watch(Use use) {
            if (use.metric() instanceof Metric.Streaming streaming) {
                Metric.Watcher watcher =
                        new Guarded(use.provider().name(), streaming.watchers().get());
                feeds.get(use.feeds().get(0)).add(watcher);
                return watcher;
            }
            Metric.Kept kept = (Metric.Kept) use.metric();
            List<Feed> own = use.feeds().stream().map(feeds::get).toList();
            return new Guarded(use.provider().name(), new Metric.Watcher() {
                @Override
                public void add(double[][] columns, int from, int to) {}

                @Override
                public double value() {
                    return kept.value()
                            .applyAsDouble(own.stream().map(Feed::samples).toList());
                }
            });
        }

        private List<Feed> feeds(boolean ofBold) {
            return feeds.entrySet().stream()
                    .filter(entry -> entry.getKey().signal().equals(Use.BOLD) == ofBold)
                    .map(Map.Entry::getValue)
                    .toList();
        }

        List<Observer> observers() {
            return List.copyOf(observers);
        }

        /** The value of each use; NaN where samples are missing, or are none to make a number of. */
        double[] values() {
            if (values == null) {
                values = computed();
                feeds.clear(); // so that whoever keeps this doesn't keep the samples
                watchers.clear();
                observers.clear();
            }
            return values.clone();
        }

        private double[] computed() {
            double[] values = new double[uses.size()];
            for (int i = 0; i < values.length; i++) {
                boolean complete = uses.get(i).feeds().stream().map(feeds::get).allMatch(Feed::isComplete);
                values[i] = complete ? watchers.get(i).value() : Double.NaN;
            }
            return values;
        }
    }

    private boolean isKept(Feed.Key key) {
        return uses.stream()
                .anyMatch(use ->
                        use.metric() instanceof Metric.Kept && use.feeds().contains(key));
    }
}
