package dev.gyrus.templates.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds variables without d/dt that need themselves by way of edges without delay. */
final class Loops {
    private final Map<Unit, Model> models;
    private final Set<String> done = new HashSet<>();

    private Loops(Map<Unit, Model> models) {
        this.models = models;
    }

    static void check(List<Wire> wires, Map<Unit, Model> models) {
        Loops loops = new Loops(models);
        for (Wire wire : wires) {
            Splitting.Parts source = models.get(wire.from()).names().get(wire.source());
            if (source.re() instanceof Expr.Name name) {
                Model.Quantity quantity = models.get(wire.from()).quantity(name.name());
                if (quantity != null && quantity.kind() == Model.Kind.VALUE) {
                    loops.visit(wire.from(), quantity, wire, new ArrayList<>());
                }
            }
        }
    }

    private void visit(Unit unit, Model.Quantity quantity, Wire by, List<String> path) {
        String here = unit.path + "/" + quantity.origin();
        int before = path.indexOf(here);
        path.add(here);
        if (before >= 0) {
            throw by.place()
                    .error(
                            here,
                            "variables without d/dt that do not need themselves",
                            String.join(" → ", path.subList(before, path.size())));
        }
        if (done.add(here)) {
            Expr.names(quantity.value(), read -> {
                Model.Quantity inner = models.get(unit).quantity(read);
                if (inner != null && inner.kind() == Model.Kind.VALUE) {
                    visit(unit, inner, by, path);
                }
            });
            if (quantity.equation() == null || readsInput(unit, quantity)) {
                sources(unit, quantity, path);
            }
        }
        path.remove(path.size() - 1);
    }

    private boolean readsInput(Unit unit, Model.Quantity quantity) {
        boolean[] reads = {false};
        Expr.names(
                quantity.value(),
                read -> reads[0] |= models.get(unit).inputs().stream()
                        .anyMatch(port -> port.name().equals(read)));
        return reads[0];
    }

    private void sources(Unit unit, Model.Quantity quantity, List<String> path) {
        unit.fed.forEach((input, wires) -> {
            Splitting.Parts own = models.get(unit).names().get(input);
            boolean[] reads = {quantity.origin().equals(input)};
            Expr.names(quantity.value(), read -> reads[0] |= own.re().equals(new Expr.Name(read)));
            if (!reads[0]) {
                return;
            }
            for (Wire wire : wires) {
                Splitting.Parts source = models.get(wire.from()).names().get(wire.source());
                Model.Quantity next = source.re() instanceof Expr.Name name
                        ? models.get(wire.from()).quantity(name.name())
                        : null;
                if (wire.isInstant() && next != null && next.kind() == Model.Kind.VALUE) {
                    visit(wire.from(), next, wire, path);
                }
            }
        });
    }
}
