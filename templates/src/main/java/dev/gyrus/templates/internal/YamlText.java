package dev.gyrus.templates.internal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a circuit as one file of templates without bases. */
final class YamlText {
    private final Map<String, String> templates = new LinkedHashMap<>();
    private final Map<Object, String> names = new IdentityHashMap<>();

    private YamlText() {}

    static String of(Circuit circuit, Clock clock) {
        YamlText text = new YamlText();
        text.circuit(circuit, Optional.of(clock.unit()));
        return "%YAML 1.2\n---\n" + String.join("\n", text.templates.values());
    }

    private String add(Object template, String name, String body) {
        if (template instanceof Operator own && templates.containsKey(name)) {
            throw own.place().error(name, "operators of different names, to write them into one file", "two of one");
        }
        String free = name;
        for (int k = 2; templates.containsKey(free); k++) {
            free = name + "_" + k;
        }
        templates.put(free, free + ":\n" + body);
        names.put(template, free);
        return free;
    }

    private String operator(Operator operator) {
        if (names.containsKey(operator)) {
            return names.get(operator);
        }
        StringBuilder body = new StringBuilder("  base: OperatorTemplate\n  equations:\n");
        operator.equations()
                .forEach(e -> body.append("    - ").append(quoted(e.text())).append('\n'));
        if (!operator.variables().isEmpty()) {
            body.append("  variables:\n");
        }
        operator.variables()
                .forEach((name, declared) -> body.append("    ")
                        .append(name)
                        .append(": ")
                        .append(declared(declared))
                        .append('\n'));
        return add(operator, operator.name(), body.toString());
    }

    private static String declared(Declared declared) {
        String number = number(declared.value(), declared.complex());
        String inner = declared.valued() ? "(" + number + ")" : declared.complex() ? "(complex)" : "";
        String plain = declared.kind() == Declared.Kind.CONSTANT
                ? number
                : declared.kind().name().toLowerCase(java.util.Locale.ROOT) + inner;
        if (declared.unit().isEmpty() && declared.doc().isEmpty()) {
            return plain;
        }
        return "{default: " + quoted(plain) + (declared.unit().isEmpty() ? "" : ", unit: " + quoted(declared.unit()))
                + (declared.doc().isEmpty() ? "" : ", doc: " + quoted(declared.doc())) + "}";
    }

    private static String number(Declared.Complex value, boolean complex) {
        return !complex
                ? Double.toString(value.re())
                : value.re() + (Math.copySign(1, value.im()) < 0 ? "" : "+") + value.im() + "j";
    }

    private String cell(Cell cell, String root) {
        if (names.containsKey(cell)) {
            return names.get(cell);
        }
        StringBuilder body = new StringBuilder("  base: " + root + "\n  operators:\n");
        for (Cell.Use use : cell.uses()) {
            String values = use.values().entrySet().stream()
                    .map(e -> e.getKey() + ": "
                            + number(e.getValue(), e.getValue().im() != 0))
                    .collect(Collectors.joining(", "));
            body.append("    ")
                    .append(operator(use.operator()))
                    .append(": {")
                    .append(values)
                    .append("}\n");
        }
        return add(cell, cell.name(), body.toString());
    }

    private String circuit(Circuit circuit, Optional<String> time) {
        if (names.containsKey(circuit)) {
            return names.get(circuit);
        }
        StringBuilder body = new StringBuilder("  base: CircuitTemplate\n");
        time.ifPresent(unit -> body.append("  time: ").append(unit).append('\n'));
        if (!circuit.doc().isEmpty()) {
            body.append("  description: ").append(quoted(circuit.doc())).append('\n');
        }
        section(body, "nodes", circuit.nodes(), each -> cell(each, "NodeTemplate"));
        section(
                body,
                "populations",
                circuit.populations(),
                many -> "{node: " + cell(many.cell(), "NodeTemplate") + ", n: " + many.count() + ", params: "
                        + mapping(many.values()) + "}");
        section(body, "circuits", circuit.circuits(), each -> circuit(each, Optional.empty()));
        List<String> edges = new ArrayList<>();
        for (Circuit.Link link : circuit.links()) {
            edges.add("    - {source: " + link.source() + ", target: " + link.target()
                    + link.cell().map(c -> ", edge: " + cell(c, "EdgeTemplate")).orElse("")
                    + link.weight().map(w -> ", weights: " + tree(w)).orElse("")
                    + link.delay().map(d -> ", delays: " + tree(d)).orElse("")
                    + link.spread().map(s -> ", spread: " + tree(s)).orElse("")
                    + (link.others().isEmpty() ? "" : ", edge_var_map: " + mapping(link.others()))
                    + (link.oneToOne() ? ", pairs: one-to-one" : "") + "}\n");
        }
        if (!edges.isEmpty()) {
            body.append("  connectivity:\n").append(String.join("", edges));
        }
        section(body, "values", circuit.values(), YamlText::tree);
        return add(circuit, circuit.name(), body.toString());
    }

    private static <T> void section(
            StringBuilder body, String name, Map<String, T> entries, java.util.function.Function<T, String> text) {
        if (!entries.isEmpty()) {
            body.append("  ").append(name).append(":\n");
            entries.forEach((key, value) -> body.append("    ")
                    .append(key)
                    .append(": ")
                    .append(text.apply(value))
                    .append('\n'));
        }
    }

    private static String mapping(Map<String, Tree> entries) {
        return entries.entrySet().stream()
                .map(e -> e.getKey() + ": " + tree(e.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String tree(Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            return scalar.text().matches("[\\p{L}\\p{N}_./+-]+") ? scalar.text() : quoted(scalar.text());
        } else if (tree instanceof Tree.Sequence sequence) {
            return sequence.items().stream().map(YamlText::tree).collect(Collectors.joining(", ", "[", "]"));
        }
        Map<String, Tree> entries = new LinkedHashMap<>();
        ((Tree.Mapping) tree).entries().forEach((key, entry) -> entries.put(key, entry.value()));
        return mapping(entries);
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t") + "\"";
    }
}
