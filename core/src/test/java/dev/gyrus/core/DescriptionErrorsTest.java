package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
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
        assertRefused(simulation(NODE).drive(Drive.at("", "in", t -> 1, List.of(3))), "inputs.nodes", "0 to 2");
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
        assertRefused(simulation(NODE.with("d", -1)), "parameters.d", "not negative");
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

    private static List<Problem> problems(Simulation simulation) {
        GyrusException thrown = catchThrowableOfType(GyrusException.class, simulation::start);
        assertThat(thrown).isNotNull();
        return thrown.problems();
    }

    @Test
    void aDelayOutOfReachIsSaidOnceWhereItsLengthStands() {
        double[][] lengths = new double[3][3];
        lengths[1][2] = 1e9;
        lengths[2][1] = 1e300;
        Node wired = NODE.with("d", 1);
        Node twice = new Node(
                "n",
                "",
                "",
                wired.masses(),
                wired.parameters(),
                wired.locals(),
                List.of(Sync.additive("x", "in"), Sync.additive("q", "in"), Sync.of("x", "in", Coupling.diffusive())),
                "x",
                "x",
                wired.settings());
        Simulation simulation = Simulation.of(Network.of(twice, Connectome.of(RING, lengths), 1));
        assertThat(problems(simulation)).hasSize(1);
        assertThat(problems(simulation).get(0).key()).isEqualTo("connectome.lengths[1][2]");
        assertThat(problems(simulation).get(0).given()).isEqualTo("1.0E9 ms");
    }

    @Test
    void theConnectionOfABadNumberIsNamed() {
        NetworkBuilder builder = Network.builder().node("a", NODE).node("b", NODE);
        assertThat(problems(Simulation.of(builder.connect("a", "b", 1, 1)
                        .connect("b", "a", 1, -3)
                        .connect("b", "b", Double.NaN, 0)
                        .build())))
                .extracting(Problem::key)
                .containsExactly("connections[1].delay", "connections[2].weight");
    }

    @Test
    void aParameterOutOfItsBoundsIsSaidOnce() {
        Mass mass = NODE.masses().get(0);
        Parameter delay = Parameter.of("d", 1, "ms", "delay").notNegative();
        Parameter tau = mass.parameters().get(0).positive();
        Mass first = new Mass("m", mass.variables(), List.of(tau), mass.inputs(), mass.tables(), mass.equations());
        Mass second = new Mass("m2", mass.variables(), List.of(tau), mass.inputs(), mass.tables(), mass.equations());
        List<Local> locals = List.of(Local.of("m.x", "m.in", "d"), Local.of("m2.x", "m.in", "d"));
        Node node =
                new Node("n", "", "", List.of(first, second), List.of(delay), locals, List.of(), "x", "x", Map.of());
        Simulation bad = Simulation.of(Network.of(node.with("d", -1).with("tau", 0)));
        assertThat(problems(bad))
                .containsExactly(
                        Problem.of("parameters.d", "a finite number of ms of at least 0.0", "-1.0"),
                        Problem.of("parameters.tau", "a positive number of ms", "0.0"));
        Network group = Network.builder().node("a", node.with("d", -1)).build();
        assertThat(problems(Simulation.of(group)).get(0).key()).isEqualTo("groups.a.parameters.d");
    }

    @Test
    void aMissingOrAmbiguousNameListsTheChoices() {
        Mass mass = NODE.masses().get(0);
        Mass other =
                new Mass("m2", mass.variables(), mass.parameters(), mass.inputs(), mass.tables(), mass.equations());
        Node node = Node.named("two").mass(mass).mass(other).build();
        NetworkBuilder builder = Network.builder().node("a", node).node("b", node);
        Network network = builder.connect("a", "b", 1, 0, List.of(Sync.additive("m.x", "in")))
                .connect("a", "b", 1, 0, List.of(Sync.additive("x", "m.in")))
                .connect("a", "b", 1, 0, List.of(Sync.additive("m.y", "m2.in")))
                .connect("a", "b", 1, 0, List.of(Sync.additive("m.x", "m3.in")))
                .build();
        assertThat(problems(Simulation.of(network)))
                .containsExactly(
                        Problem.of("connections[0].input", "one input: m.in or m2.in", "'in', which is each of them"),
                        Problem.of("connections[1].output", "one variable: m.x or m2.x", "'x', which is each of them"),
                        Problem.of("connections[2].output", "one of m.q, m.x, m2.q, m2.x", "'m.y'")
                                .hint("did you mean 'm.q'?"),
                        Problem.of("connections[3].input", "one of m.in, m2.in", "'m3.in'")
                                .hint("did you mean 'm.in'?"));
    }

    @Test
    void aDriveOnNoNodesDrivesNone() {
        Network unconnected = Network.builder().group("a", NODE, 2).build();
        Recording recording = Simulation.of(unconnected)
                .duration(1)
                .drive(Drive.at("a", "in", t -> 1, List.of()))
                .drive(Drive.at("a", "in", t -> 1, List.of(1)))
                .observe(Recorder.every(1, "x"))
                .run();
        assertThat(recording.get("x").column(0)).containsExactly(0);
        assertThat(recording.get("x").column(1)[0]).isPositive();
    }

    @Test
    void thePastMustFitInAnArray() {
        Network network = Network.builder()
                .group("a", NODE, 100)
                .connect("a", "a", 1, 1e6)
                .build();
        assertRefused(Simulation.of(network), "connections[0].delay", "100 nodes");
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

    private static Simulation startingAt(String expression) {
        Mass mass = Mass.named("m")
                .state("v", "mV", Initial.of(expression))
                .parameter("rest", -65, "mV", "potential at rest")
                .parameter("current", 2, "pA", "current")
                .parameter("leak", 10, "nS", "conductance")
                .equations("dv/dt = (rest - v)/1[ms]")
                .build();
        return simulation(Node.named("n").mass(mass).defaultOutput("v").build());
    }

    @Test
    void startsHaveTheUnitOfTheirVariable() {
        assertRefused(startingAt("rest + current"), "start of v", "rest + current", "mV", "pA");
        assertRefused(startingAt("current"), "start of v", "a value in mV, as 'v' is in mV", "pA");
        assertThat(startingAt("rest + current/leak").run().series()).isEmpty();
        assertThat(startingAt("5 + 0.5*rest").run().series()).isEmpty();
    }

    @Test
    void expressionsOfACouplingAreReadWithoutItsEnds() {
        Coupling.of("tanh(source.y + target)", "sum*target.x").check("here");
        Coupling.sine().check("here");
        assertThatThrownBy(() -> Coupling.of("tanh(source.y", "sum").check("here"))
                .hasMessageContaining("here:1: expected")
                .hasMessageContaining("tanh(source_y");
    }
}
