package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code bifurcation} section. */
final class BifurcationReader {
    private static final int STEPS = 60;
    private static final int MOST_STEPS = 100_000;
    private static final BifurcationSpec.Range NONE = new BifurcationSpec.Range("", 0, 1);

    private BifurcationReader() {}

    static BifurcationSpec read(Section section, Scope scope) {
        String method =
                section.name("method", "method", BifurcationSpec.METHODS).orElse(BifurcationSpec.CONTINUATION);
        boolean sweep = method.equals(BifurcationSpec.SWEEP);
        BifurcationSpec.Range range = range(section, scope);
        Optional<BifurcationSpec.Range> second = section.section("second", inner -> {
            BifurcationSpec.Range other = range(inner, scope);
            inner.done();
            return other;
        });
        if (sweep && second.isPresent()) {
            section.problem(
                    "second",
                    Problem.of(section.path("second"), "one parameter with method 'sweep'", "a second one")
                            .hint("'gyrus explore' runs grids of parameters"));
        }
        if (second.filter(other -> other.parameter().equals(range.parameter()) && !range.equals(NONE))
                .isPresent()) {
            section.problem(
                    "second",
                    Problem.of(section.path("second") + ".parameter", "another parameter", range.parameter()));
        }
        if (!sweep && section.has("steps")) {
            Value value = section.value("steps").orElseThrow();
            section.wrong(value, section.path("steps"), "it with method 'sweep'");
        }
        BifurcationSpec spec =
                new BifurcationSpec(method, range, second, section.text("variable"), box(section.section("box")), (int)
                        section.integer("steps", STEPS, 2, MOST_STEPS));
        section.done();
        return spec;
    }

    private static BifurcationSpec.Range range(Section section, Scope scope) {
        Optional<String> name = section.text("parameter");
        for (String key : List.of("parameter", "from", "to")) {
            if (!section.has(key)) {
                section.missing(key, key.equals("parameter") ? "a parameter that moves" : "an end of its range");
            }
        }
        name.filter(given -> scope.isKnown() && !scope.parameters().contains(given))
                .ifPresent(given -> section.problem(
                        "parameter",
                        Problem.unknown(
                                section.path("parameter"),
                                "parameter",
                                given,
                                scope.parameters(),
                                scope.command(given))));
        double from = section.number("from", 0);
        double to = section.number("to", 1);
        if (section.has("from") && section.has("to") && !(from < to)) {
            section.problem(
                    "from", Problem.of(section.path("from"), "a number below 'to' (" + to + ")", String.valueOf(from)));
        }
        return name.isPresent() && from < to ? new BifurcationSpec.Range(name.get(), from, to) : NONE;
    }

    private static Map<String, double[]> box(Section section) {
        Map<String, double[]> box = new LinkedHashMap<>();
        for (String name : List.copyOf(section.keys())) {
            Value value = section.value(name).orElseThrow();
            List<Double> ends = section.list(name, section::number);
            if (ends.size() == 2 && ends.get(0) < ends.get(1)) {
                box.put(name, new double[] {ends.get(0), ends.get(1)});
            } else if (value instanceof Value.Items items && items.values().size() == ends.size()) {
                section.wrong(value, section.path(name), "a range, [lowest, highest]");
            }
        }
        return box;
    }
}
