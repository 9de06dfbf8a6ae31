package dev.gyrus.testkit;

import dev.gyrus.core.Observer.Channel;
import dev.gyrus.core.Stimulus;
import dev.gyrus.core.Subject;
import dev.gyrus.core.spi.Measured;
import dev.gyrus.core.spi.Metric;
import dev.gyrus.core.spi.Metric.Samples;
import dev.gyrus.core.spi.Metric.Watcher;
import dev.gyrus.core.spi.Metric.Window;
import dev.gyrus.core.spi.MetricProvider;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A signal that is given as numbers, to try a metric on without a simulation.
 *
 * <pre>{@code
 * double[][] signal = new double[1000][1];
 * …
 * double peak = MetricTrial.of("Hz", 0.1, signal).window(20, 100, 0).value(new Peak(), Map.of());
 * }</pre>
 *
 * <p>Each method returns a changed copy. Thread-safe, as long as the signal is left alone.
 */
public final class MetricTrial {
    private static final int CHUNK = 32;

    private final Measured measured;
    private final double[][] signal;

    private MetricTrial(Measured measured, double[][] signal) {
        this.measured = measured;
        this.signal = signal;
    }

    /**
     * Of the whole of a signal.
     *
     * @param unit of the signal
     * @param dt between two samples, in ms
     * @param signal {@code [sample][node]}; the first is the one after one step
     */
    public static MetricTrial of(String unit, double dt, double[][] signal) {
        List<String> labels =
                IntStream.range(0, signal[0].length).mapToObj(String::valueOf).toList();
        Window all = new Window(1, signal.length, 1);
        Channel channel = new Channel("signal", unit, 1, labels);
        return new MetricTrial(new Measured(channel, dt, dt * signal.length, all, List.of(), List.of()), signal);
    }

    /** Of a part of it only, as with the options {@code from}, {@code to} and {@code every}. */
    public MetricTrial window(double from, double to, double every) {
        return with(Window.of(from, to, every, measured.dt()), measured.subjects(), measured.drives());
    }

    /** Compared with subjects. */
    public MetricTrial subjects(List<Subject> subjects) {
        return with(measured.window(), subjects, measured.drives());
    }

    /** Driven by signals. */
    public MetricTrial drives(List<Stimulus> drives) {
        return with(measured.window(), measured.subjects(), drives);
    }

    private MetricTrial with(Window window, List<Subject> subjects, List<Stimulus> drives) {
        return new MetricTrial(
                new Measured(measured.signal(), measured.dt(), measured.duration(), window, subjects, drives), signal);
    }

    /** What the metric is asked of. */
    public Measured measured() {
        return measured;
    }

    /** The number that a metric makes of it, with given values of parameters and the defaults of the others. */
    public double value(MetricProvider provider, Map<String, Double> given) {
        return value(metric(provider, given));
    }

    /** The metric, prepared for the signal. */
    public Metric metric(MetricProvider provider, Map<String, Double> given) {
        Map<String, Double> values = new LinkedHashMap<>();
        provider.parameters().stream()
                .filter(parameter -> !Double.isNaN(parameter.initial()))
                .forEach(parameter -> values.put(parameter.name(), parameter.initial()));
        values.putAll(given);
        return provider.create(values, measured);
    }

    /** The number that a prepared metric makes of it. */
    public double value(Metric metric) {
        return value(metric, CHUNK);
    }

    /** The same, where so many samples come at a time. */
    double value(Metric metric, int chunk) {
        if (metric instanceof Metric.Streaming streaming) {
            Watcher watcher = streaming.watchers().get();
            double[][] columns = samples(streaming.window()).columns();
            for (int from = 0; from < columns[0].length; from += chunk) {
                int to = Math.min(columns[0].length, from + chunk);
                double[][] shown = shown(columns, from, to);
                watcher.add(shown, 1, 1 + to - from);
                for (double[] column : shown) {
                    Arrays.fill(column, Double.NaN); // samples are valid during the call
                }
            }
            return watcher.value();
        }
        Metric.Kept kept = (Metric.Kept) metric;
        return kept.value()
                .applyAsDouble(kept.windows().stream().map(this::samples).toList());
    }

    /** Some samples, from place 1 on. */
    private static double[][] shown(double[][] columns, int from, int to) {
        double[][] shown = new double[columns.length][to - from + 2];
        for (int i = 0; i < shown.length; i++) {
            Arrays.fill(shown[i], Double.NaN);
            System.arraycopy(columns[i], from, shown[i], 1, to - from);
        }
        return shown;
    }

    private Samples samples(Window window) {
        double[][] columns = new double[signal[0].length][(int) window.count()];
        for (int k = 0; k < columns[0].length; k++) {
            double[] row = signal[(int) (window.first() + k * window.stride()) - 1];
            for (int i = 0; i < columns.length; i++) {
                columns[i][k] = row[i];
            }
        }
        return new Samples(window.stride() * measured.dt(), columns);
    }
}
