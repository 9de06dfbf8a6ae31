package dev.gyrus.templates.internal;

import dev.gyrus.core.Projection;
import dev.gyrus.core.Sync;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a circuit as a Python module over NumPy arrays. */
final class NumpyText {
    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("asin", "np.arcsin"),
            Map.entry("acos", "np.arccos"),
            Map.entry("atan", "np.arctan"),
            Map.entry("abs", "np.abs"),
            Map.entry("min", "np.minimum"),
            Map.entry("max", "np.maximum"),
            Map.entry("erf", "np.vectorize(math.erf)"),
            Map.entry("erfc", "np.vectorize(math.erfc)"));

    private final Flow flow;
    private final List<Projection> projections;
    private final StringBuilder out = new StringBuilder();

    private NumpyText(Flow flow, List<Projection> projections) {
        this.flow = flow;
        this.projections = projections;
    }

    static String of(Flow flow, List<Projection> projections) {
        return new NumpyText(flow, projections).text();
    }

    private String text() {
        line("\"\"\"The equations of " + flow.name + ", written by Gyrus: dy/dt = derivative(t, y).\"\"\"");
        line("import math");
        line("");
        line("import numpy as np");
        line("");
        line("STATES = [" + flow.names().stream().map(n -> "\"" + n + "\"").collect(Collectors.joining(", ")) + "]");
        line("START = np.array(" + Arrays.toString(flow.start()) + ")");
        for (Layout.Group group : flow.groups) {
            for (Model.Constant constant : group.model().constants()) {
                double[] values = Flow.coherent(group, constant.origin(), 0, constant.unit());
                line(name(group, constant.name()) + " = np.array(" + Arrays.toString(values) + ")");
            }
        }
        for (int k = 0; k < projections.size(); k++) {
            line("weights" + k + " = np.array("
                    + Arrays.deepToString(projections.get(k).weights()) + ")");
        }
        line("");
        line("");
        line("def derivative(t, y):");
        line("    dydt = np.empty_like(y)");
        for (Layout.Group group : flow.groups) {
            int at = flow.first(group);
            for (Model.Quantity state : Flow.states(group)) {
                line("    " + name(group, state.name()) + " = y[" + at + ":" + (at += group.size()) + "]");
            }
            quantities(group, Model.Kind.OUTPUT);
            group.model()
                    .inputs()
                    .forEach(p -> line("    " + name(group, p.name()) + " = np.zeros(" + group.size() + ")"));
        }
        for (int k = 0; k < projections.size(); k++) {
            edges(projections.get(k), "weights" + k);
        }
        for (Layout.Group group : flow.groups) {
            quantities(group, Model.Kind.VALUE);
            int at = flow.first(group);
            for (Model.Quantity state : Flow.states(group)) {
                line("    dydt[" + at + ":" + (at += group.size()) + "] = "
                        + printer(group).print(state.value()));
            }
        }
        line("    return dydt");
        return out.toString();
    }

    private void quantities(Layout.Group group, Model.Kind kind) {
        for (Model.Quantity q : Flow.ordered(group.model(), kind)) {
            line("    " + name(group, q.name()) + " = " + printer(group).print(q.value()));
        }
    }

    private void edges(Projection projection, String weights) {
        Layout.Group from = group(projection.source());
        Layout.Group to = group(projection.target());
        Sync sync = projection.syncs().get(0);
        if (!sync.coupling().isPlainSum()) {
            throw dev.gyrus.core.GyrusException.input(
                    flow.name,
                    "edges that read only their source, to write it for NumPy",
                    sync.coupling().pre().get(0));
        }
        String target = name(to, sync.input());
        line("    " + target + " = " + target + " + " + weights + " @ " + name(from, sync.output()));
    }

    private Layout.Group group(String name) {
        return flow.groups.stream()
                .filter(g -> g.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Python's own words get an underscore. */
    private static String name(Layout.Group group, String name) {
        String global = Flow.global(group, name);
        return List.of("lambda", "is", "in", "as", "if", "for", "def", "np", "math", "y", "t", "dydt", "del", "pass")
                        .contains(global)
                ? global + "_"
                : global;
    }

    private Printer printer(Layout.Group group) {
        return new Printer() {
            @Override
            String name(String name) {
                return name.equals("t") ? "t" : NumpyText.name(group, name);
            }

            @Override
            String power(String base, String exponent) {
                return base + "**" + exponent;
            }

            @Override
            String call(String function, List<String> a) {
                return switch (function) {
                    case "sigmoid" -> "(1/(1 + np.exp(-(" + a.get(0) + "))))";
                    case "round" -> "np.floor(" + a.get(0) + " + 0.5)";
                    default -> CALLS.getOrDefault(function, "np." + function) + "(" + String.join(", ", a) + ")";
                };
            }

            @Override
            String truth(String condition) {
                return "np.where(" + condition + ", 1.0, 0.0)";
            }
        };
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
