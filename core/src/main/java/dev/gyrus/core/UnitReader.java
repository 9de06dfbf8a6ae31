package dev.gyrus.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the text of a unit by recursive descent:
 *
 * <pre>
 * product = factor {("*" | "·" | "/") factor}
 * factor  = "√" factor | primary ["^" exponent | superscripts]
 * primary = symbol | "1" | "%" | "(" product ")" | "sqrt" "(" product ")"
 * </pre>
 */
final class UnitReader {
    private static final Map<String, Unit> SYMBOLS = symbols();
    private static final Map<String, Integer> PREFIXES = Map.ofEntries(
            Map.entry("f", -15),
            Map.entry("p", -12),
            Map.entry("n", -9),
            Map.entry("μ", -6),
            Map.entry("m", -3),
            Map.entry("c", -2),
            Map.entry("k", 3),
            Map.entry("M", 6),
            Map.entry("G", 9));
    private static final List<String> USUAL = List.of(
            "mV", "V", "μV", "ms", "s", "μs", "Hz", "kHz", "pA", "nA", "μA", "mA", "A", "nS", "μS", "mS", "S", "pF",
            "nF", "μF", "F", "mm", "m", "μm", "cm", "mM", "μM", "M", "rad", "nC", "pC", "C", "Ω", "MΩ", "GΩ", "mol",
            "%");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int LONGEST = 200;

    /** Names for coherent units that have one. */
    static final List<Unit> COHERENT = List.of(known("nS"), known("pF"), known("GΩ"));

    private final String text;
    private int at;

    UnitReader(String text) {
        this.text = text.replace('\u00B5', 'μ')
                .replace('\u2126', 'Ω')
                .replace("**", "^")
                .replaceAll("[Oo]hm", "Ω");
    }

    /** Powers of ten and exponents of ms, mV, pA, mm, mM. */
    private static Map<String, Unit> symbols() {
        Map<String, Unit> symbols = new LinkedHashMap<>();
        symbols.put("s", Unit.symbol("s", 3, 1));
        symbols.put("Hz", Unit.symbol("Hz", -3, -1));
        symbols.put("V", Unit.symbol("V", 3, 0, 1));
        symbols.put("A", Unit.symbol("A", 12, 0, 0, 1));
        symbols.put("S", Unit.symbol("S", 9, 0, -1, 1));
        symbols.put("F", Unit.symbol("F", 12, 1, -1, 1));
        symbols.put("C", Unit.symbol("C", 15, 1, 0, 1));
        symbols.put("Ω", Unit.symbol("Ω", -9, 0, 1, -1));
        symbols.put("J", Unit.symbol("J", 18, 1, 1, 1));
        symbols.put("W", Unit.symbol("W", 15, 0, 1, 1));
        symbols.put("m", Unit.symbol("m", 3, 0, 0, 0, 1));
        symbols.put("L", Unit.symbol("L", 6, 0, 0, 0, 3));
        symbols.put("M", Unit.symbol("M", 3, 0, 0, 0, 0, 1));
        symbols.put("mol", Unit.symbol("mol", 9, 0, 0, 0, 3, 1));
        symbols.put("rad", Unit.symbol("rad", 0));
        return symbols;
    }

    /** The unit of a symbol with or without prefix, or null. */
    private static Unit known(String symbol) {
        if (symbol.equals("%")) {
            return Unit.symbol("%", -2);
        }
        Unit plain = SYMBOLS.get(symbol);
        if (plain != null || symbol.length() < 2) {
            return plain;
        }
        Integer prefix = PREFIXES.get(symbol.substring(0, 1).replace('u', 'μ'));
        Unit unit = SYMBOLS.get(symbol.substring(1));
        return prefix == null || unit == null ? null : unit.prefixed(symbol.replace('u', 'μ'), prefix);
    }

    Unit read() {
        if (text.length() > LONGEST) {
            throw GyrusException.input(
                    "", "a unit of at most " + LONGEST + " characters", text.length() + " characters");
        }
        if (text.isBlank()) {
            return Unit.ONE;
        }
        Unit unit = product();
        if (peek() != 0) {
            throw wrong("* or / between units", "");
        }
        return unit;
    }

    private Unit product() {
        Unit unit = factor();
        while (true) {
            if (take('*') || take('·') || take('⋅')) {
                unit = unit.times(factor());
            } else if (take('/')) {
                unit = unit.over(factor());
            } else {
                return unit;
            }
        }
    }

    private Unit factor() {
        if (take('√')) {
            return factor().pow(0.5);
        }
        Unit unit = primary();
        if (take('^')) {
            return unit.pow(exponent());
        }
        boolean negative = take('⁻');
        int start = at;
        int power = 0;
        while (SUPERSCRIPTS.indexOf(peek()) >= 0 && at - start < 4) {
            power = 10 * power + SUPERSCRIPTS.indexOf(text.charAt(at++));
        }
        return at == start && !negative ? unit : unit.pow(negative ? -power : power);
    }

    private Unit primary() {
        if (take('(')) {
            Unit unit = product();
            close();
            return unit;
        }
        peek();
        int start = at;
        if (at < text.length() && "1%".indexOf(text.charAt(at)) >= 0) {
            at++;
        } else {
            while (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
        }
        String symbol = text.substring(start, at);
        if (symbol.equals("1")) {
            return Unit.ONE;
        }
        if (symbol.equals("sqrt") && take('(')) {
            Unit unit = product();
            close();
            return unit.pow(0.5);
        }
        Unit unit = known(symbol);
        if (unit == null) {
            at = start;
            String near = Problem.nearest(symbol, USUAL);
            throw wrong(
                    "one of " + String.join(", ", SYMBOLS.keySet())
                            + ", %, 1, with or without a prefix (f p n μ m c k M G)",
                    near.isEmpty() ? "" : "did you mean '" + near + "'?");
        }
        return unit;
    }

    /** An integer or half-integer, as 2, -1, 0.5, (1/2) or (-3/2). */
    private double exponent() {
        boolean bracket = take('(');
        double value = number();
        if (bracket) {
            value = take('/') ? value / number() : value;
            close();
        }
        return value;
    }

    private double number() {
        double sign = take('-') || take('−') ? -1 : 1;
        peek();
        int start = at;
        while (at < text.length() && ("0123456789.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        try {
            return sign * Double.parseDouble(text.substring(start, at));
        } catch (NumberFormatException e) {
            at = start;
            throw wrong("an exponent such as 2, -1 or 0.5", "");
        }
    }

    private void close() {
        if (!take(')')) {
            throw wrong("a closing ')'", "");
        }
    }

    /** The next character that is not a space, or 0 at the end. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean take(char wanted) {
        boolean found = peek() == wanted;
        at += found ? 1 : 0;
        return found;
    }

    private GyrusException wrong(String expected, String hint) {
        int end = at;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        String given = at >= text.length()
                ? "the end of '" + text + "'"
                : "'" + text.substring(at, Math.max(end, at + 1)) + "' at position " + (at + 1) + " of '" + text + "'";
        return GyrusException.input(Problem.of("", expected, given).hint(hint));
    }
}
