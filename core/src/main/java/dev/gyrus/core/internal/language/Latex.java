package dev.gyrus.core.internal.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Equations as LaTeX (amsmath): fractions, Greek letters, subscripts from underscores. */
public final class Latex {
    private static final String[] GREEK =
            ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho"
                            + " sigma tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega")
                    .split(" ");

    /** The letters of {@link #GREEK}. */
    private static final String LETTERS = "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΥΦΨΩ";

    // How tightly forms bind. A fraction and a function with its argument need brackets only under a power.
    private static final int CASES = 0;
    private static final int LOGIC = 1;
    private static final int COMPARE = 3;
    private static final int SUM = 4;
    private static final int SIGN = 5;
    private static final int PRODUCT = 6;
    private static final int CALL = 7;
    private static final int ATOM = 8;

    /** Digits that end the first part of a name. */
    private static final Pattern INDEX = Pattern.compile("^(\\p{L}+)(\\p{Nd}+)(?=_|$)");

    /** A Greek name with its index right behind it, as in {@code tauA}, {@code tau1} and {@code mue}. */
    private static final Pattern GREEK_INDEX =
            Pattern.compile("^(" + String.join("|", GREEK) + ")(?=\\p{Lu}|\\p{Nd}|[ei](_|$))");

    private Latex() {}

    /** An expression, for math mode. */
    public static String of(Expr e) {
        return print(e, CASES);
    }

    /** Equations as an {@code align*} environment; a hold is printed as its value one step later. */
    public static String of(List<? extends Statement> statements) {
        return statements.stream()
                .map(s -> left(s) + " &= " + of(s.value()))
                .collect(Collectors.joining(" \\\\\n", "\\begin{align*}\n", "\n\\end{align*}"));
    }

    private static String left(Statement statement) {
        String name = name(statement.name());
        if (statement instanceof Statement.Differential) {
            return "\\frac{\\mathrm{d} " + name + "}{\\mathrm{d} t}";
        }
        return statement instanceof Statement.Hold ? name + bracketed("t + \\Delta t") : name;
    }

    private static String print(Expr e, int weakest) {
        String text = bare(e);
        return power(e) < weakest ? bracketed(text) : text;
    }

    private static int power(Expr e) {
        if (e instanceof Expr.Num n) {
            return n.value() < 0 ? SIGN : Printer.number(n.value()).contains("e") ? PRODUCT : ATOM;
        } else if (e instanceof Expr.Negate) {
            return SIGN;
        } else if (e instanceof Expr.Binary b) {
            return switch (b.op()) {
                case ADD, SUB -> SUM;
                case MUL -> leading(b.left()) == SIGN ? SIGN : PRODUCT;
                case DIV, POW -> CALL;
            };
        } else if (e instanceof Expr.Call c) {
            return switch (c.function()) {
                case WHERE -> CASES;
                case ABS, FLOOR -> ATOM;
                default -> CALL;
            };
        } else if (e instanceof Expr.Compare) {
            return COMPARE;
        } else if (e instanceof Expr.Logic) {
            return LOGIC;
        } else if (e instanceof Expr.Not) {
            return COMPARE;
        }
        return e instanceof Expr.Lookup ? CALL : ATOM;
    }

    private static String bare(Expr e) {
        if (e instanceof Expr.Num n) {
            return number(n.value());
        } else if (e instanceof Expr.Name n) {
            return name(n.name());
        } else if (e instanceof Expr.Negate n) {
            return "-" + print(n.operand(), PRODUCT);
        } else if (e instanceof Expr.Binary b) {
            return binary(b);
        } else if (e instanceof Expr.Compare c) {
            return print(c.left(), SUM) + " " + relation(c.rel()) + " " + print(c.right(), SUM);
        } else if (e instanceof Expr.Logic l) {
            return print(l.left(), COMPARE) + (l.and() ? " \\land " : " \\lor ") + print(l.right(), COMPARE);
        } else if (e instanceof Expr.Not n) {
            return "\\lnot " + print(n.operand(), ATOM);
        } else if (e instanceof Expr.Call c) {
            return call(c);
        }
        Expr.Lookup l = (Expr.Lookup) e;
        String axes = "x".repeat(l.dx()) + "y".repeat(l.dy());
        String derivative = axes.isEmpty() ? "" : "\\partial_{" + axes + "} ";
        return derivative + name(l.quantity() + "_" + l.table()) + arguments(List.of(l.x(), l.y()));
    }

    private static String binary(Expr.Binary b) {
        Expr left = b.left();
        Expr right = b.right();
        return switch (b.op()) {
            case ADD -> print(left, SUM) + " + " + print(right, PRODUCT);
            case SUB -> print(left, SUM) + " - " + print(right, PRODUCT);
            case MUL -> product(print(left, leading(left)), print(right, PRODUCT));
            case DIV -> "\\frac{" + of(left) + "}{" + of(right) + "}";
            case POW -> print(left, ATOM) + "^{" + of(right) + "}";
        };
    }

    /** How tightly a first factor has to bind: its sign may stand before the whole product. */
    private static int leading(Expr left) {
        return power(left) == SIGN ? SIGN : PRODUCT;
    }

    /** Factors stand side by side, apart from numbers. */
    private static String product(String left, String right) {
        return left + (Character.isDigit(right.charAt(0)) ? " \\cdot " : " \\, ") + right;
    }

    private static String call(Expr.Call c) {
        List<Expr> a = c.arguments();
        return switch (c.function()) {
            case EXP, LOG, TANH, SIN, COS, MIN, MAX -> "\\" + Printer.name(c.function()) + arguments(a);
            case SIGN -> "\\operatorname{sgn}" + arguments(a);
            case ATAN -> "\\arctan" + arguments(a);
            case SIGMOID, ERF, ERFC, MOD, CLIP -> "\\operatorname{" + Printer.name(c.function()) + "}" + arguments(a);
            case SQRT -> "\\sqrt{" + of(a.get(0)) + "}";
            case ABS -> "\\left|" + of(a.get(0)) + "\\right|";
            case FLOOR -> "\\left\\lfloor " + of(a.get(0)) + " \\right\\rfloor";
            case WHERE ->
                "\\begin{cases} " + of(a.get(1)) + " & \\text{if } " + of(a.get(0)) + " \\\\ " + of(a.get(2))
                        + " & \\text{otherwise} \\end{cases}";
        };
    }

    private static String arguments(List<Expr> arguments) {
        List<String> texts = new ArrayList<>();
        for (Expr argument : arguments) {
            texts.add(of(argument));
        }
        return bracketed(String.join(", ", texts));
    }

    private static String bracketed(String text) {
        return "\\left(" + text + "\\right)";
    }

    private static String relation(Expr.Rel rel) {
        return switch (rel) {
            case LE -> "\\leq";
            case GE -> "\\geq";
            case EQ -> "=";
            case NE -> "\\neq";
            default -> rel.symbol();
        };
    }

    private static String number(double value) {
        String text = Printer.number(value);
        int e = text.indexOf('e');
        if (text.equals("pi")) {
            return "\\pi";
        } else if (e < 0) {
            return text;
        }
        String power = "10^{" + text.substring(e + 1) + "}";
        String mantissa = text.substring(0, e);
        return mantissa.equals("1") ? power : mantissa + " \\cdot " + power;
    }

    /** {@code tau_exc} and {@code tauA} as τ with subscript, {@code x1} as x with subscript 1. */
    private static String name(String name) {
        List<String> parts =
                new ArrayList<>(List.of(INDEX.matcher(GREEK_INDEX.matcher(name).replaceFirst("$1_"))
                        .replaceFirst("$1_$2")
                        .split("_", -1)));
        parts.removeIf(String::isEmpty);
        if (parts.isEmpty()) {
            return name.replace("_", "\\_");
        }
        String base = part(parts.remove(0));
        String below = parts.stream().map(Latex::part).collect(Collectors.joining(","));
        return below.isEmpty() ? base : base + "_{" + below + "}";
    }

    private static String part(String text) {
        if (List.of(GREEK).contains(text)) {
            return "\\" + text;
        } else if (text.chars().allMatch(c -> c < 128)) {
            return text.length() > 1 ? "\\mathrm{" + text + "}" : text;
        }
        return text.codePoints().mapToObj(Latex::letter).collect(Collectors.joining(" "));
    }

    private static String letter(int codePoint) {
        int letter = LETTERS.indexOf(codePoint);
        return letter >= 0 ? "\\" + GREEK[letter] : Character.toString(codePoint);
    }
}
