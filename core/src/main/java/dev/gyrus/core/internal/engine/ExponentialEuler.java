package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.kernel.Equations;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Expr.Function;
import dev.gyrus.core.internal.language.Expr.Op;
import dev.gyrus.core.internal.language.Jacobian;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns equations into those whose Euler step is the exponential Euler step of the given ones.
 *
 * <p>Over one step each equation is taken as linear in its own state, dx/dt = f + λ·(x − x₀) + g·ξ with λ = ∂f/∂x at the
 * step's start, whose solution after h is
 *
 * <pre>x₀ + h·φ(λh)·f + g·√(h·φ(2λh))·N(0, 1),   φ(z) = (eᶻ − 1)/z</pre>
 *
 * So f becomes φ(λh)·f and g becomes √φ(2λh)·g. With w = −|z|/2, φ(−|z|) = tanh w/(w·(1 − tanh w)) loses no digits near 0 or
 * far from it, and φ(z) = eᶻ·φ(−z). Where λ is constant, as for a leak or an Ornstein–Uhlenbeck process, both factors are
 * computed once.
 *
 * <p>References: Cox, Matthews, J. Comput. Phys. 176, 2002, doi:10.1006/jcph.2002.6995; Shoji, Ozaki, Stoch. Anal. Appl. 16,
 * 1998, doi:10.1080/07362999808809559 (local linearisation of stochastic equations); Gillespie, Phys. Rev. E 54, 1996,
 * doi:10.1103/PhysRevE.54.2084 (the exact update of the Ornstein–Uhlenbeck process).
 */
final class ExponentialEuler {
    private static final Expr ZERO = new Expr.Num(0);
    private static final Expr ONE = new Expr.Num(1);

    private ExponentialEuler() {}

    /** @param step h, in ms */
    static Equations of(Equations equations, double step) {
        List<String> states = List.copyOf(equations.drift().keySet());
        Jacobian jacobian = Slopes.jacobian(equations.drift(), equations.definitions(), states);
        Map<String, Expr> definitions = new LinkedHashMap<>();
        jacobian.lets().forEach(let -> definitions.put(let.name(), let.value()));
        Map<String, Expr> drift = new LinkedHashMap<>();
        Map<String, Map<String, Expr>> noise = new LinkedHashMap<>();
        equations.drift().forEach((state, rate) -> {
            int i = jacobian.rows().indexOf(state);
            Expr lambda = jacobian.entries().get(i).get(states.indexOf(state));
            Map<String, Expr> factors = new LinkedHashMap<>();
            equations.noise().getOrDefault(state, Map.of()).forEach((name, g) -> {
                Expr variance = phi(times(new Expr.Num(2 * step), lambda));
                factors.put(name, times(new Expr.Call(Function.SQRT, List.of(variance)), g));
            });
            drift.put(state, times(phi(times(new Expr.Num(step), lambda)), rate));
            noise.put(state, factors);
        });
        return new Equations(
                definitions,
                equations.parameters(),
                equations.laneParameters(),
                drift,
                noise,
                equations.holds(),
                equations.outputs(),
                equations.slopes());
    }

    /** φ(z) = (eᶻ − 1)/z. */
    private static Expr phi(Expr z) {
        if (z.equals(ZERO)) {
            return ONE;
        }
        Expr half = new Expr.Binary(Op.DIV, new Expr.Negate(new Expr.Call(Function.ABS, List.of(z))), new Expr.Num(2));
        Expr tanh = new Expr.Call(Function.TANH, List.of(half));
        Expr ratio = new Expr.Binary(Op.DIV, tanh, times(half, new Expr.Binary(Op.SUB, ONE, tanh)));
        Expr falling = where(new Expr.Compare(Expr.Rel.EQ, half, ZERO), ONE, ratio);
        Expr growth = where(new Expr.Compare(Expr.Rel.GT, z, ZERO), new Expr.Call(Function.EXP, List.of(z)), ONE);
        return times(growth, falling);
    }

    private static Expr where(Expr condition, Expr then, Expr otherwise) {
        return new Expr.Call(Function.WHERE, List.of(condition, then, otherwise));
    }

    private static Expr times(Expr a, Expr b) {
        if (a.equals(ZERO) || b.equals(ZERO)) {
            return ZERO;
        }
        return a.equals(ONE) ? b : new Expr.Binary(Op.MUL, a, b);
    }
}
