package dev.gyrus.stimulus.internal;

import dev.gyrus.core.Stimulus;
import dev.gyrus.core.spi.StimulusProvider;
import dev.gyrus.stimulus.Step;
import java.util.List;
import java.util.Map;

/** Registers {@link Step}. */
public final class StepProvider implements StimulusProvider {
    @Override
    public String name() {
        return "step";
    }

    @Override
    public String description() {
        return "0 before the onset, a constant from then on";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("amplitude", "", Double.NaN, "the value after the onset"),
                new Parameter("onset", "ms", 0, "when it starts"));
    }

    @Override
    public Stimulus create(Map<String, Double> values) {
        return Step.of(values.get("amplitude"), values.get("onset"));
    }
}
