package dev.gyrus.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.GyrusException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhasePlaneTest {
    /** A ball in two valleys with friction: a saddle at 0, foci at ±1. */
    private static final Flow VALLEYS = Flows.of(List.of("x", "y"), List.of("friction"), (x, p, out) -> {
        out[0] = x[1];
        out[1] = x[0] - x[0] * x[0] * x[0] - p[0] * x[1];
    });

    private static final PhasePlane PLANE =
            PhasePlane.of(VALLEYS, new double[] {0.3}, new double[] {-2, -2}, new double[] {2, 2});

    @Test
    void nullclinesAreWhereARateVanishes() {
        assertThat(PLANE.nullcline(0))
                .hasSize(160)
                .allSatisfy(s -> assertThat(s[1]).isCloseTo(0, within(1e-12)));
        assertThat(PLANE.nullcline(1))
                .hasSizeGreaterThan(100)
                .allSatisfy(s -> assertThat(s[1]).isCloseTo((s[0] - Math.pow(s[0], 3)) / 0.3, within(2e-3)));
    }

    /** On both sides of a separatrix trajectories end in different valleys. */
    @Test
    void separatricesSeparate() {
        assertThat(PLANE.equilibria())
                .extracting(Equilibrium::type)
                .containsExactly(Equilibrium.Type.STABLE_FOCUS, Equilibrium.Type.SADDLE, Equilibrium.Type.STABLE_FOCUS);
        List<double[][]> lines = PLANE.separatrices();
        assertThat(lines).hasSize(2);
        double[] far = lines.get(0)[lines.get(0).length / 2];
        double first = end(far[0] + 0.01, far[1]);
        double second = end(far[0] - 0.01, far[1]);
        assertThat(first * second).isCloseTo(-1, within(1e-3));
    }

    private static double end(double x, double y) {
        double[][] rows = PLANE.trajectory(new double[] {x, y}, 100);
        return rows[rows.length - 1][0];
    }

    @Test
    void theFigureShowsAll() {
        String svg = PLANE.figure(List.of(new double[] {1.5, 1}), 50).svg();
        assertThat(svg).contains("dx/dt = 0", "dy/dt = 0");
        assertThatThrownBy(() -> PhasePlane.of(Systems.gelfandBratu(5), new double[1], new double[4], new double[4]))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("two states");
    }

    /** A ring of 20 bistable units: from random patterns of signs, every pattern is an equilibrium nearby. */
    @Test
    void slowPointsOfManyStatesAreFound() {
        int n = 20;
        Flow ring =
                Flows.of(IntStream.range(0, n).mapToObj(i -> "x" + i).toList(), List.of("coupling"), (x, p, out) -> {
                    for (int i = 0; i < n; i++) {
                        double neighbours = x[(i + 1) % n] + x[(i + n - 1) % n] - 2 * x[i];
                        out[i] = x[i] - x[i] * x[i] * x[i] + p[0] * neighbours;
                    }
                });
        double[] ups = new double[n];
        double[] half = new double[n];
        java.util.Arrays.fill(ups, 0.6);
        for (int i = 0; i < n; i++) {
            half[i] = i < n / 2 ? 0.8 : -0.8;
        }
        double[] scale = new double[n];
        java.util.Arrays.fill(scale, 1);
        List<SlowPoints.SlowPoint> points =
                SlowPoints.of(ring, new double[] {0.05}, List.of(ups, half, ups.clone()), scale, 1e-9, 1e-3);
        assertThat(points)
                .hasSize(2)
                .allSatisfy(p -> assertThat(p.eigenvalues().get(0).real()).isNegative());
        assertThat(points).anySatisfy(p -> assertThat(p.state()).containsOnly(new double[] {1}, within(1e-9)));
    }
}
