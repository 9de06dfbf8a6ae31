package dev.gyrus.core;

import java.util.List;

/**
 * How many sources act on one target: {@code post( Σ_j w_ij · pre(source_j(t − d_ij)), target_i )}.
 *
 * <p>{@code pre} is evaluated once per source sample, in the name {@code source}; {@code post} once per target and step,
 * in {@code sum} (or {@code sum1}, {@code sum2} … where there are several pre-expressions), {@code target} (the target's
 * own variable) and {@code weight_sum} (Σ_j w_ij).
 *
 * @param name as in experiment files
 * @param pre expressions in {@code source}
 * @param post expression of the sums and the target
 */
public record Coupling(String name, List<String> pre, String post) {

    public Coupling {
        pre = List.copyOf(pre);
    }

    /** Σ_j w_ij x_j. */
    public static Coupling additive() {
        return new Coupling("additive", List.of("source"), "sum");
    }

    /** Σ_j w_ij (x_j − x_i). */
    public static Coupling diffusive() {
        return new Coupling("diffusive", List.of("source"), "sum - weight_sum*target");
    }

    /** x_i Σ_j w_ij x_j. */
    public static Coupling multiplicative() {
        return new Coupling("multiplicative", List.of("source"), "sum*target");
    }

    /** Σ_j w_ij sin(x_j − x_i), after Kuramoto. */
    public static Coupling sine() {
        return new Coupling("sine", List.of("sin(source)", "cos(source)"), "sum1*cos(target) - sum2*sin(target)");
    }

    /** True where the target receives the plain weighted sum. */
    public boolean isPlainSum() {
        return pre.equals(List.of("source")) && post.equals("sum");
    }
}
