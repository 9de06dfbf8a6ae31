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
 * @param scheme {@code default}, or {@code reference} for the sampling of the reference implementation
 * @param source the variable that drives it; empty for the model's default output
 * @param parameters of the haemodynamic model
 */
public record BoldSpec(
        double tr, String start, String scheme, Optional<String> source, Map<String, Values> parameters) {

    static BoldSpec read(Section section, Vocabulary vocabulary, String model, double dt) {
        BoldSpec spec = new BoldSpec(
                section.duration("tr", "ms").orElse(2000.0),
                section.name("start", "start", List.of("rest", "ones")).orElse("rest"),
                section.name("scheme", "scheme", List.of("default", "reference"))
                        .orElse("default"),
                section.value("source")
                        .flatMap(value ->
                                RecordSpec.variable(section, value, section.path("source"), vocabulary, model)),
                Values.readAll(section.section("parameters")));
        Multiple.check(section, "tr", spec.tr, dt);
        section.done();
        return spec;
    }

    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("tr", tr);
        out.put("start", start);
        out.put("scheme", scheme);
        source.ifPresent(name -> out.put("source", name));
        out.put("parameters", Values.written(parameters));
        return out;
    }
}
