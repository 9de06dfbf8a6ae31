package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Parameter;
import dev.gyrus.core.Unit;
import dev.gyrus.spiking.Synapse;
import dev.gyrus.spiking.SynapseTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads synapses: one of the literature's with its numbers, or one written out in equations.
 *
 * <pre>
 * synapses:
 *   ampa: {exponential: {tau: 5 ms, reversal: 0 mV}}
 *   nmda: {nmda: {magnesium: 1}}
 *   mine:
 *     states: {g: nS, h: nS}
 *     parameters: {tau: 5 ms, E: 0 mV}
 *     equations: |
 *       dg/dt = (h - g)/tau
 *       dh/dt = -h/tau
 *     arrival: h += w                 # or: fired: x += 1, with what is released: s
 *     current: g*(E - V)
 *     shared: true                    # linear: projections may share the states
 * </pre>
 */
final class SynapseReader {
    /** What a kind is told: its unit, and its default; NaN where it must be given. */
    private record Argument(String name, String unit, double initial) {}

    /** A kind of the literature. */
    private record Kind(List<Argument> arguments, Maker maker) {}

    private interface Maker {
        Synapse of(String name, Map<String, Double> values);
    }

    private static final Argument TAU = new Argument("tau", "ms", Double.NaN);
    private static final Argument REVERSAL = new Argument("reversal", "mV", 0);
    private static final Map<String, Kind> KINDS = made();

    private SynapseReader() {}

