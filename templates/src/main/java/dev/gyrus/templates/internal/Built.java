package dev.gyrus.templates.internal;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A circuit written out flat, its nodes' models, and what is made of them. */
public final class Built {
    private final Circuit circuit;
    private final Clock clock;
    private final Flattening.Flat flat;
    private final Networks.Parts parts;
    private final Network network;

    Built(Circuit circuit, Clock clock) {
        this.circuit = circuit;
        this.clock = clock;
        this.flat = Flattening.of(circuit);
        Complexity complexity = Complexity.of(flat);
        Map<List<Object>, Model> known = new HashMap<>();
        Map<Unit, Model> models = new LinkedHashMap<>();
        Problems problems = new Problems();
        for (Unit unit : flat.units()) {
            Set<String> complex = complexity.of(unit);
            problems.collect(() ->
                    models.put(unit, known.computeIfAbsent(structure(unit, complex), k -> Assembly.of(unit, complex))));
        }
        problems.throwIfAny();
        Loops.check(flat.wires(), models);
        parts = new Networks.Parts(flat.wires(), models, new Layout(flat.units(), models));
        network = new Networks(parts, clock).network(circuit.doc());
    }

    /** What makes the equations of two nodes equal. */
    private static List<Object> structure(Unit unit, Set<String> complex) {
        StringBuilder operators = new StringBuilder();
        for (Unit.Instance instance : unit.instances) {
            operators
                    .append(instance.label())
                    .append('@')
                    .append(instance.scope())
                    .append('@')
                    .append(System.identityHashCode(instance.operator()))
                    .append(instance.feeds())
                    .append(complex.isEmpty() ? "" : instance.values())
                    .append(' ');
        }
        return List.of(unit.kind, operators.toString(), new TreeSet<>(unit.fed.keySet()), new TreeSet<>(complex));
    }

    public Network network() {
        return network;
    }

    public String address(String path) {
        for (Map.Entry<Unit, Model> entry : parts.models().entrySet()) {
            String prefix = entry.getKey().path + "/";
            if (path.startsWith(prefix)) {
                Splitting.Parts found = entry.getValue().names().get(path.substring(prefix.length()));
                if (found != null && found.re() instanceof Expr.Name name) {
                    String population =
                            parts.layout().seat(entry.getKey()).group().name();
                    return population.isEmpty() ? name.name() : population + "." + name.name();
                }
            }
        }
        Set<String> all = new TreeSet<>();
        parts.models()
                .forEach((unit, model) -> model.names().keySet().forEach(name -> all.add(unit.path + "/" + name)));
        throw GyrusException.input(Problem.unknown("path", "variable", path, all));
    }

    public String yaml() {
        return YamlText.of(circuit, clock);
    }

    public String latex() {
        StringBuilder out = new StringBuilder();
        network.populations().stream()
                .map(population -> population.node().masses().get(0))
                .distinct()
                .forEach(mass -> out.append("% ")
                        .append(mass.name())
                        .append('\n')
                        .append(mass.latex())
                        .append('\n'));
        return out.toString();
    }

    public String lems() {
        return LemsText.of(parts, clock);
    }

    public String java() {
        return JavaText.of(new Flow(circuit.name(), parts, "Java"), network.projections());
    }

    public String numpy() {
        return NumpyText.of(new Flow(circuit.name(), parts, "NumPy"), network.projections());
    }

    /** What each variable is called in the network, by {@code node/operator/variable}. */
    public Map<String, String> addresses() {
        Map<String, String> out = new LinkedHashMap<>();
        parts.models()
                .forEach((unit, model) -> model.names().forEach((variable, parts) -> {
                    if (parts.re() instanceof Expr.Name) {
                        out.put(unit.path + "/" + variable, address(unit.path + "/" + variable));
                    }
                }));
        return out;
    }
}
