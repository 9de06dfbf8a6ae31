package dev.gyrus.studies;

import dev.gyrus.analysis.Spectrum;
import dev.gyrus.analysis.Welch;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Stimulus;
import java.util.Arrays;
import java.util.List;

/** The rates of both populations of the study's network in every step: spikes per neuron and second. */
final class PopulationRates implements Observer {
    private final double quantum;
    private final double[] exc;
    private final double[] inh;

    /**
     * @param neurons of each population
     * @param duration of the run, in ms
     */
    PopulationRates(int neurons, double duration) {
        quantum = 1000 / (neurons * Trace.DT);
        exc = new double[Trace.samples(duration)];
        inh = new double[exc.length];
    }

    /** Of a run with a signal on excitation, in mV/ms. */
    static PopulationRates of(AdexNetwork network, long seed, double duration, Stimulus stimulus) {
        PopulationRates rates = new PopulationRates(network.neurons(), duration);
        network.simulation(duration, stimulus).seed(seed).observe(rates).run();
        return rates;
    }

    @Override
    public List<String> variables() {
        return List.of();
    }

    @Override
    public void observe(Block block) {
        for (int k = 0; k < block.steps(); k++) {
            int sample = (int) block.firstStep() + k;
            exc[sample] = quantum * block.fired("E", k).length;
            inh[sample] = quantum * block.fired("I", k).length;
        }
    }

    /** The rate of excitation from one time to another, in Hz. */
    double[] exc(double from, double to) {
        return Arrays.copyOfRange(exc, Trace.samples(from), Trace.samples(to));
    }

    double[] inh(double from, double to) {
        return Arrays.copyOfRange(inh, Trace.samples(from), Trace.samples(to));
    }

    /**
     * The frequency of the strongest line, in Hz: of a spectrum with segments of one second, between its lines by a parabola
     * through the logarithms of the power.
     */
    static double frequency(double[] rate) {
        Spectrum spectrum = Welch.standard().of(rate, Trace.DT);
        double[] f = spectrum.frequencies();
        double[] power = spectrum.power();
        int peak = 1;
        for (int k = 1; k < power.length - 1; k++) {
            peak = power[k] > power[peak] ? k : peak;
        }
        double below = Math.log(power[peak - 1]);
        double above = Math.log(power[peak + 1]);
        double curvature = below - 2 * Math.log(power[peak]) + above;
        return f[peak] + (f[1] - f[0]) * 0.5 * (below - above) / curvature;
    }

    /** The mean over a window of so many ms around each sample. */
    static double[] smooth(double[] rate, double window) {
        int half = Trace.samples(window) / 2;
        double[] sums = new double[rate.length + 1];
        for (int k = 0; k < rate.length; k++) {
            sums[k + 1] = sums[k] + rate[k];
        }
        double[] smooth = new double[rate.length];
        for (int k = 0; k < rate.length; k++) {
            int from = Math.max(0, k - half);
            int to = Math.min(rate.length, k + half + 1);
            smooth[k] = (sums[to] - sums[from]) / (to - from);
        }
        return smooth;
    }
}
