package dev.gyrus.core;

import dev.gyrus.core.internal.engine.DelayedField;
import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import dev.gyrus.core.internal.engine.Plan.Member;
import dev.gyrus.core.internal.engine.Planner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The right-hand side of a network's delay differential equations: dx/dt = f(x(t), x(t − τ₁), …).
 *
 * <p>Holds, which {@link VectorField} does away with, are states here, for what is sent with a delay may be a hold that
 * itself reads what arrived with one. In a run a hold follows its function within a step; here r follows r = g by
 *
 * <pre>dr/dt = (g − r)/{@value #LAG} ms</pre>
 *
 * and what is sent from masses with holds is delayed by as much less, so that what arrives is late by nothing in first
 * order and wrong by (ω·{@value #LAG} ms)²/2 at an angular frequency ω. Noise is off and bounds are not applied. Delays are
 * whole multiples of {@value #STEP} ms.
 *
 * <p>States are in their declared units, rates of change in these per ms. Not thread-safe.
 */
public final class DelayedVectorField {
    /** How fast holds follow their functions, in ms. */
    public static final double LAG = 0.02;

    /** What delays are rounded to, in ms. */
    public static final double STEP = 0.001;

    private final FreeParameters free;
    private final DelayedField field;
    private final List<String> states = new ArrayList<>();
    private final double[] units;
    private final int[] places;
    private final double[] delays;
    private final boolean[] held;

    private DelayedVectorField(Network network, List<String> paths) {
        free = new FreeParameters(network, paths);
        for (int k = 0; k < paths.size(); k++) {
            if (!free.isDriven(k)) {
                throw GyrusException.input(
                        paths.get(k), "a parameter of a mass, where there are delays", "one of the wiring");
            }
        }
        Simulation simulation = Simulation.of(free.network())
                .dt(STEP)
                .integrator(Integrator.EULER)
                .frozenCoupling(true);
        for (int k = 0; k < paths.size(); k++) {
            simulation = simulation.drive(free.drives(k));
        }
        field = new DelayedField(Planner.plan(simulation.settings()));
        units = new double[field.size()];
        places = new int[field.size()];
        held = new boolean[field.size()];
        List<Masses> masses = new ArrayList<>();
        int state = 0;
        int hold = field.states();
        for (GroupPlan group : field.plan().groups()) {
            for (Member member : group.members()) {
                masses.add(new Masses(group, member, state, hold));
            }
            state += group.lanes() * group.stateVariables().size();
            hold += group.lanes() * holds(group).size();
        }
        masses.sort(Comparator.comparingInt(m -> m.member.firstEntity()));
        masses.forEach(own -> name(own, network.size() == 1));
        delays = field.delays();
        boolean anyHeld = field.size() > field.states();
        for (int k = 1; anyHeld && k < delays.length; k++) {
            delays[k] = Math.max(0, delays[k] - LAG);
        }
    }

    /** The masses of one kind in one population, and where their states and holds begin. */
    private record Masses(GroupPlan group, Member member, int state, int hold) {}

    private static List<Variable> holds(GroupPlan group) {
        return group.mass().variables().stream()
                .filter(variable -> variable.kind() == Variable.Kind.HOLD)
                .toList();
    }

    private void name(Masses masses, boolean single) {
        int at = masses.state + masses.member.lane();
        for (Variable variable : masses.group.stateVariables()) {
            name(masses, variable, at, single);
            at += masses.group.lanes();
        }
        at = masses.hold + masses.member.lane();
        for (Variable variable : holds(masses.group)) {
            name(masses, variable, at, single);
            at += masses.group.lanes();
        }
    }

    private void name(Masses masses, Variable variable, int first, boolean single) {
        int lane = first;
        Member member = masses.member;
        for (String label : member.labels()) {
            String node =
                    single ? "" : member.population().isEmpty() ? label + "/" : member.population() + "/" + label + "/";
            held[states.size()] = variable.kind() == Variable.Kind.HOLD;
            units[states.size()] = Unit.of(variable.unit()).toCoherent();
            places[states.size()] = lane++;
            states.add(node + masses.group.mass().name() + "." + variable.name());
        }
    }

    /**
     * The equations of all nodes of a network.
     *
     * @param free paths of parameters of masses that {@link #move} changes, as of {@link Network#with(String, double)}
     * @throws GyrusException where something is coupled pair by pair, or a free parameter is one of the wiring
     */
    public static DelayedVectorField of(Network network, String... free) {
        return new DelayedVectorField(network, List.of(free));
    }

    /** States and holds; names as those of {@link VectorField#states()}. */
    public List<String> states() {
        return List.copyOf(states);
    }

    /** The paths of the parameters that can be moved. */
    public List<String> parameters() {
        return free.paths();
    }

    /** The present value of a free parameter, in its declared unit. */
    public double parameter(int k) {
        return free.value(k);
    }

    /** Sets a free parameter, in its declared unit; bounds are not checked. */
    public void move(int k, double value) {
        free.set(k, value);
    }

    /** The number of states and holds of all nodes. */
    public int size() {
        return states.size();
    }

    /** The delays τ₁, τ₂, … in ms, ascending. */
    public double[] delays() {
        return java.util.Arrays.copyOfRange(delays, 1, delays.length);
    }

    /** Where a run with seed 0 starts, in declared units. */
    public double[] start() {
        return declared(field.start());
    }

    /**
     * Computes f.
     *
     * @param past {@code past[0]} is x(t), {@code past[k]} is x(t − τ_k); one number per state each
     * @param out gets dx/dt, in declared units per ms
     */
    public void derivative(double[][] past, double[] out) {
        double[] rates = new double[size()];
        field.evaluate(coherent(past), rates);
        double[] values = declared(rates);
        for (int i = 0; i < out.length; i++) {
            out[i] = held[i] ? (values[i] - past[0][i]) / LAG : values[i];
        }
    }

    /**
     * Computes ∂f/∂x(t − τ_k).
     *
     * @param k 0 for the present state
     * @param out gets {@code [i][j] = ∂f_i/∂x_j(t − τ_k)}
     */
    public void jacobian(double[][] past, int k, double[][] out) {
        double[][] coherent = field.jacobian(coherent(past), k);
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < out.length; j++) {
                double slope = coherent[places[i]][places[j]] * (units[j] / units[i]);
                out[i][j] = held[i] ? (slope - (k == 0 && i == j ? 1 : 0)) / LAG : slope;
            }
        }
    }

    private double[][] coherent(double[][] past) {
        double[][] coherent = new double[past.length][size()];
        for (int k = 0; k < past.length; k++) {
            for (int i = 0; i < size(); i++) {
                coherent[k][places[i]] = past[k][i] * units[i];
            }
        }
        return coherent;
    }

    private double[] declared(double[] coherent) {
        double[] declared = new double[size()];
        for (int i = 0; i < declared.length; i++) {
            declared[i] = coherent[places[i]] / units[i];
        }
        return declared;
    }
}
