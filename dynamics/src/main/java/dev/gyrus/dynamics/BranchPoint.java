package dev.gyrus.dynamics;

import java.util.List;
import java.util.Optional;

/**
 * A point of a branch: an equilibrium, or a cycle by the range of each state.
 *
 * @param parameters one value per parameter of the flow, in declared units
 * @param low the state, or its minimum on the cycle, in declared units
 * @param high the state, or its maximum on the cycle, in declared units
 * @param period in ms; 0 for an equilibrium
 * @param unstable the number of eigenvalues with a positive real part, or of multipliers outside the unit circle
 * @param spectrum eigenvalues by falling real part, or multipliers by falling modulus
 * @param type what is special about the point, if anything
 * @param coefficient of the normal form: of a fold its quadratic coefficient, of a Hopf point the first Lyapunov
 *     coefficient (negative where the cycles that are born are stable); NaN where it was not computed
 */
public record BranchPoint(
        double[] parameters,
        double[] low,
        double[] high,
        double period,
        int unstable,
        List<Eigenvalue> spectrum,
        Optional<PointType> type,
        double coefficient) {

    /** The same as a point that is nothing special. */
    BranchPoint plain() {
        return new BranchPoint(parameters, low, high, period, unstable, spectrum, Optional.empty(), Double.NaN);
    }

    /** Whether small deviations decay. */
    public boolean stable() {
        return unstable == 0;
    }
}
