package dev.gyrus.core;

import dev.gyrus.core.internal.engine.Field;
import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import dev.gyrus.core.internal.engine.Plan.Member;
import dev.gyrus.core.internal.engine.Planner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The right-hand side of a network's differential equations as a function of an array: dx/dt = f(x).
 *
 * <pre>{@code
 * var field = VectorField.of(node.with("tau", 2.0)).withInput("exc", 0.3);
 * double[] rate = new double[field.size()];
 * field.derivative(field.start(), rate);
 * }</pre>
 *
 * <p>It answers questions about rest: where the state stays, and whether it is stable there. So delays are left out, which
 * changes no fixed point (but the linearisation at it), noise is off, {@code t} is 0 and bounds are not applied. Firing,
 * resets and spikes are left out: where neurons fire, it is the flow between spikes. A hold
 * stands at its own value for x, r = g(x); where holds read one another, also through the coupling, r = g(x, r) is solved
 * by Newton's method. Values are those of the kernels that a run uses; derivatives are symbolic, inside a cell for tables
 * and inside a branch for functions with kinks; only with couplings that are computed pair by pair they are central
 * differences.
 *
 * <p>States are in their declared units, rates of change in these per ms. Not thread-safe: make one for each thread.
 */
public final class VectorField {
    private final Network network;
    private final Map<String, Double> inputs;
    private final FreeParameters free;
    private final List<String> states = new ArrayList<>();
    private final List<String> stateUnits = new ArrayList<>();
    private final double[] units;
    private final int[] places;
    private Field field;

    private VectorField(Network network, Map<String, Double> inputs, List<String> freePaths) {
        this.network = network;
        this.inputs = inputs;
        free = new FreeParameters(network, freePaths);
        field = planned();
        if (!freePaths.isEmpty() && field.couplesPairs()) {
            free.setAllByPlanning();
            field = planned();
        }
        units = new double[field.size()];
        places = new int[field.size()];
        List<Masses> masses = new ArrayList<>();
        int first = 0;
        for (GroupPlan group : field.plan().groups()) {
            for (Member member : group.members()) {
                masses.add(new Masses(group, member, first));
            }
            first += group.lanes() * group.stateVariables().size();
        }
        masses.sort(Comparator.comparingInt(m -> m.member.firstEntity()));
        masses.forEach(this::name);
    }

    private Field planned() {
        Simulation simulation = Simulation.of(free.network()).frozenCoupling(true);
        for (Map.Entry<String, Double> input : inputs.entrySet()) {
            double value = input.getValue();
            for (Population population : network.populations()) {
                if (takes(population.node(), input.getKey())) {
                    simulation = simulation.drive(Drive.everywhere(population.name(), input.getKey(), t -> value));
                }
            }
        }
        for (int k = 0; k < free.paths().size(); k++) {
            for (Drive drive : free.drives(k)) {
                simulation = simulation.drive(drive);
            }
        }
        return new Field(Planner.plan(simulation.settings()));
    }

    /**
     * The masses of one kind in one population.
     *
     * @param first where the states of the group begin
     */
    private record Masses(GroupPlan group, Member member, int first) {}

    private static boolean takes(Node node, String name) {
        return node.masses().stream().anyMatch(mass -> {
            boolean qualified = name.startsWith(mass.name() + ".");
            String local = qualified ? name.substring(mass.name().length() + 1) : name;
            return mass.input(local).isPresent() || mass.parameter(local).isPresent();
        });
    }

    private void name(Masses masses) {
        Member member = masses.member;
        int at = masses.first + member.lane();
        for (Variable variable : masses.group.stateVariables()) {
            int lane = 0;
            for (String label : member.labels()) {
                String node = network.size() == 1
                        ? ""
                        : member.population().isEmpty() ? label + "/" : member.population() + "/" + label + "/";
                units[states.size()] = Unit.of(variable.unit()).toCoherent();
                stateUnits.add(variable.unit());
                places[states.size()] = at + lane++;
                states.add(node + masses.group.mass().name() + "." + variable.name());
            }
            at += masses.group.lanes();
        }
    }

    /** The equations of a single node. */
    public static VectorField of(Node node) {
        return of(Network.of(node));
    }

    /** The equations of all nodes of a network, coupled without delays. */
    public static VectorField of(Network network) {
        return new VectorField(network, Map.of(), List.of());
    }

    /**
     * The same equations with parameters that {@link #move} changes at no cost.
     *
     * @param paths as {@link Network#with(String, double)} takes them; one value for all that a path means, at first that
     *     of the first node
     * @throws GyrusException for a path of no parameter, or two that share one
     */
    public VectorField free(String... paths) {
        return new VectorField(network, inputs, List.of(paths));
    }

    /** The paths of the parameters that can be moved. */
    public List<String> parameters() {
        return free.paths();
    }

