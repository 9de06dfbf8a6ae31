package dev.gyrus.dynamics;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.dynamics.Arclength.Point;
import dev.gyrus.dynamics.EquilibriumPath.Crossing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Follows equilibria while one parameter moves.
 *
 * <pre>{@code
 * var flow = Flows.of(WilsonCowan.node(), "x_ext");
 * var hopf = Continuation.of(flow, "x_ext", 0, 2).forward(new double[] {0}, new double[2])
 *         .filter(point -> point.type().isPresent()).findFirst();
 * }</pre>
 *
 * <p>Folds, Hopf points and crossings are located to the precision of the equations. Immutable; not thread-safe, as flows
 * need not be.
 */
public final class Continuation {
    private final Flow flow;
    private final int parameter;
    private final double from;
    private final double to;
    private final double[] scale;
    private final int steps;
    private final int mostPoints;

    private Continuation(Flow flow, int parameter, double from, double to, double[] scale, int steps, int mostPoints) {
        this.flow = flow;
        this.parameter = parameter;
        this.from = from;
        this.to = to;
        this.scale = scale;
        this.steps = steps;
        this.mostPoints = mostPoints;
    }

    /**
     * Continuation in a parameter of a flow between two of its values.
     *
     * @throws GyrusException for an unknown parameter, or unless {@code from < to}
     */
    public static Continuation of(Flow flow, String parameter, double from, double to) {
        int number = flow.parameters().indexOf(parameter);
        if (number < 0) {
            throw GyrusException.input(Problem.unknown("parameter", "free parameter", parameter, flow.parameters()));
        }
        Problems problems = new Problems();
        problems.require(from < to && Double.isFinite(to - from), "from", "a finite number below to = " + to, from);
        problems.throwIfAny();
        double[] one = new double[flow.states().size()];
        Arrays.fill(one, 1);
        return new Continuation(flow, number, from, to, one, 200, 20_000);
    }

    /** The same with typical sizes of the states, in which steps are measured; without, 1 each. */
    public Continuation scale(double... sizes) {
        if (sizes.length != flow.states().size() || Arrays.stream(sizes).anyMatch(size -> !(size > 0))) {
            throw GyrusException.input(
                    "scale", flow.states().size() + " positive numbers, one per state", Arrays.toString(sizes));
        }
        return new Continuation(flow, parameter, from, to, sizes.clone(), steps, mostPoints);
    }

    /** The same with a first step of 1/steps of the parameter's range; later ones are up to 5 times as long. */
    public Continuation steps(int steps) {
        return new Continuation(flow, parameter, from, to, scale, Math.max(1, steps), mostPoints);
    }

    /** The same with at most so many points in each direction of a branch. */
    public Continuation mostPoints(int points) {
        return new Continuation(flow, parameter, from, to, scale, steps, points);
    }

    Flow flow() {
        return flow;
    }

    int parameter() {
        return parameter;
    }

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    /**
     * The points of a branch with the parameter rising at first, computed when they are asked for.
     *
     * @param parameters of the start
     * @param state near an equilibrium
     */
    public Stream<BranchPoint> forward(double[] parameters, double[] state) {
        return stream(path(parameters, state, 1));
    }

    /** The same with the parameter falling at first. */
    public Stream<BranchPoint> backward(double[] parameters, double[] state) {
        return stream(path(parameters, state, -1));
    }

    private static Stream<BranchPoint> stream(EquilibriumPath path) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(path, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** The whole branch through an equilibrium. */
    public Branch branch(String name, double[] parameters, double[] state) {
        return branch(name, parameters, state, new ArrayList<>());
    }

    /** @param crossings receives where other branches cross */
    Branch branch(String name, double[] parameters, double[] state, List<Crossing> crossings) {
        EquilibriumPath forward = path(parameters, state, 1);
        return joined(name, forward, () -> path(parameters, state, -1), crossings);
    }

    /** The whole branch that leaves a crossing; empty where it cannot be found. */
    List<Branch> branch(String name, double[] parameters, Crossing crossing, List<Crossing> crossings) {
        int n = flow.states().size();
        for (double distance : new double[] {1, 0.1, 10}) {
            for (int side : new int[] {1, -1}) {
                EquilibriumCurve curve = new EquilibriumCurve(flow, parameters, parameter);
                Arclength arclength = arclength(curve);
                double[] direction = crossing.across().clone();
                for (int j = 0; j <= n; j++) {
                    direction[j] *= side;
                }
                Point point = arclength.at(new Point(crossing.u(), direction), distance * arclength.step());
                if (point != null && inRange(point.u()[n])) {
                    double[] back = point.tangent().clone();
                    for (int j = 0; j <= n; j++) {
                        back[j] = -back[j];
                    }
                    EquilibriumPath away = path(curve, arclength, point);
                    return List.of(joined(
                            name,
                            away,
                            () -> {
                                EquilibriumCurve own = new EquilibriumCurve(flow, parameters, parameter);
                                return path(own, arclength(own), new Point(point.u(), back));
                            },
                            crossings));
                }
            }
        }
        return List.of();
    }

    private boolean inRange(double value) {
        return value >= from && value <= to;
    }

    private Branch joined(
            String name,
            EquilibriumPath forward,
            java.util.function.Supplier<EquilibriumPath> backward,
            List<Crossing> crossings) {
        List<BranchPoint> ahead = new ArrayList<>();
        forward.forEachRemaining(ahead::add);
        crossings.addAll(forward.crossings());
        List<BranchPoint> points = new ArrayList<>();
        if (!forward.closed()) {
            EquilibriumPath behind = backward.get();
            behind.forEachRemaining(points::add);
            crossings.addAll(behind.crossings());
            Collections.reverse(points);
            points.remove(points.size() - 1);
        }
        points.addAll(ahead);
        return new Branch(Branch.Kind.EQUILIBRIUM, name, points);
    }

    /** The equilibrium near a state; null where there is none. */
    Point corrected(double[] parameters, double[] state) {
        return start(arclength(new EquilibriumCurve(flow, parameters, parameter)), parameters, state, 1);
    }

    private Point start(Arclength arclength, double[] parameters, double[] state, int sign) {
        int n = state.length;
        double[] guess = Arrays.copyOf(state, n + 1);
        guess[n] = parameters[parameter];
        double[] direction = new double[n + 1];
        direction[n] = sign;
        return arclength.start(guess, direction);
    }

    private EquilibriumPath path(double[] parameters, double[] state, int sign) {
        EquilibriumCurve curve = new EquilibriumCurve(flow, parameters, parameter);
        Arclength arclength = arclength(curve);
        Point start = start(arclength, parameters, state, sign);
        if (start == null) {
            throw GyrusException.run("no equilibrium near the given state, where "
                    + flow.parameters().get(parameter) + " = " + parameters[parameter]);
        }
        return path(curve, arclength, start);
    }

    private EquilibriumPath path(EquilibriumCurve curve, Arclength arclength, Point start) {
        return new EquilibriumPath(curve, arclength, scales(), start, from, to, mostPoints);
    }

    private Arclength arclength(EquilibriumCurve curve) {
        return new Arclength(curve, scales(), 1.0 / steps);
    }

    private double[] scales() {
        double[] all = Arrays.copyOf(scale, scale.length + 1);
        all[scale.length] = to - from;
        return all;
    }
}
