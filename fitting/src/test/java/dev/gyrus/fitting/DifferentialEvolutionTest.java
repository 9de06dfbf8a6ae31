package dev.gyrus.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.GyrusException;
import org.junit.jupiter.api.Test;

class DifferentialEvolutionTest {
    @Test
    void classicFindsTheMinimumOfRosenbrocksFunction() {
        Search search = DifferentialEvolution.classic(40, 0.7, 0.9).begin(4, 1);
        assertThat(Minimum.search(search, -2, 2.2, Minimum::rosenbrock, 1e-10, 60_000)
                        .value())
                .isLessThanOrEqualTo(1e-10);
    }

    @Test
    void jadeFindsTheGlobalMinimumAmongManyLocalOnes() {
        Search search = DifferentialEvolution.jade(60).begin(6, 2);
        assertThat(Minimum.search(search, -4.3, 5.1, Minimum::rastrigin, 1e-8, 60_000)
                        .value())
                .isLessThanOrEqualTo(1e-8);
    }

    @Test
    void jadeAdaptsToWhatClassicSettingsAreBadAt() {
        int jade = Minimum.search(
                        DifferentialEvolution.jade(40).begin(8, 3), -4.3, 5.1, Minimum::ellipsoid, 1e-6, 100_000)
                .evaluations();
        int classic = Minimum.search(
                        DifferentialEvolution.classic(40, 0.9, 0.1).begin(8, 3),
                        -4.3,
                        5.1,
                        Minimum::ellipsoid,
                        1e-6,
                        100_000)
                .evaluations();
        assertThat(jade).isLessThan(classic * 2 / 3);
    }

    @Test
    void replacesFailedMembers() {
        Search search = DifferentialEvolution.jade(30).begin(2, 4);
        Minimum.Found found =
                Minimum.search(search, -1, 1, x -> x[0] > 0 ? Double.NaN : Minimum.sphere(x), 1e-10, 20_000);
        assertThat(found.value()).isLessThanOrEqualTo(1e-10);
        assertThat(search.population()).hasSize(30);
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatThrownBy(() -> DifferentialEvolution.jade(3))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("population: expected at least 4, given 3");
        assertThatThrownBy(() -> DifferentialEvolution.classic(20, 0, 0.5)).hasMessageContaining("amplitude");
    }
}
