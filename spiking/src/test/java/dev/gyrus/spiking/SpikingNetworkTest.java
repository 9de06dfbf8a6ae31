package dev.gyrus.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Drive;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Synapses;
import dev.gyrus.core.Sync;
import dev.gyrus.core.Wiring;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Networks that are composed against plain loops, and what is said of those that cannot be. */
class SpikingNetworkTest {
    private static final double DT = 0.1;
    private static final int STEPS = 4000;
    private static final int E = 15;
    private static final int I = 5;
    private static final Synapse AMPA = SynapseTypes.exponential("ampa", 3, 0);
    private static final Synapse GABA = SynapseTypes.exponential("gaba", 6, -75);
    private static final Synapse NMDA = SynapseTypes.nmda("nmda");

    private static Network twenty() {
        return SpikingNetwork.builder()
                .seed(5)
                .population("E", Lif.node().with("I", 12), E)
                .population("I", Lif.node().with("I", 9).with("tau", 10).with("tau_ref", 2), I)
                .initial("E", "V", Initial.uniform(-60, -50))
                .initial("I", "V", Initial.uniform(-60, -50))
                .project(
                        "E",
                        "E",
                        p -> p.synapse(AMPA)
                                .rule(WiringRule.fixedProbability(0.3))
                                .withoutSelf()
                                .weight(Distribution.uniform(0.1, 0.4))
                                .delay(Distribution.exponential(2).plus(0.5)))
                .project(
                        "E",
                        "I",
                        p -> p.synapse(AMPA).rule(WiringRule.fixedInDegree(6)).weight(0.3))
                .project(
                        "I",
                        "E",
                        p -> p.synapse(GABA)
                                .rule(WiringRule.fixedOutDegree(5))
                                .weight(0.5)
                                .delay(1.2))
                .project("E", "E", p -> p.synapse(NMDA).weight(0.02).delay(0.5))
                .project(
                        "E",
                        "I",
                        p -> p.synapse(NMDA)
                                .rule(WiringRule.fixedProbability(0.5))
                                .weight(0.03)
                                .delay(1))
                .build();
    }

    /** A population of the plain loop. */
    private static final class Cells {
        final double[] v;
        final double[] ampa;
        final double[] gaba;
        final double[] s;
        final double[] x;
        final int[] free;
        final List<double[]> released = new ArrayList<>();
        final List<List<Integer>> spikes = new ArrayList<>();

        Cells(double[] v) {
            this.v = v;
            int n = v.length;
            ampa = new double[n];
            gaba = new double[n];
            s = new double[n];
            x = new double[n];
            free = new int[n];
            spikes.add(List.of());
        }

        double released(int step, int delay, int j) {
            return step - delay < 0 ? 0 : released.get(step - delay)[j];
        }

        void move(int step, double tau, double drive, double[] nmda) {
            for (int n = 0; n < v.length; n++) {
                double current = drive
                        + ampa[n] * (0 - v[n])
                        + nmda[n] * (0 - v[n]) / (1 + 1 / 3.57 * Math.exp(-0.062 * v[n]))
                        + gaba[n] * (-75 - v[n]);
                double dv = (-60 - v[n] + current) / tau;
                double ds = -s[n] / 100 + 0.5 * x[n] * (1 - s[n]);
                v[n] += step >= free[n] ? DT * dv : 0;
                s[n] += DT * ds;
                x[n] -= DT * x[n] / 2;
                ampa[n] -= DT * ampa[n] / 3;
                gaba[n] -= DT * gaba[n] / 6;
            }
        }

        void fire(int sample) {
            List<Integer> fired = new ArrayList<>();
            for (int n = 0; n < v.length; n++) {
                if (v[n] >= -50 && sample > free[n]) {
                    fired.add(n);
                }
            }
            spikes.add(fired);
        }

        void reset(int sample, int refractory, boolean releases) {
            for (int n : spikes.get(sample)) {
                v[n] = -60;
                free[n] = sample + refractory;
                x[n] += releases ? 1 : 0;
            }
        }
    }

