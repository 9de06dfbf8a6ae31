package dev.gyrus.models.classic;

import dev.gyrus.core.Coupling;
import dev.gyrus.core.Sync;
import dev.gyrus.core.spi.ModelProvider.Option;
import java.util.List;
import java.util.Map;

/** A choice of models that are published with coupling by differences: {@code coupling: diffusive} or {@code additive}. */
final class Wiring {
    static final Option OPTION = new Option(
            "coupling",
            "what a node receives: Σ w (x_j − x_i), diffusive as published, or Σ w x_j",
            List.of("diffusive", "additive"));

    private Wiring() {}

    /** The line of wiring from a variable to its input {@code c_<variable>}. */
    static Sync of(String variable, Map<String, String> options) {
        String input = "c_" + variable;
        return "additive".equals(options.get(OPTION.name()))
                ? Sync.additive(variable, input)
                : Sync.of(variable, input, Coupling.diffusive());
    }
}
