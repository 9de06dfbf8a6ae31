package dev.gyrus.dynamics;

import java.util.List;

/**
 * A state that stays as it is.
 *
 * @param parameters in declared units
 * @param state in declared units
 * @param eigenvalues of the linearisation there, by falling real part; without delays only
 */
public record Equilibrium(double[] parameters, double[] state, List<Eigenvalue> eigenvalues) {
    /** Real parts closer to zero than this, in relation to the largest eigenvalue, have no sign. */
    private static final double NEUTRAL = 1e-9;

    /** What the flow looks like around an equilibrium. */
    public enum Type {
        STABLE_NODE("stable node"),
        STABLE_FOCUS("stable focus"),
        UNSTABLE_NODE("unstable node"),
        UNSTABLE_FOCUS("unstable focus"),
        SADDLE("saddle"),
        SADDLE_FOCUS("saddle-focus"),
        /** Eigenvalues on the imaginary axis: linearisation does not decide. */
        NEUTRAL("neutral");

        private final String title;

        Type(String title) {
            this.title = title;
        }

        /** What it is called in words. */
        public String title() {
            return title;
        }
    }

    /** The type by the eigenvalues; a focus where the slowest pair spirals. */
    public Type type() {
        double largest =
                eigenvalues.stream().mapToDouble(Eigenvalue::modulus).max().orElse(0);
        if (eigenvalues.stream().anyMatch(value -> Math.abs(value.real()) <= NEUTRAL * largest)) {
            return Type.NEUTRAL;
        }
        int unstable = unstable(eigenvalues);
        boolean spirals = eigenvalues.stream().anyMatch(value -> value.imaginary() != 0);
        if (unstable == 0) {
            return eigenvalues.get(0).imaginary() != 0 ? Type.STABLE_FOCUS : Type.STABLE_NODE;
        } else if (unstable == eigenvalues.size()) {
            return eigenvalues.get(unstable - 1).imaginary() != 0 ? Type.UNSTABLE_FOCUS : Type.UNSTABLE_NODE;
        }
        return spirals ? Type.SADDLE_FOCUS : Type.SADDLE;
    }

    /** Whether small deviations decay. */
    public boolean stable() {
        return unstable(eigenvalues) == 0;
    }

    static int unstable(List<Eigenvalue> eigenvalues) {
        return (int) eigenvalues.stream().filter(value -> value.real() > 0).count();
    }
}
