package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Firing and spikes in runs: rates that theory gives, order within a step, and the same bits however a run is cut. */
public class FiringTest {

    /** dV/dt = (I − V)/τ from 0 reaches 1 after τ·ln(I/(I − 1)); refractory periods add to that. */
    @ParameterizedTest
    @ValueSource(strings = {"euler", "heun", "rk4", "exponential-euler"})
    void leakyNeuronsFireAtTheAnalyticRate(String scheme) {
        Node node = Node.named("lif")
                .mass(Mass.named("lif")
                        .state("V", "1", Initial.constant(0))
                        .parameter("I", 1.5, "1", "drive")
                        .equations("dV/dt = (I - V)/10[ms]")
                        .firing(Firing.when("V > 1").reset("V = 0").refractory("2[ms]", "V"))
                        .build())
                .build()
                .with("I", new double[] {0.9, 1.2, 1.5, 3});
        SpikeNotes notes = new SpikeNotes("n");
        double duration = 2_000;
        Simulation.of(Network.builder().group("n", node, 4).build())
                .dt(0.01)
                .duration(duration)
                .integrator(Integrator.named(scheme))
                .observe(notes)
                .run();
        double[] drives = {0.9, 1.2, 1.5, 3};
        for (int n = 0; n < 4; n++) {
            String end = " n " + n;
            long count = notes.spikes.stream().filter(s -> s.endsWith(end)).count();
            double expected = drives[n] <= 1 ? 0 : duration / (2 + 10 * Math.log(drives[n] / (drives[n] - 1)));
            assertThat((double) count).isCloseTo(expected, within(expected * 2e-3 + 1));
        }
    }

    private static Mass poisson(double rate) {
        return Mass.named("poisson")
                .parameter("rate", rate, "Hz", "mean rate")
                .firing(Firing.when("uniform < rate*dt"))
                .build();
    }

    @Test
    void uniformNumbersMakePoissonSpikes() {
        int neurons = 200;
        Node node = Node.named("p").mass(poisson(50)).build();
        SpikeNotes notes = new SpikeNotes("a", "b");
        Simulation.of(Network.builder()
                        .group("a", node, neurons)
                        .group("b", node, neurons)
                        .build())
                .dt(0.1)
                .duration(5000)
                .seed(4)
                .observe(notes)
                .run();
        double expected = neurons * 50 * 5;
        for (String population : List.of(" a ", " b ")) {
            double count =
                    notes.spikes.stream().filter(s -> s.contains(population)).count();
            assertThat(count).isCloseTo(expected, within(4 * Math.sqrt(expected)));
        }
        Set<String> all = new HashSet<>(notes.spikes);
        long both = notes.spikes.stream()
                .filter(s -> s.contains(" a ") && all.contains(s.replace(" a ", " b ")))
                .count();
        assertThat((double) both).isLessThan(expected * 0.005 + 5 * Math.sqrt(expected * 0.005));
    }

    @Test
    void aDrivenParameterIsSeenByTheThreshold() {
        Node node = Node.named("p").mass(poisson(0)).build();
        SpikeNotes notes = new SpikeNotes("a");
        Simulation.of(Network.builder().group("a", node, 100).build())
                .dt(0.1)
                .duration(1000)
                .drive(Drive.everywhere("a", "rate", t -> t < 500 ? 0 : 200))
                .observe(notes)
                .run();
        assertThat(notes.spikes.stream().mapToInt(s -> Integer.parseInt(s.split(" ")[0])))
                .allMatch(sample -> sample > 5000);
        assertThat((double) notes.spikes.size()).isCloseTo(10_000, within(400.0));
    }

    /** At one sample: the threshold sees values before arrivals, arrivals come before the reset, the reset sees them. */
    @Test
    void aStepIsThresholdThenArrivalsThenReset() {
        Mass clock = Mass.named("clock")
                .state("x", "1", Initial.constant(0))
                .equations("dx/dt = 1[1/ms]")
                .firing(Firing.when("x > 0.25").reset("x = 0"))
                .build();
        Mass counter = Mass.named("counter")
                .state("y", "1", Initial.constant(0))
                .state("z", "1", Initial.constant(0))
                .equations("dy/dt = 0\ndz/dt = 0")
                .firing(Firing.when("y > 0.5").reset("z += y\ny = 0"))
                .build();
        TestWiring one = new TestWiring(1, new int[][] {{0}}, new double[][] {{1}}, new double[][] {{0}});
        TestWiring late = new TestWiring(1, new int[][] {{0}}, new double[][] {{10}}, new double[][] {{0.3}});
        SpikeNotes notes = new SpikeNotes("a", "b");
        Recording recording = Simulation.of(Network.builder()
                        .group("a", Node.named("a").mass(clock).build(), 1)
                        .group("b", Node.named("b").mass(counter).build(), 1)
                        .connect(new Synapses("a", "b", one, "y += w"))
                        .connect(new Synapses("a", "b", late, "y *= w"))
                        .build())
                .dt(0.1)
                .duration(1)
                .observe(notes, Recorder.every(0.1, "x", "y", "z"))
                .run();
        assertThat(notes.spikes).containsExactly("3 a 0", "4 b 0", "6 a 0", "7 b 0", "9 a 0", "10 b 0");
        // The first spike brings y to 1 at sample 3, which is seen at sample 4; at sample 6 comes 1, times 10 for the
        // old one.
        assertThat(recording.get("y").column(0)).containsExactly(0, 0, 1, 0, 0, 10, 0, 0, 10, 0);
        assertThat(recording.get("z").column(0)).containsExactly(0, 0, 0, 1, 1, 1, 11, 11, 11, 21);
        assertThat(recording.get("x").column(0)[2]).isZero();
    }

