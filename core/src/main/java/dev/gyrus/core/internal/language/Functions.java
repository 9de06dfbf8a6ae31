package dev.gyrus.core.internal.language;

import dev.gyrus.core.internal.language.Expr.Call;
import dev.gyrus.core.internal.language.Expr.Function;
import dev.gyrus.core.internal.language.Expr.Op;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The functions users may write: those of {@link Function} in lower case, {@code min} and {@code max} of two or more
 * values, and a few that are rewritten: {@code ln}, {@code pow}, {@code tan}, {@code cosh}, {@code sinh}, {@code
 * asin}, {@code acos}.
 *
 * @param function what a call becomes, or null when it is rewritten
 * @param most the largest number of arguments
 */
record Functions(String name, Function function, String parameters, int most) {
    private static final Map<String, Functions> ALL = all();

    private static Map<String, Functions> all() {
        Map<String, Functions> all = new TreeMap<>();
        for (Function function : Function.values()) {
            String parameters = switch (function) {
                case WHERE -> "condition, then, else";
                case CLIP -> "x, low, high";
                case MIN, MAX -> "x, y, …";
                case MOD -> "x, y";
                default -> "x";
            };
            boolean open = function == Function.MIN || function == Function.MAX;
            String name = function.name().toLowerCase(Locale.ROOT);
            all.put(name, new Functions(name, function, parameters, open ? Integer.MAX_VALUE : function.arity()));
        }
        all.put("ln", new Functions("ln", Function.LOG, "x", 1));
        for (String name : List.of("tan", "cosh", "sinh", "asin", "acos")) {
            all.put(name, new Functions(name, null, "x", 1));
        }
        all.put("pow", new Functions("pow", null, "x, y", 2));
        return all;
    }

    /** The function of a name, or null. */
    static Functions named(String name) {
        return ALL.get(name);
    }

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    boolean takes(int arguments) {
        return arguments <= most && arguments >= (function == null ? most : function.arity());
    }

    String signature() {
        return name + "(" + parameters + ")";
    }

    /**
     * How much of the limited height of trees a call takes. Rewritten calls repeat their argument, so nested ones grow
     * exponentially: their price allows only a few.
     */
    int height(int arguments) {
        if (function == null) {
            return 40;
        }
        return most == Integer.MAX_VALUE ? arguments - 1 : 1;
    }

    /** A call; {@code mark} sees every node made. */
    Expr apply(List<Expr> arguments, UnaryOperator<Expr> mark) {
        Expr x = arguments.get(0);
        if (function == Function.MIN || function == Function.MAX) {
            return arguments.stream()
                    .reduce((left, right) -> mark.apply(new Call(function, List.of(left, right))))
                    .orElseThrow();
        }
        if (function != null) {
            return mark.apply(new Call(function, arguments));
        }
        return switch (name) {
            case "pow" -> binary(Op.POW, x, arguments.get(1), mark);
            case "tan" -> binary(Op.DIV, call(Function.SIN, x, mark), call(Function.COS, x, mark), mark);
            case "cosh" -> cosh(x, mark);
            // As tanh·cosh: the difference of two exponentials cancels for small x.
            case "sinh" -> binary(Op.MUL, call(Function.TANH, x, mark), cosh(x, mark), mark);
            // atan(x/√((1 − x)(1 + x))), which keeps the digits of 1 − x².
            case "asin" -> {
                Expr square = binary(Op.MUL, onePlus(Op.SUB, x, mark), onePlus(Op.ADD, x, mark), mark);
                yield call(Function.ATAN, binary(Op.DIV, x, call(Function.SQRT, square, mark), mark), mark);
            }
            // 2·atan √((1 − x)/(1 + x)): the difference of π/2 and the arc sine cancels near 1.
            case "acos" -> {
                Expr ratio = binary(Op.DIV, onePlus(Op.SUB, x, mark), onePlus(Op.ADD, x, mark), mark);
                Expr half = call(Function.ATAN, call(Function.SQRT, ratio, mark), mark);
                yield binary(Op.MUL, mark.apply(new Expr.Num(2)), half, mark);
            }
            default -> throw new AssertionError(name);
        };
    }

    /** 1 + x or 1 − x. */
    private static Expr onePlus(Op op, Expr x, UnaryOperator<Expr> mark) {
        return binary(op, mark.apply(new Expr.Num(1)), x, mark);
    }

    private static Expr cosh(Expr x, UnaryOperator<Expr> mark) {
        Expr falling = call(Function.EXP, mark.apply(new Expr.Negate(x)), mark);
        Expr sum = binary(Op.ADD, call(Function.EXP, x, mark), falling, mark);
        return binary(Op.DIV, sum, mark.apply(new Expr.Num(2)), mark);
    }

    private static Expr call(Function function, Expr x, UnaryOperator<Expr> mark) {
        return mark.apply(new Call(function, List.of(x)));
    }

    private static Expr binary(Op op, Expr left, Expr right, UnaryOperator<Expr> mark) {
        return mark.apply(new Expr.Binary(op, left, right));
    }
}
