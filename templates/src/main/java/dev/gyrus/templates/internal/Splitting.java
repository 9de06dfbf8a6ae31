package dev.gyrus.templates.internal;

import dev.gyrus.core.GyrusException;
import dev.gyrus.templates.internal.Expr.Binary;
import dev.gyrus.templates.internal.Expr.Call;
import dev.gyrus.templates.internal.Expr.Negate;
import dev.gyrus.templates.internal.Expr.Num;
import java.util.List;
import java.util.function.Function;

/**
 * Splits expressions of complex variables into real and imaginary parts.
 *
 * <p>Expressions of real variables stay as they are written, operation by operation.
 */
final class Splitting {
    private static final int LARGEST_POWER = 16;

    private final Function<String, Parts> names;
    private final Function<Expr.Past, Parts> pasts;
    private final Function<String, GyrusException> unsupported;

    /**
     * @param names what a name stands for
     * @param pasts what a past value stands for
     * @param unsupported the error that says what cannot be done with complex numbers
     */
    Splitting(
            Function<String, Parts> names,
            Function<Expr.Past, Parts> pasts,
            Function<String, GyrusException> unsupported) {
        this.names = names;
        this.pasts = pasts;
        this.unsupported = unsupported;
    }

    /** Two real expressions; {@code im} is null for a real number. */
    record Parts(Expr re, Expr im) {
        static Parts real(Expr re) {
            return new Parts(re, null);
        }

        boolean isReal() {
            return im == null;
        }

        /** The imaginary part, 0 of a real number. */
        Expr imaginary() {
            return im == null ? Expr.ZERO : im;
        }
    }

    Parts split(Expr e) {
        if (e instanceof Num) {
            return Parts.real(e);
        } else if (e instanceof Expr.Imaginary i) {
            return new Parts(Expr.ZERO, new Num(i.value()));
        } else if (e instanceof Expr.Name n) {
            return names.apply(n.name());
        } else if (e instanceof Expr.Past p) {
            return pasts.apply(p);
        } else if (e instanceof Negate n) {
            Parts x = split(n.operand());
            return x.isReal() ? Parts.real(new Negate(x.re)) : new Parts(Sums.negate(x.re), Sums.negate(x.im));
        } else if (e instanceof Call c) {
            return call(c);
        }
        Binary b = (Binary) e;
        boolean squared = b.op().equals("^") && b.right().equals(new Num(2));
        if (squared && b.left() instanceof Call c && c.function().equals("abs")) {
            Parts x = split(c.arguments().get(0));
            if (!x.isReal()) {
                return Parts.real(square(x));
            }
        }
        Parts left = split(b.left());
        Parts right = split(b.right());
        if (left.isReal() && right.isReal()) {
            return Parts.real(new Binary(b.op(), left.re, right.re));
        }
        return switch (b.op()) {
            case "+" -> new Parts(Sums.add(left.re, right.re), Sums.add(left.imaginary(), right.imaginary()));
            case "-" -> new Parts(Sums.subtract(left.re, right.re), Sums.subtract(left.imaginary(), right.imaginary()));
            case "*" -> times(left, right);
            case "/" -> over(left, right);
            case "^" -> power(left, right);
            default -> throw unsupported.apply("comparison");
        };
    }

    private static Parts times(Parts x, Parts y) {
        Expr re = Sums.subtract(Sums.times(x.re, y.re), Sums.times(x.imaginary(), y.imaginary()));
        Expr im = Sums.add(Sums.times(x.re, y.imaginary()), Sums.times(x.imaginary(), y.re));
        return new Parts(re, im);
    }

    private static Parts over(Parts x, Parts y) {
        if (Sums.isZero(y.imaginary())) {
            return new Parts(Sums.over(x.re, y.re), Sums.over(x.imaginary(), y.re));
        }
        Expr square = square(y);
        Parts product = times(x, new Parts(y.re, Sums.negate(y.im)));
        return new Parts(Sums.over(product.re, square), Sums.over(product.im, square));
    }

    /** |x|². */
    private static Expr square(Parts x) {
        Expr two = new Num(2);
        return Sums.add(Sums.power(x.re, two), Sums.power(x.imaginary(), two));
    }

    private Parts power(Parts base, Parts exponent) {
        boolean whole = exponent.isReal()
                && exponent.re instanceof Num n
                && n.value() == Math.rint(n.value())
                && Math.abs(n.value()) <= LARGEST_POWER;
        if (!whole) {
            throw unsupported.apply("power that is no whole number");
        }
        int n = (int) ((Num) exponent.re).value();
        Parts product = Parts.real(new Num(1));
        for (int k = 0; k < Math.abs(n); k++) {
            product = k == 0 ? base : times(product, base);
        }
        return n < 0 ? over(Parts.real(new Num(1)), product) : product;
    }

    private Parts call(Call c) {
        List<Parts> arguments = c.arguments().stream().map(this::split).toList();
        Parts x = arguments.get(0);
        boolean real = arguments.stream().allMatch(Parts::isReal);
        switch (c.function()) {
            case "real":
                return Parts.real(x.re);
            case "imag":
                return Parts.real(x.imaginary());
            case "conj":
                return x.isReal() ? x : new Parts(x.re, Sums.negate(x.im));
            default:
                if (real) {
                    return Parts.real(new Call(
                            c.function(), arguments.stream().map(Parts::re).toList()));
                }
        }
        return switch (c.function()) {
            case "abs" -> Parts.real(new Call("sqrt", List.of(square(x))));
            case "exp" -> times(Parts.real(of("exp", x.re)), new Parts(of("cos", x.im), of("sin", x.im)));
            case "sin" ->
                new Parts(Sums.times(of("sin", x.re), of("cosh", x.im)), Sums.times(of("cos", x.re), of("sinh", x.im)));
            case "cos" ->
                new Parts(
                        Sums.times(of("cos", x.re), of("cosh", x.im)),
                        Sums.negate(Sums.times(of("sin", x.re), of("sinh", x.im))));
            case "sinh" -> sinh(x);
            case "cosh" -> cosh(x);
            case "tanh" -> over(sinh(x), cosh(x));
            case "sqrt" -> root(x);
            default -> throw unsupported.apply(c.function());
        };
    }

    private static Parts sinh(Parts x) {
        return new Parts(Sums.times(of("sinh", x.re), of("cos", x.im)), Sums.times(of("cosh", x.re), of("sin", x.im)));
    }

    private static Parts cosh(Parts x) {
        return new Parts(Sums.times(of("cosh", x.re), of("cos", x.im)), Sums.times(of("sinh", x.re), of("sin", x.im)));
    }

    /** The root whose real part is not negative; cut along the negative axis, where sign(0) makes it 0. */
    private static Parts root(Parts x) {
        Expr length = of("sqrt", square(x));
        Expr two = new Num(2);
        Expr re = of("sqrt", Sums.over(Sums.add(length, x.re), two));
        Expr im = of("sqrt", Sums.over(Sums.subtract(length, x.re), two));
        Expr side = new Call("where", List.of(new Binary("<", x.im, Expr.ZERO), new Num(-1), new Num(1)));
        return new Parts(re, Sums.times(side, im));
    }

    private static Expr of(String function, Expr x) {
        return new Call(function, List.of(x));
    }
}
