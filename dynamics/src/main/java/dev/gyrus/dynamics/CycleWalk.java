package dev.gyrus.dynamics;

import dev.gyrus.dynamics.internal.Integral;
import dev.gyrus.dynamics.internal.Mesh;
import dev.gyrus.dynamics.internal.Metric;
import dev.gyrus.dynamics.internal.Multipliers;
import dev.gyrus.dynamics.internal.Orbit;
import dev.gyrus.dynamics.internal.OrbitSolver;
import dev.gyrus.dynamics.internal.Profile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Follows a branch of cycles by pseudo-arclength continuation, point by point.
 *
 * <p>From a cycle X = (u, T, p) with unit tangent V the next is looked for near X + ℓV under the condition ⟨V, Y − X⟩ = ℓ (H. B.
 * Keller, in: Applications of Bifurcation Theory, Academic Press 1977, 359–384), with the phase fixed by ∫⟨u, u_before'⟩ dt = 0 (E. J. Doedel, Congr. Numer. 30, 1981,
 * 265–284), which keeps the profile from drifting. A step is taken back and halved when Newton's method fails or the tangent turns by more than an angle:
 * so folds are not jumped over and branches are not changed. After each step the mesh is adapted.
 *
 * <p>An event lies where a function of the point changes sign within a step; the step's length is then varied until the
 * function is 0, and the point counts only if what is to happen there does: the parameter turns back, a multiplier is at ±1, a pair on the
 * circle. A change of sign by rounding or by an inaccurate multiplier fails that and is not reported: near a canard multipliers are larger than
 * the inverse of the precision, and test functions that trust them report folds and doublings that vanish when tolerances are tightened.
 */
final class CycleWalk implements Iterator<CyclePoint> {
    /** The cosine of the angle by which the tangent may turn in one step. */
    private static final double TURN = 0.9;

    /** How close to 1 in modulus a multiplier must be at its bifurcation. */
    private static final double CLOSE = 1e-3;

    /** A function that changes its sign within this share of a step without being small there jumps. */
    private static final double JUMP = 1e-5;

    /** Error of the trivial multiplier from which on a cycle is too uncertain for folds. */
    private static final double TRUSTED = 0.1;

    /** Changes of the parameter below this share of its range are rounding. */
    private static final double RESOLVED = 1e-10;

    /** Values of a test function below this many times the error of the trivial multiplier have no sign. */
    private static final double NOISE = 2;

    private static final int PERIOD = 0;
    private static final int PARAMETER = 1;

    private final CycleSystem system;
    private final OrbitSolver solver;
    private final double from;
    private final double to;
    private final CycleOptions options;
    private final double[] floors;
    private final Deque<CyclePoint> pending = new ArrayDeque<>();
    private final PeriodLimit periods = new PeriodLimit();
    private Orbit here;
    private double step;
    private int count;
    private boolean ended;
    private boolean atHopf;

    /**
     * @param start a cycle, or an equilibrium whose direction is a small cycle
     * @param atHopf whether it is an equilibrium
     * @param floors sizes of the states below which a change counts as absolute
     */
    CycleWalk(
            CycleSystem system,
            Orbit start,
            boolean atHopf,
            double[] floors,
            double from,
            double to,
            CycleOptions options) {
        this.floors = floors.clone();
        this.system = system;
        this.atHopf = atHopf;
        this.from = from;
        this.to = to;
        this.options = options;
        solver = system.solver(options.tolerance());
        here = start;
        step = options.firstStep();
        if (!atHopf) {
            add(start, CycleEvent.NONE);
            here = adapted(start);
        }
    }

    @Override
    public boolean hasNext() {
        while (pending.isEmpty() && !ended) {
            advance();
        }
        return !pending.isEmpty();
    }

