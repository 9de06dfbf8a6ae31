package dev.gyrus.spiking;

import dev.gyrus.core.Drive;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Stimulus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network that decides: two groups of excitatory neurons, A and B, each for one direction of moving dots, compete through
 * shared inhibition while evidence for both arrives, and the winner keeps firing when it is gone.
 *
 * <p>X.-J. Wang, Neuron 36, 2002, doi:10.1016/S0896-6273(02)01092-9, in the form of BrainPy's tutorial. Populations: A and B (240
 * each), N (1120, not selective), I (400); synapses {@code ampa}, {@code gaba} (5 ms, −70 mV) and {@code nmda} ({@link
 * SynapseTypes#nmda}), all to all with a delay of 0.5 ms; w₊ = 1.7 within A and within B, w₋ = 0.87647 between them and from N.
 * Poisson spikes of 2400 Hz reach every neuron ({@code noise_A}, …); the stimulus is Poisson spikes too ({@code stimulus_A}, {@code
 * stimulus_B}), whose rates are drawn anew every 50 ms from N(40 (1 ± c/100), 10²) Hz.
 *
 * <p>Immutable and thread-safe.
 *
 * @param coherence c, of the dots, in percent: positive in favour of A
 * @param before ms before the stimulus
 * @param stimulus ms of it
 * @param after ms after it
 */
public record DecisionNetwork(double coherence, double before, double stimulus, double after) {
    /** Neurons of each population. */
    public static final Map<String, Integer> SIZES = sizes();

    private static final double DELAY = 0.5;
    private static final double BACKGROUND = 2400;
    private static final double RATE = 40;
    private static final double DEVIATION = 10;
    private static final double WINDOW = 50;

    /** The tutorial's trial: 100 ms, 1 s of stimulus, 500 ms of delay. */
    public static DecisionNetwork of(double coherence) {
        return new DecisionNetwork(coherence, 100, 1000, 500);
    }

    private static Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("A", 240);
        sizes.put("B", 240);
        sizes.put("N", 1120);
        sizes.put("I", 400);
        return sizes;
    }

    /** How long a trial lasts, in ms. */
    public double duration() {
        return before + stimulus + after;
    }

    /** The network without its stimulus, which {@link #simulation} adds. */
    public static Network network() {
        Synapse ampa = SynapseTypes.exponential("ampa", 2, 0);
        Synapse gaba = SynapseTypes.exponential("gaba", 5, -70);
        Synapse nmda = SynapseTypes.nmda("nmda");
        Node pyramidal = Lif.node()
                .with("R", 0.04)
                .with("tau_ref", 2)
                .with("V_rest", -70)
                .with("V_reset", -55);
        Node interneuron = pyramidal.with("R", 0.05).with("tau", 10).with("tau_ref", 1);
        SpikingNetwork network = SpikingNetwork.builder();
        SIZES.forEach((name, size) -> {
            network.population(name, name.equals("I") ? interneuron : pyramidal, size)
                    .initial(name, "V", Initial.constant(-70))
                    .population("noise_" + name, Poisson.node().with("rate", BACKGROUND), size)
                    .project(
                            "noise_" + name,
                            name,
                            p -> p.synapse(ampa).rule(WiringRule.oneToOne()).weight(name.equals("I") ? 1.62 : 2.1));
        });
        for (String target : SIZES.keySet()) {
            boolean inhibitory = target.equals("I");
            for (String source : List.of("A", "B", "N")) {
                double weight = weight(source, target);
                network.project(
                                source,
                                target,
                                p -> p.synapse(ampa)
                                        .weight(weight * (inhibitory ? 0.04 : 0.05))
                                        .delay(DELAY))
                        .project(
                                source,
                                target,
                                p -> p.synapse(nmda)
                                        .weight(weight * (inhibitory ? 0.13 : 0.165))
                                        .delay(DELAY));
            }
            network.project(
                    "I",
                    target,
                    p -> p.synapse(gaba).weight(inhibitory ? 1.0 : 1.3).delay(DELAY));
        }
        for (String group : List.of("A", "B")) {
            network.population("stimulus_" + group, Poisson.node(), SIZES.get(group))
                    .project(
                            "stimulus_" + group,
                            group,
                            p -> p.synapse(ampa).rule(WiringRule.oneToOne()).weight(2.1));
        }
        return network.build();
    }

    /** w₊, w₋ or 1: potentiation within a group is paid for by the other connections onto it. */
    private static double weight(String source, String target) {
        double potentiated = 1.7;
        double share = 0.15;
        double depressed = 1 - share * (potentiated - 1) / (1 - share);
        if (target.equals("A") || target.equals("B")) {
            return source.equals(target) ? potentiated : depressed;
        }
        return 1;
    }

    /** The rate of the stimulus to a group over time, in Hz. */
    public Stimulus rate(String group, long seed) {
        double mean = RATE * (1 + (group.equals("A") ? coherence : -coherence) / 100);
        Draws draws = Draws.of(seed, "stimulus " + group);
        int windows = (int) Math.ceil(stimulus / WINDOW);
        double[] deviations = draws.gaussians(0, Math.max(1, windows));
        return t -> {
            double since = t - before + Stimulus.SAME_TIME;
            boolean on = since >= 0 && since < stimulus;
            return on ? Math.max(0, mean + DEVIATION * deviations[(int) (since / WINDOW)]) : 0;
        };
    }

    /** One trial: exponential Euler steps of 0.1 ms. */
    public Simulation simulation(Network network, long seed) {
        return Simulation.of(network)
                .integrator(Integrator.EXPONENTIAL_EULER)
                .dt(0.1)
                .duration(duration())
                .seed(seed)
                .drive(Drive.everywhere("stimulus_A", "rate", rate("A", seed)))
                .drive(Drive.everywhere("stimulus_B", "rate", rate("B", seed)));
    }

    /**
     * What came of a trial: rates of A and B in Hz, over the last 200 ms of the stimulus and the last 200 ms of the delay.
     *
     * @param favoursA whether A fires more in the last 200 ms of the stimulus
     */
    public record Outcome(double stimulusA, double stimulusB, double delayA, double delayB, boolean favoursA) {}

    /** Runs one trial. */
    public Outcome trial(Network network, long seed) {
        SpikeRecorder a = SpikeRecorder.of("A", SIZES.get("A"));
        SpikeRecorder b = SpikeRecorder.of("B", SIZES.get("B"));
        simulation(network, seed).observe(a, b).run();
        double end = before + stimulus;
        double[] late = {rate(a, end), rate(b, end), rate(a, duration()), rate(b, duration())};
        return new Outcome(late[0], late[1], late[2], late[3], late[0] > late[1]);
    }

    private static double rate(SpikeRecorder recorder, double end) {
        return recorder.spikes().rate(Math.max(0, end - 200), end);
    }
}
