package dev.gyrus.studies;

import dev.gyrus.analysis.Spectrum;
import dev.gyrus.analysis.WelchPlan;
import dev.gyrus.core.Observer;
import java.util.List;

/** The spectrum of the rate of excitation from a time on. */
final class LateSpectrum implements Observer {
    private final int first;
    private final WelchPlan plan;
    private WelchPlan.Sum sum;
    private double scale;
    private Spectrum spectrum;

    /**
     * @param from when it begins, in ms; the sample of that time is left out
     * @param plan for the samples from there to the end
     */
    LateSpectrum(double from, WelchPlan plan) {
        first = Trace.samples(from) + 1;
        this.plan = plan;
    }

    @Override
    public List<String> variables() {
        return List.of("rates_exc");
    }

    @Override
    public void begin(Scope scope) {
        scale = scope.channels().get(0).scale();
        sum = plan.begin();
    }

    @Override
    public void observe(Block block) {
        int before = (int) block.firstStep() + 1;
        for (int k = Math.max(0, first - before); k < block.steps(); k++) {
            sum.add(block.row(0, k)[0] * scale);
        }
    }

    @Override
    public void end() {
        spectrum = sum.spectrum();
        sum = null;
    }

    Spectrum spectrum() {
        return spectrum;
    }
}
