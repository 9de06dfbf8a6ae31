package dev.gyrus.core.internal.kernel;

import dev.gyrus.core.internal.kernel.Term.Kind;
import java.util.Map;

/**
 * A step of one stage as part of a kernel: each state goes to
 *
 * <pre>bound(x + dt·(f + Σ (g/√dt)·ξ))</pre>
 *
 * with the operations, in the order, of the engine's own loops, so that both give the same bits. The Gaussians ξ are
 * values named {@code state/noise}.
 *
 * @param dt the step, in ms
 * @param bounds of states that have some
 */
public record Move(double dt, Map<String, Bound> bounds) {

    /**
     * Where a state stays.
     *
     * @param wraps true where what leaves at one end comes in at the other
     */
    public record Bound(double low, double high, boolean wraps) {}

    /** The name of the value that holds the Gaussians of a noise variable in a state's equation. */
    public static String gaussians(String state, String noise) {
        return state + "/" + noise;
    }

    /** The state after the step. */
    Term next(TermGraph graph, String state, Term drift, Map<String, Term> noise) {
        Term slope = drift;
        Term scale = graph.literal(1 / Math.sqrt(dt));
        for (Map.Entry<String, Term> factor : noise.entrySet()) {
            Term gaussians = graph.named(gaussians(state, factor.getKey()));
            Term intensity = graph.make(Kind.MUL, scale, factor.getValue());
            slope = graph.make(Kind.ADD, slope, graph.make(Kind.MUL, intensity, gaussians));
        }
        Term moved = graph.make(Kind.ADD, graph.named(state), graph.make(Kind.MUL, graph.literal(dt), slope));
        Bound bound = bounds.get(state);
        return bound == null ? moved : bound.wraps() ? wrap(graph, moved, bound) : clamp(graph, moved, bound);
    }

    private static Term clamp(TermGraph graph, Term x, Bound bound) {
        Term above = bound.low() == Double.NEGATIVE_INFINITY ? x : graph.make(Kind.MAX, x, graph.literal(bound.low()));
        boolean open = bound.high() == Double.POSITIVE_INFINITY;
        return open ? above : graph.make(Kind.MIN, above, graph.literal(bound.high()));
    }

    private static Term wrap(TermGraph graph, Term x, Bound bound) {
        Term low = graph.literal(bound.low());
        Term period = graph.literal(bound.high() - bound.low());
        Term turns = graph.make(Kind.FLOOR, graph.make(Kind.DIV, graph.make(Kind.SUB, x, low), period));
        Term rest = graph.make(Kind.SUB, x, graph.make(Kind.MUL, turns, period));
        Term wrapped = graph.make(Kind.MAX, rest, low);
        // A tiny negative distance from low rounds up to high.
        return graph.make(Kind.SELECT, graph.make(Kind.GE, wrapped, graph.literal(bound.high())), low, wrapped);
    }
}
