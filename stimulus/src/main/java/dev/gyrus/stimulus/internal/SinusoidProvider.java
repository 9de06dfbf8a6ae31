package dev.gyrus.stimulus.internal;

import dev.gyrus.core.Stimulus;
import dev.gyrus.core.spi.StimulusProvider;
import dev.gyrus.stimulus.Sinusoid;
import java.util.List;
import java.util.Map;

/** Registers {@link Sinusoid}. */
public final class SinusoidProvider implements StimulusProvider {
    @Override
    public String name() {
        return "sinusoid";
    }

    @Override
    public String description() {
        return "bias + amplitude · sin(2π · frequency · t + phase)";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("amplitude", "", Double.NaN, "from zero to peak"),
                new Parameter("frequency", "Hz", Double.NaN, "cycles per second"),
                new Parameter("phase", "rad", 0, "at the start of the signal"),
                new Parameter("bias", "", 0, "the mean"));
    }

    @Override
    public Stimulus create(Map<String, Double> values) {
        return new Sinusoid(values.get("amplitude"), values.get("frequency"), values.get("phase"), values.get("bias"));
    }
}
