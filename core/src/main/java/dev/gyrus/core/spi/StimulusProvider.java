package dev.gyrus.core.spi;

import dev.gyrus.core.Stimulus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Registers one kind of input signal; found through {@link java.util.ServiceLoader}.
 *
 * <pre>{@code
 * Stimulus stimulus = provider.create(provider.complete(Map.of("amplitude", 0.2, "frequency", 8.0)));
 * }</pre>
 */
public interface StimulusProvider {
    /** Short name, as used in experiment files: {@code sinusoid}. */
    String name();

    /** One line about the signal. */
    String description();

    /** What it is made from. */
    List<Parameter> parameters();

    /**
     * Makes the signal.
     *
     * @param values a value for each parameter, such as {@link #complete} returns
     * @throws dev.gyrus.core.GyrusException for values that make no signal
     */
    Stimulus create(Map<String, Double> values);

    /**
     * Makes the signal of one of several channels, such as nodes: an independent path of a random signal, the same signal
     * otherwise.
     *
     * @param channel from 0
     */
    default Stimulus create(Map<String, Double> values, int channel) {
        return create(values);
    }

    /**
     * The given values and the defaults of the others, in the order of {@link #parameters()}.
     *
     * @throws dev.gyrus.core.GyrusException naming every unknown or not finite one, and what is missing unless an unknown
     *     one may have been meant
     */
    default Map<String, Double> complete(Map<String, Double> given) {
        Map<String, Double> defaults = new LinkedHashMap<>();
        parameters().forEach(parameter -> defaults.put(parameter.name(), parameter.initial()));
        return Arguments.complete(name(), defaults, given);
    }

    /**
     * One parameter of a signal.
     *
     * @param unit its unit, or "" for the unit of the input that the signal feeds
     * @param initial the default, or NaN where a value must be given
     * @param doc one line
     */
    record Parameter(String name, String unit, double initial, String doc) {}
}
