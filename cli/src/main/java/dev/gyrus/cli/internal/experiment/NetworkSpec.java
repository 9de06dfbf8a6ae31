package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Problem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code network} section: one model, at one node per region of the connectome.
 *
 * @param parameters by flat or qualified name
 * @param options the model's switches
 * @param connectome none: a single node
 * @param speed along the fibres, in mm/ms; 0 for no delays
 */
public record NetworkSpec(
        String model,
        Map<String, Values> parameters,
        Map<String, String> options,
        Optional<ConnectomeSpec> connectome,
        double speed) {
    private static final double SPEED = 20.0;

    static NetworkSpec read(Section section, Vocabulary vocabulary) {
        boolean groups = section.keys().contains("groups");
        for (String later : List.of("groups", "connections")) {
            section.unavailable(later, "one model; groups of nodes are not available in this version");
        }
        Optional<String> model = section.name("model", "model", vocabulary.models());
        if (!section.has("model") && !groups) {
            section.missing("model", "the name of a model; 'gyrus models' lists them");
        }
        Map<String, Values> parameters = parameters(section.section("parameters"), vocabulary, model);
        Map<String, String> options = options(section.section("options"), vocabulary, model);
        Optional<ConnectomeSpec> connectome = section.section("connectome", s -> ConnectomeSpec.read(s, vocabulary));
        boolean delays = connectome.flatMap(ConnectomeSpec::delays).isPresent();
        section.value("speed")
                .filter(value -> delays)
                .ifPresent(value -> section.wrong(
                        value, section.path("speed"), "no speed where the connectome gives delays in ms"));
        double speed = section.value("speed")
                .filter(value -> !delays)
                .flatMap(value -> speed(section, value))
                .orElse(SPEED);
        section.done();
        return new NetworkSpec(model.orElse(""), parameters, options, connectome, speed);
    }

    private static Optional<Double> speed(Section section, Value value) {
        String at = section.path("speed");
        return section.quantity(value, at)
                .filter(q -> q.value() >= 0 && List.of("", "mm/ms", "m/s").contains(q.unit())
                        || section.wrong(value, at, "a speed in mm/ms, or 0 for no delays"))
                .map(Quantity::value);
    }

    /** A name with {@code *} stands for all names it matches; without a known model any name will do for now. */
    private static Map<String, Values> parameters(Section section, Vocabulary vocabulary, Optional<String> model) {
        Map<String, Values> given = Values.readAll(section);
        if (model.isEmpty()) {
            return given;
        }
        Collection<String> names = vocabulary.parameters(model.get());
        Collection<String> tolerated = vocabulary.tolerated(model.get());
        Map<String, Values> out = new LinkedHashMap<>();
        given.forEach((name, values) -> {
            List<String> matches = tolerated.contains(name) ? List.of(name) : matches(name, names);
            if (matches.isEmpty()) {
                section.problem(
                        name,
                        Problem.unknown(section.path(name), "parameter", name, names, vocabulary.command(model.get())));
            }
            matches.forEach(match -> out.put(match, values));
        });
        return out;
    }

    private static List<String> matches(String name, Collection<String> names) {
        Pattern pattern = Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q"));
        return names.stream().filter(known -> pattern.matcher(known).matches()).toList();
    }

    private static Map<String, String> options(Section section, Vocabulary vocabulary, Optional<String> model) {
        Map<String, String> out = new LinkedHashMap<>();
        for (String name : section.keys()) {
            if (model.isEmpty() || vocabulary.options(model.get()).contains(name)) {
                section.text(name).ifPresent(text -> out.put(name, text));
            } else {
                Collection<String> known = vocabulary.options(model.get());
                section.problem(name, Problem.unknown(section.path(name), "option", name, known));
            }
        }
        return out;
    }

    NetworkSpec withDefaultOptions(Map<String, String> defaults) {
        Map<String, String> all = new LinkedHashMap<>(defaults);
        all.putAll(options);
        return new NetworkSpec(model, parameters, all, connectome, speed);
    }

    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("model", model);
        out.put("parameters", Values.written(parameters));
        out.put("options", options);
        connectome.ifPresent(c -> out.put("connectome", c.written()));
        if (connectome.flatMap(ConnectomeSpec::delays).isEmpty()) {
            out.put("speed", speed);
        }
        return out;
    }
}
