package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.internal.engine.Plan;
import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import dev.gyrus.core.internal.engine.Planner;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much is compiled depends on the kinds of masses and couplings, not on the number of nodes or connections. */
class CompiledClassesTest {

    private static Node node(String mass, double tau) {
        return Node.named(mass)
                .mass(Mass.named(mass)
                        .state("x", "1", Initial.uniform(-1, 1))
                        .parameter("tau", tau, "ms", "time constant")
                        .input("in", "1", "others")
                        .equations("dx/dt = (-x + " + mass.length() + "*tanh(in))/tau")
                        .build())
                .sync(Sync.additive("x", "in"))
                .defaultOutput("x")
                .build();
    }

    /** Single nodes of two kinds, all coupled to all by differences and by sums. */
    private static Network network(int nodes) {
        NetworkBuilder builder = Network.builder();
        for (int i = 0; i < nodes; i++) {
            builder.node("n" + i, i % 2 == 0 ? node("even", 1 + i) : node("odd", 2 + i));
            for (int j = 0; j < i; j++) {
                double weight = 1.0 / (1 + i + j);
                builder.connect(
                                "n" + i,
                                "n" + j,
                                c -> c.coupling(Coupling.diffusive()).weight(weight))
                        .connect(
                                "n" + j,
                                "n" + i,
                                c -> c.coupling(Coupling.diffusive())
                                        .weight(weight)
                                        .delay(1))
                        .connect("n" + j, "n" + i, c -> c.weight(weight))
                        .connect("n" + i, "n" + j, c -> c.weight(weight).delay(2));
            }
        }
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 24})
    void kernelsGroupsAndWiresDoNotGrowWithTheNumberOfPopulations(int nodes) {
        Plan plan = Planner.plan(Simulation.of(network(nodes)).settings());
        Set<Object> compiled = Collections.newSetFromMap(new IdentityHashMap<>());
        plan.groups().stream().map(GroupPlan::compiled).forEach(compiled::add);
        assertThat(plan.groups().size()).isEqualTo(2);
        assertThat(plan.wires().size()).isEqualTo(8);
        assertThat(compiled).hasSize(2);
        assertThat(plan.groups().get(0).compiled().listing().lines().count()).isLessThan(40);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 400})
    void groupsOfAnySizeTakeOneKernelForEachMass(int size) {
        double[][] weights = new double[size][size];
        weights[0][1] = 1;
        Network network = Network.builder()
                .group("a", node("even", 1), Connectome.of(weights), 0)
                .group("b", node("odd", 1), size)
                .connect("a", "b", c -> c.coupling(Coupling.sine()).weight(0.1))
                .build();
        Plan plan = Planner.plan(Simulation.of(network).settings());
        assertThat(plan.groups().stream().map(GroupPlan::compiled).distinct()).hasSize(2);
    }
}
