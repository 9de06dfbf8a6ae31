package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.internal.engine.Partials.Row;
import dev.gyrus.core.internal.engine.Plan.Arrival;
import dev.gyrus.core.internal.engine.Plan.ChannelPlan;
import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import dev.gyrus.core.internal.engine.Plan.InputPlan;
import dev.gyrus.core.internal.engine.Plan.StatePlan;
import dev.gyrus.core.internal.engine.Plan.WirePlan;
import dev.gyrus.core.internal.kernel.Slots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The equations of a plan with their delays, as functions of arrays: dx/dt and the next holds g from the present states and
 * holds and those some delays ago; no noise, the stimuli of t = 0.
 *
 * <p>Numbers are coherent; an array runs over the states of all groups (variables, then lanes), then over their holds. Not
 * thread-safe.
 */
public final class DelayedField {
    private final Plan plan;
    private final Group[] groups;
    private final double[][][] sums;
    private final List<Map<String, Integer>> at = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final int[] delays;
    private final int states;
    private final int size;
    private final List<Partials> partials = new ArrayList<>();

    /**
     * What arrives at an input through one sum of a wire with one delay.
     *
     * @param k the number of the delay, 0 for none
     */
    private record Link(int group, int input, WirePlan wire, int k, int[] targets, int[] sources, double[] weights) {}

    /** @param plan of a scheme without lead */
    public DelayedField(Plan plan) {
        this.plan = plan;
        groups = new Group[plan.groups().size()];
        sums = new double[groups.length][][];
        int next = 0;
        for (int g = 0; g < groups.length; g++) {
            GroupPlan group = plan.groups().get(g).silent();
            int[] samples = new int[group.channels().size()];
            Arrays.fill(samples, 2);
            groups[g] = new Group(group, 1, 1, samples);
            sums[g] = new double[group.inputs().size()][group.lanes()];
            Map<String, Integer> own = new LinkedHashMap<>();
            for (StatePlan state : group.states()) {
                own.put(state.variable().name(), next);
                next += group.lanes();
            }
            at.add(own);
            if (group.inputs().stream().anyMatch(input -> !input.pairs().isEmpty())) {
                throw GyrusException.input(
                        "network", "couplings that are sums over sources, with delays", "one computed pair by pair");
            }
        }
        states = next;
        for (int g = 0; g < groups.length; g++) {
            for (ChannelPlan channel : groups[g].plan().channels()) {
                if (channel.isHold()) {
                    at.get(g).put(channel.name(), next);
                    next += groups[g].lanes();
                }
            }
        }
        size = next;
        TreeSet<Integer> found = new TreeSet<>(List.of(0));
        plan.wires().forEach(wire -> visit(wire, 0, (i, j, w, d) -> found.add(d)));
        delays = found.stream().mapToInt(Integer::intValue).toArray();
        link();
    }

    /** What is done with a delayed connection. */
    private interface Visitor {
        void visit(int target, int source, double weight, int delay);
    }

    private static void visit(WirePlan wire, int sum, Visitor visitor) {
        for (Csr csr : wire.classes().all()) {
            for (int i = 0; i < csr.targets(); i++) {
                for (int p = csr.starts()[i]; p < csr.starts()[i + 1]; p++) {
                    visitor.visit(i, csr.sources()[p], csr.weights()[sum][p], csr.delays()[p]);
                }
            }
        }
        wire.pools().forEach(pool -> pool.forEach(sum, (i, j, w) -> visitor.visit(i, j, w, pool.delay())));
        if (wire.aligned() >= 0) {
            visitor.visit(-1, -1, 1, wire.aligned());
        }
    }

