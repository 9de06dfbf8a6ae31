package dev.gyrus.studies;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.models.aln.NeuronParameters;

/**
 * A node of {@code aln} beside the network of neurons of which it is the mean field, at one point.
 *
 * <p>Both run for the same time from their own starts, 0.1 ms a step; the first second is left out.
 *
 * <pre>{@code
 * var comparison = MeanFieldComparison.of(Aln.node().with("mue_ext_mean", 1.3), NeuronParameters.published(), 5000, 3000, 1);
 * comparison.network().exc();
 * }</pre>
 *
 * @param meanField what the mean field does
 * @param network what the network does
 */
public record MeanFieldComparison(Activity meanField, Activity network) {
    /** Left out at the start, in ms. */
    public static final double TRANSIENT = 1000;

    /** Rates vary by less than this, in Hz, where there is no oscillation. */
    private static final double STILL = 1;

    /** Below this frequency, in Hz, a cycle is one of adaptation. */
    private static final double SLOW = 6;

    /**
     * What two populations do.
     *
     * @param exc mean rate of excitation, in Hz
     * @param inh mean rate of inhibition, in Hz
     * @param frequency of the oscillation of excitation, in Hz; NaN where there is none
     * @param lowest rate of excitation, over 5 ms, in Hz
     * @param highest rate of excitation, over 5 ms, in Hz
     */
    public record Activity(double exc, double inh, double frequency, double lowest, double highest) {

        /** Of rates every 0.1 ms in Hz. */
        private static Activity of(double[] exc, double[] inh, double noise) {
            double[] smooth = PopulationRates.smooth(exc, NetworkMaps.SMOOTHING);
            boolean still = Trace.range(smooth) < STILL + noise;
            double fast = still ? Double.NaN : PopulationRates.frequency(exc);
            // A slow cycle is made of bursts, whose harmonics may be stronger than itself.
            double frequency = fast < SLOW ? Trace.frequency(PopulationRates.smooth(exc, 50)) : fast;
            return new Activity(Trace.mean(exc), Trace.mean(inh), frequency, Trace.min(smooth), Trace.max(smooth));
        }
    }

    /**
     * Runs both.
     *
     * @param node of {@code aln}, with tables of the neuron
     * @param neuron of the network
     * @param neurons in each population
     * @param duration of both runs, in ms
     * @throws GyrusException where the duration leaves nothing behind the first second
     */
    public static MeanFieldComparison of(Node node, NeuronParameters neuron, int neurons, double duration, long seed) {
        if (!(duration > TRANSIENT)) {
            throw GyrusException.input("duration", "more than " + TRANSIENT + " ms", duration + " ms");
        }
        AdexNetwork network = AdexNetwork.of(node, neuron, neurons);
        PopulationRates rates = PopulationRates.of(network, seed, duration, t -> 0);
        Recording recording = Trace.simulation(node, duration)
                .observe(Recorder.every(Trace.DT, "rates_exc", "rates_inh"))
                .run();
        double[] exc = recording.get("rates_exc").from(TRANSIENT).column(0);
        double[] inh = recording.get("rates_inh").from(TRANSIENT).column(0);
        double mean = Trace.mean(rates.exc(TRANSIENT, duration));
        double noise = 8 * Math.sqrt(mean * 1000 / (neurons * NetworkMaps.SMOOTHING));
        return new MeanFieldComparison(
                Activity.of(exc, inh, 0),
                Activity.of(rates.exc(TRANSIENT, duration), rates.inh(TRANSIENT, duration), noise));
    }
}
