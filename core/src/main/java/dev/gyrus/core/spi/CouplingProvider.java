package dev.gyrus.core.spi;

import dev.gyrus.core.Coupling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Registers one kind of coupling; found through {@link java.util.ServiceLoader}.
 *
 * <pre>{@code
 * Coupling coupling = provider.coupling(Map.of("a", 0.5));
 * }</pre>
 */
public interface CouplingProvider {
    /** Short name, as used in experiment files: {@code sigmoidal}. */
    String name();

    /** One line with the formula. */
    String description();

    /** What may be given, with defaults. */
    List<Parameter> parameters();

    /**
     * Makes the coupling.
     *
     * @param values a value for each parameter, such as {@link #complete} returns
     */
    Coupling create(Map<String, Double> values);

    /**
     * The coupling with the given values and the defaults of the others.
     *
     * @throws dev.gyrus.core.GyrusException naming every parameter that is unknown or not finite
     */
    default Coupling coupling(Map<String, Double> given) {
        return create(complete(given));
    }

    /**
     * The given values and the defaults of the others, in the order of {@link #parameters()}.
     *
     * @throws dev.gyrus.core.GyrusException naming every one that is unknown or not finite
     */
    default Map<String, Double> complete(Map<String, Double> given) {
        Map<String, Double> defaults = new LinkedHashMap<>();
        parameters().forEach(parameter -> defaults.put(parameter.name(), parameter.initial()));
        return Arguments.complete(name(), defaults, given);
    }

    /**
     * One parameter of a coupling.
     *
     * @param initial the default
     * @param doc one line
     */
    record Parameter(String name, double initial, String doc) {}
}
