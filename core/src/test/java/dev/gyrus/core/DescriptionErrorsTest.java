package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with a description is said before anything runs, in words of the description. */
class DescriptionErrorsTest {
    private static final Node NODE = node("output q = 2*x");

    private static Node node(String more) {
        return Node.named("n")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.constant(0))
                        .output("q", "1")
                        .parameter("tau", 2, "ms", "time constant")
                        .input("in", "1", "excitation")
                        .equations("dx/dt = (-x + in)/tau\n" + more)
                        .build())
                .parameter("d", 1, "ms", "delay")
                .local(Local.of("m.x", "m.in", "d"))
                .sync(Sync.additive("x", "in"))
                .defaultOutput("x")
                .build();
    }

    private static final double[][] RING = {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}};

    private static Simulation simulation(Node node) {
        return Simulation.of(Network.of(node, Connectome.of(RING), 0)).duration(1);
    }

    private static Simulation wired(Sync sync) {
        return Simulation.of(Network.builder()
                .group("a", NODE, 3)
                .connect("a", "a", 2, 1, List.of(sync))
                .build());
    }

    private static void assertRefused(Simulation simulation, String... parts) {
        assertThatThrownBy(simulation::run)
                .isInstanceOfSatisfying(
                        GyrusException.class, e -> assertThat(e.kind()).isEqualTo(GyrusException.Kind.INPUT))
                .hasMessageContainingAll(parts);
    }

    @Test
    void shapesMustFit() {
        assertRefused(simulation(NODE.with("tau", new double[] {1, 2})), "parameters.tau", "3 nodes", "2 values");
        assertRefused(simulation(NODE.with("d", new double[] {1, 2})), "parameters.d", "3 nodes", "2 values");
        assertRefused(simulation(NODE).initial("x", 1, 2), "initial.x", "3 nodes", "2 values");
        assertRefused(simulation(NODE).drive(new Drive("", "in", t -> 1, List.of(3))), "inputs.nodes", "0 to 2");
        Projection narrow = new Projection("", "", new double[3][2], new double[3][3], List.of());
        Population population = new Population("", NODE, List.of("0", "1", "2"));
        assertRefused(Simulation.of(new Network(List.of(population), List.of(narrow))), "connections", "3 × 3");
    }

    @Test
    void numbersMustBeFiniteAndFit() {
        assertRefused(simulation(NODE).dt(Double.NaN), "simulation.dt");
        assertRefused(simulation(NODE).dt(Double.POSITIVE_INFINITY), "simulation.dt");
        assertRefused(simulation(NODE).duration(0.25), "duration", "0.2");
        assertRefused(simulation(NODE).initial("x", Double.NaN), "initial.x", "finite");
        assertRefused(simulation(NODE).observe(Recorder.every(0, "x")), "record.every", "positive");
        assertRefused(simulation(NODE.with("d", -1)), "not negative");
    }

    @Test
    void namesMustBeKnown() {
        assertRefused(simulation(NODE).initial("y", 1), "initial", "'y'");
        assertRefused(simulation(NODE).observe(Recorder.every(1, "xx")), "record.variables", "'xx'");
        assertRefused(simulation(NODE).drive("inn", t -> 1), "inputs.target", "did you mean 'in'?");
        assertRefused(wired(Sync.additive("x", "in").weighted("v^2")), "weight 'v^2'", "'v'");
        assertRefused(wired(Sync.of("x", "in", new Coupling("c", List.of("source*gain"), "sum"))), "'gain'");
        assertRefused(wired(Sync.of("x", "in", new Coupling("c", List.of("source"), "sum*gain"))), "'gain'");
        assertRefused(wired(Sync.of("z", "in", Coupling.diffusive())), "'z'");
    }

    @Test
    void weightsMustStayFinite() {
        assertRefused(wired(Sync.additive("x", "in").weighted("log(-w)")), "weight 'log(-w)'", "w = 2");
    }

    @Test
    void thePastMustFitInAnArray() {
        Network network = Network.builder()
                .group("a", NODE, 100)
                .connect("a", "a", 1, 1e6)
                .build();
        assertRefused(Simulation.of(network), "delays", "100 nodes");
    }

    @Test
    void populationsMustDifferInName() {
        assertRefused(
                Simulation.of(Network.builder().node("a", NODE).node("a", NODE).build()), "populations of different");
        assertRefused(Simulation.of(Network.builder().group("a", NODE, 0).build()), "at least one node");
    }

    @Test
    void anOutputCannotReadAnInput() {
        assertRefused(simulation(node("z = 3*in\noutput q = z + x")), "m.q", "input 'in'");
    }

    @Test
    void aSchemeMustBeExplicitAtKnownTimes() {
        assertThatThrownBy(() ->
                        new Integrator("odd", new double[] {0, 0.25}, new double[][] {{}, {0.25}}, new double[] {0, 1}))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("integrator.nodes");
        assertThatThrownBy(() -> new Integrator("implicit", new double[] {0}, new double[][] {{1}}, new double[] {1}))
                .isInstanceOf(GyrusException.class);
    }
}
