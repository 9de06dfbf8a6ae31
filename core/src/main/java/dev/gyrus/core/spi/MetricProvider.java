package dev.gyrus.core.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registers one metric, a number that is made of a signal of a run; found through {@link java.util.ServiceLoader}.
 *
 * <pre>{@code
 * public final class Peak implements MetricProvider {
 *     public String name() {
 *         return "peak";
 *     }
 *
 *     public String description() {
 *         return "the highest value of any node";
 *     }
 *
 *     public Metric create(Map<String, Double> values, Measured measured) {
 *         return Metric.of(measured.window(), samples -> Arrays.stream(samples.columns())
 *                 .flatMapToDouble(Arrays::stream)
 *                 .max()
 *                 .orElseThrow());
 *     }
 * }
 * }</pre>
 *
 * <p>is used as {@code peak(rates_exc, from=500)}. Every metric has the options {@code from}, {@code to}, {@code every} and
 * {@code node}; a parameter of that name changes the default.
 */
public interface MetricProvider {
    /** Short name, as used in expressions: lower case, words joined by underscores. */
    String name();

    /** One line; says what is done with several nodes. */
    String description();

    /** Which signal is meant where none is named. */
    default Standard standard() {
        return Standard.OUTPUT;
    }

    /** What may be given besides. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /**
     * Prepares the metric for runs of one kind.
     *
     * @param values of the parameters, given or default; without those that are not given and have no default
     * @throws dev.gyrus.core.GyrusException for values that make no sense, and for what it needs and is not there, such as
     *     subjects or a longer run
     */
    Metric create(Map<String, Double> values, Measured measured);

    /** What a value stands for, where it is a code. */
    default Optional<String> label(double value) {
        return Optional.empty();
    }

    /** Signals that have a name in every experiment. */
    enum Standard {
        /** What the model records where nothing else is asked for. */
        OUTPUT,
        /** The BOLD signal. */
        BOLD
    }

    /**
     * One parameter of a metric.
     *
     * @param unit its unit, or "" for the unit of the signal
     * @param initial the default, or NaN where there is none
     * @param doc one line
     */
    record Parameter(String name, String unit, double initial, String doc) {}
}
