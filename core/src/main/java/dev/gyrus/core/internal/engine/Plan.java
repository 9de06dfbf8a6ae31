package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Stimulus;
import dev.gyrus.core.Table;
import dev.gyrus.core.Variable;
import dev.gyrus.core.internal.kernel.CompiledMass;
import dev.gyrus.core.internal.kernel.Equations;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A simulation as numbers: groups of lanes, wires between them, and the schedule of delays. Immutable once made; many
 * engines may run from one plan.
 *
 * @param dt the step, in ms
 * @param seeds of noise, one per parameter set: lanes are sets × nodes
 * @param events what fires and what spikes do
 */
public record Plan(
        double dt,
        Scheme scheme,
        List<Long> seeds,
        List<GroupPlan> groups,
        List<WirePlan> wires,
        EventPlan events,
        List<Probe> probes) {

    /**
     * The lanes of a population that fire, under its name or {@code population.mass}; those of group −1 where it has none.
     *
     * @throws GyrusException where there is no such population
     */
    public Neurons firing(String name) {
        Neurons found = null;
        Set<String> known = new LinkedHashSet<>();
        for (int g = 0; g < groups.size(); g++) {
            GroupPlan group = groups.get(g);
            boolean fires = events.firingOf(g) >= 0;
            for (Member member : group.members) {
                known.add(member.population);
                boolean exact = name.equals(member.population + "." + group.mass.name());
                if (exact || name.equals(member.population)) {
                    if (exact || found == null || found.group < 0) {
                        found = new Neurons(fires ? g : -1, member.lane, member.lane + member.labels.size());
                    }
                }
            }
        }
        if (found == null) {
            throw GyrusException.input(Problem.unknown("fired", "population", name, known));
        }
        return found;
    }

    /** The lanes {@code from … to − 1} of a group. */
    public record Neurons(int group, int from, int to) {}

    /** How many parameter sets run side by side. */
    public int sets() {
        return seeds.size();
    }

    /**
     * How much of its past each channel must keep, in steps.
     *
     * @param summed {@code [group][channel]}: the longest delay with which it is summed over a tape; −1 where it isn't
     * @param aligned {@code [group][channel]}: the longest delay of a wire that reads samples; −1 where there is none
     */
    record Reach(int[][] summed, int[][] aligned) {}

    Reach reach() {
        int[][] summed = new int[groups.size()][];
        int[][] aligned = new int[groups.size()][];
        for (int g = 0; g < summed.length; g++) {
            summed[g] = new int[groups.get(g).channels().size()];
            aligned[g] = new int[summed[g].length];
            Arrays.fill(summed[g], -1);
            Arrays.fill(aligned[g], -1);
        }
        for (WirePlan wire : wires) {
            int[] longest = (wire.isDirect() ? aligned : summed)[wire.source()];
            int delay = wire.isDirect() ? wire.longest() : wire.classes().longest();
            longest[wire.channel()] = Math.max(longest[wire.channel()], delay);
        }
        for (GroupPlan target : groups) {
            for (InputPlan input : target.inputs()) {
                for (PairPlan pair : input.pairs()) {
                    int[] longest = summed[pair.source()];
                    for (int c : pair.channels()) {
                        longest[c] = Math.max(longest[c], pair.connections().longest());
                    }
                }
            }
        }
        return new Reach(summed, aligned);
    }

    /**
     * Masses of one kind, of one population or of several that advance together.
     *
     * @param population its name, or those of the first and the last
     * @param lanes nodes of all sets
     * @param members whose the nodes are
     * @param memory of the kernel: constants and steady noise factors are set, other arrays null
     * @param equations what the kernel was compiled from
     * @param parameters of the equations, in coherent units: one value, or one per lane
     */
    public record GroupPlan(
            String population,
            Mass mass,
            int lanes,
            List<Member> members,
            CompiledMass compiled,
            CompiledMass.Memory memory,
            Equations equations,
            Map<String, double[]> parameters,
            List<StatePlan> states,
            List<ChannelPlan> channels,
            List<NoisePlan> noise,
            List<InputPlan> inputs) {

        /** Lanes of one set. */
        public int nodes() {
            Member last = members.get(members.size() - 1);
            return last.lane + last.labels.size();
        }

        /** {@code population/mass}, for messages. */
        public String title() {
            return title(population);
        }

        private String title(String population) {
            return population.isEmpty() ? mass.name() : population + "/" + mass.name();
        }

        /** The node of a lane in words: {@code Precentral_L (cortex/excitatory)}. */
        String place(int lane) {
            int node = lane % nodes();
            int m = members.size() - 1;
            while (members.get(m).lane > node) {
                m--;
            }
            Member member = members.get(m);
            return member.labels.get(node - member.lane) + " (" + title(member.population) + ")";
        }

        /** Visits the lanes of the first set, those of consecutive nodes of the network together. */
        void forEachStretch(Stretch visitor) {
            int from = 0;
            for (int m = 1; m <= members.size(); m++) {
                Member first = members.get(from);
                int to = m == members.size() ? nodes() : members.get(m).lane;
                if (m == members.size() || members.get(m).firstEntity - first.firstEntity != to - first.lane) {
                    visitor.visit(first.firstEntity, first.lane, to);
                    from = m;
                }
            }
        }

        /** The states in the order of their numbers. */
        public List<Variable> stateVariables() {
            return states.stream().map(StatePlan::variable).toList();
        }

        Map<String, Table> tables() {
            return mass.tables().stream().collect(Collectors.toMap(Table::name, table -> table));
        }

        /** The same group without noise. */
        GroupPlan silent() {
            return new GroupPlan(
                    population,
                    mass,
                    lanes,
                    members,
                    compiled,
                    memory,
                    equations,
                    parameters,
                    states,
                    channels,
                    List.of(),
                    inputs);
        }
    }

    /**
     * The nodes of one population among the lanes of a group.
     *
     * @param labels one per node
     * @param lane of the first node
     * @param firstEntity index of the first node in the whole network: the entity of its noise
     */
    public record Member(String population, List<String> labels, int lane, int firstEntity) {}

    /** What is done with lanes of consecutive nodes. */
    interface Stretch {
        /** @param entity of lane {@code from} */
        void visit(int entity, int from, int to);
    }

    /**
     * A state.
     *
     * @param low bound in coherent units
     * @param high bound in coherent units
     * @param initial one value per lane, in coherent units
     */
    record StatePlan(Variable variable, int value, int derivative, double low, double high, double[] initial) {
        boolean bounded() {
            return variable.isBounded();
        }
    }

    /**
     * A variable with a past: recorded, coupled, or a hold.
     *
     * @param value slot through which the kernel reads a hold, or −1
     * @param next slot through which the kernel writes a hold or an output, or −1
     * @param slope slot of its derivative for interpolation, or −1
     * @param state index of the state it copies, or −1
     * @param initial start of a hold, one value per lane; null for the others
     */
    record ChannelPlan(String name, Variable.Kind kind, int value, int next, int slope, int state, double[] initial) {
        boolean isHold() {
            return kind == Variable.Kind.HOLD;
        }
    }

    /**
     * One noise variable in one state's equation; those whose factor is zero on every lane are left out.
     *
     * @param factor slot of its factor
     */
    record NoisePlan(int state, long stream, int factor) {}

    /**
     * What arrives in one array of a kernel.
     *
     * @param slot the array, or −1 where only a threshold or a statement reads it
     * @param arrivals sums of wires
     * @param pairs sums that need both ends of each connection
     */
    record InputPlan(String name, int slot, List<Arrival> arrivals, List<PairPlan> pairs, List<StimulusPlan> stimuli) {}

    /** One of the (at most two) sums of a wire. */
    record Arrival(int wire, int sum) {}

    /**
     * Functions of a group's states and holds at one sample, evaluated beside its kernel.
     *
     * @param memory of the kernel: constants are set, other arrays null
     * @param states slot of each state, or −1
     * @param holds slot of each channel that is a hold, or −1
     */
    record FormulaPlan(
            CompiledMass compiled, CompiledMass.Memory memory, Map<String, Table> tables, int[] states, int[] holds) {}

    /**
     * Σ_j w_ij f(source_j(t − d_ij), target_i(t)), computed for each connection.
     *
     * @param channels of the source that f reads
     * @param values of the target that f reads
     * @param results their slots in {@code values}
     * @param pre f, with one lane per connection
     * @param sourceSlots slot in {@code pre} of each channel
     * @param targetSlots slot in {@code pre} of each value of the target
     * @param result slot of f
     * @param connections with delays in steps
     */
    record PairPlan(
            int source,
            int[] channels,
            int target,
            FormulaPlan values,
            int[] results,
            CompiledMass pre,
            int[] sourceSlots,
            int[] targetSlots,
            int result,
            Csr connections) {

        boolean isDelayed() {
            return connections.longest() > 0;
        }

        PairPlan withoutDelays() {
            return with(values, connections.withoutDelays());
        }

        /**
         * The same pairs in several sets.
         *
         * @param sources nodes of the source
         * @param memory of the values of all sets
         */
        PairPlan repeat(int sets, int sources, CompiledMass.Memory memory) {
            FormulaPlan all =
                    new FormulaPlan(values.compiled(), memory, values.tables(), values.states(), values.holds());
            return with(all, connections.repeat(sets, sources));
        }

        private PairPlan with(FormulaPlan values, Csr connections) {
            return new PairPlan(
                    source, channels, target, values, results, pre, sourceSlots, targetSlots, result, connections);
        }
    }

    /**
     * A stimulus on some lanes.
     *
     * @param scale coherent value = stimulus × scale
     * @param adjacent whether each lane is the next of the one before
     */
    record StimulusPlan(Stimulus stimulus, double scale, int[] lanes, boolean adjacent) {
        StimulusPlan(Stimulus stimulus, double scale, int[] lanes) {
            this(stimulus, scale, lanes, areAdjacent(lanes));
        }

        private static boolean areAdjacent(int[] lanes) {
            return lanes.length > 0 && IntStream.range(0, lanes.length).allMatch(k -> lanes[k] == lanes[0] + k);
        }

        /** Adds the value at a time to the lanes of a range. */
        void add(double time, double[] sums, int from, int to) {
            double value = stimulus.at(time) * scale;
            if (adjacent) {
                Lanes.add(sums, value, Math.max(from, lanes[0]), Math.min(to, lanes[0] + lanes.length));
                return;
            }
            for (int lane : lanes) {
                if (from <= lane && lane < to) {
                    sums[lane] += value;
                }
            }
        }
    }

    /**
     * Connections from one channel to one group.
     *
     * @param classes by delay; between the nodes of every set, or, where sets differ in them, between all lanes
     * @param sums how many functions of the weight are summed
     * @param aligned where every lane listens to its own partner with weight one and one delay: that delay in steps, else
     *     −1
     * @param pools instead of classes, where all targets of a population hear all of another alike
     * @param description for explanations
     */
    public record WirePlan(
            int source,
            int channel,
            int target,
            DelayClasses classes,
            int sums,
            int aligned,
            List<Pool> pools,
            String description) {

        WirePlan(int source, int channel, int target, DelayClasses classes, int sums, int aligned, String description) {
            this(source, channel, target, classes, sums, aligned, List.of(), description);
        }

        /** Whether samples of the source are read as they are, not summed over a tape. */
        boolean isDirect() {
            return aligned >= 0 || !pools.isEmpty();
        }

        /** The longest delay of a direct wire. */
        int longest() {
            return pools.stream().mapToInt(Pool::delay).max().orElse(aligned);
        }

        /** The shortest delay of pools. */
        int shortestPool() {
            return pools.stream().mapToInt(Pool::delay).min().orElse(Integer.MAX_VALUE);
        }

        /** Whether any connection has a delay, under a scheme with a lead. */
        boolean isDelayed() {
            return isDirect() && longest() > 0
                    || classes.grain() < 1 << DelayClasses.LARGEST
                    || !classes.prompt().isEmpty()
                    || !classes.classes()[DelayClasses.LARGEST].isEmpty();
        }

        /** Visits every connection of one sum, whatever its delay. */
        void forEach(int sum, int lanes, Connection visitor) {
            for (int i = 0; aligned >= 0 && i < lanes; i++) {
                visitor.visit(i, i, 1);
            }
            pools.forEach(pool -> pool.forEach(sum, visitor));
            for (Csr csr : classes.all()) {
                csr.forEach(sum, visitor);
            }
        }
    }

    /**
     * All of some targets hear all of some sources with one weight and one delay: lanes of the first set.
     *
     * @param targets the first, and behind the last
     * @param sources the first, and behind the last
     * @param weights one for each sum
     * @param delay in steps
     */
    record Pool(int[] targets, int[] sources, double[] weights, int delay) {
        void forEach(int sum, Connection visitor) {
            for (int i = targets[0]; i < targets[1]; i++) {
                for (int j = sources[0]; j < sources[1]; j++) {
                    visitor.visit(i, j, weights[sum]);
                }
            }
        }
    }

    /** What is done with a connection. */
    interface Connection {
        /** @param weight of the source lane's value in the target lane's sum */
        void visit(int target, int source, double weight);
    }

    /**
     * Where an observed variable comes from: the populations that have it, in their order.
     *
     * @param scale declared value = coherent value × scale
     */
    public record Probe(String name, String unit, double scale, List<String> labels, List<Source> sources) {}

    /** The lanes {@code from … to − 1} of each set of a channel of a group. */
    public record Source(int group, int channel, int from, int to) {}
}
