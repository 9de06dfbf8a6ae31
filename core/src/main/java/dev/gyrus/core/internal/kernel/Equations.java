package dev.gyrus.core.internal.kernel;

import dev.gyrus.core.internal.language.Expr;
import java.util.Map;
import java.util.Set;

/**
 * The equations of one mass in one place of a network, ready to compile: every name is a definition, a parameter, or a
 * value the engine provides.
 *
 * @param definitions what names stand for: intermediates, outputs, inputs made of several sums
 * @param parameters constants
 * @param laneParameters those with one value per lane
 * @param drift dx/dt of each state without noise
 * @param noise per state, the factor of each noise variable
 * @param holds next value of each hold
 * @param outputs functions of the state that are recorded or coupled
 * @param slopes dq/dt of outputs that an integrator interpolates
 */
public record Equations(
        Map<String, Expr> definitions,
        Set<String> parameters,
        Set<String> laneParameters,
        Map<String, Expr> drift,
        Map<String, Map<String, Expr>> noise,
        Map<String, Expr> holds,
        Map<String, Expr> outputs,
        Map<String, Expr> slopes) {}
