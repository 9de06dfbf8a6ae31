package dev.gyrus.dynamics;

/** What happens at a point of a branch of cycles. */
public enum CycleEvent {
    /** Nothing. */
    NONE(""),
    /** The cycle has shrunk to an equilibrium: Hopf bifurcation. */
    HOPF("HB"),
    /** Two cycles meet: fold (limit point) of cycles. */
    FOLD("LPC"),
    /** A multiplier passes −1: a cycle of twice the period branches off. */
    DOUBLING("PD"),
    /** A pair of multipliers passes the unit circle: Neimark–Sacker, a torus branches off. */
    TORUS("NS"),
    /** A multiplier passes 1 without a fold: branches of cycles cross. */
    BRANCH("BPC"),
    /** The period grows without bound like −ln|p − p*|: the cycle has become a homoclinic orbit of a saddle. */
    HOMOCLINIC("HOM"),
    /** The period grows without bound like |p − p*|^(−1/2): a saddle and a node have met on the cycle. */
    SADDLE_NODE("SNIC"),
    /** The parameter has reached an end of its range. */
    BOUND("END"),
    /** Newton's method no longer converges even for the smallest step, or the branch has as many points as were allowed. */
    STOPPED("MX");

    private final String label;

    CycleEvent(String label) {
        this.label = label;
    }

    /** The field's abbreviation; empty where nothing happens. */
    public String label() {
        return label;
    }

    /** Whether a branch ends here. */
    public boolean end() {
        return this == HOPF || compareTo(HOMOCLINIC) >= 0;
    }
}
