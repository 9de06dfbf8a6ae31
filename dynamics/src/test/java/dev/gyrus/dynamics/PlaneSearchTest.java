package dev.gyrus.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.dynamics.Flows.Equations;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Normal forms, whose curves and points are known exactly. */
class PlaneSearchTest {
    private static final double[] NEAR = {-0.13, 0.37};

    /** Curves of special points over p and q in [−1, 1], from the diagram over p at q = 0.37. */
    private static List<Branch> curves(List<String> states, double box, Equations equations) {
        Flow flow = Flows.of(states, List.of("p", "q"), equations);
        double[] low = new double[states.size()];
        double[] high = new double[states.size()];
        java.util.Arrays.fill(low, -box);
        java.util.Arrays.fill(high, box);
        Diagram diagram = DiagramSearch.of(flow, "p", -1, 1, low, high).run(NEAR);
        return new PlaneSearch(flow, diagram, -1, 1, "q", -1, 1).run(diagram.special());
    }

    private static BranchPoint only(List<Branch> curves, PointType type) {
        List<BranchPoint> found = curves.stream()
                .flatMap(curve -> curve.special().stream())
                .filter(point -> point.type().orElseThrow() == type)
                .toList();
        assertThat(found).as(type.title()).isNotEmpty();
        return found.get(0);
    }

    private static void check(BranchPoint point, double p, double q) {
        assertThat(point.parameters()).containsExactly(new double[] {p, q}, within(1e-7));
    }

    /** dx/dt = p + qx − x³: folds at 27p² = 4q³. */
    @Test
    void foldsMeetInACusp() {
        List<Branch> curves = curves(List.of("x"), 2, (x, p, out) -> out[0] = p[0] + p[1] * x[0] - x[0] * x[0] * x[0]);
        assertThat(curves).hasSize(1);
        assertThat(curves.get(0).kind()).isEqualTo(Branch.Kind.FOLD);
        assertThat(curves.get(0).points())
                .allSatisfy(point -> assertThat(27 * Math.pow(point.parameters()[0], 2))
                        .isCloseTo(4 * Math.pow(point.parameters()[1], 3), within(1e-9)));
        check(only(curves, PointType.CP), 0, 0);
    }

    /** dx/dt = y, dy/dt = p + qy + x² + xy: folds at p = 0, Hopf points at p = −q² for q > 0. */
    @Test
    void hopfPointsBeginWhereTwoEigenvaluesVanish() {
        List<Branch> curves = curves(List.of("x", "y"), 2, (x, p, out) -> {
            out[0] = x[1];
            out[1] = p[0] + p[1] * x[1] + x[0] * x[0] + x[0] * x[1];
        });
        check(only(curves, PointType.BT), 0, 0);
        assertThat(curves).extracting(Branch::kind).contains(Branch.Kind.FOLD, Branch.Kind.HOPF);
        Branch hopf = curves.stream()
                .filter(c -> c.kind() == Branch.Kind.HOPF)
                .findFirst()
                .orElseThrow();
        assertThat(hopf.points())
                .hasSizeGreaterThan(10)
                .allSatisfy(point ->
                        assertThat(point.parameters()[0]).isCloseTo(-Math.pow(point.parameters()[1], 2), within(1e-9)));
    }

    /** In polar coordinates dr/dt = pr + qr³ − r⁵: Hopf points at p = 0, of either kind as q is below or above 0. */
    @Test
    void hopfPointsChangeTheirKind() {
        List<Branch> curves = curves(List.of("x", "y"), 2, (x, p, out) -> {
            double square = x[0] * x[0] + x[1] * x[1];
            double growth = p[0] + p[1] * square - square * square;
            out[0] = growth * x[0] - x[1];
            out[1] = growth * x[1] + x[0];
        });
        assertThat(curves).hasSize(1);
        check(only(curves, PointType.GH), 0, 0);
    }

    /** A fold beside an oscillation whose growth rate is q. */
    @Test
    void aPairCrossesAlongAFold() {
        List<Branch> curves = curves(List.of("x", "y", "z"), 2, (x, p, out) -> {
            out[0] = p[0] + x[0] * x[0];
            out[1] = p[1] * x[1] - x[2] - x[1] * x[1] * x[1];
            out[2] = p[1] * x[2] + x[1] - x[2] * x[2] * x[2];
        });
        BranchPoint point = only(curves, PointType.ZH);
        assertThat(point.parameters()[1]).isCloseTo(0, within(1e-7));
    }

    /** Two oscillators whose growth rates are p and q. */
    @Test
    void twoPairsCrossTogether() {
        List<Branch> curves = curves(List.of("x", "y", "u", "v"), 2, (x, p, out) -> {
            double first = p[0] - x[0] * x[0] - x[1] * x[1];
            double second = p[1] - x[2] * x[2] - x[3] * x[3];
            out[0] = first * x[0] - x[1];
            out[1] = first * x[1] + x[0];
            out[2] = second * x[2] - 1.7 * x[3];
            out[3] = second * x[3] + 1.7 * x[2];
        });
        check(only(curves, PointType.HH), 0, 0);
    }
}
