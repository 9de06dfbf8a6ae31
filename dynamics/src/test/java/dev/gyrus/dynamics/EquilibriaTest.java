package dev.gyrus.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Equilibria of Wong and Wang's model, from BrainPy's documentation of its own analysis. */
class EquilibriaTest {
    private static final Equilibria SEARCH = Equilibria.in(Systems.wongWang(), new double[2], new double[] {1, 1});

    private static List<Equilibrium> at(double mu0, double coherence) {
        return SEARCH.find(new double[] {mu0, coherence}).equilibria();
    }

    private static void check(Equilibrium found, Equilibrium.Type type, double s1, double s2) {
        assertThat(found.type()).isEqualTo(type);
        assertThat(found.state()).containsExactly(new double[] {s1, s2}, within(1e-6));
    }

    @Test
    void withoutAStimulusThereAreFive() {
        List<Equilibrium> found = at(0, 0);
        assertThat(found).hasSize(5);
        check(found.get(0), Equilibrium.Type.STABLE_NODE, 0.031891, 0.566987);
        check(found.get(1), Equilibrium.Type.SADDLE, 0.055785, 0.313845);
        check(found.get(2), Equilibrium.Type.STABLE_NODE, 0.102651, 0.102651);
        check(found.get(3), Equilibrium.Type.SADDLE, 0.313845, 0.055785);
        check(found.get(4), Equilibrium.Type.STABLE_NODE, 0.566987, 0.031891);
    }

    @Test
    void coherenceRemovesTheWrongChoice() {
        List<Equilibrium> none = at(30, 0);
        assertThat(none).hasSize(3);
        check(none.get(0), Equilibrium.Type.STABLE_NODE, 0.051807, 0.658694);
        check(none.get(1), Equilibrium.Type.SADDLE, 0.424456, 0.424456);
        check(none.get(2), Equilibrium.Type.STABLE_NODE, 0.658694, 0.051807);
        List<Equilibrium> some = at(30, 0.14);
        assertThat(some).hasSize(3);
        check(some.get(0), Equilibrium.Type.STABLE_NODE, 0.059110, 0.648105);
        check(some.get(1), Equilibrium.Type.SADDLE, 0.384559, 0.453631);
        check(some.get(2), Equilibrium.Type.STABLE_NODE, 0.667978, 0.045830);
        List<Equilibrium> full = at(30, 1);
        assertThat(full).hasSize(1);
        check(full.get(0), Equilibrium.Type.STABLE_NODE, 0.709281, 0.023964);
    }

    @Test
    void theStatementSaysWhatWasSearched() {
        assertThat(SEARCH.find(new double[] {30, 1}).statement())
                .startsWith("1 equilibrium in [0.000, 1.000] × [0.000, 1.000]: Newton's method from 50 starts (");
    }
}
