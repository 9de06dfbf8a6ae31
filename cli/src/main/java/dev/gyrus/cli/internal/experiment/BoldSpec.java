package dev.gyrus.cli.internal.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code bold} section.
 *
 * @param tr repetition time, in ms, a whole multiple of dt
 * @param start {@code rest}, or {@code ones} for x = f = q = v = 1
 * @param scheme {@code accurate}, or {@code reference} for the steps and sampling of neurolib
 * @param sources the variables that drive it, each in every group that has it; none for the models' own
 * @param drive what rate a source that is not a rate stands for
 * @param parameters of the haemodynamic model
 */
public record BoldSpec(
        double tr,
        String start,
        String scheme,
        List<String> sources,
        Optional<Drive> drive,
        Map<String, Values> parameters) {

    /** The scheme of neurolib. */
    static final String REFERENCE = "reference";

    /** The rate gain · value + offset, in Hz. */
    public record Drive(double gain, double offset) {
        static Drive read(Section section) {
            Drive drive = new Drive(section.number("gain", 1), section.number("offset", 0));
            section.done();
            return drive;
        }
    }

    static BoldSpec read(Section section, Scope scope) {
        BoldSpec spec = new BoldSpec(
                section.duration("tr", "ms").orElse(2000.0),
                section.name("start", "start", List.of("rest", "ones")).orElse("rest"),
                section.name("scheme", "scheme", List.of("accurate", REFERENCE)).orElse("accurate"),
                section.value("source")
                        .map(value -> sources(section, value, scope))
                        .orElse(List.of()),
                section.section("drive", Drive::read),
                Values.readAll(section.section("parameters")));
        section.done();
        return spec;
    }

    /** One variable, or a list of them. */
    private static List<String> sources(Section section, Value value, Scope scope) {
        String at = section.path("source");
        if (!(value instanceof Value.Items items)) {
            return RecordSpec.variable(section, value, at, scope).stream().toList();
        }
        if (items.values().isEmpty()) {
            section.wrong(value, at, "at least one variable; without 'source' each model has its own");
        }
        return section.list(value, at, (item, itemAt) -> RecordSpec.variable(section, item, itemAt, scope));
    }

    BoldSpec withDefaultSources(List<String> variables) {
        return new BoldSpec(tr, start, scheme, sources.isEmpty() ? variables : sources, drive, parameters);
    }

    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("tr", tr);
        out.put("start", start);
        out.put("scheme", scheme);
        if (!sources.isEmpty()) {
            out.put("source", sources.size() == 1 ? sources.get(0) : sources);
        }
        drive.ifPresent(d -> {
            Map<String, Object> written = new LinkedHashMap<>();
            written.put("gain", d.gain);
            written.put("offset", d.offset);
            out.put("drive", written);
        });
        out.put("parameters", Values.written(parameters));
        return out;
    }
}
