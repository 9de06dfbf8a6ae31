package dev.gyrus.dynamics;

import dev.gyrus.core.GyrusException;
import dev.gyrus.dynamics.internal.Collocation;
import dev.gyrus.dynamics.internal.CriticalProblem;
import dev.gyrus.dynamics.internal.CycleProblem;
import dev.gyrus.dynamics.internal.Gauss;
import dev.gyrus.dynamics.internal.Integral;
import dev.gyrus.dynamics.internal.Mesh;
import dev.gyrus.dynamics.internal.Metric;
import dev.gyrus.dynamics.internal.Orbit;
import dev.gyrus.dynamics.internal.OrbitSolver;
import dev.gyrus.dynamics.internal.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Folds and period doublings of cycles over two parameters, of systems without delays.
 *
 * <p>The cycle and the vector of its critical multiplier are solved for together ({@link CriticalProblem}) and followed by pseudo-arclength
 * continuation, the mesh adapted to both.
 */
public final class CycleCurve {
    /** Steps in one direction, at most. */
    private static final int MOST = 200;

    /** Cosine of the angle by which the tangent may turn in one step. */
    private static final double TURN = 0.9;

    private final CriticalProblem problem;
    private final OrbitSolver solver;
    private final boolean fold;
    private final int n;
    private final double[] from;
    private final double[] to;
    private final CycleOptions options;

    private CycleCurve(CriticalProblem problem, boolean fold, double[] from, double[] to, CycleOptions options) {
        this.problem = problem;
        this.fold = fold;
        this.from = from;
        this.to = to;
        this.options = options;
        n = problem.size() / 2;
        solver = new Collocation(problem, options.tolerance());
    }

    /**
     * The curve through a point of a branch, within the ranges of both parameters.
     *
     * @param point with {@link CycleEvent#FOLD} or {@link CycleEvent#DOUBLING}
     * @param first index of the parameter of that branch
     * @param second index of another parameter
     * @param from smallest values of both
     * @param to largest values of both
     * @throws GyrusException if the point is another one, or the system has delays
     */
    public static Branch through(
            Flow flow, CyclePoint point, int first, int second, double[] from, double[] to, CycleOptions options) {
        Cycle cycle = point.cycle();
        cycle.check(flow);
        boolean fold = point.event() == CycleEvent.FOLD;
        if (!fold && point.event() != CycleEvent.DOUBLING || flow.delays(cycle.parameters()).length > 0) {
            throw GyrusException.input(
                    "point",
                    "a fold or a period doubling of cycles without delays",
                    "'" + point.event().label() + "'");
        }
        Orbit start = critical(flow, cycle, first, fold, options);
        if (start == null) {
            throw GyrusException.input("point", "a cycle with a multiplier " + (fold ? "1" : "-1"), "one without");
        }
        CriticalProblem problem = new CriticalProblem(flow, cycle.parameters(), first, second, fold);
        CycleCurve curve = new CycleCurve(problem, fold, from, to, options);
        List<BranchPoint> points = new ArrayList<>();
        for (int sign : new int[] {-1, 1}) {
            List<BranchPoint> half = curve.follow(start, cycle.parameter(second), sign);
            if (sign < 0) {
                Collections.reverse(half);
            }
            points.addAll(points.isEmpty() || half.isEmpty() ? half : half.subList(1, half.size()));
        }
        Branch.Kind kind = fold ? Branch.Kind.CYCLE_FOLD : Branch.Kind.PERIOD_DOUBLING;
        return new Branch(kind, fold ? "LPC" : "PD", points);
    }

