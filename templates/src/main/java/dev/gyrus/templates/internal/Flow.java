package dev.gyrus.templates.internal;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What programs in other languages are written from: populations and edges in an order in which they can be computed. */
final class Flow {
    final String name;
    final List<Layout.Group> groups;
    final Networks.Parts parts;

    Flow(String name, Networks.Parts parts, String language) {
        this.name = name;
        this.parts = parts;
        this.groups = parts.layout().groups();
        for (Wire wire : parts.wires()) {
            if (!wire.isInstant()) {
                throw wire.place().error(name, "edges without delay, to write it in " + language, "one with a delay");
            }
        }
        for (Layout.Group group : groups) {
            Model model = group.model();
            boolean noisy = model.quantities().stream().anyMatch(q -> {
                boolean[] found = {false};
                Expr.names(q.value(), n -> found[0] |= n.startsWith("xi_"));
                return found[0];
            });
            if (noisy || !model.pasts().isEmpty()) {
                String given = noisy ? "white noise" : "the past of a variable";
                throw GyrusException.input(
                        model.name(), "ordinary differential equations, to write it in " + language, given);
            }
        }
    }

    /** A name of a population's quantity that is unique in the circuit. */
    static String global(Layout.Group group, String name) {
        return group.name().isEmpty() ? name : group.name() + "_" + name;
    }

    /** Outputs, or values, each after those that it reads. */
    static List<Model.Quantity> ordered(Model model, Model.Kind kind) {
        List<Model.Quantity> out = new ArrayList<>();
        Set<String> done = new HashSet<>();
        model.quantities().stream().filter(q -> q.kind() == kind).forEach(q -> visit(q, model, kind, done, out));
        return out;
    }

    private static void visit(
            Model.Quantity quantity, Model model, Model.Kind kind, Set<String> done, List<Model.Quantity> out) {
        if (done.add(quantity.name())) {
            Expr.names(quantity.value(), read -> {
                Model.Quantity other = model.quantity(read);
                if (other != null && other.kind() == kind) {
                    visit(other, model, kind, done, out);
                }
            });
            out.add(quantity);
        }
    }

    static List<Model.Quantity> states(Layout.Group group) {
        return group.model().quantities().stream()
                .filter(q -> q.kind() == Model.Kind.STATE)
                .toList();
    }

    /** Where the states of each population begin among all. */
    int first(Layout.Group group) {
        int at = 0;
        for (Layout.Group each : groups) {
            if (each == group) {
                return at;
            }
            at += each.size() * states(each).size();
        }
        throw new AssertionError(group.name());
    }

    int size() {
        return groups.stream().mapToInt(g -> g.size() * states(g).size()).sum();
    }

    /** The states of all nodes: {@code population/node/state}, states varying slower than nodes. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Layout.Group group : groups) {
            for (Model.Quantity state : states(group)) {
                for (String label : group.labels()) {
                    String node = group.size() == 1 ? "" : label + "/";
                    names.add((group.name().isEmpty() ? "" : group.name() + "/") + node + state.name());
                }
            }
        }
        return names;
    }

    /** A value per node, in coherent units. */
    static double[] coherent(Layout.Group group, String origin, int part, String unit) {
        double[] values = Networks.values(group, origin, part);
        double[] out = new double[group.size()];
        Unit declared = Unit.of(unit);
        for (int i = 0; i < out.length; i++) {
            out[i] = declared.toCoherent(values[values.length == 1 ? 0 : i]);
        }
        return out;
    }

    /** The start of all states. */
    double[] start() {
        return groups.stream()
                .flatMap(group -> states(group).stream().map(q -> coherent(group, q.origin(), q.part(), q.unit())))
                .flatMap(values -> Stream.of(values)
                        .flatMapToDouble(java.util.Arrays::stream)
                        .boxed())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
