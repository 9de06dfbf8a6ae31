package dev.gyrus.templates.internal;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Unit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the nodes of a circuit as component types of LEMS (R. C. Cannon, P. Gleeson, S. Crook, G. Ganapathy, B. Marin, E.
 * Piasini, R. A. Silver, Front. Neuroinform. 8:79, 2014, doi:10.3389/fninf.2014.00079).
 *
 * <p>Numbers are plain; those with units are in ms, mV and pA. What edges feed is a requirement of the component type:
 * the edges themselves stand in comments.
 */
final class LemsText {
    private final Networks.Parts parts;
    private final Clock clock;
    private final StringBuilder out = new StringBuilder();

    private LemsText(Networks.Parts parts, Clock clock) {
        this.parts = parts;
        this.clock = clock;
    }

    static String of(Networks.Parts parts, Clock clock) {
        return new LemsText(parts, clock).text();
    }

    private String text() {
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        line("<Lems xmlns=\"http://www.neuroml.org/lems/0.7.6\">");
        line("  <Dimension name=\"time\" t=\"1\"/>");
        line("  <Unit symbol=\"ms\" dimension=\"time\" power=\"-3\"/>");
        Set<Model> models = new LinkedHashSet<>();
        parts.layout().groups().forEach(group -> models.add(group.model()));
        models.forEach(this::type);
        for (Layout.Group group : parts.layout().groups()) {
            for (int i = 0; i < group.size(); i++) {
                component(group, i);
            }
        }
        for (Wire wire : parts.wires()) {
            line("  <!-- edge: " + wire.from().path + "/" + wire.source() + " to " + wire.to().path + "/"
                    + wire.target()
                    + (wire.weights().length * wire.weights()[0].length == 1
                            ? ", weight " + wire.weights()[0][0] + ", delay " + wire.delays()[0][0]
                            : "")
                    + " -->");
        }
        line("</Lems>");
        return out.toString();
    }

    private static String typeName(Model model) {
        return MassText.identifier(model.name());
    }

    private void type(Model model) {
        line("  <ComponentType name=\"" + typeName(model) + "\">");
        model.constants().forEach(c -> line("    <Parameter name=\"" + c.name() + "\" dimension=\"none\"/>"));
        Flow.states(group(model)).forEach(q -> line("    <Parameter name=\"" + q.name() + "_0\" dimension=\"none\"/>"));
        double ms = model.united() ? 1 : clock.inMilliseconds();
        line("    <Constant name=\"UNIT_OF_TIME\" dimension=\"time\" value=\"" + Printer.number(ms) + "ms\"/>");
        model.inputs().forEach(p -> line("    <Requirement name=\"" + p.name() + "\" dimension=\"none\"/>"));
        model.quantities().forEach(q -> line("    <Exposure name=\"" + q.name() + "\" dimension=\"none\"/>"));
        line("    <Dynamics>");
        for (Model.Quantity q : Flow.states(group(model))) {
            line("      <StateVariable name=\"" + q.name() + "\" dimension=\"none\" exposure=\"" + q.name() + "\"/>");
        }
        for (Model.Kind kind : List.of(Model.Kind.OUTPUT, Model.Kind.VALUE)) {
            for (Model.Quantity q : Flow.ordered(model, kind)) {
                line("      <DerivedVariable name=\"" + q.name() + "\" dimension=\"none\" exposure=\"" + q.name()
                        + "\" value=\"" + text(q.value()) + "\"/>");
            }
        }
        for (Model.Quantity q : Flow.states(group(model))) {
            line("      <TimeDerivative variable=\"" + q.name() + "\" value=\"(" + text(q.value())
                    + ")/UNIT_OF_TIME\"/>");
        }
        line("      <OnStart>");
        for (Model.Quantity q : Flow.states(group(model))) {
            line("        <StateAssignment variable=\"" + q.name() + "\" value=\"" + q.name() + "_0\"/>");
        }
        line("      </OnStart>");
        line("    </Dynamics>");
        line("  </ComponentType>");
    }

    private Layout.Group group(Model model) {
        return parts.layout().groups().stream()
                .filter(g -> g.model() == model)
                .findFirst()
                .orElseThrow();
    }

    private void component(Layout.Group group, int node) {
        StringBuilder values = new StringBuilder();
        for (Model.Constant c : group.model().constants()) {
            values.append(' ').append(c.name()).append("=\"").append(value(group, c.origin(), 0, c.unit(), node));
            values.append('"');
        }
        for (Model.Quantity q : Flow.states(group)) {
            values.append(' ').append(q.name()).append("_0=\"");
            values.append(value(group, q.origin(), q.part(), q.unit(), node)).append('"');
        }
        String id = (group.name().isEmpty() ? "node" : group.name()) + (group.size() == 1 ? "" : "_" + node);
        line("  <Component id=\"" + id + "\" type=\"" + typeName(group.model()) + "\"" + values + "/>");
    }

    private static double value(Layout.Group group, String origin, int part, String unit, int node) {
        double[] values = Networks.values(group, origin, part);
        return Unit.of(unit).toCoherent(values[values.length == 1 ? 0 : node]);
    }

    private static String text(Expr value) {
        return new Printer() {
            @Override
            String name(String name) {
                if (name.startsWith("xi_") || name.endsWith("_past")) {
                    throw without("noise or a past");
                }
                return name.equals("t") ? "(t/UNIT_OF_TIME)" : name;
            }

            @Override
            String power(String base, String exponent) {
                return base + "^" + exponent;
            }

            @Override
            String call(String f, List<String> a) {
                return switch (f) {
                    case "sin", "cos", "tan", "sinh", "cosh", "tanh", "exp", "sqrt", "abs" -> f + "(" + a.get(0) + ")";
                    case "log" -> "ln(" + a.get(0) + ")";
                    case "sigmoid" -> "(1/(1 + exp(-(" + a.get(0) + "))))";
                    case "sign" -> "(H(" + a.get(0) + ") - H(-(" + a.get(0) + ")))";
                    case "min", "max" ->
                        "(0.5*(" + a.get(0) + " + " + a.get(1) + (f.equals("min") ? " - " : " + ") + "abs((" + a.get(0)
                                + ") - (" + a.get(1) + "))))";
                    default -> throw without("the function " + f);
                };
            }

            @Override
            String truth(String condition) {
                throw without("conditions in equations");
            }
        }.print(value);
    }

    private static GyrusException without(String what) {
        return GyrusException.input("export", "what LEMS can say", what);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
