package dev.gyrus.templates.internal;

import java.util.List;
import java.util.Map;

/**
 * A node or edge template: operators, each with values that differ from its defaults.
 *
 * @param name of the template
 * @param uses in the order of the text
 * @param place where it starts
 */
record Cell(String name, List<Use> uses, Place place) {
    Cell {
        uses = List.copyOf(uses);
    }

    /** An operator in a node. */
    record Use(String label, Operator operator, Map<String, Declared.Complex> values) {}
}
