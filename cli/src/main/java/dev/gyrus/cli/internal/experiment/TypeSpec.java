package dev.gyrus.cli.internal.experiment;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A type of network, which brings its own groups and what connects them.
 *
 * @param options its switches
 */
public record TypeSpec(String name, Map<String, String> options) {
    /** Where it is named. */
    public static final String KEY = "network.type";

    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", name);
        if (!options.isEmpty()) {
            out.put("options", options);
        }
        return out;
    }
}
