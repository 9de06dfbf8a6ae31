package dev.gyrus.stimulus.internal;

import dev.gyrus.core.Stimulus;
import dev.gyrus.core.spi.StimulusProvider;
import dev.gyrus.stimulus.Constant;
import java.util.List;
import java.util.Map;

/** Registers {@link Constant}. */
public final class ConstantProvider implements StimulusProvider {
    @Override
    public String name() {
        return "constant";
    }

    @Override
    public String description() {
        return "the same value at all times";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("value", "", Double.NaN, "the value"));
    }

    @Override
    public Stimulus create(Map<String, Double> values) {
        return Constant.of(values.get("value"));
    }
}
