package dev.gyrus.templates.internal;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Unit;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an operator says of one of its variables.
 *
 * @param kind its role
 * @param value its default, or where it starts
 * @param valued whether a number is given
 * @param complex whether it is said to be complex
 * @param unit declared unit; "" for none
 * @param doc one line
 * @param place where it stands
 */
record Declared(Kind kind, Complex value, boolean valued, boolean complex, String unit, String doc, Place place) {
    enum Kind {
        CONSTANT,
        VARIABLE,
        INPUT,
        OUTPUT
    }

    /** A number of two parts. */
    record Complex(double re, double im) {
        static final Complex ZERO = new Complex(0, 0);
    }

    private static final String FORMS =
            "a number, or variable, input or output with a number in brackets, as in output(0.5)";
    private static final Pattern ROLE =
            Pattern.compile("(variable|input|output|state_var|constant)\\s*(?:\\((.*)\\))?", Pattern.DOTALL);
    private static final String REAL = "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?";
    private static final Pattern NUMBER = Pattern.compile("(" + REAL + ")(?:\\s+(\\S.*))?");
    private static final Pattern COMPLEX =
            Pattern.compile("(" + REAL + "(?![\\d.jeE]))?\\s*([+-]?)\\s*(" + REAL + ")j");
    private static final Set<String> KEYS =
            Set.of("default", "value", "unit", "doc", "description", "vtype", "dtype", "shape");

    static Declared read(String key, Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            return read(key, scalar.text(), scalar.place());
        } else if (tree instanceof Tree.Mapping mapping) {
            Fields.only(mapping, key, KEYS);
            Tree value = mapping.get("default") == null ? mapping.get("value") : mapping.get("default");
            Declared plain = read(key, value == null ? "0" : Fields.text(value, key + ".default"), mapping.place());
            Kind kind = mapping.get("vtype") == null
                    ? plain.kind
                    : kind(Fields.text(mapping.get("vtype"), key + ".vtype"), mapping.place(), key);
            String unit = mapping.get("unit") == null ? plain.unit : Fields.text(mapping.get("unit"), key + ".unit");
            checkUnit(unit, mapping.place(), key);
            boolean complex = plain.complex
                    || (mapping.get("dtype") instanceof Tree.Scalar type
                            && type.text().equals("complex"));
            Tree doc = mapping.get("doc") == null ? mapping.get("description") : mapping.get("doc");
            String line = doc == null ? "" : Fields.text(doc, key + ".doc");
            return new Declared(kind, plain.value, plain.valued, complex, unit, line, mapping.place());
        }
        throw tree.place().error(key, FORMS, tree.shown(), "vectors are nodes of 'populations'");
    }

    private static Declared read(String key, String text, Place place) {
        Matcher role = ROLE.matcher(text.trim());
        if (!role.matches()) {
            return number(Kind.CONSTANT, key, text.trim(), place);
        }
        Kind kind = kind(role.group(1), place, key);
        String inner = role.group(2) == null ? "" : role.group(2).trim();
        if (inner.isEmpty() || inner.equals("float")) {
            return new Declared(kind, Complex.ZERO, !inner.isEmpty(), false, "", "", place);
        } else if (inner.equals("complex")) {
            return new Declared(kind, Complex.ZERO, false, true, "", "", place);
        } else if (inner.contains(",")) {
            throw place.error(key, "one number", "'" + text + "'", "vectors are nodes of 'populations'");
        }
        return number(kind, key, inner, place);
    }

    private static Kind kind(String word, Place place, String key) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "variable", "state_var" -> Kind.VARIABLE;
            case "input" -> Kind.INPUT;
            case "output" -> Kind.OUTPUT;
            case "constant" -> Kind.CONSTANT;
            default -> throw place.error(key + ".vtype", "constant, variable, input or output", "'" + word + "'");
        };
    }

    private static Declared number(Kind kind, String key, String text, Place place) {
        Matcher complex = COMPLEX.matcher(text);
        if (complex.matches()) {
            double re = complex.group(1) == null ? 0 : Double.parseDouble(complex.group(1));
            double im = Double.parseDouble(complex.group(3)) * (complex.group(2).equals("-") ? -1 : 1);
            return new Declared(kind, new Complex(re, im), true, true, "", "", place);
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches() || !Double.isFinite(Double.parseDouble(number.group(1)))) {
            throw place.error(key, FORMS, "'" + text + "'");
        }
        String unit = number.group(2) == null ? "" : number.group(2).trim();
        checkUnit(unit, place, key);
        return new Declared(kind, new Complex(Double.parseDouble(number.group(1)), 0), true, false, unit, "", place);
    }

    private static void checkUnit(String unit, Place place, String key) {
        try {
            Unit.of(unit);
        } catch (GyrusException e) {
            throw place.error(
                    key, "a unit", "'" + unit + "'", e.problems().get(0).toString());
        }
    }

    /** The number of an override. */
    static Complex value(String key, Tree tree) {
        Declared read = read(key, tree);
        if (read.kind == Kind.CONSTANT || read.valued) {
            return read.value;
        }
        throw tree.place().error(key, "a number", tree.shown());
    }
}
