package dev.gyrus.dynamics;

/** What happens at a special point of a branch; the labels are those in use since AUTO and MatCont. */
public enum PointType {
    /** Two equilibria meet and vanish; also called a limit point or saddle–node. */
    LP("fold"),
    /** A pair of eigenvalues crosses the imaginary axis and a cycle is born. */
    HB("Hopf point"),
    /** Branches cross. */
    BP("branch point"),
    /** Two cycles meet and vanish. */
    LPC("fold of cycles"),
    /** A multiplier leaves the unit circle at −1. */
    PD("period doubling"),
    /** A pair of multipliers leaves the unit circle. */
    NS("torus"),
    /** A fold where its quadratic coefficient vanishes. */
    CP("cusp"),
    /** Two zero eigenvalues in one block. */
    BT("Bogdanov–Takens point"),
    /** A Hopf point where its first Lyapunov coefficient vanishes; also called Bautin point. */
    GH("generalised Hopf point"),
    /** A zero and an imaginary pair. */
    ZH("zero–Hopf point"),
    /** Two imaginary pairs. */
    HH("Hopf–Hopf point"),
    /** A cycle that runs into a saddle: its period grows without bound. */
    HC("homoclinic end"),
    /** A cycle that ends on a saddle–node: its period grows without bound. */
    SNIC("saddle–node on a cycle");

    private final String title;

    PointType(String title) {
        this.title = title;
    }

    /** What it is called in words. */
    public String title() {
        return title;
    }
}