    /** The cycle with the critical vector as its direction. */
    private static Orbit critical(Flow flow, Cycle cycle, int first, boolean fold, CycleOptions options) {
        CycleSystem system = new CycleSystem(flow, cycle.parameters(), first);
        Collocation collocation =
                new Collocation(new CycleProblem(flow, cycle.parameters(), first), options.tolerance());
        Profile profile = cycle.profile();
        Metric metric =
                Metric.of(profile, CycleSystem.floors(profile), cycle.period(), 1 + Math.abs(cycle.parameter(first)));
        // Near a fold the amplitude tells cycles apart, the parameter does not.
        double[] mean = profile.mean();
        Profile swing = profile.zero(mean.length);
        for (int k = 0; k < profile.nodes().length; k++) {
            for (int a = 0; a < mean.length; a++) {
                swing.nodes()[k][a] = profile.nodes()[k][a] - mean[a];
            }
        }
        double[] scalars = {cycle.period(), cycle.parameter(first)};
        Integral amplitude = metric.along(swing, new double[2], 0);
        Integral fixed = new Integral(amplitude.weights(), amplitude.scalars(), amplitude.of(profile, scalars));
        Integral[] conditions = fold
                ? new Integral[] {system.phase(profile, metric), fixed}
                : system.fixed(profile, cycle.parameter(first), metric);
        Orbit orbit = collocation.correct(profile, scalars, conditions, metric);
        if (orbit == null || fold) {
            return orbit;
        }
        Profile vector = collocation.eigenfunction(orbit, conditions, -1);
        return new Orbit(orbit.profile(), orbit.scalars(), vector, new double[2], orbit.multipliers(), 0);
    }

    private List<BranchPoint> follow(Orbit start, double second, int sign) {
        List<BranchPoint> points = new ArrayList<>();
        Orbit here = first(start, second);
        double step = options.firstStep();
        if (here != null && here.scalarDirection()[2] * sign < 0) {
            here = here.scaled(-1);
        }
        while (here != null && points.size() < MOST && inside(here)) {
            points.add(point(here));
            here = adapted(here);
            Orbit next = null;
            while (next == null && step >= options.smallestStep()) {
                next = take(here, step);
                if (next == null || cosine(here, next) < TURN) {
                    next = null;
                    step /= 2;
                }
            }
            step = Math.min(options.largestStep(), next != null && next.iterations() <= 4 ? 1.4 * step : step);
            here = next;
        }
        return points;
    }

    private boolean inside(Orbit orbit) {
        double[] s = orbit.scalars();
        return s[0] > 0 && s[1] >= from[0] && s[1] <= to[0] && s[2] >= from[1] && s[2] <= to[1];
    }

    /** The cycle and its vector, of length 1, with the second parameter held. */
    private Orbit first(Orbit start, double second) {
        Profile both = start.profile().zero(2 * n);
        for (int k = 0; k < both.nodes().length; k++) {
            System.arraycopy(start.profile().nodes()[k], 0, both.nodes()[k], 0, n);
            System.arraycopy(start.direction().nodes()[k], 0, both.nodes()[k], n, n);
        }
        double period = start.scalars()[0];
        double beta = fold ? start.scalarDirection()[0] : 0;
        double[] s = fold
                ? new double[] {period, start.scalars()[1], second, beta}
                : new double[] {period, start.scalars()[1], second};
        Integral length = length(both, s);
        double factor = 1 / Math.sqrt(length.of(both, s));
        for (double[] node : both.nodes()) {
            for (int a = n; a < 2 * n; a++) {
                node[a] *= factor;
            }
        }
        if (fold) {
            s[3] *= factor;
        }
        Integral[] conditions = conditions(both, s);
        double[] held = new double[s.length];
        held[2] = 1;
        conditions[s.length - 1] = new Integral(new double[both.intervals()][Gauss.DEGREE][2 * n], held, second);
        return solver.correct(both, s, conditions, metric(both, s));
    }

    private Orbit take(Orbit here, double step) {
        Metric metric = metric(here.profile(), here.scalars());
        double norm = Math.sqrt(
                metric.product(here.direction(), here.scalarDirection(), here.direction(), here.scalarDirection()));
        Orbit unit = here.scaled(1 / norm);
        double[] s = unit.scalars().clone();
        for (int q = 0; q < s.length; q++) {
            s[q] += step * unit.scalarDirection()[q];
        }
        Integral along = metric.along(unit.direction(), unit.scalarDirection(), 0);
        double value = along.of(unit.profile(), unit.scalars()) + step;
        Integral[] conditions = conditions(here.profile(), here.scalars());
        conditions[s.length - 1] = new Integral(along.weights(), along.scalars(), value);
        return solver.correct(unit.profile().plus(step, unit.direction()), s, conditions, metric);
    }

