package dev.gyrus.stimulus;

import dev.gyrus.core.Drive;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Stimulus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * One signal for each node.
 *
 * <pre>{@code
 * Channels noise = Channels.independent(80, OrnsteinUhlenbeck.of(0, 0.1, 5));
 * simulation.drive(noise.drives("", "ext_exc_current"));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class Channels {
    private final List<Stimulus> signals;

    private Channels(List<Stimulus> signals) {
        this.signals = List.copyOf(signals);
    }

    /** The signals of the nodes 0, 1, …. */
    public static Channels of(List<? extends Stimulus> signals) {
        return new Channels(List.copyOf(signals));
    }

    /** An independent path of a random signal for each node; node i has the channel {@code signal.channel() + i}. */
    public static <S extends RandomSignal<S>> Channels independent(int nodes, S signal) {
        return of(IntStream.range(0, nodes)
                .mapToObj(i -> signal.withChannel(signal.channel() + i))
                .toList());
    }

    /**
     * Recorded signals, see {@link Sampled}.
     *
     * @param values [node][sample], in the unit of the input they feed
     * @param interval between two samples, in ms
     */
    public static Channels sampled(double[][] values, double interval) {
        return of(Arrays.stream(values).map(row -> Sampled.of(row, interval)).toList());
    }

    /** The number of nodes. */
    public int size() {
        return signals.size();
    }

    /** The signal of a node. */
    public Stimulus get(int node) {
        return signals.get(node);
    }

    /** Each node's signal changed in the same way, such as {@code signal -> signal.between(100, 500)}. */
    public Channels map(UnaryOperator<Stimulus> change) {
        return of(signals.stream().map(change).toList());
    }

    /**
     * The sums, node by node.
     *
     * @throws GyrusException unless there are as many nodes
     */
    public Channels plus(Channels other) {
        if (other.size() != size()) {
            throw GyrusException.input("channels", size() + " nodes", other.size() + " nodes");
        }
        return of(IntStream.range(0, size())
                .mapToObj(i -> get(i).plus(other.get(i)))
                .toList());
    }

    /**
     * The values that drive the steps of a run of that duration.
     *
     * @param duration in ms, a whole multiple of dt
     * @param dt the step, in ms
     * @return [node][step]
     */
    public double[][] sample(double duration, double dt) {
        return signals.stream().map(signal -> signal.sample(duration, dt)).toArray(double[][]::new);
    }

    /**
     * The drives that give each node of a population its signal; nodes with equal signals share one, zero signals need none.
     *
     * @param population the group; "" where there is only one
     * @param target flat or qualified name of an input or a parameter
     */
    public List<Drive> drives(String population, String target) {
        Map<Stimulus, List<Integer>> nodes = new LinkedHashMap<>();
        for (int i = 0; i < size(); i++) {
            nodes.computeIfAbsent(signals.get(i), signal -> new ArrayList<>()).add(i);
        }
        nodes.remove(Constant.of(0));
        return nodes.entrySet().stream()
                .map(entry -> Drive.at(population, target, entry.getKey(), entry.getValue()))
                .toList();
    }
}
