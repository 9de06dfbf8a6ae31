package dev.gyrus.templates.internal;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The functions of templates: what they are called in Gyrus' language, and those that have no counterpart. */
final class Functions {
    private static final Map<String, String> NAMES = names();

    /** Functions of PyRates that work on vectors or at random, and what to write instead. */
    private static final Map<String, String> WITHOUT = Map.ofEntries(
            Map.entry("vsum", "sums over nodes are edges"),
            Map.entry("mean", "means over nodes are edges of weight 1/N"),
            Map.entry("matmul", "matrices are 'connectivity' between 'populations'"),
            Map.entry("matvec", "matrices are 'connectivity' between 'populations'"),
            Map.entry("index", "elements are nodes of 'populations'"),
            Map.entry("index_range", "elements are nodes of 'populations'"),
            Map.entry("index_axis", "elements are nodes of 'populations'"),
            Map.entry("index_2d", "elements are nodes of 'populations'"),
            Map.entry("concatenate", "elements are nodes of 'populations'"),
            Map.entry("randn", "white noise is written xi_name"),
            Map.entry("interp", "signals are inputs of the experiment"),
            Map.entry("identity", "write the argument"));

    private Functions() {}

    private static Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        for (String same :
                "sin cos tan sinh cosh tanh asin acos atan exp log sqrt sign sigmoid real imag conj floor erf erfc abs min max mod clip where round"
                        .split(" ")) {
            names.put(same, same);
        }
        names.put("arcsin", "asin");
        names.put("arccos", "acos");
        names.put("arctan", "atan");
        names.put("absv", "abs");
        names.put("maxi", "max");
        names.put("mini", "min");
        names.put("ln", "log");
        return names;
    }

    /** Gyrus' name of a function, or null. */
    static String named(String name) {
        return NAMES.get(name);
    }

    static Set<String> known() {
        return NAMES.keySet();
    }

    /** What to write instead of a function that cannot be had, or null. */
    static String instead(String name) {
        return WITHOUT.get(name);
    }

    /** How many arguments a function takes. */
    static int arity(String function) {
        return switch (function) {
            case "min", "max", "mod" -> 2;
            case "clip", "where" -> 3;
            default -> 1;
        };
    }
}
