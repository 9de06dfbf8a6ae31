/** The adaptive linear–nonlinear cascade model of exponential integrate-and-fire populations, and its tables. */
module dev.gyrus.models.aln {
    requires transitive dev.gyrus.core;

    exports dev.gyrus.models.aln;
}
