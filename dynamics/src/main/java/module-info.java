/** What states a model has and where they change: equilibria, cycles, continuation, delays. */
module dev.gyrus.dynamics {
    requires transitive dev.gyrus.core;
    requires transitive dev.gyrus.plot;
    requires ejml.core;
    requires ejml.ddense;

    exports dev.gyrus.dynamics;
}
