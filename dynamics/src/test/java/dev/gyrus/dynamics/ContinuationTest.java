package dev.gyrus.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.GyrusException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContinuationTest {
    private static List<BranchPoint> special(Branch branch) {
        return branch.special();
    }

    /** The values are those of a bisection of the trace with Newton's method for the equilibrium, in Python. */
    @Test
    void wilsonAndCowanOscillateFromTheHopfPointOn() {
        Flow flow = Flows.of(Systems.wilsonCowan(), "x_ext");
        Branch branch = Continuation.of(flow, "x_ext", -2, 2).branch("rest", new double[] {-0.5}, new double[2]);
        List<BranchPoint> special = special(branch);
        assertThat(special).hasSize(1);
        BranchPoint hopf = special.get(0);
        assertThat(hopf.type()).contains(PointType.HB);
        assertThat(hopf.parameters()[0]).isCloseTo(0.699811277994, within(1e-11));
        assertThat(hopf.low()).containsExactly(new double[] {0.104337951302, 0.043433708609}, within(1e-10));
        assertThat(Multilinear.frequency(hopf.spectrum())).isCloseTo(0.655350441, within(1e-8));
        assertThat(hopf.coefficient()).isNegative();
        assertThat(branch.points().get(0).parameters()[0]).isEqualTo(-2);
        assertThat(branch.points().get(branch.points().size() - 1).parameters()[0])
                .isEqualTo(2);
    }

    /** With y* = 2x*, the trace vanishes where −9x² + 8x − 1.5 = 1/40. */
    @Test
    void fitzHughAndNagumoOscillateBetweenTwoHopfPoints() {
        Flow flow = Flows.of(Systems.fitzHughNagumo(), "x_ext");
        Branch branch = Continuation.of(flow, "x_ext", 0, 2).branch("rest", new double[] {0}, new double[2]);
        List<BranchPoint> special = special(branch);
        assertThat(special).extracting(p -> p.type().orElseThrow()).containsExactly(PointType.HB, PointType.HB);
        double root = Math.sqrt(64 - 36 * 1.525);
        for (int k = 0; k < 2; k++) {
            double x = (8 + (k == 0 ? -root : root)) / 18;
            assertThat(special.get(k).low()[0]).isCloseTo(x, within(1e-9));
            assertThat(special.get(k).parameters()[0])
                    .isCloseTo(3 * x * x * x - 4 * x * x + 3.5 * x, within(1e-9))
                    .isCloseTo(k == 0 ? 0.726058 : 1.331555, within(1e-6));
            assertThat(special.get(k).coefficient()).isNegative();
        }
    }

    /** η(r) = π²r² − 15r − 1/(4π²r²) has extrema at the folds. */
    @Test
    void quadraticNeuronsHaveTwoFolds() {
        Branch branch = Continuation.of(Systems.qif(), "eta", -8, 0)
                .branch("rest", new double[] {-7}, new double[] {0.06, -2.5});
        List<BranchPoint> folds = special(branch).stream()
                .filter(p -> p.type().equals(java.util.Optional.of(PointType.LP)))
                .toList();
        assertThat(folds).hasSize(2);
        assertThat(folds.get(0).parameters()[0]).isCloseTo(-3.136134, within(1e-6));
        assertThat(folds.get(0).low()).containsExactly(new double[] {0.162570, -0.978995}, within(1e-6));
        assertThat(folds.get(1).parameters()[0]).isCloseTo(-5.743527, within(1e-6));
        assertThat(folds.get(1).low()).containsExactly(new double[] {0.753920, -0.211103}, within(1e-6));
    }

    @Test
    void gelfandAndBratuFoldToTenDigits() {
        Flow flow = Systems.gelfandBratu(20);
        BranchPoint fold = Continuation.of(flow, "lambda", 0, 4)
                .forward(new double[] {0}, new double[19])
                .filter(p -> p.type().isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(fold.type()).contains(PointType.LP);
        assertThat(fold.parameters()[0]).isCloseTo(3.513830719, within(5e-10));
    }

    /** dx/dt = px − x³: the trivial branch is crossed by a parabola at 0. */
    @Test
    void aPitchforkIsACrossingOfBothBranches() {
        Flow flow = Flows.of(List.of("x"), List.of("p"), (x, p, out) -> out[0] = p[0] * x[0] - x[0] * x[0] * x[0]);
        Continuation continuation = Continuation.of(flow, "p", -1, 1);
        List<EquilibriumPath.Crossing> crossings = new java.util.ArrayList<>();
        Branch zero = continuation.branch("zero", new double[] {-0.63}, new double[1], crossings);
        assertThat(special(zero)).extracting(p -> p.type().orElseThrow()).containsExactly(PointType.BP);
        assertThat(special(zero).get(0).parameters()[0]).isCloseTo(0, within(1e-8));
        Branch arms = continuation
                .branch("arms", new double[] {0}, crossings.get(0), crossings)
                .get(0);
        assertThat(arms.points())
                .allSatisfy(p -> assertThat(p.low()[0] * p.low()[0]).isCloseTo(p.parameters()[0], within(1e-8)));
        assertThat(arms.points().get(0).parameters()[0]).isEqualTo(1);
        assertThat(arms.points().get(arms.points().size() - 1).parameters()[0]).isEqualTo(1);
        assertThat(special(arms)).extracting(p -> p.type().orElseThrow()).containsExactly(PointType.BP);
    }

    /** p² + x² = 1 has a closed branch. */
    @Test
    void aClosedBranchEndsWhereItBegan() {
        Flow flow = Flows.of(List.of("x"), List.of("p"), (x, p, out) -> out[0] = 1 - p[0] * p[0] - x[0] * x[0]);
        Branch circle = Continuation.of(flow, "p", -2, 2).branch("circle", new double[] {0}, new double[] {1});
        assertThat(special(circle)).extracting(p -> p.type().orElseThrow()).containsExactly(PointType.LP, PointType.LP);
        assertThat(circle.points()).hasSizeLessThan(2000);
    }

    @Test
    void wrongInputIsRefused() {
        Flow flow = Flows.of(Systems.wilsonCowan(), "x_ext");
        assertThatThrownBy(() -> Continuation.of(flow, "x_exit", 0, 1))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("did you mean 'x_ext'?");
        assertThatThrownBy(() -> Continuation.of(flow, "x_ext", 1, 0))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("below");
        assertThatThrownBy(() -> Flows.of(Systems.wilsonCowan(), "xext"))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("did you mean 'x_ext'?");
    }
}
