package dev.gyrus.benchmarks;

import dev.gyrus.core.Observer;
import dev.gyrus.core.Series;
import dev.gyrus.core.Simulation;
import dev.gyrus.models.aln.Aln;
import dev.gyrus.models.aln.NeuronParameters;
import dev.gyrus.spiking.BalancedNetwork;
import dev.gyrus.studies.AdexNetwork;
import java.util.List;

/** Networks of spiking neurons that other simulators run, too, and the rates of their populations. */
final class SpikingWork {
    private SpikingWork() {}

    /** The balanced network of BrainPy's tutorial, or the stimulation study's network at its point A2. */
    static Simulation simulation(PeerOptions options) {
        double duration = options.number("duration", 1000);
        if (options.text("spiking").equals("balanced")) {
            return BalancedNetwork.simulation((long) options.number("seed", 1)).duration(duration);
        }
        int neurons = (int) options.number("size", 10_000);
        return AdexNetwork.of(
                        Aln.node().with("mue_ext_mean", 1.6).with("mui_ext_mean", 0.3),
                        NeuronParameters.published(),
                        neurons)
                .published()
                .simulation(duration, t -> 0)
                .seed((long) options.number("seed", 1))
                .threads((int) options.number("threads", 1));
    }

    /** Spikes per neuron and second in each step, of both populations. */
    static final class Rates implements Observer {
        private final int exc;
        private final int inh;
        private double[][] rows;
        private double[] times;
        private double dt;

        Rates(Simulation simulation) {
            exc = simulation.settings().network().population("E").size();
            inh = simulation.settings().network().population("I").size();
            int steps = (int) Math.round(
                    simulation.settings().duration() / simulation.settings().dt());
            rows = new double[steps][2];
            times = new double[steps];
        }

        @Override
        public List<String> variables() {
            return List.of();
        }

        @Override
        public void begin(Scope scope) {
            dt = scope.dt();
        }

        @Override
        public void observe(Block block) {
            for (int k = 0; k < block.steps(); k++) {
                int step = (int) block.firstStep() + k;
                times[step] = (step + 1) * dt;
                rows[step][0] = 1000.0 * block.fired("E", k).length / (exc * dt);
                rows[step][1] = 1000.0 * block.fired("I", k).length / (inh * dt);
            }
        }

        @Override
        public List<Series> series() {
            return List.of(new Series("rate", "Hz", times, List.of("E", "I"), rows));
        }
    }
}
