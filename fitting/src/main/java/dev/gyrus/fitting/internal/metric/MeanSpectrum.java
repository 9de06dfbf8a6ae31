package dev.gyrus.fitting.internal.metric;

import dev.gyrus.analysis.Spectrum;
import dev.gyrus.analysis.Welch;
import dev.gyrus.analysis.WelchPlan;
import dev.gyrus.core.spi.Measured;
import dev.gyrus.core.spi.Metric;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The mean over the nodes of Welch's power spectrum; of a signal one and a half segments are kept. */
final class MeanSpectrum implements Metric.Watcher {
    private final WelchPlan plan;
    private final ToDoubleFunction<Spectrum> value;
    private WelchPlan.Sum[] nodes;

    private MeanSpectrum(WelchPlan plan, ToDoubleFunction<Spectrum> value) {
        this.plan = plan;
        this.value = value;
    }

    /** A number made of it. */
    static Metric metric(Welch welch, Measured measured, ToDoubleFunction<Spectrum> value) {
        WelchPlan plan = welch.over(measured.window().count(), measured.interval());
        return Metric.streaming(measured.window(), () -> new MeanSpectrum(plan, value));
    }

    @Override
    public void add(double[][] columns, int from, int to) {
        if (nodes == null) {
            nodes = Stream.generate(plan::begin).limit(columns.length).toArray(WelchPlan.Sum[]::new);
        }
        for (int i = 0; i < nodes.length; i++) {
            nodes[i].add(columns[i], from, to);
        }
    }

    @Override
    public double value() {
        Spectrum first = nodes[0].spectrum();
        double[] mean = first.power().clone();
        for (int i = 1; i < nodes.length; i++) {
            double[] power = nodes[i].spectrum().power();
            for (int k = 0; k < mean.length; k++) {
                mean[k] += power[k];
            }
        }
        for (int k = 0; k < mean.length; k++) {
            mean[k] /= nodes.length;
        }
        return value.applyAsDouble(new Spectrum(first.frequencies(), mean));
    }
}
