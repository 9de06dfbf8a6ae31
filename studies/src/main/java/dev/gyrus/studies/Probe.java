package dev.gyrus.studies;

import dev.gyrus.analysis.Spectrum;
import dev.gyrus.analysis.Welch;
import dev.gyrus.analysis.WelchPlan;
import dev.gyrus.core.Observer;
import java.util.List;

/**
 * Measures one point under the probe for bistability: 6 s, of which 2 … 3 s are looked at for the down state and 5 … 6 s for
 * the up state, borders excluded.
 */
final class Probe implements Observer {
    static final double DURATION = 6000;

    private static final int DOWN_FROM = 20_001;
    private static final int UP_FROM = 50_001;
    private static final int SAMPLES = 9_999;

    /** A line below this power, in Hz², is no oscillation. */
    private static final double LEAST_POWER = 1;

    /** The study's segments: 4999 samples of 0.1 ms. */
    private static final WelchPlan SPECTRUM =
            Welch.standard().withWindow(0.4999).over(SAMPLES, Trace.DT);

    private double scale;
    private double[] down;
    private double max = Double.NEGATIVE_INFINITY;
    private double sum;
    private Cell cell;

    @Override
    public List<String> variables() {
        return List.of("rates_exc");
    }

    @Override
    public void begin(Scope scope) {
        scale = scope.channels().get(0).scale();
        down = new double[SAMPLES];
    }

    @Override
    public void observe(Block block) {
        int before = (int) block.firstStep();
        int steps = block.steps();
        for (int k = first(DOWN_FROM, before); k < end(DOWN_FROM, before, steps); k++) {
            down[before + k + 1 - DOWN_FROM] = block.row(0, k)[0] * scale;
        }
        for (int k = first(UP_FROM, before); k < end(UP_FROM, before, steps); k++) {
            double rate = block.row(0, k)[0] * scale;
            max = Math.max(max, rate);
            sum += rate;
        }
    }

    /** The first row of a block that a window contains. */
    private static int first(int window, int before) {
        return Math.max(0, window - before - 1);
    }

    /** Behind the last one. */
    private static int end(int window, int before, int steps) {
        return Math.min(steps, window + SAMPLES - before - 1);
    }

    @Override
    public void end() {
        cell = new Cell(frequency(), max, Trace.mean(down), sum / SAMPLES);
        down = null;
    }

    private double frequency() {
        double range = Trace.range(down);
        // A tapered mean of deviations within the range: no line has more power than 2·range².
        if (2 * range * range <= LEAST_POWER) {
            return 0;
        }
        Spectrum spectrum = SPECTRUM.of(down);
        return spectrum.peakPower() > LEAST_POWER ? spectrum.dominantFrequency() : 0;
    }

    /** What was found, once the run has ended. */
    Cell cell() {
        return cell;
    }
}
