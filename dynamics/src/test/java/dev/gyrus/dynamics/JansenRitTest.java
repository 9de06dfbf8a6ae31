package dev.gyrus.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.models.classic.JansenRit;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The column of Jansen and Rit over its input, in Hz: two folds, three Hopf points, a fold of cycles and a saddle–node on a
 * cycle.
 *
 * <p>F. Grimbert, O. Faugeras, Bifurcation analysis of Jansen's neural mass model, Neural Computation 18 (2006) 3052–3068,
 * doi:10.1162/neco.2006.18.12.3052, give 113.58 for the fold and the saddle–node, −12.15, 89.83 and 315.70 for the Hopf
 * points and 137.38 for the fold of cycles.
 */
class JansenRitTest {
    @Test
    void itsDiagramIsTheKnownOne() {
        Flow flow = Flows.of(JansenRit.node().with("v0", 6), "mu");
        double[] high = {0.2, 50, 40, 0.1, 1, 1};
        double[] low = {-0.2, -50, -40, -0.1, -1, -1};
        DiagramSearch search = DiagramSearch.of(flow, "mu", -0.1, 0.4, low, high);
        Diagram diagram = search.run(new double[] {0.22});
        assertThat(diagram.branches()).hasSize(1);
        List<BranchPoint> special = diagram.special();
        assertThat(special)
                .extracting(p -> p.type().orElseThrow())
                .containsExactly(PointType.LP, PointType.LP, PointType.HB, PointType.HB, PointType.HB);
        double[] hertz =
                special.stream().mapToDouble(p -> 1000 * p.parameters()[0]).toArray();
        assertThat(hertz).containsExactly(new double[] {113.59, -41.30, -12.15, 89.83, 315.70}, within(0.01));
        assertThat(special.get(2).coefficient()).isPositive();
        assertThat(special.get(3).coefficient()).isNegative();
        assertThat(special.get(4).coefficient()).isNegative();

        Diagram whole = search.withCycles(diagram, CycleOptions.defaults());
        List<Branch> cycles = whole.of(Branch.Kind.CYCLE);
        assertThat(cycles).hasSize(2);
        List<BranchPoint> ofCycles = cycles.get(0).special();
        assertThat(ofCycles).extracting(p -> p.type().orElseThrow()).containsExactly(PointType.LPC, PointType.SNIC);
        assertThat(1000 * ofCycles.get(0).parameters()[0]).isCloseTo(137.38, within(0.005));
        assertThat(1000 * ofCycles.get(1).parameters()[0]).isCloseTo(113.586, within(0.005));
        assertThat(cycles.get(1).special()).isEmpty();
    }
}