    private void link() {
        for (int g = 0; g < groups.length; g++) {
            List<InputPlan> inputs = groups[g].plan().inputs();
            for (int n = 0; n < inputs.size(); n++) {
                for (Arrival arrival : inputs.get(n).arrivals()) {
                    WirePlan wire = plan.wires().get(arrival.wire());
                    Map<Integer, List<double[]>> byDelay = new LinkedHashMap<>();
                    int lanes = groups[g].lanes();
                    visit(wire, arrival.sum(), (i, j, w, d) -> {
                        List<double[]> own = byDelay.computeIfAbsent(d, x -> new ArrayList<>());
                        for (int lane = 0; i < 0 && lane < lanes; lane++) {
                            own.add(new double[] {lane, lane, w});
                        }
                        if (i >= 0) {
                            own.add(new double[] {i, j, w});
                        }
                    });
                    int group = g;
                    int input = n;
                    byDelay.forEach((delay, all) -> links.add(new Link(
                            group,
                            input,
                            wire,
                            Arrays.binarySearch(delays, delay),
                            all.stream().mapToInt(c -> (int) c[0]).toArray(),
                            all.stream().mapToInt(c -> (int) c[1]).toArray(),
                            all.stream().mapToDouble(c -> c[2]).toArray())));
                }
            }
        }
    }

    public Plan plan() {
        return plan;
    }

    /** The delays in ms, ascending, the first one 0. */
    public double[] delays() {
        return Arrays.stream(delays).mapToDouble(steps -> steps * plan.dt()).toArray();
    }

    /** The number of states on all lanes. */
    public int states() {
        return states;
    }

    /** The number of states and holds on all lanes. */
    public int size() {
        return size;
    }

    /** Where states and holds start. */
    public double[] start() {
        double[] start = new double[size];
        for (int g = 0; g < groups.length; g++) {
            Map<String, Integer> own = at.get(g);
            for (StatePlan state : groups[g].plan().states()) {
                System.arraycopy(
                        state.initial(), 0, start, own.get(state.variable().name()), groups[g].lanes());
            }
            for (ChannelPlan channel : groups[g].plan().channels()) {
                if (channel.isHold()) {
                    System.arraycopy(channel.initial(), 0, start, own.get(channel.name()), groups[g].lanes());
                }
            }
        }
        return start;
    }

    /**
     * Computes dx/dt, then g.
     *
     * @param past {@code past[k]}: states and holds {@code delays()[k]} ago
     */
    public void evaluate(double[][] past, double[] out) {
        arrive(past);
        stand(past[0]);
        int next = 0;
        for (int g = 0; g < groups.length; g++) {
            bind(g);
            groups[g].evaluate(0, 0, 0, 0, 0);
            for (double[] slope : groups[g].slopes()) {
                System.arraycopy(slope, 0, out, next, slope.length);
                next += slope.length;
            }
        }
        for (Group group : groups) {
            for (double[] hold : group.holds(1)) {
                System.arraycopy(hold, 0, out, next, hold.length);
                next += hold.length;
            }
        }
    }

    /** The derivatives of {@link #evaluate} by the states and holds {@code delays()[k]} ago. */
    public double[][] jacobian(double[][] past, int k) {
        if (partials.isEmpty()) {
            differentiate();
        }
        List<Map<String, double[]>> inner = inner(past[k]);
        double[] unused = new double[size];
        evaluate(past, unused);
        for (int g = 0; g < groups.length; g++) {
            partials.get(g).evaluate(groups[g]);
        }
        double[][] matrix = new double[size][size];
        for (int g = 0; g < groups.length; g++) {
            for (Map.Entry<String, Integer> row : at.get(g).entrySet()) {
                Row kind = row.getValue() < states ? Row.DRIFT : Row.HOLD;
                if (k == 0) {
                    addOwn(g, kind, row.getKey(), row.getValue(), matrix);
                }
                addArriving(g, kind, row.getKey(), row.getValue(), k, inner, matrix);
            }
        }
        return matrix;
    }

    private void differentiate() {
        for (int g = 0; g < groups.length; g++) {
            List<String> columns = new ArrayList<>(at.get(g).keySet());
            for (InputPlan input : groups[g].plan().inputs()) {
                columns.add(array(g, input));
            }
            partials.add(new Partials(groups[g].plan(), columns));
        }
    }

    private String array(int g, InputPlan input) {
        Slots.Slot slot = groups[g].plan().compiled().slots().arrays().get(input.slot());
        return slot.name();
    }

    private void addOwn(int g, Row kind, String name, int row, double[][] matrix) {
        at.get(g).forEach((variable, column) -> {
            double[] slope = partials.get(g).of(kind, name, variable);
            for (int i = 0; slope != null && i < slope.length; i++) {
                matrix[row + i][column + i] += slope[i];
            }
        });
    }

