package dev.gyrus.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Drive;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Simulation;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single neurons against formulas and published numbers. */
class NeuronsTest {

    private static Spikes spikes(Node node, int size, double dt, double duration, Integrator scheme) {
        Network network = SpikingNetwork.builder().population("P", node, size).build();
        SpikeRecorder recorder = SpikeRecorder.of("P", size);
        Simulation.of(network)
                .integrator(scheme)
                .dt(dt)
                .duration(duration)
                .seed(3)
                .observe(recorder)
                .run();
        return recorder.spikes();
    }

    private static double lastInterval(Spikes spikes) {
        double[] intervals = SpikeStatistics.intervals(spikes.trains()[0]);
        return intervals[intervals.length - 1];
    }

    /** T = τ_ref + τ ln((RI − V_reset + V_rest)/(RI − V_th + V_rest)), to the next step. */
    @Test
    void aLeakyNeuronKeepsTheIntervalOfTheFormula() {
        Node neuron = Lif.node().with("I", 20).with("V_reset", -65);
        double interval = lastInterval(spikes(neuron, 1, 0.01, 200, Integrator.EXPONENTIAL_EULER));
        assertThat(interval).isCloseTo(5 + 20 * Math.log(25.0 / 10), within(0.0101));
    }

    /** With a conductance g the time constant is C/(g_L + g) and the target potential the mean of reversal potentials. */
    @Test
    void aConductanceShortensTheTimeConstant() {
        Node neuron = ConductanceLif.node();
        Network network = SpikingNetwork.builder().population("P", neuron, 1).build();
        SpikeRecorder recorder = SpikeRecorder.of("P", 1);
        Simulation.of(network)
                .integrator(Integrator.EXPONENTIAL_EULER)
                .dt(0.01)
                .duration(200)
                .drive(Drive.everywhere("P", "g_e", t -> 5))
                .drive(Drive.everywhere("P", "g_i", t -> 2))
                .observe(recorder)
                .run();
        double end = (10 * -60 + 2 * -80) / 17.0;
        double expected = 5 + 200 / 17.0 * Math.log((end + 60) / (end + 50));
        assertThat(lastInterval(recorder.spikes())).isCloseTo(expected, within(0.0101));
    }

    /** The time from V_reset to V_th: τ/√η (atan(V_th/√η) − atan(V_reset/√η)). */
    @Test
    void aQuadraticNeuronKeepsTheIntervalOfTheFormula() {
        Node neuron = Qif.node().with("eta", 4);
        double interval = lastInterval(spikes(neuron, 1, 0.001, 60, Integrator.RK4));
        assertThat(interval).isCloseTo(10.0 / 2 * 2 * Math.atan(100.0 / 2), within(0.003));
    }

    /**
     * Rates of an uncoupled population from the Fokker–Planck equation, as in the published tables of the AdEx mean field
     * (github.com/neurolib-dev/neurolib, quantities_cascade.h5); Euler–Maruyama at 0.1 ms comes within 1.5 %.
     */
    @ParameterizedTest
    @CsvSource({"0.5, 1.5, 5.79", "1, 2.5, 27.00", "2, 1.5, 59.22", "3, 3.5, 88.50"})
    void noisyExponentialNeuronsFireAsTheFokkerPlanckEquationSays(double mu, double sigma, double rate) {
        Node neuron = AdEx.node().with("mu", mu).with("sigma", sigma);
        int size = rate < 10 ? 6000 : 1500;
        Spikes spikes = spikes(neuron, size, 0.1, 600, Integrator.EULER);
        assertThat(spikes.rate(100, 600))
                .isCloseTo(rate, within(0.015 * rate + 3 * Math.sqrt(rate / size / 0.5) * 0.5));
    }

    @Test
    void withoutAdaptationTheAdaptiveNeuronIsTheExponentialOne() {
        Spikes adaptive = spikes(AdEx.node().with("I", 300), 1, 0.05, 300, Integrator.EULER);
        Spikes exponential = spikes(Eif.node().with("I", 300), 1, 0.05, 300, Integrator.EULER);
        assertThat(adaptive.times()).isNotEmpty().containsExactly(exponential.times());
    }

