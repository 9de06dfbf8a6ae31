package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.InputSpec;
import dev.gyrus.cli.internal.experiment.SignalSpec;
import dev.gyrus.cli.internal.run.InputSignals.Where;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Stimulus;
import dev.gyrus.core.spi.StimulusProvider;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The paths of the random signals of an experiment: one for each node, of the run's seed unless the signal names its own.
 *
 * <p>Node i of the network has the channel i of a signal with a seed of its own, so that signals of one kind and seed are
 * the same wherever they stand; of those with the run's seed, the k-th in the file has the channels from k·2²⁰ on.
 */
final class RandomPaths {
    /** More channels than a network has nodes. */
    private static final int CHANNELS = 1 << 20;

    private static final int MOST = Integer.MAX_VALUE / CHANNELS;

    /** A double holds a seed of so many bits. */
    private static final int SEED_BITS = 53;

    /** By the key of each signal that has no seed of its own: how many stand before it. */
    private final Map<String, Integer> before = new HashMap<>();

    RandomPaths(List<InputSpec> inputs) {
        for (int i = 0; i < inputs.size(); i++) {
            SignalSpec signal = inputs.get(i).signal();
            count("inputs[" + i + "]." + signal.kind(), signal);
        }
    }

    private void count(String at, SignalSpec signal) {
        if (signal.shared().isPresent() && !signal.arguments().containsKey(SignalSpec.SEED)) {
            before.put(at, before.size());
        }
        for (int i = 0; i < signal.parts().size(); i++) {
            SignalSpec part = signal.parts().get(i);
            count(at + "[" + i + "]." + part.kind(), part);
        }
    }

    /** Whether another seed makes other paths. */
    boolean dependOnSeed() {
        return !before.isEmpty();
    }

    /** A path for all nodes, or one for each. */
    List<Stimulus> of(
            String at,
            SignalSpec signal,
            StimulusProvider provider,
            Map<String, Double> given,
            Where where,
            long seed) {
        Map<String, Double> values = new LinkedHashMap<>(given);
        Integer position = before.get(at);
        if (position != null) {
            values.put(SignalSpec.SEED, (double) Math.floorMod(seed, 1L << SEED_BITS));
        }
        Map<String, Double> complete = provider.complete(values);
        if (position != null && position >= MOST) {
            throw GyrusException.input("", "at most " + MOST + " random signals without a seed", "more");
        }
        int channel = position == null ? 0 : position * CHANNELS;
        if (signal.shared().orElse(true) || where.nodes().isEmpty()) {
            return List.of(provider.create(complete, channel));
        }
        return where.nodes().stream()
                .map(node -> provider.create(complete, channel + where.first() + node))
                .toList();
    }
}
