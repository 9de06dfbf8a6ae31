/** What states a model has and where they change: equilibria, cycles, continuation, delays. */
module dev.gyrus.dynamics {
    requires transitive dev.gyrus.core;

    exports dev.gyrus.dynamics;
}
