package dev.gyrus.stimulus.internal;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Stimulus;
import dev.gyrus.core.spi.StimulusProvider;
import dev.gyrus.stimulus.RandomSignal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A signal as a service: name, parameters, and how it is made from their values. */
abstract class SignalProvider implements StimulusProvider {
    private final String name;
    private final String description;
    private final List<Parameter> parameters;
    private final Function<Values, Stimulus> factory;

    SignalProvider(String name, String description, List<Parameter> parameters, Function<Values, Stimulus> factory) {
        this.name = name;
        this.description = description;
        this.parameters = parameters;
        this.factory = factory;
    }

    /** The values of the parameters by name. */
    record Values(String signal, Map<String, Double> byName) {
        double get(String name) {
            return byName.get(name);
        }

        /** A seed: a whole number that a double holds exactly. */
        long seed() {
            double seed = get("seed");
            if (seed != Math.rint(seed) || Math.abs(seed) > 0x1p53) {
                throw GyrusException.input(signal + ".seed", "a whole number up to 2⁵³", String.valueOf(seed));
            }
            return (long) seed;
        }
    }

    /** A parameter in the unit of the input, which has to be given. */
    static Parameter value(String name, String doc) {
        return required(name, "", doc);
    }

    /** A parameter that has to be given. */
    static Parameter required(String name, String unit, String doc) {
        return new Parameter(name, unit, Double.NaN, doc);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public Stimulus create(Map<String, Double> values) {
        return factory.apply(new Values(name, values));
    }

    @Override
    public Stimulus create(Map<String, Double> values, int channel) {
        Stimulus signal = create(values);
        return signal instanceof RandomSignal<?> random ? random.withChannel(channel) : signal;
    }
}
