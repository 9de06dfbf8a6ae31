package dev.gyrus.models.classic;

import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.spi.ModelProvider;
import java.util.Map;

/** What the providers of this module have in common: a name, a family, and a node that is described in one place. */
abstract class Model implements ModelProvider {
    private final String name;
    private final String family;

    Model(String name, String family) {
        this.name = name;
        this.family = family;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String family() {
        return family;
    }

    /** The model of the given options, all of them known to be valid. */
    @Override
    public abstract Node node(Map<String, String> options);

    /**
     * The intensity of additive white noise on a state, zero by default; to be used as {@code sigma_x*xi_x}. TVB's
     * {@code nsig} D is σ²/2.
     *
     * @param unit of the state
     */
    static Parameter sigma(String state, String unit) {
        return Parameter.of("sigma_" + state, 0, unit + "/√ms", "intensity of white noise on " + state)
                .notNegative();
    }
}
