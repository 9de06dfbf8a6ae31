package dev.gyrus.templates.internal;

import dev.gyrus.core.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads typed values from parts of a document. */
final class Fields {
    private Fields() {}

    /** Refuses keys other than the known. */
    static void only(Tree.Mapping mapping, String key, Collection<String> known) {
        mapping.entries().forEach((name, entry) -> {
            if (!known.contains(name)) {
                Problem unknown = Problem.unknown("", "key", name, known);
                throw entry.key().error(join(key, name), unknown.expected(), unknown.given(), unknown.hint());
            }
        });
    }

    static String join(String key, String name) {
        return key.isEmpty() ? name : key + "." + name;
    }

    static String text(Tree tree, String key) {
        if (tree instanceof Tree.Scalar scalar) {
            return scalar.text();
        }
        throw tree.place().error(key, "a text", tree.shown());
    }

    static double number(Tree tree, String key) {
        return Declared.value(key, tree).re();
    }

    static Tree.Mapping mapping(Tree tree, String key) {
        if (tree instanceof Tree.Mapping mapping) {
            return mapping;
        }
        throw tree.place().error(key, "keys and values", tree.shown());
    }

    /** A list; of one where there is none. */
    static List<Tree> list(Tree tree) {
        return tree == null ? List.of() : tree instanceof Tree.Sequence s ? s.items() : List.of(tree);
    }

    /** The entries of a mapping that may be absent. */
    static Map<String, Tree> entries(Tree tree, String key) {
        Map<String, Tree> out = new LinkedHashMap<>();
        if (tree != null) {
            mapping(tree, key).entries().forEach((name, entry) -> out.put(name, entry.value()));
        }
        return out;
    }

    /** One number, or a number for each of {@code n}. */
    static double[] numbers(Tree tree, String key, int n) {
        if (!(tree instanceof Tree.Sequence sequence)) {
            return new double[] {number(tree, key)};
        }
        List<Double> values = new ArrayList<>();
        sequence.items().forEach(item -> values.add(number(item, key)));
        if (values.size() != n) {
            throw tree.place().error(key, "one number or " + n, values.size() + " numbers");
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** One number for all, or a matrix of a row per target and a column per source. */
    static double[][] matrix(Tree tree, String key, int rows, int columns) {
        double[][] out = new double[rows][columns];
        if (!(tree instanceof Tree.Sequence sequence)) {
            double all = number(tree, key);
            for (double[] row : out) {
                java.util.Arrays.fill(row, all);
            }
            return out;
        }
        if (sequence.items().size() != rows) {
            String given = sequence.items().size() + " rows";
            throw tree.place().error(key, rows + " rows of " + columns + " numbers", given);
        }
        for (int i = 0; i < rows; i++) {
            double[] row = numbers(sequence.items().get(i), key, columns);
            if (row.length != columns) {
                throw tree.place().error(key, rows + " rows of " + columns + " numbers", "a row of one");
            }
            out[i] = row;
        }
        return out;
    }
}