    /** Where spikes are T apart, w decays by e^(−(T − T_ref)/τ_w) between them and grows by b: w = b/(e^((T − T_ref)/τ_w) − 1). */
    @Test
    void adaptationSettlesWhereDecayAndSpikesBalance() {
        Network network = SpikingNetwork.builder()
                .population("P", AdEx.node().with("I", 500).with("b", 40), 1)
                .build();
        SpikeRecorder recorder = SpikeRecorder.of("P", 1);
        double[] w = Simulation.of(network)
                .dt(0.05)
                .duration(3000)
                .observe(recorder, Recorder.every(0.05, "w"))
                .run()
                .get("w")
                .column(0);
        double interval = lastInterval(recorder.spikes());
        double[] times = recorder.spikes().times();
        int last = (int) Math.round(times[times.length - 1] / 0.05) - 2;
        assertThat(w[last]).isCloseTo(40 / Math.expm1((interval - 1.5) / 200), within(0.005 * w[last]));
        assertThat(interval).isGreaterThan(1.5 * SpikeStatistics.intervals(times)[0]);
    }

    /** The published scheme: half steps of 0.5 ms for V, then u. Here: a plain loop of the same equations at 0.01 ms. */
    @Test
    void izhikevichsNeuronFiresAsAPlainLoop() {
        Spikes spikes = spikes(Izhikevich.node().with("I", 10), 1, 0.01, 300, Integrator.EULER);
        double v = -65;
        double u = 0.2 * v;
        int count = 0;
        for (int step = 1; step <= 30000; step++) {
            double dv = 0.04 * v * v + 5 * v + 140 - u + 10;
            double du = 0.02 * (0.2 * v - u);
            v += 0.01 * dv;
            u += 0.01 * du;
            if (v >= 30) {
                v = -65;
                u += 8;
                assertThat(spikes.times()[count++]).isCloseTo(step * 0.01, within(1e-9));
            }
        }
        assertThat(spikes.count()).isEqualTo(count).isGreaterThan(5);
    }

    /** At 10 μA/cm² SciPy's LSODA at a relative tolerance of 1e-10 gives an interval of 14.63621 ms. */
    @Test
    void theSquidAxonFiresRepetitively() {
        Node neuron = HodgkinHuxley.node().with("I", 2000);
        double interval = lastInterval(spikes(neuron, 1, 0.01, 200, Integrator.RK4));
        assertThat(interval).isCloseTo(14.63621, within(0.0101));
        Spikes weak = spikes(HodgkinHuxley.node().with("I", 1000), 1, 0.01, 200, Integrator.RK4);
        assertThat(weak.count()).isLessThan(3);
    }

    @Test
    void poissonSpikesHaveTheRateAndNoMemory() {
        Spikes spikes = spikes(Poisson.node().with("rate", 50), 400, 0.1, 2000, Integrator.EULER);
        assertThat(spikes.rate()).isCloseTo(50, within(4 * Math.sqrt(50 / (400 * 2.0))));
        assertThat(SpikeStatistics.meanCv2(spikes, 20)).isCloseTo(1, within(0.02));
        assertThat(SpikeStatistics.meanCorrelation(spikes, 20)).isCloseTo(0, within(0.003));
    }

    @Test
    void poissonSpikesFollowTheirInput() {
        Network network = SpikingNetwork.builder()
                .population("P", Poisson.node().with("rate", 10), 500)
                .build();
        SpikeRecorder recorder = SpikeRecorder.of("P", 500);
        Simulation.of(network)
                .duration(1000)
                .drive(Drive.everywhere("P", "rate", t -> t < 500 ? 0 : 90))
                .observe(recorder)
                .run();
        assertThat(recorder.spikes().rate(0, 500)).isCloseTo(10, within(1.0));
        assertThat(recorder.spikes().rate(500, 1000)).isCloseTo(100, within(3.0));
        assertThat(Arrays.stream(recorder.spikes().neurons()).distinct().count())
                .isEqualTo(500);
    }
}
