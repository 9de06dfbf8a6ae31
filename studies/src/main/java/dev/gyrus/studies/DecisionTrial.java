package dev.gyrus.studies;

import dev.gyrus.core.Network;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Series;
import dev.gyrus.core.Stimulus;
import dev.gyrus.spiking.DecisionNetwork;
import dev.gyrus.spiking.PopulationRate;
import dev.gyrus.spiking.SpikeRecorder;
import dev.gyrus.spiking.Spikes;
import java.util.ArrayList;
import java.util.List;

/**
 * One trial of a decision.
 *
 * @param rateA over time, in Hz; without samples where that was not asked for
 * @param rateB likewise
 * @param lateA mean rate in the last 200 ms of the stimulus, in Hz
 * @param lateB likewise
 * @param delayA mean rate in the last 200 ms of the trial, in Hz
 * @param delayB likewise
 * @param spikes of A and B; none where that was not asked for
 * @param inputs rates of the stimulus, in Hz
 */
record DecisionTrial(
        double duration,
        Series rateA,
        Series rateB,
        double lateA,
        double lateB,
        double delayA,
        double delayB,
        List<Spikes> spikes,
        List<Series> inputs) {
    private static final double LATE = 200;
    private static final double WINDOW = 50;
    private static final double EVERY = 10;

    /** Runs a trial; {@code closely} keeps its course. */
    static DecisionTrial run(DecisionNetwork decision, Network network, long seed, boolean closely) {
        int size = DecisionNetwork.SIZES.get("A");
        SpikeRecorder a = SpikeRecorder.of("A", size);
        SpikeRecorder b = SpikeRecorder.of("B", size);
        PopulationRate rateA = PopulationRate.boxcar("A", size, WINDOW).every(EVERY);
        PopulationRate rateB = PopulationRate.boxcar("B", size, WINDOW).every(EVERY);
        List<Observer> observers = new ArrayList<>(List.of(a, b));
        if (closely) {
            observers.addAll(List.of(rateA, rateB));
        }
        decision.simulation(network, seed)
                .observe(observers.toArray(Observer[]::new))
                .run();
        Spikes ofA = a.spikes();
        Spikes ofB = b.spikes();
        double end = decision.before() + decision.stimulus();
        double last = decision.duration();
        Series none = new Series("rate", "Hz", new double[0], List.of("0"), new double[0][]);
        return new DecisionTrial(
                last,
                closely ? rateA.series().get(0) : none,
                closely ? rateB.series().get(0) : none,
                ofA.rate(end - LATE, end),
                ofB.rate(end - LATE, end),
                ofA.rate(last - LATE, last),
                ofB.rate(last - LATE, last),
                closely ? List.of(ofA, ofB) : List.of(),
                closely ? List.of(input("A", decision, seed), input("B", decision, seed)) : List.of());
    }

    /** Whether the evidence was followed. */
    boolean favoured() {
        return lateA > lateB;
    }

    private static Series input(String group, DecisionNetwork decision, long seed) {
        Stimulus stimulus = decision.rate(group, seed);
        int samples = (int) decision.duration();
        double[] times = new double[samples];
        double[][] values = new double[samples][1];
        for (int k = 0; k < samples; k++) {
            times[k] = k;
            values[k][0] = stimulus.at(k);
        }
        return new Series("evidence for " + group, "Hz", times, List.of("0"), values);
    }
}
