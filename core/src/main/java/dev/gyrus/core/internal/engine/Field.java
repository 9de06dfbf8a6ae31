package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Stimulus;
import dev.gyrus.core.internal.engine.Plan.Arrival;
import dev.gyrus.core.internal.engine.Plan.ChannelPlan;
import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import dev.gyrus.core.internal.engine.Plan.InputPlan;
import dev.gyrus.core.internal.engine.Plan.PairPlan;
import dev.gyrus.core.internal.engine.Plan.StatePlan;
import dev.gyrus.core.internal.engine.Plan.StimulusPlan;
import dev.gyrus.core.internal.engine.Plan.WirePlan;
import dev.gyrus.core.internal.math.LinearSystem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The equations of a plan as functions of arrays, computed by its kernels: dx/dt = f(x, r) and the next holds g(x, r), with
 * every delay left out, no noise, and the stimuli of t = 0.
 *
 * <p>At rest the holds have settled: r = g(x, r). With the partial derivatives of f and g, coupling included,
 *
 * <pre>
 *   A = ∂f/∂x   B = ∂f/∂r
 *   C = ∂g/∂x   D = ∂g/∂r        df/dx = A + B (1 − D)⁻¹ C
 * </pre>
 *
 * <p>Numbers are coherent; x and r run over groups, then variables, then lanes. Not thread-safe.
 */
public final class Field {
    private static final int MOST_ITERATIONS = 100;
    private static final double TOLERANCE = 1e-13;

    private final Plan plan;
    private final Group[] groups;
    private final double[][][] sums;
    private final List<List<List<PairSum>>> pairs;
    private final Linearisation linearisation;
    private final int states;
    private final int holds;
    private final double[] initialHolds;

    public Field(Plan plan) {
        this.plan = plan;
        groups = new Group[plan.groups().size()];
        sums = new double[groups.length][][];
        for (int g = 0; g < groups.length; g++) {
            GroupPlan group = plan.groups().get(g).silent();
            int[] samples = new int[group.channels().size()];
            Arrays.fill(samples, 2);
            groups[g] = new Group(group, 1, 1, samples);
            sums[g] = new double[group.inputs().size()][group.lanes()];
        }
        pairs = plan.groups().stream()
                .map(group -> group.inputs().stream()
                        .map(input -> input.pairs().stream().map(this::pairSum).toList())
                        .toList())
                .toList();
        linearisation = new Linearisation(plan, groups);
        states = linearisation.states();
        holds = linearisation.holds();
        initialHolds = initialHolds();
    }

    private PairSum pairSum(PairPlan pair) {
        Tape[] none = new Tape[groups[pair.source()].plan().channels().size()];
        return new PairSum(pair.withoutDelays(), plan.dt(), groups[pair.source()], groups[pair.target()], none, none);
    }

    public Plan plan() {
        return plan;
    }

    /** Whether anything is coupled pair by pair: by functions of both ends that parameters can't be driven in. */
    public boolean couplesPairs() {
        return pairs.stream().flatMap(List::stream).anyMatch(ofInput -> !ofInput.isEmpty());
    }

    /** Whether the plan has noise. */
    public boolean isNoisy() {
        return plan.groups().stream().anyMatch(group -> !group.noise().isEmpty());
    }

    /** Whether anything of the plan arrives later than it is sent. */
    public boolean isDelayed() {
        return plan.wires().stream()
                        .anyMatch(wire -> wire.longest() > 0 || wire.classes().longest() > 0)
                || plan.groups().stream()
                        .flatMap(group -> group.inputs().stream())
                        .anyMatch(input -> input.pairs().stream().anyMatch(PairPlan::isDelayed));
    }

    /** The number of states on all lanes. */
    public int size() {
        return states;
    }

    /** Where the states start. */
    public double[] start() {
        List<double[]> initial = new ArrayList<>();
        plan.groups()
                .forEach(
                        group -> group.states().stream().map(StatePlan::initial).forEach(initial::add));
        return joined(initial);
    }

