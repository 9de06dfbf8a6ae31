package dev.gyrus.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Drive;
import dev.gyrus.core.Firing;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Simulation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of docs/spiking.md. */
class DocumentedExamplesTest {

    @Test
    void aNetwork() {
        var ampa = SynapseTypes.exponential("ampa", 5, 0);
        var gaba = SynapseTypes.exponential("gaba", 10, -80);
        var sparse = WiringRule.fixedProbability(0.2);
        Network network = SpikingNetwork.builder()
                .seed(1)
                .population("E", Lif.node().with("I", 20), 320)
                .population("I", Lif.node().with("I", 20), 80)
                .initial("E", "V", Initial.normal(-55, 2))
                .project("E", "E", p -> p.synapse(ampa).rule(sparse).weight(0.6))
                .project("E", "I", p -> p.synapse(ampa).rule(sparse).weight(0.6).delay(Distribution.uniform(0.5, 2)))
                .project("I", "E", p -> p.synapse(gaba).rule(sparse).weight(6.7))
                .build();
        var spikes = SpikeRecorder.of("E", 320);
        Recording recording = Simulation.of(network)
                .integrator(Integrator.EXPONENTIAL_EULER)
                .duration(200)
                .seed(1)
                .observe(spikes, PopulationRate.gaussian("E", 320, 5), Recorder.every(1, "E.V", "E.I_gaba"))
                .run();
        assertThat(spikes.spikes().rate()).isPositive();
        assertThat(recording.get("E.rate").samples()).isEqualTo(2000);
        assertThat(recording.series().get(1).samples()).isEqualTo(200);
    }

    @Test
    void aNeuron() {
        Mass mass = Mass.named("resonate")
                .state("V", "mV", Initial.constant(-60))
                .state("u", "mV", Initial.constant(0))
                .parameter("tau", 10, "ms", "time constant")
                .parameter("V_th", -50, "mV", "threshold")
                .parameter("tau_ref", 2, "ms", "refractory period")
                .input("I", "mV", "drive")
                .equations("""
                        dV/dt = (-60[mV] - V - u + I)/tau
                        du/dt = (V + 60[mV] - u)/(5*tau)
                        """)
                .firing(Firing.when("V >= V_th").reset("V = -60\nu += 2").refractory("tau_ref", "V"))
                .build();
        Node neuron = Node.named("resonate").mass(mass).defaultOutput("V").build();
        Network network = SpikingNetwork.builder().population("P", neuron, 10).build();
        var spikes = SpikeRecorder.of("P", 10);
        Simulation.of(network)
                .duration(200)
                .drive(Drive.everywhere("P", "I", t -> 40))
                .observe(spikes)
                .run();
        assertThat(spikes.spikes().rate()).isPositive();
    }

    /** One lane per synapse: a population of synapses, each with its own x; what it is when kept for each source. */
    @Test
    void aSynapseWithAStatePerEdge() {
        Mass edge = Mass.named("edge")
                .state("x", "1", Initial.constant(1))
                .state("s", "nS", Initial.constant(0))
                .parameter("U", 0.4, "1", "utilisation")
                .parameter("tau_rec", 200, "ms", "recovery")
                .equations("dx/dt = (1 - x)/tau_rec\nds/dt = -s/5[ms]")
                .build();
        Node edges = Node.named("edge").mass(edge).defaultOutput("s").build();
        Synapse release =
                Synapse.named("release").arrival("s += w*U*x\nx -= U*x").build();
        int n = 6;
        double[][] gather = new double[1][n];
        Arrays.fill(gather[0], 1);
        Network perEdge = SpikingNetwork.builder()
                .population("in", Poisson.node().with("rate", 40), n)
                .population("edges", edges, n)
                .population("out", ConductanceLif.node(), 1)
                .project(
                        "in",
                        "edges",
                        p -> p.synapse(release).rule(WiringRule.oneToOne()).weight(2))
                .connect("edges", "out", c -> c.output("s").input("g_e").weights(gather))
                .build();
        Network perSource = SpikingNetwork.builder()
                .population("in", Poisson.node().with("rate", 40), n)
                .population("edges", edges, n)
                .population("out", ConductanceLif.node(), 1)
                .project(
                        "in",
                        "out",
                        p -> p.synapse(SynapseTypes.tsodyksMarkram("stp", 5, 0, 0.4, 200, 0))
                                .weight(2))
                .build();
        double[] one = voltage(perEdge);
        double[] other = voltage(perSource);
        for (int k = 0; k < one.length; k++) {
            assertThat(one[k]).isCloseTo(other[k], within(1e-9));
        }
        assertThat(Arrays.stream(one).max().orElseThrow()).isGreaterThan(-58);
    }

    private static double[] voltage(Network network) {
        return Simulation.of(network)
                .duration(300)
                .seed(3)
                .observe(Recorder.every(0.1, "V"))
                .run()
                .get("V")
                .column(0);
    }

    @Test
    void pairsOneByOne() {
        Network network = SpikingNetwork.builder()
                .population("a", Poisson.node().with("rate", 10_000), 2)
                .population("b", Lif.node(), 3)
                .project(
                        "a",
                        "b",
                        p -> p.synapse(SynapseTypes.delta("kick"))
                                .rule(WiringRule.pairs(List.of(new int[] {2, 0})))
                                .weight(1))
                .build();
        double[] v = Simulation.of(network)
                .duration(0.2)
                .observe(Recorder.every(0.1, "V"))
                .run()
                .get("V")
                .row(0);
        assertThat(v).containsExactly(-60, -60, -59);
    }
}
