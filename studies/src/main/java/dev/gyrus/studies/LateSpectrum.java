package dev.gyrus.studies;

import dev.gyrus.analysis.Spectrum;
import dev.gyrus.analysis.Welch;
import dev.gyrus.core.Observer;
import java.util.List;

/** The spectrum of the rate of excitation from a time on. */
final class LateSpectrum implements Observer {
    private final int first;
    private double[] rate;
    private double scale;
    private Spectrum spectrum;

    LateSpectrum(double from, double duration) {
        first = Trace.samples(from) + 1;
        rate = new double[Trace.samples(duration) - first + 1];
    }

    @Override
    public List<String> variables() {
        return List.of("rates_exc");
    }

    @Override
    public void begin(Scope scope) {
        scale = scope.channels().get(0).scale();
    }

    @Override
    public void observe(Block block) {
        int before = (int) block.firstStep() + 1;
        for (int k = Math.max(0, first - before); k < block.steps(); k++) {
            rate[before + k - first] = block.row(0, k)[0] * scale;
        }
    }

    @Override
    public void end() {
        spectrum = Welch.standard().of(rate, Trace.DT);
        rate = null;
    }

    Spectrum spectrum() {
        return spectrum;
    }
}
