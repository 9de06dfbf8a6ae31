package dev.gyrus.templates.internal;

import java.util.Optional;

/**
 * Edges from one unit to another by which a variable feeds an input.
 *
 * @param source {@code operator/variable} of the source
 * @param target {@code operator/variable} of the target
 * @param weights {@code [to][from]}
 * @param delays {@code [to][from]}, in the template's time
 * @param spreads {@code [to][from]}, in the template's time; null for sharp delays
 * @param pairwise the function of source and target that is summed, where it isn't the source itself
 */
record Wire(
        Unit from,
        String source,
        Unit to,
        String target,
        double[][] weights,
        double[][] delays,
        double[][] spreads,
        Optional<Pairwise> pairwise,
        Place place) {

    /**
     * A function of one source and one target.
     *
     * @param value reads {@code source}, {@code source.x}, {@code target.x} …
     * @param partner {@code operator/variable} of the target that the function reads; "" for none
     */
    record Pairwise(Expr value, String partner) {}

    boolean isInstant() {
        for (double[] row : delays) {
            for (double delay : row) {
                if (delay != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
