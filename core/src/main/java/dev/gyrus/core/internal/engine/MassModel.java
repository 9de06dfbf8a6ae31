package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Variable;
import dev.gyrus.core.Variable.Kind;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The equations of a mass, parsed, checked and sorted by what they define.
 *
 * @param lets intermediates
 * @param outputs functions of the state
 * @param holds next values of holds
 * @param drift dx/dt without noise, by state in the order of the mass
 * @param noise per state, the factor of each noise variable
 * @param noiseNames noise variables in order of appearance: their streams
 */
record MassModel(
        Map<String, Expr> lets,
        Map<String, Expr> outputs,
        Map<String, Expr> holds,
        Map<String, Expr> drift,
        Map<String, Map<String, Expr>> noise,
        List<String> noiseNames) {
}
