package dev.gyrus.models.classic;

import dev.gyrus.core.Coupling;
import dev.gyrus.core.spi.ModelProvider.Option;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How an oscillator takes the same variable of other nodes. */
public enum NetworkInput {
    /** Σ_j w_ij (x_j − x_i): nodes that agree leave each other alone. */
    DIFFUSIVE(Coupling.diffusive()),
    /** Σ_j w_ij x_j. */
    ADDITIVE(Coupling.additive());

    static final Option OPTION = new Option(
            "coupling", "sum of the differences to other nodes, or of their values", List.of("diffusive", "additive"));

    private final Coupling coupling;

    NetworkInput(Coupling coupling) {
        this.coupling = coupling;
    }

    static NetworkInput of(Map<String, String> options) {
        return valueOf(options.getOrDefault("coupling", "diffusive").toUpperCase(Locale.ROOT));
    }

    Coupling coupling() {
        return coupling;
    }
}
