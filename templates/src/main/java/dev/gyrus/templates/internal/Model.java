package dev.gyrus.templates.internal;

import dev.gyrus.templates.internal.Splitting.Parts;
import java.util.List;
import java.util.Map;

/**
 * The real equations of one kind of node, with names of their own: what all written forms are made from.
 *
 * @param name of the node template
 * @param quantities what equations define
 * @param constants parameters
 * @param inputs what edges feed
 * @param pasts past values that are read
 * @param names what {@code operator/variable} is called: one name, or two of a complex variable
 * @param united whether variables have units; else time is a plain number of the template's unit of time
 */
record Model(
        String name,
        List<Quantity> quantities,
        List<Constant> constants,
        List<Port> inputs,
        List<Past> pasts,
        Map<String, Parts> names,
        boolean united) {

    /** How a quantity comes about. */
    enum Kind {
        /** By its derivative. */
        STATE,
        /** A function of states and constants, which can be recorded and sent along edges. */
        OUTPUT,
        /** A function of inputs as well. */
        VALUE
    }

    /**
     * One equation.
     *
     * @param origin {@code operator/variable} whose value is where it starts
     * @param part 0 for the real part, 1 for the imaginary
     */
    record Quantity(String name, Kind kind, Expr value, String unit, String origin, int part, Equation equation) {}

    /** A parameter, which is {@code operator/variable}. */
    record Constant(String name, String unit, String doc, String origin) {}

    /** An input that edges feed. */
    record Port(String name, String unit, String doc) {}

    /** An input that carries what a quantity was some time ago. */
    record Past(String name, String quantity, Expr delay) {}

    /** The quantity of a name, or null. */
    Quantity quantity(String name) {
        for (Quantity quantity : quantities) {
            if (quantity.name().equals(name)) {
                return quantity;
            }
        }
        return null;
    }
}
