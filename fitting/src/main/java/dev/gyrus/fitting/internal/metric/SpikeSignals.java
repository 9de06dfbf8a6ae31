package dev.gyrus.fitting.internal.metric;

import dev.gyrus.core.Network;
import dev.gyrus.core.Observer.Block;
import dev.gyrus.core.Observer.Channel;
import dev.gyrus.core.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Signals that are made of spikes: {@code E.rate}, the rate of a population over the last {@value #WINDOW} ms, and {@code
 * E.spikes}, one column for each neuron with a 1 where it fired. Without a name in front they are of all populations. For one run.
 */
final class SpikeSignals {
    static final double WINDOW = 10;
    private static final String RATE = "rate";
    private static final String SPIKES = "spikes";

    private final List<Population> populations;
    private final boolean[] isRate;
    private final List<List<Population>> of = new ArrayList<>();
    private final List<Following> following = new ArrayList<>();
    private int first;

    /** @param names of signals that are known to be of spikes */
    SpikeSignals(Network network, List<String> names) {
        populations = firing(network);
        isRate = new boolean[names.size()];
        for (int i = 0; i < isRate.length; i++) {
            isRate[i] = names.get(i).endsWith(RATE);
            of.add(meant(names.get(i)));
        }
    }

    private static List<Population> firing(Network network) {
        return network.populations().stream()
                .filter(p -> p.node().masses().stream()
                        .anyMatch(mass -> mass.firing().isPresent()))
                .toList();
    }

    private List<Population> meant(String name) {
        return populations.stream()
                .filter(p -> name.equals(RATE)
                        || name.equals(SPIKES)
                        || name.equals(p.name() + "." + RATE)
                        || name.equals(p.name() + "." + SPIKES))
                .toList();
    }

    /** The channel of a signal of that name, if it is one of spikes. */
    static Optional<Channel> channel(Network network, String name) {
        SpikeSignals signals = new SpikeSignals(network, List.of(name));
        boolean known = name.endsWith(RATE) || name.endsWith(SPIKES);
        return known && !signals.of.get(0).isEmpty()
                ? Optional.of(signals.channels(List.of(name)).get(0))
                : Optional.empty();
    }

    /** What there is to choose from. */
    static List<String> names(Network network) {
        List<String> names = new ArrayList<>();
        for (Population population : firing(network)) {
            String prefix = population.name().isEmpty() ? "" : population.name() + ".";
            names.add(prefix + RATE);
            names.add(prefix + SPIKES);
        }
        return names;
    }

    /** One for each of the names, in their order. */
    List<Channel> channels(List<String> names) {
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            List<String> labels = new ArrayList<>();
            for (Population population : of.get(i)) {
                String path = population.name().isEmpty() ? "" : population.name() + "/";
                if (isRate[i]) {
                    labels.add(population.name().isEmpty() ? "0" : population.name());
                } else {
                    population.labels().forEach(label -> labels.add(path + label));
                }
            }
            channels.add(new Channel(names.get(i), isRate[i] ? "Hz" : "1", 1, labels));
        }
        return channels;
    }

    /** Begins a run whose other channels are so many. */
    void begin(double dt, int channels) {
        first = channels;
        following.clear();
        for (int i = 0; i < isRate.length; i++) {
            following.add(new Following(of.get(i), isRate[i], (int) Math.max(1, Math.round(WINDOW / dt)), dt));
        }
    }

    /** A block that has these signals behind its own channels; called for each block in order. */
    Block over(Block block) {
        following.forEach(one -> one.read(block));
        return new Block() {
            @Override
            public long firstStep() {
                return block.firstStep();
            }

            @Override
            public int steps() {
                return block.steps();
            }

            @Override
            public double[] row(int channel, int k) {
                return channel < first ? block.row(channel, k) : following.get(channel - first).rows[k];
            }

            @Override
            public int[] fired(String population, int k) {
                return block.fired(population, k);
            }

            @Override
            public void copy(
                    int channel, int column, int k, int stride, double factor, double[] out, int at, int count) {
                if (channel < first) {
                    block.copy(channel, column, k, stride, factor, out, at, count);
                } else {
                    Block.super.copy(channel, column, k, stride, factor, out, at, count);
                }
            }
        };
    }

    /** One signal along a run. */
    private static final class Following {
        private final List<Population> populations;
        private final boolean isRate;
        private final double dt;
        private final int[][] recent;
        private final long[] sums;
        private long steps;
        private double[][] rows = {};

        Following(List<Population> populations, boolean isRate, int window, double dt) {
            this.populations = populations;
            this.isRate = isRate;
            this.dt = dt;
            recent = new int[populations.size()][window];
            sums = new long[populations.size()];
        }

        void read(Block block) {
            rows = new double[block.steps()][];
            for (int k = 0; k < rows.length; k++) {
                rows[k] = isRate ? rates(block, k) : spikes(block, k);
            }
        }

        private double[] rates(Block block, int k) {
            double[] row = new double[populations.size()];
            steps++;
            for (int p = 0; p < row.length; p++) {
                int[] ring = recent[p];
                int slot = (int) (steps % ring.length);
                int count = block.fired(populations.get(p).name(), k).length;
                sums[p] += count - ring[slot];
                ring[slot] = count;
                row[p] = 1000.0 * sums[p] / populations.get(p).size() / (Math.min(steps, ring.length) * dt);
            }
            return row;
        }

        private double[] spikes(Block block, int k) {
            double[] row =
                    new double[populations.stream().mapToInt(Population::size).sum()];
            int from = 0;
            for (Population population : populations) {
                for (int neuron : block.fired(population.name(), k)) {
                    row[from + neuron] = 1;
                }
                from += population.size();
            }
            return row;
        }
    }
}