    @Override
    public CyclePoint next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return pending.poll();
    }

    private void advance() {
        Orbit next = attempt();
        if (next == null) {
            finish(here.multipliers() == null ? null : here, periods.growing() ? periods.kind() : CycleEvent.STOPPED);
            return;
        }
        if (!atHopf && deviation(next) < 0) {
            double middle = deviation(here) / (deviation(here) - deviation(next));
            Orbit small = shrunk(take(step * middle * 0.9), take(step * middle * 0.95));
            finish(small == null ? here : small, CycleEvent.HOPF);
            return;
        }
        if (!atHopf) {
            events(next);
        }
        double p = next.scalars()[PARAMETER];
        if (p < from || p > to) {
            Orbit end = at(next, p < from ? from : to);
            pending.removeIf(point -> outside(point.limit()));
            finish(end == null ? next : end, CycleEvent.BOUND);
            return;
        }
        add(next, CycleEvent.NONE);
        periods.add(next.scalars()[PERIOD], p);
        if (periods.ratio() > options.longest()) {
            pending.pollLast();
            finish(next, periods.kind());
            return;
        }
        if (++count >= options.points()) {
            finish(next, CycleEvent.STOPPED);
            return;
        }
        step = Math.min(options.largestStep(), next.iterations() <= 4 ? step * 1.4 : step);
        here = adapted(next);
        atHopf = false;
    }

    private boolean outside(double p) {
        return p < from || p > to;
    }

    private void finish(Orbit last, CycleEvent event) {
        if (last != null) {
            add(last, event);
        }
        ended = true;
    }

    private void add(Orbit orbit, CycleEvent event) {
        Cycle cycle = system.cycle(orbit);
        double p = orbit.scalars()[PARAMETER];
        boolean infinite = event == CycleEvent.HOMOCLINIC || event == CycleEvent.SADDLE_NODE;
        pending.add(new CyclePoint(cycle, event, infinite ? periods.limit() : p));
    }

    /** The next point; null where even the smallest step fails. */
    private Orbit attempt() {
        while (step >= options.smallestStep()) {
            Orbit next = take(step);
            if (next != null && next.scalars()[PERIOD] > 0) {
                if (cosine(next) >= TURN || step < 10 * options.smallestStep()) {
                    return next;
                }
            }
            step /= 2;
        }
        return null;
    }

    /** The point at a distance from here. */
    private Orbit take(double length) {
        Metric metric = metric(here);
        Orbit unit = here.scaled(1 / norm(here, metric));
        Profile guess = unit.profile().plus(length, unit.direction());
        double[] scalars = unit.scalars().clone();
        for (int q = 0; q < scalars.length; q++) {
            scalars[q] += length * unit.scalarDirection()[q];
        }
        Integral along = metric.along(unit.direction(), unit.scalarDirection(), 0);
        double value = along.of(unit.profile(), unit.scalars()) + length;
        Integral arc = new Integral(along.weights(), along.scalars(), value);
        return solver.correct(guess, scalars, new Integral[] {phase(metric), arc}, metric);
    }

    private Integral phase(Metric metric) {
        Profile reference = atHopf ? here.direction() : here.profile();
        return system.phase(reference, metric);
    }

    private Metric metric(Orbit orbit) {
        return Metric.of(orbit.profile(), floors, orbit.scalars()[PERIOD], to - from);
    }

    private static double norm(Orbit orbit, Metric metric) {
        return Math.sqrt(
                metric.product(orbit.direction(), orbit.scalarDirection(), orbit.direction(), orbit.scalarDirection()));
    }

    private double cosine(Orbit next) {
        Metric metric = metric(here);
        double product =
                metric.product(here.direction(), here.scalarDirection(), next.direction(), next.scalarDirection());
        return product / norm(here, metric) / norm(next, metric);
    }

    /** The inner product of the deviations from the mean here and there: its sign changes where the cycle has shrunk to a point. */
    private double deviation(Orbit next) {
        Metric metric = metric(here);
        double[] none = new double[next.scalars().length];
        double product = metric.product(here.profile(), none, next.profile(), none);
        double[] mine = here.profile().mean();
        double[] other = next.profile().mean();
        for (int a = 0; a < mine.length; a++) {
            product -= mine[a] * other[a] * metric.weights()[a];
        }
        return product;
    }

    /**
     * The limit of a vanishing cycle from two small ones. The linear system is singular there (the period of a point is
     * arbitrary); but the mean, T and p are even functions of the amplitude, so they are extrapolated in its square.
     */
    private Orbit shrunk(Orbit small, Orbit smaller) {
        if (small == null || smaller == null) {
            return null;
        }
        double ratio = Math.pow(deviation(smaller) / deviation(small), 2);
        double share = ratio / (1 - ratio);
        double[] scalars = smaller.scalars().clone();
        for (int q = 0; q < scalars.length; q++) {
            scalars[q] += share * (scalars[q] - small.scalars()[q]);
        }
        double[] first = small.profile().mean();
        double[] second = smaller.profile().mean();
        Profile point = smaller.profile().zero(first.length);
        for (double[] node : point.nodes()) {
            for (int a = 0; a < node.length; a++) {
                node[a] = second[a] + share * (second[a] - first[a]);
            }
        }
        return new Orbit(point, scalars, smaller.direction(), smaller.scalarDirection(), smaller.multipliers(), 0);
    }

    private Orbit adapted(Orbit orbit) {
        double[] scales = metric(orbit).states();
        for (int a = 0; a < scales.length; a++) {
            scales[a] = Math.max(orbit.profile().range(a), 1e-3 * scales[a]);
        }
        int needed = Mesh.intervals(orbit.profile(), scales, options.accuracy());
        int intervals = Math.max(options.intervals(), Math.min(options.mostIntervals(), needed));
        return orbit.on(Mesh.adapted(orbit.profile(), scales, intervals));
    }

    private Orbit at(Orbit next, double p) {
        double share = (p - here.scalars()[PARAMETER]) / (next.scalars()[PARAMETER] - here.scalars()[PARAMETER]);
        Profile guess = here.profile().plus(share, next.profile().plus(-1, here.profile()));
        double period = here.scalars()[PERIOD] + share * (next.scalars()[PERIOD] - here.scalars()[PERIOD]);
        Metric metric = metric(here);
        return solver.correct(guess, new double[] {period, p}, system.fixed(here.profile(), p, metric), metric);
    }

    private void events(Orbit next) {
        List<Found> found = new ArrayList<>();
        Multipliers before = here.multipliers();
        Multipliers after = next.multipliers();
        double noise = NOISE * Math.max(1e-6, Math.max(before.error(), after.error()));
        ToDoubleFunction<Orbit> speed = orbit -> orbit.scalarDirection()[PARAMETER] / norm(orbit, metric(orbit));
        boolean turned = speed.applyAsDouble(here) * speed.applyAsDouble(next) < 0;
        boolean crossed = opposite(before.fold(), after.fold(), noise);
        if (turned && Math.max(before.error(), after.error()) < TRUSTED) {
            add(found, CycleEvent.FOLD, speed, orbit -> extreme(orbit, next));
        } else if (crossed) {
            add(
                    found,
                    CycleEvent.BRANCH,
                    o -> o.multipliers().fold(),
                    o -> o.multipliers().distance(1) < CLOSE);
        }
        if (opposite(before.doubling(), after.doubling(), noise)) {
            add(
                    found,
                    CycleEvent.DOUBLING,
                    o -> o.multipliers().doubling(),
                    o -> o.multipliers().distance(-1) < CLOSE);
        }
        if (before.pairsOutside() != after.pairsOutside() && opposite(before.torus(), after.torus(), noise)) {
            add(
                    found,
                    CycleEvent.TORUS,
                    o -> o.multipliers().torus(),
                    o -> o.multipliers().torus() != 0
                            && Math.abs(o.multipliers().torus()) < CLOSE);
        }
        found.sort((a, b) -> Double.compare(distance(a.orbit), distance(b.orbit)));
        found.forEach(event -> add(event.orbit, event.event));
    }

    /** Whether the parameter turns back at an orbit, by more than rounding makes it. */
    private boolean extreme(Orbit orbit, Orbit next) {
        double before = orbit.scalars()[PARAMETER] - here.scalars()[PARAMETER];
        double after = orbit.scalars()[PARAMETER] - next.scalars()[PARAMETER];
        return before * after > 0 && Math.min(Math.abs(before), Math.abs(after)) > RESOLVED * (to - from);
    }

    private static boolean opposite(double before, double after, double noise) {
        return before * after < 0 && Math.min(Math.abs(before), Math.abs(after)) > noise;
    }

    private record Found(CycleEvent event, Orbit orbit) {}

    private double distance(Orbit orbit) {
        Metric metric = metric(here);
        double[] s = new double[orbit.scalars().length];
        for (int q = 0; q < s.length; q++) {
            s[q] = orbit.scalars()[q] - here.scalars()[q];
        }
        return metric.product(orbit.profile().plus(-1, here.profile()), s, here.direction(), here.scalarDirection());
    }

    private void add(List<Found> found, CycleEvent event, ToDoubleFunction<Orbit> test, Predicate<Orbit> holds) {
        Orbit orbit = locate(test, holds);
        if (orbit != null) {
            found.add(new Found(event, orbit));
        }
    }

    /** The point within the last step where a function is 0, by regula falsi with halved weights; null where it isn't what it should be. */
    private Orbit locate(ToDoubleFunction<Orbit> test, Predicate<Orbit> holds) {
        double low = 0;
        double high = step;
        double atLow = test.applyAsDouble(here);
        Orbit best = take(high);
        if (best == null) {
            return null;
        }
        double atHigh = test.applyAsDouble(best);
        int side = 0;
        for (int k = 0; k < 60 && high - low > 1e-11 * step && atHigh != 0; k++) {
            double middle = (low * atHigh - high * atLow) / (atHigh - atLow);
            if (k % 8 == 7) {
                middle = (low + high) / 2;
            }
            Orbit orbit = take(middle);
            if (orbit == null) {
                break;
            }
            double value = test.applyAsDouble(orbit);
            double moved = Math.min(middle - low, high - middle);
            best = orbit;
            if (value * atLow > 0) {
                low = middle;
                atLow = value;
                atHigh = side == -1 ? atHigh / 2 : atHigh;
                side = -1;
            } else {
                high = middle;
                atHigh = value;
                atLow = side == 1 ? atLow / 2 : atLow;
                side = 1;
            }
            if (high - low < JUMP * step && Math.abs(value) > 0.01) {
                return null;
            }
            if (value == 0 || moved < 1e-10 * step) {
                break;
            }
        }
        return holds.test(best) ? best : null;
    }
}