    private static Map<String, Kind> made() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put(
                "exponential",
                new Kind(
                        List.of(TAU, REVERSAL),
                        (name, v) -> SynapseTypes.exponential(name, v.get("tau"), v.get("reversal"))));
        kinds.put(
                "exponential-current",
                new Kind(List.of(TAU), (name, v) -> SynapseTypes.exponentialCurrent(name, v.get("tau"))));
        kinds.put(
                "alpha",
                new Kind(
                        List.of(TAU, REVERSAL),
                        (name, v) -> SynapseTypes.alpha(name, v.get("tau"), v.get("reversal"))));
        kinds.put(
                "biexponential",
                new Kind(
                        List.of(
                                new Argument("rise", "ms", Double.NaN),
                                new Argument("decay", "ms", Double.NaN),
                                REVERSAL),
                        (name, v) ->
                                SynapseTypes.biexponential(name, v.get("rise"), v.get("decay"), v.get("reversal"))));
        kinds.put("delta", new Kind(List.of(), (name, v) -> SynapseTypes.delta(name)));
        kinds.put(
                "nmda",
                new Kind(
                        List.of(
                                new Argument("rise", "ms", 2),
                                new Argument("decay", "ms", 100),
                                new Argument("opening", "kHz", 0.5),
                                REVERSAL,
                                new Argument("magnesium", "mM", 1)),
                        (name, v) -> with(
                                SynapseTypes.nmda(name),
                                Map.of(
                                        "tau_rise", v.get("rise"),
                                        "tau_decay", v.get("decay"),
                                        "alpha", v.get("opening"),
                                        "E_rev", v.get("reversal"),
                                        "Mg", v.get("magnesium")))));
        kinds.put(
                "saturating",
                new Kind(
                        List.of(TAU, new Argument("strength", "mV/ms", Double.NaN)),
                        (name, v) -> SynapseTypes.saturating(name, v.get("tau"), v.get("strength"), "mV/ms")));
        kinds.put(
                "tsodyks-markram",
                new Kind(
                        List.of(
                                TAU,
                                REVERSAL,
                                new Argument("utilisation", "1", 0.5),
                                new Argument("recovery", "ms", 800),
                                new Argument("facilitation", "ms", 0)),
                        (name, v) -> SynapseTypes.tsodyksMarkram(
                                name,
                                v.get("tau"),
                                v.get("reversal"),
                                v.get("utilisation"),
                                v.get("recovery"),
                                v.get("facilitation"))));
        return kinds;
    }

    private static Synapse with(Synapse synapse, Map<String, Double> values) {
        return new Synapse(
                synapse.name(),
                synapse.site(),
                synapse.states(),
                synapse.parameters().stream()
                        .map(p -> values.containsKey(p.name())
                                ? new Parameter(p.name(), values.get(p.name()), p.unit(), p.low(), p.high(), p.doc())
                                : p)
                        .toList(),
                synapse.equations(),
                synapse.arrival(),
                synapse.released(),
                synapse.current(),
                synapse.isAdditive(),
                synapse.isFrozen());
    }

    /** The names of the literature's kinds. */
    static Set<String> kinds() {
        return KINDS.keySet();
    }

    /** Whether a name is that of a kind. */
    static boolean isKind(String name) {
        return KINDS.containsKey(name);
    }

    /** The named synapses of a network; empty where something is wrong with one. */
    static Map<String, Optional<Synapse>> readAll(Section section) {
        Map<String, Optional<Synapse>> out = new LinkedHashMap<>();
        for (String name : section.keys()) {
            Value value = section.value(name).orElseThrow();
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                section.wrong(value, section.path(name), "a name of letters, digits and _");
            }
            out.put(name, read(section, value, section.path(name), name));
        }
        return out;
    }

    /** A synapse that is written where it is used; it is called after its kind. */
    static Optional<Synapse> read(Section section, Value value, String at) {
        String kind = value instanceof Value.Mapping mapping
                ? mapping.values().keySet().stream()
                        .filter(KINDS::containsKey)
                        .findFirst()
                        .orElse("synapse")
                : value instanceof Value.Scalar scalar ? scalar.text() : "synapse";
        return read(section, value, at, kind.replace('-', '_'));
    }

    /** A synapse: a kind with its numbers, a kind's name alone where nothing has to be told, or equations. */
    private static Optional<Synapse> read(Section section, Value value, String at, String name) {
        Section own = value instanceof Value.Scalar
                ? Section.of(at, new Value.Mapping(Map.of(), Map.of(), value.place()), section.findings())
                : Section.of(at, value, section.findings());
        List<String> kinds = KINDS.keySet().stream().filter(own::has).toList();
        if (value instanceof Value.Scalar scalar && !value.isNothing()) {
            return section.name(value, at, "synapse", KINDS.keySet())
                    .flatMap(kind -> ofKind(own, KINDS.get(kind), name));
        }
        if (kinds.isEmpty() && (own.has("arrival") || own.has("fired") || own.has("equations"))) {
            return written(own, name);
        }
        if (kinds.size() != 1) {
            section.wrong(
                    value,
                    at,
                    "one of " + String.join(", ", KINDS.keySet()) + ", or states, equations, arrival and current");
            return Optional.empty();
        }
        Optional<Synapse> synapse = ofKind(own.section(kinds.get(0)), KINDS.get(kinds.get(0)), name);
        own.done();
        return synapse;
    }

    private static Optional<Synapse> ofKind(Section section, Kind kind, String name) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Argument argument : kind.arguments()) {
            if (!section.has(argument.name()) && Double.isNaN(argument.initial())) {
                section.missing(argument.name(), "a number in " + argument.unit());
            }
            double number = section.value(argument.name())
                    .flatMap(value -> number(section, value, argument))
                    .orElse(argument.initial());
            values.put(argument.name(), number);
        }
        section.done();
        return section.findings().sound(section.path())
                        && values.values().stream().noneMatch(v -> v.isNaN())
                ? section.findings().at(section.path(), () -> kind.maker().of(name, values))
                : Optional.empty();
    }

    private static Optional<Double> number(Section section, Value value, Argument argument) {
        String at = section.path(argument.name());
        if (argument.unit().equals("1")) {
            return section.number(value, at);
        }
        boolean time = Unit.of(argument.unit()).isCompatible(Unit.of("ms"));
        String expected = (time ? "a time in " : "a number in ") + argument.unit();
        return section.number(value, at, argument.unit(), expected, x -> !time || x >= 0);
    }

    private static Optional<Synapse> written(Section section, String name) {
        Synapse.Builder synapse = Synapse.named(name);
        Section states = section.section("states");
        for (String state : states.keys()) {
            synapse.state(
                    state,
                    states.value(state)
                            .filter(value -> !value.isNothing())
                            .flatMap(value -> states.text(value, states.path(state)))
                            .orElse("1"));
        }
        ModelFile.parameters(
                section.section("parameters"), p -> synapse.parameter(p.name(), p.value(), p.unit(), p.doc()));
        section.text("equations").ifPresent(synapse::equations);
        section.text("current").ifPresent(synapse::current);
        Optional<String> fired = section.text("fired");
        Optional<String> released = section.text("released");
        section.text("arrival").ifPresent(synapse::arrival);
        if (fired.isPresent() != released.isPresent()) {
            section.missing(fired.isPresent() ? "released" : "fired", "both, of a synapse that is kept in its source");
        }
        if (fired.isPresent() && section.has("arrival")) {
            section.wrong(
                    section.value("arrival").orElseThrow(), section.path("arrival"), "arrival or fired, not both");
        }
        fired.ifPresent(statements -> synapse.atSource(statements, released.orElse("")));
        if (section.flag("shared", false)) {
            synapse.additive();
        }
        boolean frozen = section.flag("frozen", false);
        section.done();
        return Optional.of(frozen ? synapse.build().frozen() : synapse.build());
    }
}
