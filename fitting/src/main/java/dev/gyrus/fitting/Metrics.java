package dev.gyrus.fitting;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Observer;
import dev.gyrus.core.spi.MetricProvider;
import dev.gyrus.fitting.internal.metric.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Numbers that are made of runs, as expressions of metrics.
 *
 * <pre>{@code
 * Metrics metrics = Metrics.of(MeasuredRun.of(simulation),
 *         "max(rates_exc, from=500)", "max(rates_exc) - min(rates_exc)", "regime");
 * Measurement.Watch watch = metrics.begin();
 * simulation.observe(watch.observers().toArray(Observer[]::new)).run();
 * double[] values = watch.values();
 * }</pre>
 *
 * <p>A metric takes a signal and options, {@code mean(rates_exc, from=5000, to=6000)}, in which {@code ;} may stand for a comma;
 * without a signal the model's default output is meant, or BOLD for what is compared with a dataset. All have the options {@code
 * from} and {@code to} (ms; a sample at {@code from} is not taken, one at {@code to} is; negative times count from the end),
 * {@code every} (ms) and {@code node} (a label or an index). Expressions have {@code + - * / ^}, {@code abs}, {@code sqrt},
 * {@code exp} and {@code log}.
 *
 * <p>Everything is checked before a run. A signal is observed once, however many metrics need it, and kept only where one does.
 * Immutable and thread-safe; a watch is for one run.
 */
public final class Metrics implements Measurement {
    private final List<String> names;
    private final Reading reading;

    private Metrics(List<String> names, Reading reading) {
        this.names = names;
        this.reading = reading;
    }

    /** Expressions of the metrics that can be found. */
    public static Metrics of(MeasuredRun run, String... expressions) {
        return of(run, Arrays.asList(expressions), Catalogue.metrics());
    }

    /**
     * Expressions of the metrics of a catalogue.
     *
     * @throws dev.gyrus.core.GyrusException with all that is wrong, under {@code metrics[i]}: what is no expression, unknown
     *     names, options without sense, metrics that need what the run does not have
     */
    public static Metrics of(MeasuredRun run, List<String> expressions, Catalogue<MetricProvider> catalogue) {
        List<String> names = expressions.stream().map(String::strip).toList();
        return new Metrics(names, Reading.of(names, catalogue, run));
    }

    /** The expressions. */
    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Watch begin() {
        Reading.Watching watching = reading.begin();
        return new Watch() {
            @Override
            public List<Observer> observers() {
                return watching.observers();
            }

            @Override
            public double[] values() {
                return watching.values();
            }
        };
    }

    /** What a value stands for, where the expression is a metric whose values are codes: {@code o} for a {@code regime} of 2. */
    public Optional<String> label(int expression, double value) {
        return reading.single(expression).flatMap(provider -> provider.label(value));
    }
}
