package dev.gyrus.cli.internal.experiment;

import dev.gyrus.spiking.Space;
import dev.gyrus.spiking.WiringRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;

/**
 * Reads who reaches whom: {@code all}, {@code one-to-one}, {@code {probability: 0.02}}, {@code {in-degree: 800}}, {@code
 * {out-degree: 100}}, {@code {pairs: [[to, from], …]}}, {@code {gaussian: {peak: 0.5, sigma: 0.1}, ring: 1}}, {@code {exponential:
 * {peak: 0.5, length: 0.1}, sheet: [1, 1]}}; each with {@code self}.
 *
 * @param self whether a neuron may reach itself
 */
record WiringReader(WiringRule rule, boolean self) {
    private static final List<String> NAMES = List.of("all", "one-to-one");
    private static final List<String> KINDS =
            List.of("probability", "in-degree", "out-degree", "pairs", "gaussian", "exponential");
    private static final int MOST = 1_000_000;

    /** What is under {@code wiring} of a connection; everything to everything where there is nothing. */
    static WiringReader read(Section connection) {
        Optional<Value> value = connection.value("wiring");
        if (value.isEmpty()) {
            return new WiringReader(WiringRule.allToAll(), true);
        }
        String at = connection.path("wiring");
        if (value.get() instanceof Value.Scalar) {
            Optional<String> name = connection.name("wiring", "wiring", NAMES);
            return new WiringReader(named(name.orElse("all")), true);
        }
        Section section = Section.of(at, value.get(), connection.findings());
        List<String> kinds = KINDS.stream().filter(section::has).toList();
        boolean self = section.flag("self", true);
        Optional<WiringRule> rule = Optional.empty();
        if (kinds.isEmpty() && section.keys().equals(Set.of("self"))) {
            rule = Optional.of(WiringRule.allToAll());
        } else if (kinds.size() != 1 && section.unknown().isEmpty()) {
            connection.wrong(
                    value.get(), at, "all, one-to-one, or one of " + String.join(", ", KINDS) + " with its numbers");
        } else if (kinds.size() == 1) {
            rule = rule(section, kinds.get(0));
        }
        section.done();
        return new WiringReader(rule.orElse(WiringRule.allToAll()), self);
    }

    private static WiringRule named(String name) {
        return name.equals("one-to-one") ? WiringRule.oneToOne() : WiringRule.allToAll();
    }

    private static Optional<WiringRule> rule(Section section, String kind) {
        return switch (kind) {
            case "probability" ->
                number(section, kind, "a number from 0 to 1", x -> x >= 0 && x <= 1)
                        .map(WiringRule::fixedProbability);
            case "in-degree" -> Optional.of(WiringRule.fixedInDegree((int) section.integer(kind, 0, 0, MOST)));
            case "out-degree" -> Optional.of(WiringRule.fixedOutDegree((int) section.integer(kind, 0, 0, MOST)));
            case "pairs" -> pairs(section);
            default -> distance(section, kind);
        };
    }

    private static Optional<Double> number(Section section, String key, String expected, DoublePredicate range) {
        return section.value(key).flatMap(value -> section.number(value, section.path(key), "1", expected, range));
    }

    private static Optional<WiringRule> pairs(Section section) {
        List<int[]> pairs = section.list("pairs", (value, at) -> {
            List<Double> ends = section.list(value, at, section::number);
            boolean whole = ends.size() == 2 && ends.stream().allMatch(x -> x == Math.rint(x) && x >= 0 && x < MOST);
            return whole || section.wrong(value, at, "[to, from]: two neurons, counted from 0")
                    ? Optional.of(ends.stream().mapToInt(Double::intValue).toArray())
                    : Optional.empty();
        });
        return section.findings().sound(section.path("pairs"))
                ? section.findings().at(section.path(), () -> WiringRule.pairs(pairs))
                : Optional.empty();
    }

    private static Optional<WiringRule> distance(Section section, String kind) {
        boolean gaussian = kind.equals("gaussian");
        String length = gaussian ? "sigma" : "length";
        Section own = section.section(kind);
        for (String key : List.of("peak", length)) {
            if (!own.has(key)) {
                own.missing(key, "a number");
            }
        }
        Optional<Double> peak = number(own, "peak", "a probability from 0 to 1", x -> x >= 0 && x <= 1);
        Optional<Double> width = number(own, length, "a positive length", x -> x > 0);
        own.done();
        Optional<Space> space = section.findings().at(section.path(), () -> space(section));
        return space.flatMap(where -> peak.flatMap(p ->
                width.map(w -> gaussian ? WiringRule.gaussian(where, p, w) : WiringRule.exponential(where, p, w))));
    }

    /** A ring of circumference 1 where nothing is said. */
    private static Space space(Section section) {
        if (section.has("sheet")) {
            List<Double> sides = section.list("sheet", section::number);
            if (sides.size() != 2) {
                section.wrong(section.value("sheet").orElseThrow(), section.path("sheet"), "[width, height]");
                return Space.ring(1);
            }
            return Space.sheet(sides.get(0), sides.get(1));
        }
        return Space.ring(section.number("ring", 1));
    }
}
