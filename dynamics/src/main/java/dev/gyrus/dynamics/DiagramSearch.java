package dev.gyrus.dynamics;

import dev.gyrus.dynamics.Arclength.Point;
import dev.gyrus.dynamics.EquilibriumPath.Crossing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Draws up the diagram of a flow's equilibria: all equilibria in a box at several values of the parameter, the branch
 * through each that is on none yet, isolas among them, and the branches that cross these.
 */
public final class DiagramSearch {
    private static final int VALUES = 9;
    private static final int MOST_BRANCHES = 60;
    private static final double SAME = 1e-5;

    private final Flow flow;
    private final String parameter;
    private final double from;
    private final double to;
    private final double[] low;
    private final double[] high;

    private DiagramSearch(Flow flow, String parameter, double from, double to, double[] low, double[] high) {
        this.flow = flow;
        this.parameter = parameter;
        this.from = from;
        this.to = to;
        this.low = low;
        this.high = high;
    }

    /**
     * A search over a range of a parameter.
     *
     * @param low of the box in which equilibria are looked for, one number per state; branches may leave it
     * @param high one number per state
     * @throws dev.gyrus.core.GyrusException for an unknown parameter, a range that is none, or a box that is none
     */
    public static DiagramSearch of(Flow flow, String parameter, double from, double to, double[] low, double[] high) {
        Continuation.of(flow, parameter, from, to);
        Equilibria.in(flow, low, high);
        return new DiagramSearch(flow, parameter, from, to, low.clone(), high.clone());
    }

    /**
     * The diagram.
     *
     * @param parameters values of those that don't move
     */
    public Diagram run(double[] parameters) {
        int number = flow.parameters().indexOf(parameter);
        Equilibria equilibria = Equilibria.in(flow, low, high);
        List<Equilibrium> seeds = new ArrayList<>();
        List<String> searched = new ArrayList<>();
        for (int k = 0; k < VALUES; k++) {
            double[] at = parameters.clone();
            at[number] = from + (to - from) * k / (VALUES - 1);
            Equilibria.Search search = equilibria.find(at);
            seeds.addAll(search.equilibria());
            searched.add(String.format(Locale.ROOT, "%s = %.6g: ", parameter, at[number]) + search.statement());
        }
        Continuation continuation =
                Continuation.of(flow, parameter, from, to).scale(scale(seeds)).mostPoints(4000);
        List<Branch> branches = new ArrayList<>();
        for (Equilibrium seed : seeds) {
            if (branches.size() < MOST_BRANCHES && !isOn(branches, seed.parameters(), seed.state(), continuation)) {
                List<Crossing> crossings = new ArrayList<>();
                branches.add(continuation.branch(name(branches), seed.parameters(), seed.state(), crossings));
                follow(crossings, parameters, continuation, branches);
            }
        }
        return new Diagram(flow.states(), flow.parameters(), parameter, branches, searched);
    }

    /** The diagram with the cycles that are born at its Hopf points. */
    public Diagram withCycles(Diagram equilibria, CycleOptions options) {
        int number = flow.parameters().indexOf(parameter);
        return equilibria.with(new CycleFamilies(flow, number, from, to, options).of(equilibria.special()));
    }

    private static String name(List<Branch> branches) {
        return "E" + (branches.size() + 1);
    }

    private void follow(List<Crossing> first, double[] parameters, Continuation continuation, List<Branch> branches) {
        Deque<Crossing> open = new ArrayDeque<>(first);
        int n = flow.states().size();
        while (!open.isEmpty() && branches.size() < MOST_BRANCHES) {
            List<Crossing> more = new ArrayList<>();
            for (Branch branch : continuation.branch(name(branches), parameters, open.remove(), more)) {
                BranchPoint middle = branch.points().get(branch.points().size() / 2);
                if (!isOn(branches, middle.parameters(), Arrays.copyOf(middle.low(), n), continuation)) {
                    branches.add(branch);
                    open.addAll(more);
                }
            }
        }
    }

    /** Typical sizes of the states: their ranges over all equilibria, as far as they differ. */
    private double[] scale(List<Equilibrium> seeds) {
        double[] scale = new double[low.length];
        for (int i = 0; i < scale.length; i++) {
            int state = i;
            double least =
                    seeds.stream().mapToDouble(e -> e.state()[state]).min().orElse(0);
            double most =
                    seeds.stream().mapToDouble(e -> e.state()[state]).max().orElse(0);
            double range = most - least;
            scale[i] = range > 1e-9 * (high[i] - low[i]) ? range : high[i] - low[i];
        }
        return scale;
    }

    /** Whether an equilibrium lies on a branch: on the segment around its parameter, corrected at the parameter. */
    private boolean isOn(List<Branch> branches, double[] parameters, double[] state, Continuation continuation) {
        int number = flow.parameters().indexOf(parameter);
        double p = parameters[number];
        for (Branch branch : branches) {
            for (int k = 1; k < branch.points().size(); k++) {
                BranchPoint a = branch.points().get(k - 1);
                BranchPoint b = branch.points().get(k);
                double pa = a.parameters()[number];
                double pb = b.parameters()[number];
                if (pa != pb && (p - pa) * (p - pb) <= 0) {
                    double share = (p - pa) / (pb - pa);
                    double[] guess = new double[state.length];
                    double away = 0;
                    for (int i = 0; i < guess.length; i++) {
                        guess[i] = a.low()[i] + share * (b.low()[i] - a.low()[i]);
                        away = Math.max(away, Math.abs(guess[i] - state[i]) / (high[i] - low[i]));
                    }
                    if (away < 0.2 && isSame(continuation.corrected(parameters, guess), state)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isSame(Point found, double[] state) {
        if (found == null) {
            return false;
        }
        for (int i = 0; i < state.length; i++) {
            if (Math.abs(found.u()[i] - state[i]) > SAME * (high[i] - low[i])) {
                return false;
            }
        }
        return true;
    }
}
