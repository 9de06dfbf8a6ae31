package dev.gyrus.core.spi;

import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The numbers that something is made from, by name: those given, and defaults for the rest. */
final class Arguments {
    private Arguments() {}

    /**
     * The given values and the defaults of the others, in the order of the defaults.
     *
     * @param of what is made from them, for error messages
     * @param defaults by name; NaN where a value must be given
     * @throws dev.gyrus.core.GyrusException naming every unknown or not finite one, and what is missing unless an unknown
     *     one may have been meant
     */
    static Map<String, Double> complete(String of, Map<String, Double> defaults, Map<String, Double> given) {
        Problems problems = new Problems();
        Set<String> known = defaults.keySet();
        given.keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .forEach(key -> problems.add(Problem.unknown(of + "." + key, "parameter", key, known)));
        boolean misnamed = !problems.isEmpty();
        Map<String, Double> values = new LinkedHashMap<>();
        defaults.forEach((name, initial) -> {
            Double value = given.getOrDefault(name, initial);
            boolean missing = !given.containsKey(name) && Double.isNaN(initial);
            problems.require(
                    missing ? misnamed : value != null && Double.isFinite(value),
                    of + "." + name,
                    "a finite number",
                    missing || value == null ? "nothing" : value);
            values.put(name, value);
        });
        problems.throwIfAny();
        return values;
    }
}
