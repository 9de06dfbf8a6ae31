package dev.gyrus.dynamics;

import dev.gyrus.dynamics.Arclength.Point;
import dev.gyrus.dynamics.Events.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Follows a curve of special points over two parameters in one direction, to the borders of their ranges. */
final class PlanePath {
    private final PlaneCurve curve;
    private final double[] scale;
    private final double[] low;
    private final double[] high;
    private final int n;
    private final Arclength arclength;

    /**
     * @param scale typical sizes of the unknowns
     * @param low ends of both parameters
     * @param high ends of both parameters
     */
    PlanePath(PlaneCurve curve, double[] scale, double[] low, double[] high) {
        this.curve = curve;
        this.scale = scale;
        this.low = low;
        this.high = high;
        n = curve.field().size();
        arclength = new Arclength(curve, scale, 0.01);
    }

    /** The points from a start on, without it; empty where the curve cannot be followed. */
    List<BranchPoint> follow(double[] start, double[] direction, int most) {
        List<BranchPoint> points = new ArrayList<>();
        Point present = arclength.start(start, direction);
        if (present == null) {
            return points;
        }
        curve.adapt(present.u());
        Point first = present;
        boolean away = false;
        double[] before = curve.of(present);
        points.add(point(present, Optional.empty()));
        for (int k = 0; k < most; k++) {
            Point next = arclength.next(present);
            if (next == null) {
                break;
            }
            double[] after = curve.of(next);
            boolean ended = false;
            for (Event event : new Events(arclength, scale).between(present, before, next, after, curve)) {
                PointType type = curve.event(event.test(), event.point());
                if (type != null && !ended) {
                    points.add(point(event.point(), Optional.of(type)));
                    ended = curve.endsAt(type);
                }
            }
            double outside = outside(next.u());
            if (ended || outside > 0) {
                if (!ended) {
                    points.add(point(onBorder(present, next), Optional.empty()));
                }
                break;
            }
            points.add(point(next, Optional.empty()));
            double distance = distance(next, first);
            away |= distance > 4 * arclength.step();
            if (away && distance < arclength.step() && Matrices.dot(next.tangent(), first.tangent()) > 0.9) {
                break;
            }
            curve.adapt(next.u());
            present = next;
            before = curve.of(next);
        }
        return points;
    }

    private double distance(Point a, Point b) {
        double square = 0;
        for (int j = 0; j < scale.length; j++) {
            square += Math.pow((a.u()[j] - b.u()[j]) / scale[j], 2);
        }
        return Math.sqrt(square);
    }

    /** How far a point is outside the ranges, in units of these; 0 inside. */
    private double outside(double[] u) {
        double[] z = curve.place(u);
        double most = 0;
        for (int k = 0; k < 2; k++) {
            double width = high[k] - low[k];
            most = Math.max(most, Math.max(low[k] - z[n + k], z[n + k] - high[k]) / width);
        }
        return most;
    }

    /** The last point within the ranges between two points, by bisection. */
    private Point onBorder(Point inside, Point beyond) {
        double from = 0;
        double to = distance(inside, beyond);
        Point best = inside;
        for (int k = 0; k < 30; k++) {
            double middle = (from + to) / 2;
            Point point = arclength.at(inside, middle);
            if (point != null && outside(point.u()) <= 0) {
                from = middle;
                best = point;
            } else {
                to = middle;
            }
        }
        return best;
    }

    private BranchPoint point(Point at, Optional<PointType> type) {
        double[] z = curve.place(at.u());
        double[] state = Arrays.copyOf(z, n);
        List<Eigenvalue> eigenvalues = Matrices.eigenvalues(curve.field().jacobian(z));
        double largest =
                eigenvalues.stream().mapToDouble(Eigenvalue::modulus).max().orElse(0);
        int unstable = (int) eigenvalues.stream()
                .filter(value -> value.real() > 1e-6 * largest)
                .count();
        double[] parameters = curve.field().parameters(z[n], z[n + 1]);
        return new BranchPoint(parameters, state, state.clone(), 0, unstable, eigenvalues, type, Double.NaN);
    }
}
