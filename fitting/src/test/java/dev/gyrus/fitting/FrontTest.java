package dev.gyrus.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontTest {
    @Test
    void fewerInOneAndNoMoreInTheOthersDominates() {
        assertThat(Front.dominates(new double[] {1, 2}, new double[] {1, 3})).isTrue();
        assertThat(Front.dominates(new double[] {1, 2}, new double[] {1, 2})).isFalse();
        assertThat(Front.dominates(new double[] {0, 3}, new double[] {1, 2})).isFalse();
    }

    @Test
    void sortsIntoFronts() {
        List<double[]> points = List.of(
                new double[] {2, 2}, new double[] {1, 3}, new double[] {3, 3}, new double[] {3, 1}, new double[] {4, 4
                });
        assertThat(Front.sort(points)).isEqualTo(List.of(List.of(0, 1, 3), List.of(2), List.of(4)));
    }

    @Test
    void leavesOutWhatIsNotFinite() {
        assertThat(Front.of(List.of(new double[] {Double.NaN, 0}, new double[] {1, 1})))
                .containsExactly(1);
    }

    @Test
    void hypervolumeOfBoxesIsTheirUnion() {
        double[] reference = {3, 3};
        assertThat(Front.hypervolume(List.of(new double[] {1, 2}, new double[] {2, 1}), reference))
                .isEqualTo(3);
        assertThat(Front.hypervolume(List.of(new double[] {1, 1, 1}), new double[] {3, 3, 4}))
                .isEqualTo(12);
    }

    /** The volume that a sphere's octant leaves below (1, 1, 1) is 1 − π/6. */
    @Test
    void hypervolumeOfASphereTendsToItsVolume() {
        List<double[]> sphere = new ArrayList<>();
        int n = 24;
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= n; j++) {
                double a = Math.PI / 2 * i / n;
                double b = Math.PI / 2 * j / n;
                sphere.add(new double[] {Math.cos(a) * Math.cos(b), Math.cos(a) * Math.sin(b), Math.sin(a)});
            }
        }
        assertThat(Front.hypervolume(sphere, new double[] {1, 1, 1})).isCloseTo(1 - Math.PI / 6, within(0.05));
    }
}