    private double[] initialHolds() {
        List<double[]> initial = new ArrayList<>();
        plan.groups()
                .forEach(group -> group.channels().stream()
                        .filter(ChannelPlan::isHold)
                        .map(ChannelPlan::initial)
                        .forEach(initial::add));
        return joined(initial);
    }

    private static double[] joined(List<double[]> arrays) {
        return arrays.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** dx/dt at x where the holds have settled. */
    public void derivative(double[] x, double[] out) {
        settle(x, out);
    }

    /** The matrix of ∂(dx_i/dt)/∂x_j at x where the holds have settled; by differences if pairs are coupled. */
    public double[][] jacobian(double[] x) {
        if (couplesPairs()) {
            return differences(x);
        }
        settle(x, new double[states]);
        double[][] all = linearisation.matrix();
        double[][] slopes = new double[states + holds][];
        Arrays.setAll(slopes, i -> Arrays.copyOf(all[i], states));
        return throughHolds(all, slopes);
    }

    /**
     * ∂(dx/dt)/∂s at x where the holds have settled, of what some stimuli play.
     *
     * @param factors of each stimulus: how much it plays per unit of s
     */
    public double[] sensitivity(double[] x, List<Stimulus> stimuli, double[] factors) {
        settle(x, new double[states]);
        double[][] all = linearisation.matrix();
        double[][] slopes = new double[states + holds][1];
        for (int k = 0; k < factors.length; k++) {
            double[] own = linearisation.by(stimuli.get(k));
            for (int i = 0; i < own.length; i++) {
                slopes[i][0] += factors[k] * own[i];
            }
        }
        double[][] through = throughHolds(all, slopes);
        double[] out = new double[states];
        Arrays.setAll(out, i -> through[i][0]);
        return out;
    }

    /** Total derivatives of f, with partial ones of f and g by the same quantities in the rows of {@code slopes}. */
    private double[][] throughHolds(double[][] all, double[][] slopes) {
        double[][] direct = Arrays.copyOf(slopes, states);
        double[][] ofHolds = Arrays.copyOfRange(slopes, states, states + holds);
        solve(oneMinusD(all), ofHolds);
        for (int i = 0; i < states; i++) {
            for (int h = 0; h < holds; h++) {
                double factor = all[i][states + h];
                for (int j = 0; factor != 0 && j < direct[i].length; j++) {
                    direct[i][j] += factor * ofHolds[h][j];
                }
            }
        }
        return direct;
    }

    /** Central differences over a distance of the cube root of the precision. */
    private double[][] differences(double[] x) {
        double[][] jacobian = new double[states][states];
        double[] up = new double[states];
        double[] down = new double[states];
        for (int j = 0; j < states; j++) {
            double[] moved = x.clone();
            moved[j] = x[j] + 6e-6 * Math.max(Math.abs(x[j]), 1);
            double right = moved[j];
            derivative(moved, up);
            moved[j] = x[j] - 6e-6 * Math.max(Math.abs(x[j]), 1);
            double left = moved[j];
            derivative(moved, down);
            for (int i = 0; i < states; i++) {
                jacobian[i][j] = (up[i] - down[i]) / (right - left);
            }
        }
        return jacobian;
    }

    /**
     * Finds the holds that belong to x and leaves dx/dt there in f: g applied once, which is enough where no hold reads
     * another, then Newton's method.
     */
    private void settle(double[] x, double[] f) {
        double[] held = initialHolds.clone();
        double[] next = new double[holds];
        evaluate(x, held, f, next);
        if (holds == 0) {
            return;
        }
        System.arraycopy(next, 0, held, 0, holds);
        for (int k = 0; k < MOST_ITERATIONS; k++) {
            evaluate(x, held, f, next);
            if (agree(held, next)) {
                return;
            }
            correct(held, next);
        }
        throw GyrusException.run("the holds find no values of their own at this state");
    }

    /** Whether the holds stay as they are; what is not a number stays so. */
    private static boolean agree(double[] held, double[] next) {
        for (int h = 0; h < held.length; h++) {
            double scale = Math.max(Math.abs(held[h]), Math.abs(next[h]));
            if (Math.abs(next[h] - held[h]) > TOLERANCE * scale) {
                return false;
            }
        }
        return true;
    }

    /** r += (1 − D)⁻¹ (g(r) − r). */
    private void correct(double[] held, double[] next) {
        double[][] steps = new double[holds][1];
        Arrays.setAll(steps, h -> new double[] {next[h] - held[h]});
        solve(oneMinusD(linearisation.matrix()), steps);
        Arrays.setAll(held, h -> held[h] + steps[h][0]);
    }

    private static void solve(double[][] matrix, double[][] rightHandSides) {
        if (!LinearSystem.solve(matrix, rightHandSides)) {
            throw GyrusException.run("the equations of the holds are singular at this state");
        }
    }

    private double[][] oneMinusD(double[][] all) {
        double[][] matrix = new double[holds][holds];
        for (int h = 0; h < holds; h++) {
            for (int k = 0; k < holds; k++) {
                matrix[h][k] = (h == k ? 1 : 0) - all[states + h][states + k];
            }
        }
        return matrix;
    }

    /** f and g at (x, r). */
    private void evaluate(double[] x, double[] r, double[] f, double[] g) {
        int state = 0;
        int hold = 0;
        for (int k = 0; k < groups.length; k++) {
            bindStimuli(k);
        }
        for (Group group : groups) {
            state = scatter(x, state, group.states());
            hold = scatter(r, hold, group.holds(0));
            group.publish(0, 0);
        }
        state = 0;
        hold = 0;
        for (int k = 0; k < groups.length; k++) {
            bindInputs(k);
            groups[k].evaluate(0, 0, 0, 0, 0);
            state = gather(groups[k].slopes(), state, f);
            hold = gather(groups[k].holds(1), hold, g);
        }
    }

    private static int scatter(double[] from, int first, double[][] rows) {
        int at = first;
        for (double[] row : rows) {
            System.arraycopy(from, at, row, 0, row.length);
            at += row.length;
        }
        return at;
    }

    private static int gather(double[][] rows, int first, double[] into) {
        int at = first;
        for (double[] row : rows) {
            System.arraycopy(row, 0, into, at, row.length);
            at += row.length;
        }
        return at;
    }

    /** What outputs are published with may be driven too. */
    private void bindStimuli(int g) {
        List<InputPlan> inputs = groups[g].plan().inputs();
        for (int n = 0; n < inputs.size(); n++) {
            double[] sum = sums[g][n];
            Arrays.fill(sum, 0);
            inputs.get(n).stimuli().forEach(stimulus -> stimulus.add(0, sum, 0, sum.length));
            groups[g].bindInput(inputs.get(n).slot(), sum);
        }
    }

    private void bindInputs(int g) {
        List<InputPlan> inputs = groups[g].plan().inputs();
        for (int n = 0; n < inputs.size(); n++) {
            InputPlan input = inputs.get(n);
            double[] sum = sums[g][n];
            Arrays.fill(sum, 0);
            for (Arrival arrival : input.arrivals()) {
                WirePlan wire = plan.wires().get(arrival.wire());
                double[] source = groups[wire.source()].ring(wire.channel()).row(0);
                wire.forEach(arrival.sum(), sum.length, (i, j, w) -> sum[i] = Math.fma(w, source[j], sum[i]));
            }
            for (PairSum pair : pairs.get(g).get(n)) {
                Lanes.add(sum, pair.evaluate(0, 0, 0, 0, 0), 0, sum.length);
            }
            for (StimulusPlan stimulus : input.stimuli()) {
                stimulus.add(0, sum, 0, sum.length);
            }
            groups[g].bindInput(input.slot(), sum);
        }
    }
}
