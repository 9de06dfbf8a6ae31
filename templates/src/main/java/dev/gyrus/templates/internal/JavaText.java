package dev.gyrus.templates.internal;

import dev.gyrus.core.Projection;
import dev.gyrus.core.Sync;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a circuit as a Java class without dependencies. */
final class JavaText {
    private final Flow flow;
    private final List<Projection> projections;
    private final StringBuilder out = new StringBuilder();

    private JavaText(Flow flow, List<Projection> projections) {
        this.flow = flow;
        this.projections = projections;
    }

    static String of(Flow flow, List<Projection> projections) {
        return new JavaText(flow, projections).text();
    }

    private String text() {
        line("/** The equations of " + flow.name + ", written by Gyrus: dy/dt = f(t, y). Not thread-safe. */");
        line("public final class " + className(flow.name) + " {");
        line("    /** What the elements of y stand for. */");
        line("    public static final String[] STATES = {"
                + flow.names().stream().map(n -> "\"" + n + "\"").collect(Collectors.joining(", ")) + "};");
        line("    /** Where the model starts. */");
        line("    public static final double[] START = " + array(flow.start()) + ";");
        for (Layout.Group group : flow.groups) {
            for (Model.Constant constant : group.model().constants()) {
                double[] values = Flow.coherent(group, constant.origin(), 0, constant.unit());
                line("    public double[] " + Flow.global(group, constant.name()) + " = " + array(values) + ";");
            }
        }
        for (int k = 0; k < projections.size(); k++) {
            line("    public double[][] weights" + k + " = {"
                    + Arrays.stream(projections.get(k).weights())
                            .map(JavaText::array)
                            .collect(Collectors.joining(", "))
                    + "};");
        }
        line("");
        line("    /** Writes the derivatives of all states. */");
        line("    public void derivative(double t, double[] y, double[] dydt) {");
        flow.groups.forEach(this::outputs);
        for (int k = 0; k < projections.size(); k++) {
            edges(projections.get(k), k);
        }
        flow.groups.forEach(this::rates);
        line("    }");
        line("}");
        return out.toString();
    }

    private void outputs(Layout.Group group) {
        int n = group.size();
        List<Model.Quantity> outputs = Flow.ordered(group.model(), Model.Kind.OUTPUT);
        outputs.forEach(q -> line("        double[] " + Flow.global(group, q.name()) + " = new double[" + n + "];"));
        group.model()
                .inputs()
                .forEach(p -> line("        double[] " + Flow.global(group, p.name()) + " = new double[" + n + "];"));
        if (!outputs.isEmpty()) {
            line("        for (int i = 0; i < " + n + "; i++) {");
            outputs.forEach(q -> line("            " + Flow.global(group, q.name()) + "[i] = "
                    + printer(group, "i").print(q.value()) + ";"));
            line("        }");
        }
    }

    private void edges(Projection projection, int k) {
        Layout.Group from = group(projection.source());
        Layout.Group to = group(projection.target());
        Sync sync = projection.syncs().get(0);
        Printer source = printer(from, "j");
        Printer target = printer(to, "i");
        String read = source.name(sync.output());
        if (!sync.coupling().isPlainSum()) {
            throw dev.gyrus.core.GyrusException.input(
                    flow.name,
                    "edges that read only their source, to write it in Java",
                    sync.coupling().pre().get(0));
        }
        line("        for (int i = 0; i < " + to.size() + "; i++) {");
        line("            for (int j = 0; j < " + from.size() + "; j++) {");
        line("                " + target.name(sync.input()) + " += weights" + k + "[i][j] * " + read + ";");
        line("            }");
        line("        }");
    }

    private void rates(Layout.Group group) {
        Printer printer = printer(group, "i");
        line("        for (int i = 0; i < " + group.size() + "; i++) {");
        for (Model.Quantity q : Flow.ordered(group.model(), Model.Kind.VALUE)) {
            line("            double " + Flow.global(group, q.name()) + " = " + printer.print(q.value()) + ";");
        }
        int at = flow.first(group);
        for (Model.Quantity state : Flow.states(group)) {
            line("            dydt[" + at + " + i] = " + printer.print(state.value()) + ";");
            at += group.size();
        }
        line("        }");
    }

    private Layout.Group group(String name) {
        return flow.groups.stream()
                .filter(g -> g.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Printer printer(Layout.Group group, String index) {
        List<Model.Quantity> states = Flow.states(group);
        return new Printer() {
            @Override
            String name(String name) {
                for (int s = 0; s < states.size(); s++) {
                    if (states.get(s).name().equals(name)) {
                        return "y[" + (flow.first(group) + s * group.size()) + " + " + index + "]";
                    }
                }
                Model.Quantity quantity = group.model().quantity(name);
                boolean known = quantity != null
                        || group.model().constants().stream()
                                .anyMatch(c -> c.name().equals(name))
                        || group.model().inputs().stream()
                                .anyMatch(p -> p.name().equals(name));
                boolean scalar = quantity != null && quantity.kind() == Model.Kind.VALUE;
                return !known ? name : Flow.global(group, name) + (scalar ? "" : "[" + index + "]");
            }

            @Override
            String literal(double value) {
                return Double.toString(value);
            }

            @Override
            String power(String base, String exponent) {
                return "Math.pow(" + base + ", " + exponent + ")";
            }

            @Override
            String call(String function, List<String> a) {
                return switch (function) {
                    case "sigmoid" -> "(1 / (1 + Math.exp(-(" + a.get(0) + "))))";
                    case "where" -> "(" + a.get(0) + " ? " + a.get(1) + " : " + a.get(2) + ")";
                    case "sign" -> "Math.signum(" + a.get(0) + ")";
                    case "round" -> "Math.floor(" + a.get(0) + " + 0.5)";
                    case "clip" -> "Math.min(Math.max(" + a.get(0) + ", " + a.get(1) + "), " + a.get(2) + ")";
                    case "mod" ->
                        "(" + a.get(0) + " - Math.floor((" + a.get(0) + ") / (" + a.get(1) + ")) * (" + a.get(1) + "))";
                    case "erf", "erfc" ->
                        throw dev.gyrus.core.GyrusException.input(flow.name, "functions that Java has", function);
                    default -> "Math." + function + "(" + String.join(", ", a) + ")";
                };
            }

            @Override
            String truth(String condition) {
                return "(" + condition + " ? 1.0 : 0.0)";
            }
        };
    }

    /** A Java name of a circuit. */
    static String className(String name) {
        String identifier = MassText.identifier(name);
        return Character.isJavaIdentifierStart(identifier.charAt(0)) ? identifier : "_" + identifier;
    }

    private static String array(double[] values) {
        return "{" + Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(", ")) + "}";
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
