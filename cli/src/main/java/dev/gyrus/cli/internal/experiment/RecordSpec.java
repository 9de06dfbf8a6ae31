package dev.gyrus.cli.internal.experiment;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The {@code record} section.
 *
 * @param variables empty for the models' default outputs
 * @param every between two samples, in ms, a whole multiple of dt
 * @param from samples up to this time are not kept, in ms
 * @param precision double or float, of numbers in files that can store both
 * @param spikes what is recorded of neurons
 */
public record RecordSpec(List<String> variables, double every, double from, String precision, SpikesSpec spikes) {
    private static final String FULL = "double";
    private static final String SINGLE = "float";

    /** So many names are shown where one is expected. */
    private static final int SHOWN = 10;

    static RecordSpec read(Section section, Scope scope) {
        Set<String> seen = new HashSet<>();
        section.value("variables")
                .filter(value ->
                        value instanceof Value.Items items && items.values().isEmpty())
                .ifPresent(value -> section.wrong(value, section.path("variables"), names(scope)));
        RecordSpec spec = new RecordSpec(
                section.list(
                        "variables",
                        (value, at) -> variable(section, value, at, scope)
                                .filter(name -> seen.add(name) || section.wrong(value, at, "each variable once"))),
                section.duration("every", "ms").orElse(1.0),
                section.instant("from", "ms").orElse(0.0),
                section.name("precision", "precision", List.of(FULL, SINGLE)).orElse(FULL),
                SpikesSpec.read(section, scope));
        section.done();
        return spec;
    }

    /** A variable of the network; any name where a model isn't known. */
    static Optional<String> variable(Section section, Value value, String at, Scope scope) {
        return section.text(value, at)
                .filter(name -> !scope.isKnown()
                        || section.name(value, at, "variable", scope.variables(), scope.command(name))
                                .isPresent());
    }

    private static String names(Scope scope) {
        String some = scope.variables().stream().sorted().limit(SHOWN).collect(Collectors.joining(", "));
        return "at least one variable" + (some.isEmpty() ? "" : ", such as " + some);
    }

    /** Whether seven digits are enough. */
    public boolean isSingle() {
        return precision.equals(SINGLE);
    }

    RecordSpec withDefaultVariables(List<String> defaults) {
        return variables.isEmpty() ? new RecordSpec(defaults, every, from, precision, spikes) : this;
    }

    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        if (!variables.isEmpty()) {
            out.put("variables", variables);
        }
        out.put("every", every);
        out.put("from", from);
        out.put("precision", precision);
        spikes.writeTo(out);
        return out;
    }
}
