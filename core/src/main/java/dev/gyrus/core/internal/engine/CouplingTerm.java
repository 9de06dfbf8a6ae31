package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.language.Expr;
import java.util.List;

/**
 * What couplings add to an input: an expression of sums that arrive and of the target.
 *
 * <p>Where the expression is linear in its sums, connections of one kind from many populations share one term: f(a) + f(b)
 * = f(a + b). So equations do not grow with their number.
 *
 * @param value in names of the target group
 * @param sums what the arrays of sums are called
 * @param weightSum what Σ_j w_ij is called
 */
record CouplingTerm(Expr value, List<String> sums, String weightSum) {}
