package dev.gyrus.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacteristicRootsTest {
    /** x' = a x(t) + b x(t − τ): N. D. Hayes, J. London Math. Soc. 25, 1950, 226–232. */
    private static Flow hayes(double delay) {
        return new Equations(
                1, 2, p -> new double[] {delay}, (past, p) -> new double[] {p[0] * past[0][0] + p[1] * past[1][0]});
    }

    private static List<Eigenvalue> roots(double a, double b, double delay) {
        return CharacteristicRoots.of(hayes(delay), new double[] {a, b}, new double[] {0});
    }

    @Test
    void pureDelayHasItsHopfPointAtHalfPi() {
        List<Eigenvalue> roots = roots(0, -Math.PI / 4, 2);
        assertThat(roots.get(0).real()).isCloseTo(0, within(1e-12));
        assertThat(roots.get(0).imaginary()).isCloseTo(Math.PI / 4, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.3, 1", "1, 1", "1.5, 1", "2.5, 1", "0.7, 4"})
    void hayesBoundaryIsMet(double omega, double delay) {
        double a = omega / Math.tan(omega * delay);
        double b = -omega / Math.sin(omega * delay);
        Eigenvalue first = roots(a, b, delay).stream()
                .filter(root -> Math.abs(root.imaginary() - omega) < 1e-6)
                .findFirst()
                .orElseThrow();
        assertThat(first.real()).isCloseTo(0, within(1e-11));
        assertThat(first.imaginary()).isCloseTo(omega, within(1e-11));
    }

    @Test
    void everyRootSolvesTheEquationAndNoneOfTheRightmostIsMissing() {
        List<Eigenvalue> roots = roots(-0.5, -2, 3);
        for (Eigenvalue root : roots) {
            double size = Math.exp(-3 * root.real());
            double real = root.real() + 0.5 + 2 * size * Math.cos(3 * root.imaginary());
            double imaginary = root.imaginary() - 2 * size * Math.sin(3 * root.imaginary());
            assertThat(Math.hypot(real, imaginary)).isLessThan(1e-8 * (1 + size));
        }
        // One pair in each strip of height 2π/τ of the imaginary axis.
        assertThat(roots).hasSizeGreaterThanOrEqualTo(8);
        for (int pair = 1; pair < 4; pair++) {
            double gap =
                    roots.get(2 * pair).imaginary() - roots.get(2 * pair - 2).imaginary();
            assertThat(Math.abs(gap)).isCloseTo(2 * Math.PI / 3, within(0.4));
        }
    }

    @Test
    void withoutDelaysTheyAreTheEigenvalues() {
        List<Eigenvalue> roots = CharacteristicRoots.of(Models.vanDerPol(), new double[] {1}, new double[] {0, 0});
        assertThat(roots.get(0).real()).isCloseTo(0.5, within(1e-9));
        assertThat(roots.get(0).imaginary()).isCloseTo(Math.sqrt(0.75), within(1e-9));
    }

    @Test
    void hopfPointsOverTwoParametersAreHayesCurve() {
        double delay = 1.5;
        Branch curve = DelayedHopfCurve.through(
                hayes(delay),
                new double[] {0, -Math.PI / 3},
                new double[] {0},
                0,
                1,
                new double[] {-2, -3},
                new double[] {0.6, 0});
        assertThat(curve.points()).hasSizeGreaterThan(20);
        for (BranchPoint point : curve.points()) {
            double a = point.parameters()[0];
            double b = point.parameters()[1];
            // cos ωτ = −a/b and ω² = b² − a²
            double omega = Math.sqrt(b * b - a * a);
            assertThat(Math.cos(omega * delay)).isCloseTo(-a / b, within(1e-7));
            assertThat(point.unstable()).isZero();
        }
        assertThat(curve.points().get(0).parameters()[0]).isLessThan(-1.8);
        assertThat(curve.points().get(curve.points().size() - 1).parameters()[0])
                .isGreaterThan(0.5);
    }
}
