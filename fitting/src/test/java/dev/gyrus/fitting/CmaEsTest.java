package dev.gyrus.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.gyrus.core.GyrusException;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.SimplePointChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.random.MersenneTwister;
import org.junit.jupiter.api.Test;

class CmaEsTest {
    private static final double TARGET = 1e-10;

    /** The median over seeds of evaluations until 10⁻¹⁰, from the centre of the cube. */
    private static int evaluations(
            int n, double low, double high, double deviation, boolean active, ToDoubleFunction<double[]> function) {
        CmaEs algorithm = CmaEs.standard().deviation(deviation).active(active);
        int[] spent = new int[11];
        for (int seed = 0; seed < spent.length; seed++) {
            Minimum.Found found = Minimum.search(algorithm.begin(n, seed), low, high, function, TARGET, 100_000);
            spent[seed] = found.value() <= TARGET ? found.evaluations() : Integer.MAX_VALUE;
        }
        Arrays.sort(spent);
        return spent[spent.length / 2];
    }

    /**
     * Medians of 11 runs of pycma 4.5.0 (N. Hansen's program, default settings) to 10⁻¹⁰, from 1 with σ = 0.5 and for
     * Rosenbrock's function from 0.1 with σ = 0.3: here the centres of the ranges and 0.025 of them.
     */
    @Test
    void needsAsManyEvaluationsAsTheAuthorsProgram() {
        assertThat((double) evaluations(5, -9, 11, 0.025, true, Minimum::sphere))
                .isCloseTo(792, withinPercentage(15));
        assertThat((double) evaluations(10, -9, 11, 0.025, true, Minimum::sphere))
                .isCloseTo(1660, withinPercentage(15));
        assertThat((double) evaluations(10, -9, 11, 0.025, true, Minimum::ellipsoid))
                .isCloseTo(4240, withinPercentage(15));
        assertThat((double) evaluations(10, -5.9, 6.1, 0.025, true, Minimum::rosenbrock))
                .isCloseTo(5200, withinPercentage(15));
    }

    @Test
    void needsNoMoreEvaluationsThanCommonsMath() {
        assertThat(evaluations(4, -2, 2.2, 0.1, true, Minimum::rosenbrock))
                .isLessThanOrEqualTo(commonsMath(4, -2, 2.2, 0.1, Minimum::rosenbrock) * 11 / 10);
    }

    private static int commonsMath(
            int n, double low, double high, double deviation, ToDoubleFunction<double[]> function) {
        int[] spent = new int[7];
        for (int seed = 0; seed < spent.length; seed++) {
            int[] count = {0, Integer.MAX_VALUE};
            CMAESOptimizer optimizer = new CMAESOptimizer(
                    20_000,
                    TARGET,
                    true,
                    0,
                    0,
                    new MersenneTwister(seed),
                    false,
                    new SimplePointChecker<>(0, 0, 20_000));
            double[] start = new double[n];
            Arrays.fill(start, (low + high) / 2);
            double[] step = new double[n];
            Arrays.fill(step, deviation * (high - low));
            double[] least = new double[n];
            Arrays.fill(least, low);
            double[] most = new double[n];
            Arrays.fill(most, high);
            optimizer.optimize(
                    new MaxEval(100_000),
                    new ObjectiveFunction(x -> {
                        double value = function.applyAsDouble(x);
                        count[0]++;
                        if (value <= TARGET) {
                            count[1] = Math.min(count[1], count[0]);
                        }
                        return value;
                    }),
                    GoalType.MINIMIZE,
                    new InitialGuess(start),
                    new SimpleBounds(least, most),
                    new CMAESOptimizer.Sigma(step),
                    new CMAESOptimizer.PopulationSize(4 + (int) (3 * Math.log(n))));
            spent[seed] = count[1];
        }
        Arrays.sort(spent);
        return spent[spent.length / 2];
    }

