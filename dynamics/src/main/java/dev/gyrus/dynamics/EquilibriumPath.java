package dev.gyrus.dynamics;

import dev.gyrus.dynamics.Arclength.Point;
import dev.gyrus.dynamics.Events.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The points of a curve of equilibria in one direction, special ones among them in their places; computed when asked for. */
final class EquilibriumPath implements Iterator<BranchPoint> {
    private static final int RETRIES = 6;

    private final EquilibriumCurve curve;
    private final Arclength arclength;
    private final EquilibriumTests tests;
    private final Events events;
    private final double[] scale;
    private final double low;
    private final double high;
    private final int n;
    private final Point start;
    private final Deque<BranchPoint> ready = new ArrayDeque<>();
    private final List<Crossing> crossings = new ArrayList<>();
    private Point present;
    private double[] values;
    private int unstable;
    private int left;
    private boolean away;
    private boolean closed;

    /**
     * Where branches cross.
     *
     * @param across the direction of the other branch
     */
    record Crossing(double[] u, double[] across) {}

    /**
     * @param scale typical sizes of the unknowns
     * @param low end of the parameter
     * @param high end of the parameter
     * @param most points
     */
    EquilibriumPath(
            EquilibriumCurve curve,
            Arclength arclength,
            double[] scale,
            Point start,
            double low,
            double high,
            int most) {
        this.curve = curve;
        this.arclength = arclength;
        this.scale = scale;
        this.low = low;
        this.high = high;
        this.start = start;
        n = curve.equations();
        tests = new EquilibriumTests(curve, arclength);
        events = new Events(arclength, scale);
        present = start;
        values = tests.of(start);
        BranchPoint first = point(start, Optional.empty());
        unstable = first.unstable();
        ready.add(first);
        left = most;
    }

    /** Crossings passed so far. */
    List<Crossing> crossings() {
        return crossings;
    }

    /** Whether the curve came back to its start. */
    boolean closed() {
        return closed;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && present != null && left-- > 0) {
            advance();
        }
        return !ready.isEmpty();
    }

    @Override
    public BranchPoint next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void advance() {
        for (int k = 0; ; k++) {
            Point next = arclength.next(present);
            if (next == null) {
                present = null;
                return;
            }
            boolean beyond = next.u()[n] < low || next.u()[n] > high;
            if (beyond) {
                Point end = border(next);
                next = end == null ? next : end;
            }
            double[] after = tests.of(next);
            List<Event> found = events.between(present, values, next, after, tests);
            BranchPoint point = point(next, Optional.empty());
            List<BranchPoint> special = new ArrayList<>();
            boolean consistent = explain(found, point.unstable() - unstable, special);
            if (!consistent && k < RETRIES) {
                arclength.shorten(0.3);
                continue;
            }
            for (Event event : found) {
                if (event.test() == EquilibriumTests.CROSSING) {
                    crossings.add(new Crossing(event.point().u(), arclength.crossing(event.point())));
                }
            }
            ready.addAll(special);
            ready.add(point);
            closed = returns(next);
            present = beyond || closed ? null : next;
            values = after;
            unstable = point.unstable();
            return;
        }
    }

    /**
     * Collects the special points; false where they do not account for the change in stability. A branch that turns where
     * it is crossed, as the arms of a pitchfork do, has a crossing there and no fold.
     */
    private boolean explain(List<Event> found, int change, List<BranchPoint> special) {
        int most = 0;
        int parity = 0;
        List<Double> crossingAt = new ArrayList<>();
        found.stream().filter(e -> e.test() == EquilibriumTests.CROSSING).forEach(e -> crossingAt.add(e.distance()));
        for (Event event : found) {
            PointType type = PointType.BP;
            if (event.test() == EquilibriumTests.FOLD) {
                boolean sideways =
                        crossingAt.stream().anyMatch(at -> Math.abs(at - event.distance()) < 0.1 * arclength.step());
                if (sideways) {
                    parity++;
                    continue;
                }
                type = PointType.LP;
            } else if (event.test() == EquilibriumTests.HOPF) {
                if (!tests.isHopf(curve.spectrum(event.point().u()))) {
                    continue;
                }
                type = PointType.HB;
            }
            most += type == PointType.HB ? 2 : 1;
            parity += type == PointType.HB ? 0 : 1;
            special.add(point(event.point(), Optional.of(type)));
        }
        return Math.abs(change) <= most && (change - parity) % 2 == 0;
    }

    /** The point with the parameter at its end. */
    private Point border(Point beyond) {
        double end = beyond.u()[n] > high ? high : low;
        double share = (end - present.u()[n]) / (beyond.u()[n] - present.u()[n]);
        double[] guess = new double[n + 1];
        double[] direction = new double[n + 1];
        for (int j = 0; j <= n; j++) {
            guess[j] = present.u()[j] + share * (beyond.u()[j] - present.u()[j]);
        }
        guess[n] = end;
        direction[n] = Math.signum(beyond.u()[n] - present.u()[n]);
        Point found = arclength.start(guess, direction);
        return found != null && Matrices.dot(found.tangent(), present.tangent()) > 0.5 ? found : null;
    }

    private boolean returns(Point next) {
        double square = 0;
        for (int j = 0; j <= n; j++) {
            square += Math.pow((next.u()[j] - start.u()[j]) / scale[j], 2);
        }
        double distance = Math.sqrt(square);
        away |= distance > 3 * arclength.step();
        return away && distance < arclength.step() && Matrices.dot(next.tangent(), start.tangent()) > 0.95;
    }

    private BranchPoint point(Point at, Optional<PointType> type) {
        double[] state = java.util.Arrays.copyOf(at.u(), n);
        List<Eigenvalue> eigenvalues = curve.spectrum(at.u());
        double largest =
                eigenvalues.stream().mapToDouble(Eigenvalue::modulus).max().orElse(0);
        double zero = type.isPresent() ? (curve.delayed() ? 1e-5 : 1e-6) * largest : 0;
        int growing =
                (int) eigenvalues.stream().filter(value -> value.real() > zero).count();
        double coefficient = Double.NaN;
        if (type.equals(Optional.of(PointType.LP))) {
            coefficient = new Multilinear(curve, at.u(), scale).fold();
        } else if (type.equals(Optional.of(PointType.HB)) && !curve.delayed()) {
            coefficient = new Multilinear(curve, at.u(), scale).lyapunov(Multilinear.frequency(eigenvalues));
        }
        return new BranchPoint(
                curve.parameters(at.u()), state, state.clone(), 0, growing, eigenvalues, type, coefficient);
    }
}