    private static void arrive(Wiring wiring, Cells from, int sample, double[] to) {
        for (int d = Math.min(sample - 1, 500); d >= 0; d--) {
            for (int j : from.spikes.get(sample - d)) {
                int[] targets = wiring.targets(j);
                for (int k = 0; k < targets.length; k++) {
                    double delay = wiring.delays(j)[wiring.delays(j).length == 1 ? 0 : k];
                    if (Math.rint(delay / DT) == d) {
                        to[targets[k]] += wiring.weights(j)[wiring.weights(j).length == 1 ? 0 : k];
                    }
                }
            }
        }
    }

    private static double[] sums(double[][] weights, Cells from, int step, int delay) {
        double[] sums = new double[weights.length];
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < weights[i].length; j++) {
                sums[i] += weights[i][j] * from.released(step, delay, j);
            }
        }
        return sums;
    }

    @Test
    void twentyNeuronsDoWhatAPlainLoopDoes() {
        Network network = twenty();
        SpikeRecorder recorder = SpikeRecorder.of("E", E);
        Recording recording = Simulation.of(network)
                .dt(DT)
                .duration(STEPS * DT)
                .seed(2)
                .observe(recorder, Recorder.every(DT, "V", "g_ampa", "s_nmda"))
                .run();
        double[][] start = starts(network);
        Cells e = new Cells(start[0]);
        Cells i = new Cells(start[1]);
        List<Wiring> wiring = network.synapses().stream().map(Synapses::wiring).toList();
        double[][] toE = network.projections().get(0).weights();
        double[][] toI = network.projections().get(1).weights();
        List<String> spikes = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            e.released.add(e.s.clone());
            double[] nmdaE = sums(toE, e, step, 5);
            double[] nmdaI = sums(toI, e, step, 10);
            e.move(step, 20, 12, nmdaE);
            i.move(step, 10, 9, nmdaI);
            int sample = step + 1;
            e.fire(sample);
            i.fire(sample);
            arrive(wiring.get(0), e, sample, e.ampa);
            arrive(wiring.get(1), e, sample, i.ampa);
            arrive(wiring.get(2), i, sample, e.gaba);
            e.reset(sample, 50, true);
            i.reset(sample, 20, false);
            for (int n = 0; n < E; n++) {
                assertThat(recording.get("V").row(step)[n]).isCloseTo(e.v[n], within(1e-9));
                assertThat(recording.get("g_ampa").row(step)[n]).isCloseTo(e.ampa[n], within(1e-9));
                assertThat(recording.get("s_nmda").row(step)[n]).isCloseTo(e.s[n], within(1e-9));
            }
            for (int n = 0; n < I; n++) {
                assertThat(recording.get("V").row(step)[E + n]).isCloseTo(i.v[n], within(1e-9));
            }
            e.spikes.get(sample).forEach(n -> spikes.add(sample + " " + n));
        }
        Spikes kept = recorder.spikes();
        List<String> recorded = new ArrayList<>();
        for (int k = 0; k < kept.count(); k++) {
            recorded.add(Math.round(kept.times()[k] / DT) + " " + kept.neurons()[k]);
        }
        assertThat(recorded).isEqualTo(spikes).hasSizeGreaterThan(90);
    }

    /** The potentials at t = 0, which no sample shows: with a huge time constant they stay. */
    private static double[][] starts(Network network) {
        double[] all = Simulation.of(network.with("*.tau", 1e300).with("*.V_th", 1e6))
                .dt(DT)
                .duration(DT)
                .seed(2)
                .observe(Recorder.every(DT, "V"))
                .run()
                .get("V")
                .row(0);
        return new double[][] {Arrays.copyOf(all, E), Arrays.copyOfRange(all, E, E + I)};
    }

    @Test
    void threadsMakeNoDifference() {
        double[] one = voltages(1);
        assertThat(voltages(3)).containsExactly(one);
    }

    private static double[] voltages(int threads) {
        return Simulation.of(BalancedNetwork.network(800, 200, 0.08, 3))
                .duration(60)
                .seed(4)
                .threads(threads)
                .observe(Recorder.every(60, "V"))
                .run()
                .get("V")
                .row(0);
    }

    @Test
    void additiveSynapsesOfOneKindShareTheirStates() {
        Mass mass = twenty().population("E").node().masses().get(0);
        assertThat(mass.variables().stream().filter(v -> v.name().startsWith("g_")))
                .extracting("name")
                .containsExactly("g_ampa", "g_gaba");
        assertThat(mass.equations().lines().filter(line -> line.startsWith("I_total")))
                .containsExactly("I_total = I + I_ampa + I_gaba + I_nmda");
    }

    @Test
    void addingAProjectionDoesNotRewireTheOthers() {
        Network small = SpikingNetwork.builder()
                .population("E", Lif.node(), 50)
                .project("E", "E", p -> p.synapse(AMPA).rule(WiringRule.fixedProbability(0.2)))
                .build();
        Network large = SpikingNetwork.builder()
                .population("I", Lif.node(), 50)
                .population("E", Lif.node(), 50)
                .project("I", "E", p -> p.synapse(GABA).rule(WiringRule.fixedProbability(0.2)))
                .project("E", "E", p -> p.synapse(AMPA).rule(WiringRule.fixedProbability(0.2)))
                .build();
        for (int source = 0; source < 50; source++) {
            assertThat(large.synapses().get(1).wiring().targets(source))
                    .containsExactly(small.synapses().get(0).wiring().targets(source));
        }
    }

    /** A mass that relaxes to the rate it is sent, and drives Poisson spikes in turn. */
    @Test
    void ratesPassBetweenNeuronsAndMasses() {
        Mass mass = Mass.named("relay")
                .state("r", "Hz", Initial.constant(0))
                .input("in", "Hz", "rate")
                .equations("dr/dt = (in - r)/20[ms]")
                .build();
        Node relay = Node.named("relay").mass(mass).defaultOutput("r").build();
        int n = 400;
        Network network = SpikingNetwork.builder()
                .population("P", Poisson.node().with("rate", 40), n)
                .rate("P", 10)
                .population("relay", relay, 1)
                .population("Q", Poisson.node(), n)
                .connect("P", "relay", c -> c.output("firing_rate").input("in").weight(1.0 / n))
                .connect("relay", "Q", c -> c.output("r").input("rate").weight(2))
                .build();
        SpikeRecorder spikes = SpikeRecorder.of("Q", n);
        Recording recording = Simulation.of(network)
                .duration(1500)
                .observe(spikes, Recorder.every(1, "r"))
                .run();
        assertThat(recording.get("r").from(500).mean()).isCloseTo(40, within(1.0));
        assertThat(spikes.spikes().rate(500, 1500)).isCloseTo(80, within(2.0));
    }

    @Test
    void massesReceiveSpikesToo() {
        Mass mass = Mass.named("pool")
                .state("x", "1", Initial.constant(0))
                .input("in", "1", "drive")
                .equations("dx/dt = (in - x)/5[ms]")
                .build();
        Synapse synapse = Synapse.named("syn")
                .state("g", "1")
                .parameter("tau", 10, "ms", "decay")
                .equations("dg/dt = -g/tau")
                .arrival("g += w")
                .current("g")
                .additive()
                .build();
        Network network = SpikingNetwork.builder()
                .population("P", Poisson.node().with("rate", 50), 200)
                .population(
                        "pool", Node.named("pool").mass(mass).defaultOutput("x").build(), 1)
                .project("P", "pool", p -> p.synapse(synapse).weight(0.01))
                .build();
        double mean = Simulation.of(network)
                .duration(2000)
                .observe(Recorder.every(1, "x"))
                .run()
                .get("x")
                .from(200)
                .mean();
        // 200 neurons at 0.05 kHz, each spike an area of 0.01·10 ms.
        assertThat(mean).isCloseTo(1.0, within(0.03));
    }

    @Test
    void massesOfAConnectomeStandBesideNeurons() {
        Mass mass = Mass.named("m")
                .state("x", "1", Initial.constant(1))
                .input("in", "1", "what others send")
                .equations("dx/dt = (in - x)/10[ms]")
                .build();
        Node node = Node.named("m")
                .mass(mass)
                .sync(Sync.additive("x", "in"))
                .defaultOutput("x")
                .build();
        Network network = SpikingNetwork.builder()
                .population(
                        "brain",
                        node,
                        Connectome.of(new double[][] {{0, 1}, {1, 0}}, new double[][] {{0, 5}, {5, 0}}),
                        10)
                .population("E", Lif.node(), 3)
                .build();
        assertThat(network.projections()).hasSize(1);
        assertThat(network.population("brain").size()).isEqualTo(2);
    }

    @Test
    void stimuliReachNeuronsAsTheyReachMasses() {
        Network network =
                SpikingNetwork.builder().population("E", Lif.node(), 3).build();
        SpikeRecorder spikes = SpikeRecorder.of("E", 3);
        Simulation.of(network)
                .duration(200)
                .drive(Drive.at("E", "I", t -> 30, List.of(1)))
                .observe(spikes)
                .run();
        assertThat(spikes.spikes().neurons()).isNotEmpty().containsOnly(1);
    }

    @Test
    void everythingThatDoesNotFitIsReportedAtOnce() {
        SpikingNetwork network = SpikingNetwork.builder()
                .population("E", Lif.node(), 5)
                .population("E", Lif.node(), 5)
                .population("none", Lif.node(), 0)
                .initial("E", "W", Initial.constant(1))
                .initial("X", "V", Initial.constant(1))
                .rate("E", -1)
                .project("E", "X", p -> p)
                .project(
                        "E",
                        "E",
                        p -> p.synapse(AMPA)
                                .rule(WiringRule.fixedProbability(1.2))
                                .delay(-1))
                .project(
                        "E",
                        "E",
                        p -> p.synapse(GABA).rule(WiringRule.fixedInDegree(5)).withoutSelf())
                .project("E", "E", p -> p.synapse(GABA).input("J"))
                .project("E", "E", p -> p.synapse(SynapseTypes.exponential("gaba", 7, -75)));
        assertThatThrownBy(network::build)
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("populations.none.size: expected a positive number, given 0")
                .hasMessageContaining("populations.E: expected a name once, given twice")
                .hasMessageContaining("initial: expected one of E")
                .hasMessageContaining("populations.E.rate: expected a positive time constant")
                .hasMessageContaining("projections[0].to: expected one of E")
                .hasMessageContaining("projections[1].rule.probability: expected a number from 0 to 1, given 1.2")
                .hasMessageContaining("projections[1].delay: expected delays of at least 0 ms, given -1.0")
                .hasMessageContaining("projections[2].rule.in-degree: expected a number from 0 to 4")
                .hasMessageContaining("projections[3].input: expected one of lif.I, given 'J'")
                .hasMessageContaining("populations.E.synapses.gaba: expected one description");
        assertThatThrownBy(() -> SpikingNetwork.builder()
                        .population("E", Lif.node(), 5)
                        .initial("E", "W", Initial.constant(1))
                        .build())
                .hasMessageContaining("populations.E.initial: expected one of V, given 'W'");
    }

    @Test
    void neuronsAloneSend() {
        Mass mass = Mass.named("m")
                .state("x", "1", Initial.constant(0))
                .equations("dx/dt = -x/1[ms]")
                .build();
        assertThatThrownBy(() -> SpikingNetwork.builder()
                        .population("M", Node.named("m").mass(mass).build(), 2)
                        .population("E", Lif.node(), 5)
                        .project("M", "E", p -> p.synapse(AMPA))
                        .build())
                .hasMessage("projections[0].from: expected a population of neurons: one mass with a threshold,"
                        + " given 'M', where nothing fires");
    }

    @Test
    void aNetworkTooLargeForMemoryIsRefusedBeforeItIsMade() {
        assertThatThrownBy(() -> SpikingNetwork.builder()
                        .population("E", Lif.node(), 20_000_000)
                        .project("E", "E", p -> p.synapse(AMPA))
                        .build())
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("400000000000000 synapses");
    }
}
