/** Observation models: the haemodynamic response to neural activity. */
module dev.gyrus.bold {
    requires transitive dev.gyrus.core;

    exports dev.gyrus.bold;
}