    @Test
    void doesNotFeelARotation() {
        ToDoubleFunction<double[]> turned = x -> {
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) { // Householder reflection along (1, 2, …, n)
                double along = 0;
                double square = 0;
                for (int j = 0; j < x.length; j++) {
                    along += (j + 1) * x[j];
                    square += (j + 1.0) * (j + 1.0);
                }
                y[i] = x[i] - 2 * (i + 1) * along / square;
            }
            return Minimum.ellipsoid(y);
        };
        int straight = evaluations(6, -9, 11, 0.025, true, Minimum::ellipsoid);
        assertThat(evaluations(6, -9, 11, 0.025, true, turned)).isBetween(straight * 4 / 5, straight * 5 / 4);
    }

    @Test
    void negativeWeightsSaveEvaluationsOnAnEllipsoid() {
        assertThat(evaluations(8, -9, 11, 0.025, true, Minimum::ellipsoid))
                .isLessThan(evaluations(8, -9, 11, 0.025, false, Minimum::ellipsoid));
    }

    @Test
    void findsAMinimumInACornerOfTheCube() {
        Minimum.Found found = Minimum.search(
                CmaEs.standard().begin(4, 1),
                0,
                1,
                x -> Minimum.sphere(x) + Arrays.stream(x).sum(),
                1e-9,
                20_000);
        assertThat(found.value()).isLessThanOrEqualTo(1e-9);
    }

    @Test
    void bipopFindsTheGlobalMinimumAmongManyLocalOnes() {
        Search search = CmaEs.standard().restarts(CmaEs.Restart.BIPOP).begin(5, 3);
        assertThat(Minimum.search(search, -4.3, 5.1, Minimum::rastrigin, 1e-8, 200_000)
                        .value())
                .isLessThanOrEqualTo(1e-8);
    }

    @Test
    void ipopDoublesThePopulationAfterConvergence() {
        Search search =
                CmaEs.standard().population(6).restarts(CmaEs.Restart.IPOP).begin(2, 1);
        List<double[]> asked = search.ask();
        assertThat(asked).hasSize(6);
        for (int k = 0; k < 1000 && asked.size() == 6; k++) {
            search.tell(
                    asked.stream().map(x -> new double[] {Minimum.sphere(x)}).toList());
            asked = search.ask();
        }
        assertThat(asked).hasSize(12);
    }

    @Test
    void goesOnWhenSomeFail() {
        ToDoubleFunction<double[]> half = x -> x[0] < 0.2 ? Double.NaN : Minimum.sphere(x);
        Minimum.Found found = Minimum.search(CmaEs.standard().begin(3, 5), -1, 1.5, half, 0.04 + 1e-6, 20_000);
        assertThat(found.value()).isLessThanOrEqualTo(0.04 + 1e-6);
    }

    @Test
    void asksAgainWhenAllFail() {
        Search search = CmaEs.standard().begin(2, 1);
        for (int k = 0; k < 3; k++) {
            List<double[]> asked = search.ask();
            assertThat(asked).allSatisfy(x -> assertThat(x).containsOnly(x).doesNotContain(Double.NaN));
            search.tell(asked.stream().map(x -> new double[] {Double.NaN}).toList());
        }
        assertThat(search.population()).isEmpty();
        assertThat(search.finished()).isEmpty();
    }

    @Test
    void saysWhenItHasConverged() {
        Search search = CmaEs.standard().begin(3, 2);
        Minimum.search(search, -1, 2, Minimum::sphere, -1, 100_000);
        assertThat(search.finished())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("converged"));
    }

    @Test
    void refusesAPopulationThatIsTooSmall() {
        assertThatThrownBy(() -> CmaEs.standard().population(2))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("population: expected at least 4, given 2");
    }

    /** Flat but for a ball of a hundredth of the cube's volume: the search from the middle sees nothing to go by. */
    @Test
    void scoutsFindWhereAnObjectiveIsNotFlat() {
        ToDoubleFunction<double[]> crater = x -> {
            double square = Math.pow(x[0] - 0.82, 2) + Math.pow(x[1] - 0.2, 2) + Math.pow(x[2] - 0.75, 2);
            return Math.min(square, 0.018) - 0.018;
        };
        int found = 0;
        int without = 0;
        for (int seed = 0; seed < 20; seed++) {
            CmaEs standard = CmaEs.standard();
            Search scouted = standard.scouts(500).begin(3, seed);
            found += Minimum.search(scouted, 0, 1, crater, -0.018 + 1e-8, 1000).value() < -0.0179 ? 1 : 0;
            without += Minimum.search(standard.begin(3, seed), 0, 1, crater, -0.018 + 1e-8, 1000)
                                    .value()
                            < -0.0179
                    ? 1
                    : 0;
        }
        assertThat(found).isEqualTo(20);
        assertThat(without).isLessThan(10);
    }

    @Test
    void scoutsOfWhomAllFailAreFollowedByOthers() {
        Search search = CmaEs.standard().scouts(10).begin(2, 1);
        List<double[]> first = search.ask();
        assertThat(first).hasSize(10);
        search.tell(first.stream().map(x -> new double[] {Double.NaN}).toList());
        List<double[]> second = search.ask();
        assertThat(second).hasSize(10).doesNotContainAnyElementsOf(first);
        search.tell(second.stream().map(x -> new double[] {x[0]}).toList());
        assertThat(search.population()).hasSize(10);
        assertThat(search.ask()).hasSize(6); // 4 + ⌊3 ln 2⌋
        assertThatThrownBy(() -> CmaEs.standard().scouts(10).restarts(CmaEs.Restart.IPOP))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("restarts");
    }
}
