package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Coupling;
import dev.gyrus.core.Problem;
import dev.gyrus.core.spi.CouplingProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How sources add up, as an experiment says it: {@code diffusive}, {@code {sigmoidal: {a: 0.5}}} or {@code {pre:
 * tanh(g*source), post: sum, g: 2}}.
 *
 * @param name of a known coupling; empty for expressions
 * @param pre of the source, or of source and target
 * @param post of the sum and the target
 * @param parameters numbers by name
 */
public record CouplingSpec(String name, String pre, String post, Map<String, Double> parameters) {
    private static final List<String> EXPRESSIONS = List.of("pre", "post");
    private static final List<String> OF_PRE = List.of("source", "target", "t", "pi");
    private static final List<String> OF_POST = List.of("sum", "target", "weight_sum", "count", "t", "pi");
    private static final Pattern UNIT = Pattern.compile("\\[[^]]*]");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[\\p{L}_][\\p{L}\\p{N}_]*+(?!\\s*\\()");

    static Optional<CouplingSpec> read(Section section, String key, CouplingNames known) {
        return section.value(key).flatMap(value -> read(section, value, section.path(key), known));
    }

    private static Optional<CouplingSpec> read(Section section, Value value, String at, CouplingNames known) {
        if (!(value instanceof Value.Mapping mapping)) {
            return section.name(value, at, "coupling", known.couplings())
                    .map(name -> new CouplingSpec(name, "", "", Map.of()));
        }
        Section own = Section.of(at, value, section.findings());
        if (own.has("pre") || own.has("post")) {
            return expressions(own);
        }
        if (mapping.values().size() != 1) {
            section.wrong(value, at, "a name, {name: {parameter: number}}, or {pre: …, post: …}");
            return Optional.empty();
        }
        String name = mapping.values().keySet().iterator().next();
        if (!known.couplings().contains(name)) {
            own.problem(name, Problem.unknown(own.path(), "coupling", name, known.couplings()));
            return Optional.empty();
        }
        Section numbers = own.section(name);
        Map<String, Double> parameters = new LinkedHashMap<>();
        known.couplingParameters(name)
                .forEach(parameter -> number(numbers, parameter).ifPresent(x -> parameters.put(parameter, x)));
        numbers.done();
        return Optional.of(new CouplingSpec(name, "", "", parameters));
    }

    private static Optional<CouplingSpec> expressions(Section section) {
        Optional<String> pre = section.text("pre");
        Optional<String> post = section.text("post");
        Map<String, Double> parameters = new LinkedHashMap<>();
        SortedSet<String> read = names(pre.orElse("source") + " " + post.orElse("sum"));
        for (String key : List.copyOf(section.unknown())) {
            if (read.contains(key)) {
                number(section, key).ifPresent(number -> parameters.put(key, number));
            } else {
                String expected = "a parameter that pre or post reads; they read " + String.join(", ", read);
                String near = Problem.nearest(key, EXPRESSIONS);
                Problem problem = Problem.of(section.path(key), expected, "'" + key + "'");
                section.problem(key, near.isEmpty() ? problem : problem.hint("did you mean '" + near + "'?"));
            }
        }
        boolean known = known(section, "pre", pre, OF_PRE) & known(section, "post", post, OF_POST);
        return Optional.of(new CouplingSpec("", pre.orElse("source"), post.orElse("sum"), parameters))
                .filter(spec -> known);
    }

    /** Whether an expression reads only what there is, and parameters that are given beside it. */
    private static boolean known(Section section, String key, Optional<String> expression, List<String> own) {
        SortedSet<String> unknown = names(expression.orElse(""));
        unknown.removeAll(section.keys());
        unknown.removeAll(own);
        unknown.forEach(name -> {
            List<String> all = new ArrayList<>(own);
            all.addAll(section.keys().stream()
                    .filter(other -> !EXPRESSIONS.contains(other))
                    .toList());
            String members = own.contains("source") ? "source.NAME, target.NAME" : "target.NAME";
            String expected = "one of " + String.join(", ", own) + ", " + members + " or a parameter given beside it";
            String near = Problem.nearest(name, all);
            Problem problem = Problem.of(section.path(key), expected, "'" + name + "'");
            section.problem(key, near.isEmpty() ? problem : problem.hint("did you mean '" + near + "'?"));
        });
        return unknown.isEmpty();
    }

    /** What expressions read by a plain name: neither functions, nor units, nor the v of source.v. */
    static SortedSet<String> names(String expressions) {
        return NAME.matcher(UNIT.matcher(expressions).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Double> number(Section section, String key) {
        return section.value(key).flatMap(value -> section.number(value, section.path(key)));
    }

    /**
     * The coupling.
     *
     * @throws dev.gyrus.core.GyrusException where a parameter won't do
     */
    public Coupling coupling(Catalogue<CouplingProvider> catalogue) {
        if (!name.isEmpty()) {
            return catalogue.get(name).coupling(parameters);
        }
        Coupling coupling = Coupling.of(pre, post);
        for (Map.Entry<String, Double> parameter : parameters.entrySet()) {
            coupling = coupling.with(parameter.getKey(), parameter.getValue());
        }
        return coupling;
    }

    Object written() {
        if (!name.isEmpty()) {
            return parameters.isEmpty() ? name : Map.of(name, parameters);
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("pre", pre);
        out.put("post", post);
        out.putAll(parameters);
        return out;
    }
}
