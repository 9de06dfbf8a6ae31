package dev.gyrus.studies;

import dev.gyrus.core.Observer;
import dev.gyrus.core.spi.Metric.Samples;
import dev.gyrus.core.spi.Metric.Window;
import dev.gyrus.fitting.Probe;
import dev.gyrus.fitting.ProbeAnalysis;
import java.util.List;

/** Measures one point under the probe for bistability, of the study's duration. */
final class ProbeObserver implements Observer {
    static final double DURATION = 6000;

    private static final ProbeAnalysis ANALYSIS = ProbeAnalysis.over(DURATION, Trace.DT);
    private static final List<Window> WINDOWS = ANALYSIS.windows();

    private double scale;
    private double[][] samples;
    private Probe probe;

    @Override
    public List<String> variables() {
        return List.of("rates_exc");
    }

    @Override
    public void begin(Scope scope) {
        scale = scope.channels().get(0).scale();
        samples =
                WINDOWS.stream().map(window -> new double[(int) window.count()]).toArray(double[][]::new);
    }

    @Override
    public void observe(Block block) {
        for (int w = 0; w < samples.length; w++) {
            long first = WINDOWS.get(w).first() - block.firstStep() - 1;
            int end = (int) Math.min(block.steps(), first + samples[w].length);
            for (int k = (int) Math.max(0, first); k < end; k++) {
                samples[w][(int) (k - first)] = block.row(0, k)[0] * scale;
            }
        }
    }

    @Override
    public void end() {
        probe = ANALYSIS.of(of(0), of(1));
        samples = null;
    }

    private Samples of(int window) {
        return new Samples(Trace.DT, new double[][] {samples[window]});
    }

    /** What was found, once the run has ended. */
    Probe probe() {
        return probe;
    }
}
