package dev.gyrus.core.internal.language;

import dev.gyrus.core.internal.language.Expr.Function;
import dev.gyrus.core.internal.language.Expr.Op;
import dev.gyrus.core.internal.language.Expr.Rel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded expression trees of all node kinds. */
final class RandomTrees {
    static final List<String> NAMES = List.of("x", "y", "tau_exc", "μ", "E");

    private final SplittableRandom random;

    private final boolean tame;

    /** Trees with any literals. */
    RandomTrees(long seed) {
        this(seed, false);
    }

    /** With {@code tame} literals below 10. */
    RandomTrees(long seed, boolean tame) {
        this.random = new SplittableRandom(seed);
        this.tame = tame;
    }

    Expr number(int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return random.nextInt(3) == 0 ? literal() : new Expr.Name(NAMES.get(random.nextInt(NAMES.size())));
        }
        return switch (random.nextInt(6)) {
            case 0 -> new Expr.Negate(number(depth - 1));
            case 1, 2, 3 -> new Expr.Binary(pick(Op.values()), number(depth - 1), number(depth - 1));
            case 4 -> call(depth - 1);
            default ->
                new Expr.Lookup(
                        "cascade", "r", number(depth - 1), number(depth - 1), random.nextInt(3), random.nextInt(3));
        };
    }

    private Expr literal() {
        double value = switch (random.nextInt(5)) {
            case 0 -> random.nextInt(10);
            case 1 -> random.nextInt(100) / 10.0;
            case 2 -> Math.PI;
            case 3 -> tame ? 1.5 : Double.longBitsToDouble(random.nextLong());
            default -> 0;
        };
        return new Expr.Num((random.nextBoolean() ? 1 : -1) * (Double.isFinite(value) ? value : 1));
    }

    private Expr call(int depth) {
        Function function = pick(Function.values());
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < function.arity(); i++) {
            arguments.add(i == 0 && function == Function.WHERE ? condition(depth) : number(depth));
        }
        return new Expr.Call(function, arguments);
    }

    private Expr condition(int depth) {
        if (depth == 0 || random.nextBoolean()) {
            int below = Math.max(0, depth - 1);
            return new Expr.Compare(pick(Rel.values()), number(below), number(below));
        }
        return random.nextInt(3) == 0
                ? new Expr.Not(condition(depth - 1))
                : new Expr.Logic(random.nextBoolean(), condition(depth - 1), condition(depth - 1));
    }

    double uniform(double from, double to) {
        return random.nextDouble(from, to);
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
