package dev.gyrus.templates.internal;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Parameter;
import java.util.Map;

/** Writes a model as a {@link Mass}. */
final class MassText {
    private MassText() {}

    /**
     * The mass.
     *
     * @param values of constants
     * @param starts of states
     */
    static Mass of(Model model, Clock clock, Map<String, Double> values, Map<String, Initial> starts) {
        Mass.Builder mass = Mass.named(identifier(model.name()));
        for (Model.Quantity quantity : model.quantities()) {
            if (quantity.kind() == Model.Kind.STATE) {
                mass.state(quantity.name(), quantity.unit(), starts.get(quantity.name()));
            } else if (quantity.kind() == Model.Kind.OUTPUT) {
                mass.output(quantity.name(), quantity.unit());
            }
        }
        for (Model.Constant constant : model.constants()) {
            mass.parameter(Parameter.of(constant.name(), values.get(constant.name()), constant.unit(), constant.doc()));
        }
        starts.forEach((state, start) -> {
            if (start instanceof Initial.Expression own) {
                mass.parameter(Parameter.of(own.text(), 0, unitOf(model, state), "start of " + state));
            }
        });
        model.inputs().forEach(port -> mass.input(port.name(), port.unit(), port.doc()));
        model.pasts()
                .forEach(past ->
                        mass.input(past.name(), unitOf(model, past.quantity()), "the past of " + past.quantity()));
        return mass.equations(text(model, clock)).build();
    }

    private static String unitOf(Model model, String quantity) {
        return model.quantity(quantity).unit();
    }

    /** The equations, one a line. */
    static String text(Model model, Clock clock) {
        Printer printer = Printer.gyrus(name -> name(model, clock, name));
        StringBuilder out = new StringBuilder();
        for (Model.Quantity quantity : model.quantities()) {
            String value = printer.print(quantity.value());
            switch (quantity.kind()) {
                case STATE ->
                    out.append("d").append(quantity.name()).append("/dt = ").append(rate(model, clock, value));
                case OUTPUT ->
                    out.append("output ").append(quantity.name()).append(" = ").append(value);
                case VALUE -> out.append(quantity.name()).append(" = ").append(value);
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String rate(Model model, Clock clock, String value) {
        return model.united() ? value : "(" + value + ")/1[" + clock.unit() + "]";
    }

    /** Without units, {@code t} and white noise are those of the template's time. */
    private static String name(Model model, Clock clock, String name) {
        boolean known = model.united()
                || model.quantity(name) != null
                || model.constants().stream().anyMatch(c -> c.name().equals(name));
        if (!known && name.equals("t")) {
            return "(t/1[" + clock.unit() + "])";
        }
        return !known && name.startsWith("xi_") ? "(" + name + "*1[√" + clock.unit() + "])" : name;
    }

    /** Letters, digits and underscores. */
    static String identifier(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}_]", "_");
    }
}
