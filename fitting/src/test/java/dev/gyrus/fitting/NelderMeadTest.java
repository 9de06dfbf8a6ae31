package dev.gyrus.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.gyrus.core.GyrusException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.junit.jupiter.api.Test;

class NelderMeadTest {
    /** Inside the unit cube, with its minimum at (0.75, 0.75). */
    private static double valley(double[] x) {
        return Minimum.rosenbrock(new double[] {4 * x[0] - 2, 4 * x[1] - 2});
    }

    @Test
    void goesTheWayOfCommonsMath() {
        List<Double> theirs = new ArrayList<>();
        SimplexOptimizer optimizer = new SimplexOptimizer(1e-16, 1e-16);
        optimizer.optimize(
                new MaxEval(10_000),
                new ObjectiveFunction(x -> {
                    theirs.add(valley(x));
                    return theirs.get(theirs.size() - 1);
                }),
                GoalType.MINIMIZE,
                new InitialGuess(new double[] {0.3, 0.6}),
                new NelderMeadSimplex(new double[][] {{0.3, 0.6}, {0.35, 0.6}, {0.3, 0.65}}));
        List<Double> ours = new ArrayList<>();
        Search search = new NelderMead(new double[] {0.3, 0.6}, 0.05, 1e-9).begin(2, 0);
        Minimum.Found found = Minimum.search(
                search,
                0,
                1,
                x -> {
                    ours.add(valley(x));
                    return ours.get(ours.size() - 1);
                },
                1e-14,
                4000);
        // rounding differs, and what it does to the later steps
        assertThat(theirs.subList(0, 60))
                .allSatisfy(value ->
                        assertThat(ours).anySatisfy(own -> assertThat(own).isCloseTo(value, withinPercentage(1e-7))));
        assertThat(found.point()).containsExactly(new double[] {0.75, 0.75}, within(1e-6));
    }

    @Test
    void staysInTheCube() {
        Search search = NelderMead.from(0.9, 0.1).begin(2, 0);
        while (search.finished().isEmpty()) {
            List<double[]> asked = search.ask();
            assertThat(asked).allSatisfy(x -> {
                for (double v : x) {
                    assertThat(v).isBetween(0.0, 1.0);
                }
            });
            search.tell(asked.stream().map(x -> new double[] {x[1] - x[0]}).toList());
        }
        assertThat(search.population().get(0).sum()).isCloseTo(-1, within(1e-3));
    }

    @Test
    void polishesWhatAnotherSearchFound() {
        Search search = new Polished(new RandomSearch(20), 5).begin(2, 1);
        Minimum.Found found = Minimum.search(search, -1, 2, Minimum::sphere, 1e-10, 2000);
        assertThat(found.value()).isLessThanOrEqualTo(1e-10);
    }

    @Test
    void refusesAStartOfAnotherSize() {
        assertThatThrownBy(() -> NelderMead.from(0.5).begin(2, 0))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("start: expected 2 values, given 1");
    }
}
