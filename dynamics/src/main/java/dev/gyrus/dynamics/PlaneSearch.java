package dev.gyrus.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Follows the folds and Hopf points of a diagram in a second parameter, and the Hopf points that begin at
 * Bogdanov–Takens points found on the way.
 */
public final class PlaneSearch {
    private static final int MOST = 1500;

    private final Flow flow;
    private final int first;
    private final int second;
    private final double[] low;
    private final double[] high;
    private final double[] scale;

    /**
     * A search.
     *
     * @param diagram of the first parameter
     * @param from end of the first parameter
     * @param to end of the first parameter
     * @param second the second parameter
     * @param secondFrom its end
     * @param secondTo its end
     */
    public PlaneSearch(
            Flow flow, Diagram diagram, double from, double to, String second, double secondFrom, double secondTo) {
        Continuation.of(flow, second, secondFrom, secondTo);
        this.flow = flow;
        this.first = flow.parameters().indexOf(diagram.parameter());
        this.second = flow.parameters().indexOf(second);
        low = new double[] {from, secondFrom};
        high = new double[] {to, secondTo};
        int n = flow.states().size();
        scale = new double[n + 2];
        for (int i = 0; i < n; i++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (Branch branch : diagram.of(Branch.Kind.EQUILIBRIUM)) {
                for (BranchPoint point : branch.points()) {
                    least = Math.min(least, point.low()[i]);
                    most = Math.max(most, point.low()[i]);
                }
            }
            double size = Math.max(Math.abs(least), Math.abs(most));
            scale[i] = most - least > 1e-9 * (1 + size) ? most - least : Math.max(1, size);
        }
        scale[n] = to - from;
        scale[n + 1] = secondTo - secondFrom;
    }

    /** The curves. */
    public List<Branch> run(List<BranchPoint> special) {
        List<Branch> curves = new ArrayList<>();
        for (BranchPoint point : special) {
            if (point.type().equals(Optional.of(PointType.LP))
                    && curves.stream().noneMatch(c -> passes(c, point))) {
                add(Branch.Kind.FOLD, curves, point);
            } else if (point.type().equals(Optional.of(PointType.HB))
                    && flow.delays(point.parameters()).length == 0
                    && curves.stream().noneMatch(c -> passes(c, point))) {
                add(Branch.Kind.HOPF, curves, point);
            }
        }
        for (Branch fold : List.copyOf(curves)) {
            for (BranchPoint point : fold.special()) {
                if (fold.kind() == Branch.Kind.FOLD
                        && flow.delays(point.parameters()).length == 0
                        && point.type().equals(Optional.of(PointType.BT))
                        && curves.stream().noneMatch(c -> endsAt(c, point))) {
                    add(Branch.Kind.HOPF, curves, point);
                }
            }
        }
        return curves;
    }

    private void add(Branch.Kind kind, List<Branch> curves, BranchPoint at) {
        int n = flow.states().size();
        double[] place = Arrays.copyOf(at.low(), n + 2);
        place[n] = at.parameters()[first];
        place[n + 1] = at.parameters()[second];
        boolean takens = at.type().equals(Optional.of(PointType.BT));
        List<BranchPoint> points = new ArrayList<>();
        for (int sign : takens ? new int[] {1} : new int[] {-1, 1}) {
            PlaneField field = new PlaneField(flow, at.parameters(), first, second, scale);
            List<BranchPoint> half;
            if (kind == Branch.Kind.FOLD) {
                FoldCurve curve = new FoldCurve(field, place);
                half = new PlanePath(curve, scale, low, high).follow(place, direction(n + 2, n + 1, sign), MOST);
            } else {
                HopfCurve curve = new HopfCurve(field, flow, first, Arrays.copyOf(scale, n));
                double[] start = curve.start(place);
                double[] direction = direction(2 * n + 3, takens ? 2 * n : 2 * n + 2, sign);
                half = new PlanePath(curve, extended(start[2 * n], place, at), low, high)
                        .follow(start, direction, MOST);
            }
            if (sign < 0) {
                Collections.reverse(half);
            }
            points.addAll(points.isEmpty() || half.isEmpty() ? half : half.subList(1, half.size()));
        }
        if (points.size() > 1) {
            long number = curves.stream().filter(curve -> curve.kind() == kind).count() + 1;
            curves.add(new Branch(kind, (kind == Branch.Kind.FOLD ? "LP" : "HB") + number, points));
        }
    }

    private static double[] direction(int size, int element, int sign) {
        double[] direction = new double[size];
        direction[element] = sign;
        return direction;
    }

    /** Scales of a Hopf curve's unknowns: the vector and its frequency count little in the length of a step. */
    private double[] extended(double kappa, double[] place, BranchPoint at) {
        int n = flow.states().size();
        double[] all = new double[2 * n + 3];
        System.arraycopy(scale, 0, all, 0, n);
        Arrays.fill(all, n, 2 * n, 20);
        double[][] a = new PlaneField(flow, at.parameters(), first, second, scale).jacobian(place);
        double largest = Matrices.eigenvalues(a).stream()
                .mapToDouble(Eigenvalue::modulus)
                .max()
                .orElse(1);
        all[2 * n] = 20 * Math.max(kappa, 1e-2 * largest * largest);
        all[2 * n + 1] = scale[n];
        all[2 * n + 2] = scale[n + 1];
        return all;
    }

    private boolean passes(Branch curve, BranchPoint point) {
        Branch.Kind kind = point.type().equals(Optional.of(PointType.LP)) ? Branch.Kind.FOLD : Branch.Kind.HOPF;
        return curve.kind() == kind
                && curve.points().stream().anyMatch(p -> near(p, point, 0.02))
                && crosses(curve, point);
    }

    /** Whether a curve goes through a point's second parameter at its first. */
    private boolean crosses(Branch curve, BranchPoint point) {
        double q = point.parameters()[second];
        for (int k = 1; k < curve.points().size(); k++) {
            double[] a = curve.points().get(k - 1).parameters();
            double[] b = curve.points().get(k).parameters();
            if ((a[second] - q) * (b[second] - q) <= 0 && a[second] != b[second]) {
                double share = (q - a[second]) / (b[second] - a[second]);
                double p = a[first] + share * (b[first] - a[first]);
                if (Math.abs(p - point.parameters()[first]) < 2e-3 * (high[0] - low[0])) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean endsAt(Branch curve, BranchPoint point) {
        return curve.kind() == Branch.Kind.HOPF
                && (near(curve.points().get(0), point, 1e-3)
                        || near(curve.points().get(curve.points().size() - 1), point, 1e-3));
    }

    private boolean near(BranchPoint a, BranchPoint b, double share) {
        double distance = Math.max(
                Math.abs(a.parameters()[first] - b.parameters()[first]) / (high[0] - low[0]),
                Math.abs(a.parameters()[second] - b.parameters()[second]) / (high[1] - low[1]));
        for (int i = 0; i < a.low().length; i++) {
            distance = Math.max(distance, Math.abs(a.low()[i] - b.low()[i]) / scale[i]);
        }
        return distance < share;
    }
}