    private void addArriving(
            int g, Row kind, String name, int row, int k, List<Map<String, double[]>> inner, double[][] matrix) {
        for (Link link : links) {
            if (link.group != g || link.k != k) {
                continue;
            }
            double[] outer = partials.get(g)
                    .of(kind, name, array(g, groups[g].plan().inputs().get(link.input)));
            if (outer == null) {
                continue;
            }
            int source = link.wire.source();
            String channel =
                    groups[source].plan().channels().get(link.wire.channel()).name();
            at.get(source).forEach((variable, column) -> {
                double[] slope = inner.get(source).get(channel + " by " + variable);
                for (int p = 0; slope != null && p < link.targets.length; p++) {
                    int i = link.targets[p];
                    int j = link.sources[p];
                    matrix[row + i][column + j] += outer[i] * link.weights[p] * slope[j];
                }
            });
        }
    }

    /** The derivatives of every channel by its own lane's variables at an array, under {@code channel by variable}. */
    private List<Map<String, double[]>> inner(double[] y) {
        stand(y);
        List<Map<String, double[]>> all = new ArrayList<>();
        for (int g = 0; g < groups.length; g++) {
            bind(g);
            groups[g].evaluate(0, 0, 0, 0, 0);
            partials.get(g).evaluate(groups[g]);
            Map<String, double[]> own = new LinkedHashMap<>();
            for (ChannelPlan channel : groups[g].plan().channels()) {
                for (String variable : at.get(g).keySet()) {
                    double[] slope = partials.get(g).of(Row.CHANNEL, channel.name(), variable);
                    if (channel.name().equals(variable)) {
                        slope = new double[groups[g].lanes()];
                        Arrays.fill(slope, 1);
                    }
                    if (slope != null) {
                        own.put(channel.name() + " by " + variable, slope.clone());
                    }
                }
            }
            all.add(own);
        }
        return all;
    }

    /** Adds up what arrives at every input. */
    private void arrive(double[][] past) {
        for (int g = 0; g < groups.length; g++) {
            List<InputPlan> inputs = groups[g].plan().inputs();
            for (int n = 0; n < inputs.size(); n++) {
                double[] sum = sums[g][n];
                Arrays.fill(sum, 0);
                inputs.get(n).stimuli().forEach(stimulus -> stimulus.add(0, sum, 0, sum.length));
            }
        }
        double[][][] stimulated = Arrays.stream(sums)
                .map(own -> Arrays.stream(own).map(double[]::clone).toArray(double[][]::new))
                .toArray(double[][][]::new);
        for (int k = 0; k < delays.length; k++) {
            stand(past[k], stimulated);
            for (Link link : links) {
                if (link.k == k) {
                    double[] source =
                            groups[link.wire.source()].ring(link.wire.channel()).row(0);
                    double[] sum = sums[link.group][link.input];
                    for (int p = 0; p < link.targets.length; p++) {
                        sum[link.targets[p]] += link.weights[p] * source[link.sources[p]];
                    }
                }
            }
        }
    }

    private void stand(double[] y) {
        stand(y, sums);
    }

    /** Puts all groups at an array, with what arrives as far as outputs read it: driven parameters. */
    private void stand(double[] y, double[][][] arriving) {
        int next = 0;
        for (int g = 0; g < groups.length; g++) {
            List<InputPlan> inputs = groups[g].plan().inputs();
            for (int n = 0; n < inputs.size(); n++) {
                groups[g].bindInput(inputs.get(n).slot(), arriving[g][n]);
            }
            for (double[] state : groups[g].states()) {
                System.arraycopy(y, next, state, 0, state.length);
                next += state.length;
            }
        }
        for (Group group : groups) {
            for (double[] hold : group.holds(0)) {
                System.arraycopy(y, next, hold, 0, hold.length);
                next += hold.length;
            }
        }
        for (Group group : groups) {
            group.publish(0, 0);
        }
    }

    private void bind(int g) {
        List<InputPlan> inputs = groups[g].plan().inputs();
        for (int n = 0; n < inputs.size(); n++) {
            groups[g].bindInput(inputs.get(n).slot(), sums[g][n]);
        }
    }
}
