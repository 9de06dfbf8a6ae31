package dev.gyrus.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Firing;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Simulation;
import org.junit.jupiter.api.Test;

/** The time courses of synapses against formulas. */
class SynapsesTest {
    private static final double DT = 0.01;

    /** Fires every T ms, for the first time at T: a clock that is reset. */
    private static Node clock(double interval) {
        Mass mass = Mass.named("clock")
                .state("phase", "ms", Initial.constant(0))
                .parameter("T", interval, "ms", "interval")
                .equations("dphase/dt = 1")
                .firing(Firing.when("phase > T - dt/2").reset("phase = 0"))
                .build();
        return Node.named("clock").mass(mass).defaultOutput("phase").build();
    }

    private static Recording run(
            double interval, Synapse synapse, double weight, double duration, String... variables) {
        Network network = SpikingNetwork.builder()
                .population("source", clock(interval), 1)
                .population("target", Lif.node().with("V_th", 1e6), 1)
                .project("source", "target", p -> p.synapse(synapse).weight(weight))
                .build();
        return Simulation.of(network)
                .integrator(Integrator.RK4)
                .dt(DT)
                .duration(duration)
                .observe(Recorder.every(DT, variables))
                .run();
    }

    @Test
    void anExponentialConductanceDecaysFromTheWeight() {
        double[] g = run(10, SynapseTypes.exponential("s", 5, 0), 3, 15, "g_s")
                .get("g_s")
                .column(0);
        for (int k : new int[] {998, 999, 1200, 1499}) {
            double since = (k + 1) * DT - 10;
            assertThat(g[k]).isCloseTo(since < 0 ? 0 : 3 * Math.exp(-since / 5), within(1e-8));
        }
    }

    @Test
    void anAlphaConductancePeaksAtItsTimeWithTheWeight() {
        double[] g =
                run(1, SynapseTypes.alpha("s", 4, 0), 3, 5.5, "g_s").get("g_s").column(0);
        // At 5 ms the conductance is the sum of four alpha functions, and that of the spike at 5 ms is still 0.
        double expected = 0;
        for (int spike = 1; spike < 5; spike++) {
            double x = (5 - spike) / 4.0;
            expected += 3 * x * Math.exp(1 - x);
        }
        assertThat(g[499]).isCloseTo(expected, within(1e-7));
        double[] single =
                run(10, SynapseTypes.alpha("s", 4, 0), 3, 19, "g_s").get("g_s").column(0);
        assertThat(single[1399])
                .isCloseTo(3, within(1e-7))
                .isGreaterThan(single[1380])
                .isGreaterThan(single[1420]);
    }

    @Test
    void aBiexponentialConductancePeaksAtTheWeight() {
        double[] g = run(30, SynapseTypes.biexponential("s", 1, 6, 0), 2.5, 59, "g_s")
                .get("g_s")
                .column(0);
        double highest = 0;
        for (double value : g) {
            highest = Math.max(highest, value);
        }
        assertThat(highest).isCloseTo(2.5, within(1e-4));
    }

    @Test
    void aDeltaSynapseMovesThePotential() {
        double[] v = run(10, SynapseTypes.delta("s"), 2, 11, "V").get("V").column(0);
        assertThat(v[998]).isCloseTo(-60, within(1e-12));
        assertThat(v[999]).isCloseTo(-58, within(1e-12));
    }

    @Test
    void aCurrentFeedsTheNeuron() {
        double[] v = run(10, SynapseTypes.exponentialCurrent("s", 5), 4, 20, "V")
                .get("V")
                .column(0);
        // τ V' = −V + R w e^(−t/τ_s): V = R w τ_s/(τ_s − τ) (e^(−t/τ_s) − e^(−t/τ)).
        double expected = 4 * 5.0 / (5 - 20) * (Math.exp(-2) - Math.exp(-0.5));
        assertThat(v[1999]).isCloseTo(-60 + expected, within(1e-6));
    }

    @Test
    void theSaturatingJumpNeverPassesOne() {
        double[] s = run(1, SynapseTypes.saturating("s", 1000, 1, "pA"), 0.4, 60, "s_s")
                .get("s_s")
                .column(0);
        assertThat(s[99]).isCloseTo(0.4, within(1e-9));
        assertThat(s[5999]).isGreaterThan(0.99).isLessThan(1);
    }

    /** After many equal intervals T: u = U/(1 − (1 − U) e^(−T/τ_f)) and x = (1 − e^(−T/τ_d))/(1 − (1 − u) e^(−T/τ_d)). */
    @Test
    void shortTermPlasticitySettlesWhereTheFormulaSays() {
        double t = 20;
        Synapse synapse = SynapseTypes.tsodyksMarkram("s", 0.5, 0, 0.2, 300, 100);
        Recording recording = run(t, synapse, 1, 4000 + 10 * DT, "s_s", "x_s", "u_s");
        double u = 0.2 / (1 - 0.8 * Math.exp(-t / 100));
        double x = (1 - Math.exp(-t / 300)) / (1 - (1 - u) * Math.exp(-t / 300));
        int last = (int) Math.round(4000 / DT) - 1;
        assertThat(recording.get("u_s").column(0)[last]).isCloseTo(u, within(1e-7));
        assertThat(recording.get("x_s").column(0)[last]).isCloseTo(x * (1 - u), within(1e-7));
        assertThat(recording.get("s_s").column(0)[last]).isCloseTo(u * x, within(1e-7));
    }

    @Test
    void depressionAloneUsesTheSameShareAtEverySpike() {
        double t = 50;
        Recording recording = run(t, SynapseTypes.tsodyksMarkram("s", 1, 0, 0.5, 200, 0), 1, 5000 + DT, "x_s");
        double x = (1 - Math.exp(-t / 200)) / (1 - 0.5 * Math.exp(-t / 200));
        int last = (int) Math.round(5000 / DT) - 1;
        assertThat(recording.get("x_s").column(0)[last]).isCloseTo(0.5 * x, within(1e-7));
    }

    /** At a steady rate 1/T, x averages τ_r/T, and s goes to the root of −s/τ_d + α x (1 − s). */
    @Test
    void nmdaReceptorsSaturate() {
        Recording recording = run(1, SynapseTypes.nmda("s"), 2, 1000, "s_s", "V");
        double[] s = recording.get("s_s").column(0);
        assertThat(s[99999]).isCloseTo(1 / (1 + 1 / (0.5 * 2 * 100)), within(2e-3));
        double v = recording.get("V").column(0)[99999];
        double current = 2 * s[99999] * -v / (1 + Math.exp(-0.062 * v) / 3.57);
        assertThat(v).isCloseTo(-60 + current, within(0.01));
    }

    @Test
    void ownSynapsesAreFiveLines() {
        Synapse own = Synapse.named("own")
                .state("g", "nS")
                .state("h", "nS")
                .parameter("tau", 4, "ms", "time to the peak")
                .equations("dg/dt = (h - g)/tau\n dh/dt = -h/tau")
                .arrival("h += e*w")
                .parameter("e", Math.E, "1", "so that the peak is w")
                .current("g*(0[mV] - V)")
                .additive()
                .build();
        double[] mine = run(1, own, 3, 20, "g_own").get("g_own").column(0);
        assertThat(mine)
                .containsExactly(run(1, SynapseTypes.alpha("own", 4, 0), 3, 20, "g_own")
                        .get("g_own")
                        .column(0));
    }
}