    private double cosine(Orbit a, Orbit b) {
        Metric metric = metric(a.profile(), a.scalars());
        double product = metric.product(a.direction(), a.scalarDirection(), b.direction(), b.scalarDirection());
        double first = metric.product(a.direction(), a.scalarDirection(), a.direction(), a.scalarDirection());
        double second = metric.product(b.direction(), b.scalarDirection(), b.direction(), b.scalarDirection());
        return product / Math.sqrt(first * second);
    }

    /** The phase of the cycle, at a fold that of the vector, the vector's length; the last place is left free. */
    private Integral[] conditions(Profile both, double[] s) {
        double[] weights = metric(both, s).weights();
        double[][][] slopes = Integral.slopes(both, weights);
        double[][][] phase = new double[both.intervals()][Gauss.DEGREE][2 * n];
        double[][][] vector = new double[both.intervals()][Gauss.DEGREE][2 * n];
        for (int i = 0; i < phase.length; i++) {
            for (int c = 0; c < Gauss.DEGREE; c++) {
                System.arraycopy(slopes[i][c], 0, phase[i][c], 0, n);
                System.arraycopy(slopes[i][c], 0, vector[i][c], n, n);
            }
        }
        double[] none = new double[s.length];
        double at = new Integral(phase, none, 0).of(both, s);
        Integral first = new Integral(phase, none, at);
        Integral length = length(both, s);
        return fold
                ? new Integral[] {first, new Integral(vector, none, 0), length, null}
                : new Integral[] {first, length, null};
    }

    private Integral length(Profile both, double[] s) {
        double[] weights = metric(both, s).weights();
        Arrays.fill(weights, 0, n, 0);
        double[] scalars = new double[s.length];
        if (fold) {
            scalars[3] = s[3] / (s[0] * s[0]);
        }
        return new Integral(Integral.values(both, weights), scalars, 1);
    }

    private Metric metric(Profile both, double[] s) {
        double[] states = new double[2 * n];
        for (int a = 0; a < n; a++) {
            states[a] = Math.max(both.largest(a), 1e-100);
            states[n + a] = states[a];
        }
        double[] scalars = new double[s.length];
        Arrays.fill(scalars, s[0]);
        scalars[1] = to[0] - from[0];
        scalars[2] = to[1] - from[1];
        return new Metric(states, scalars);
    }

    private Orbit adapted(Orbit orbit) {
        double[] scales = metric(orbit.profile(), orbit.scalars()).states();
        for (int a = 0; a < n; a++) {
            scales[a] = Math.max(orbit.profile().range(a), 1e-3 * scales[a]);
        }
        int needed = Mesh.intervals(orbit.profile(), scales, options.accuracy());
        int intervals = Math.max(options.intervals(), Math.min(options.mostIntervals(), needed));
        return orbit.on(Mesh.adapted(orbit.profile(), scales, intervals));
    }

    private BranchPoint point(Orbit orbit) {
        double[][] nodes = new double[orbit.profile().nodes().length][];
        for (int k = 0; k < nodes.length; k++) {
            nodes[k] = Arrays.copyOf(orbit.profile().nodes()[k], n);
        }
        double[] parameters = problem.parameters(orbit.scalars());
        Profile profile = new Profile(orbit.profile().mesh(), nodes);
        Cycle cycle = new Cycle(parameters, orbit.scalars()[0], profile, List.of());
        double[] low = new double[n];
        double[] high = new double[n];
        for (int a = 0; a < n; a++) {
            low[a] = cycle.minimum(a);
            high[a] = cycle.maximum(a);
        }
        return new BranchPoint(parameters, low, high, cycle.period(), 0, List.of(), Optional.empty(), Double.NaN);
    }
}