    /** A chain of neurons with noise, random connections with and without delay, refractory periods. */
    public static Network network(double shortest) {
        Mass mass = Mass.named("n")
                .state("V", "mV", Initial.uniform(-65, -50))
                .state("g", "1", Initial.constant(0))
                .hold("r", "1", Initial.constant(0))
                .parameter("I", 11, "mV", "drive")
                .input("in", "1", "what others hold")
                .equations("""
                        hold r = 0.01*g
                        dV/dt = (-60[mV] - V + I + 8[mV]*g + 1[mV]*in)/10[ms] + 1.5[mV/√ms]*xi
                        dg/dt = -g/5[ms]
                        """)
                .firing(Firing.when("V > -50[mV] && uniform < 0.9 or r > 2")
                        .reset("V = -60")
                        .refractory("1.5", "V"))
                .build();
        Node node = Node.named("n").mass(mass).build();
        TestWiring near = TestWiring.random(8, 60, 40, 0.2, 0.2, shortest);
        TestWiring far = TestWiring.random(9, 40, 60, 0.2, -0.1, 0).spread(1, shortest, shortest + 0.4, 3.7);
        return Network.builder()
                .group("a", node, 60)
                .group("b", node.with("I", 9), 40)
                .connect(new Synapses("a", "b", near, "g += w*(1 - 0.2*g)"))
                .connect(new Synapses("b", "a", far, "g += w"))
                .connect(new Synapses("a", "a", TestWiring.random(3, 60, 60, 0.1, 0.1, shortest), "g += w*g + w"))
                .connect("a", "b", c -> c.output("r").input("in").weight(0.1).delay(1.3))
                .build();
    }

    private static List<Object> chunked(Simulation simulation, int... chunks) {
        SpikeNotes notes = new SpikeNotes("a", "b");
        Recorder recorder = Recorder.every(0.1, "V", "g");
        Snapshot snapshot = null;
        List<Object> out = new ArrayList<>();
        for (int chunk : chunks) {
            Simulation own = simulation.observe(notes, recorder);
            try (Run run = snapshot == null ? own.start() : own.resume(snapshot)) {
                run.advanceSteps(chunk);
                snapshot = run.snapshot();
            }
        }
        out.add(notes.spikes);
        out.add(Arrays.toString(snapshot.arrays()[0][0]));
        out.add(Arrays.toString(snapshot.arrays()[0][1]));
        return out;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.7, 4})
    void aRunThatIsContinuedHasTheBitsOfAWholeOne(double shortest) {
        for (Integrator scheme : List.of(Integrator.EULER, Integrator.named("heun"), Integrator.named("rk4"))) {
            Simulation simulation =
                    Simulation.of(network(shortest)).dt(0.1).seed(7).integrator(scheme);
            List<Object> whole = chunked(simulation, 1000);
            assertThat((List<?>) whole.get(0)).hasSizeGreaterThan(200);
            assertThat(chunked(simulation, 3, 14, 1, 482, 500)).isEqualTo(whole);
        }
    }

    @Test
    void pointsOfASweepAreSingleRuns() {
        Simulation simulation =
                Simulation.of(network(0.5)).dt(0.1).duration(100).seed(7);
        List<SpikeNotes> notes = List.of(new SpikeNotes("a", "b"), new SpikeNotes("a", "b"), new SpikeNotes("a", "b"));
        double[] drive = {8, 11, 14};
        Sweep.of(simulation)
                .vary("a.I", drive)
                .observe(point -> List.of(notes.get(point)))
                .run();
        for (int point = 0; point < 3; point++) {
            SpikeNotes own = new SpikeNotes("a", "b");
            Simulation.of(network(0.5).with("a.I", drive[point]))
                    .dt(0.1)
                    .duration(100)
                    .seed(7)
                    .observe(own)
                    .run();
            assertThat(notes.get(point).spikes).isNotEmpty().isEqualTo(own.spikes);
        }
    }

    @Test
    void aPopulationThatRunsAwayEndsTheRun() {
        Node node = Node.named("n")
                .mass(Mass.named("m")
                        .state("V", "1", Initial.uniform(0, 1))
                        .equations("dV/dt = (1.1 - V)/10[ms]")
                        .firing(Firing.when("V > 1").reset("V = 0").refractory("2[ms]", "V"))
                        .build())
                .build();
        Network network = Network.builder()
                .group("calm", node, 50)
                .group("wild", node, 50)
                .connect(new Synapses("wild", "wild", TestWiring.random(1, 50, 50, 0.5, 0.1, 0.5), "V += w"))
                .build();
        Simulation simulation = Simulation.of(network).dt(0.1).duration(300);
        assertThatThrownBy(simulation::run)
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("population 'wild' fired at 4")
                .hasMessageContaining(" Hz from 0.0 to 50.0 ms");
        simulation.runaway(Double.POSITIVE_INFINITY).run();
    }

    @Test
    void anExplanationTellsOfSpikes() {
        try (Run run = Simulation.of(network(0.7)).dt(0.1).start()) {
            assertThat(run.explain())
                    .contains("fires when V > -50[mV] && uniform < 0.9 or r > 2")
                    .contains("spikes a → b:")
                    .contains("delays 7–7, one weight; x ← a·x + b")
                    .contains("spikes b → a:")
                    .contains("delays 7–37, a weight each");
        }
    }
}