    /** The present value of a free parameter, in its declared unit. */
    public double parameter(int k) {
        return free.value(k);
    }

    /**
     * Sets a free parameter, in its declared unit. A weight or delay of the wiring inside nodes, and anything in a network
     * with couplings that are computed pair by pair, costs a plan.
     *
     * @throws GyrusException where that needs a plan and the value is not allowed; else bounds are not checked
     */
    public void move(int k, double value) {
        if (free.set(k, value)) {
            field = planned();
        }
    }

    /**
     * The same equations with a constant at an input of every node that has it, or added to a parameter; flat or qualified
     * name, declared unit.
     *
     * @throws GyrusException if no node has an input or a parameter of that name
     */
    public VectorField withInput(String name, double value) {
        if (network.populations().stream().noneMatch(population -> takes(population.node(), name))) {
            List<String> known = new ArrayList<>();
            for (Population population : network.populations()) {
                population.node().masses().forEach(mass -> mass.inputs().forEach(input -> known.add(input.name())));
            }
            throw GyrusException.input(Problem.unknown("inputs", "input", name, known));
        }
        Map<String, Double> changed = new LinkedHashMap<>(inputs);
        changed.put(name, value);
        return new VectorField(network, changed, free.paths());
    }

    /**
     * What the elements of an array stand for: {@code mass.variable}, in a network of several nodes {@code
     * node/mass.variable} or {@code population/node/mass.variable}. Ordered by population, mass, variable, node.
     */
    public List<String> states() {
        return List.copyOf(states);
    }

    /** Declared units of the states. */
    public List<String> stateUnits() {
        return List.copyOf(stateUnits);
    }

    /** Whether a run of the network has noise, which is left out here. */
    public boolean isNoisy() {
        return field.isNoisy();
    }

    /** Whether a run of the network has delays, which are left out here. */
    public boolean isDelayed() {
        return field.isDelayed();
    }

    /** The number of states of all nodes. */
    public int size() {
        return states.size();
    }

    /** Where a run with seed 0 starts, in declared units. */
    public double[] start() {
        double[] start = new double[size()];
        declared(field.start(), start);
        return start;
    }

    /**
     * Computes f(x).
     *
     * @param state x, one number per state, in declared units
     * @param out gets dx/dt, in declared units per ms
     * @throws GyrusException if an array has another length, or where holds have no value that fits the state
     */
    public void derivative(double[] state, double[] out) {
        check("out", out);
        double[] rates = new double[size()];
        field.derivative(coherent(state), rates);
        declared(rates, out);
    }

    /** From the field's order and units to those of the description. */
    private void declared(double[] coherent, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = coherent[places[i]] / units[i];
        }
    }

    /**
     * Computes the Jacobian matrix.
     *
     * @param state x, one number per state, in declared units
     * @return {@code [i][j] = ∂(dx_i/dt)/∂x_j}, in declared units and ms
     * @throws GyrusException if the array has another length, or where holds have no value that fits the state
     */
    public double[][] jacobian(double[] state) {
        double[][] coherent = field.jacobian(coherent(state));
        double[][] jacobian = new double[size()][size()];
        for (int i = 0; i < jacobian.length; i++) {
            for (int j = 0; j < jacobian.length; j++) {
                jacobian[i][j] = coherent[places[i]][places[j]] * (units[j] / units[i]);
            }
        }
        return jacobian;
    }

    /**
     * Computes ∂f/∂p: symbolic, except for what {@link #move} needs a plan for: that is by central differences.
     *
     * @param state x, one number per state, in declared units
     * @param k the number of a free parameter
     * @param out gets one number per state, in its declared unit per ms and per declared unit of the parameter
     */
    public void sensitivity(double[] state, int k, double[] out) {
        check("out", out);
        if (free.isDriven(k)) {
            List<Stimulus> moved = free.drives(k).stream().map(Drive::stimulus).toList();
            declared(field.sensitivity(coherent(state), moved, free.unitFactors(k)), out);
            return;
        }
        double value = free.value(k);
        double step = 6e-6 * Math.max(Math.abs(value), 1e-3);
        double[] below = new double[size()];
        move(k, value - step);
        derivative(state, below);
        move(k, value + step);
        derivative(state, out);
        move(k, value);
        Arrays.setAll(out, i -> (out[i] - below[i]) / (2 * step));
    }

    private double[] coherent(double[] state) {
        check("state", state);
        double[] coherent = new double[state.length];
        for (int i = 0; i < state.length; i++) {
            coherent[places[i]] = state[i] * units[i];
        }
        return coherent;
    }

    private void check(String key, double[] array) {
        if (array.length != size()) {
            throw GyrusException.input(key, size() + " numbers, one per state", array.length + " numbers");
        }
    }
}
