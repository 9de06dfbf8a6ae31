package dev.gyrus.spiking;

import dev.gyrus.core.Connection;
import dev.gyrus.core.Connectome;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Collects populations of neurons, projections between them and neural masses beside them, and makes a {@link Network} of all.
 *
 * <pre>{@code
 * var ampa = SynapseTypes.exponential("ampa", 5, 0);
 * var network = SpikingNetwork.builder()
 *         .population("E", Lif.node().with("I", 20), 3200)
 *         .population("I", Lif.node().with("I", 20), 800)
 *         .initial("E", "V", Initial.normal(-55, 2))
 *         .project("E", "I", p -> p.synapse(ampa).rule(WiringRule.fixedProbability(0.02)).weight(0.6))
 *         .build();
 * }</pre>
 *
 * <p>A population is an ordinary one: its parameters, inputs, stimuli and recordings are those of its neuron, and those of its
 * synapses under the names that {@link Synapse} says; the current of a synapse {@code ampa} into the input {@code I} is the
 * variable {@code I_ampa}. Neural masses are populations that do not fire; they are joined by {@link #connect}, also with
 * neurons: what a mass takes is the variable {@code rate} of a population ({@link #rate}), what neurons take is one of their
 * inputs. Not thread-safe.
 */
public final class SpikingNetwork {
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final List<SynapticProjection> projections = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final Problems problems = new Problems();
    private long seed;

    private SpikingNetwork() {}

    /** A population as it was described; the last two change as more is said about it. */
    record Group(
            String name,
            Node node,
            int size,
            Optional<Fibres> fibres,
            Map<String, Initial> starts,
            List<Double> rates) {
        Group(String name, Node node, int size, Optional<Fibres> fibres) {
            this(name, node, size, fibres, new LinkedHashMap<>(), new ArrayList<>());
        }
    }

    /** What joins the masses of a population, at a speed in mm/ms. */
    record Fibres(Connectome connectome, double speed) {}

    /** Starts a network. */
    public static SpikingNetwork builder() {
        return new SpikingNetwork();
    }

    /** The seed of the wiring, its weights and delays; that of noise and initial values belongs to the simulation. */
    public SpikingNetwork seed(long seed) {
        this.seed = seed;
        return this;
    }

    /** Adds neurons, or neural masses that nothing joins yet. */
    public SpikingNetwork population(String name, Node node, int size) {
        return add(name, node, size, Optional.empty());
    }

    /** Adds neural masses, one for each region of a connectome, wired as they declare; {@code speed} in mm/ms. */
    public SpikingNetwork population(String name, Node node, Connectome connectome, double speed) {
        return add(name, node, connectome.size(), Optional.of(new Fibres(connectome, speed)));
    }

    private SpikingNetwork add(String name, Node node, int size, Optional<Fibres> fibres) {
        problems.require(size > 0, "populations." + name + ".size", "a positive number", size);
        if (node == null) {
            throw GyrusException.input("populations." + name, "a node", "null");
        }
        Group group = new Group(name, node, size, fibres);
        problems.require(groups.putIfAbsent(name, group) == null, "populations." + name, "a name once", "twice");
        return this;
    }

    /** Where a state starts, instead of where its neuron says. */
    public SpikingNetwork initial(String population, String variable, Initial initial) {
        find(population, "initial").starts().put(variable, initial);
        return this;
    }

    /**
     * Gives the neurons of a population a variable {@code rate}, in Hz: r′ = −r/τ, and r grows by 1/τ at each spike. Its mean over the
     * neurons is the rate of the population; {@code connect(p, mass, c -> c.output("rate").weight(1.0/size))} sends it to a mass. It is
     * called {@code firing_rate} where the neuron has a {@code rate} of its own, as Poisson spikes have.
     *
     * @param tau in ms
     */
    public SpikingNetwork rate(String population, double tau) {
        find(population, "rate").rates().add(tau);
        return this;
    }

    /** Adds synapses. */
    public SpikingNetwork project(SynapticProjection projection) {
        projections.add(projection);
        return this;
    }

    /** Adds synapses from one population to another. */
    public SpikingNetwork project(String from, String to, UnaryOperator<SynapticProjection> description) {
        return project(description.apply(SynapticProjection.of(from, to)));
    }

    /** Adds a connection of variables and inputs, as between neural masses. */
    public SpikingNetwork connect(Connection connection) {
        connections.add(connection);
        return this;
    }

    /** Adds a connection of variables and inputs, as between neural masses. */
    public SpikingNetwork connect(String from, String to, UnaryOperator<Connection> description) {
        return connect(description.apply(Connection.of(from, to)));
    }

    private Group find(String population, String key) {
        Group group = groups.get(population);
        if (group == null) {
            problems.add(Problem.unknown(key, "population", population, groups.keySet()));
            return new Group(population, null, 0, Optional.empty());
        }
        return group;
    }

    /**
     * The network.
     *
     * @throws dev.gyrus.core.GyrusException with everything that does not fit
     */
    public Network build() {
        Problems all = new Problems();
        problems.list().forEach(all::add);
        return new Assembly(groups, projections, connections, seed, all).network();
    }
}
