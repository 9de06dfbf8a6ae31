/** Finds parameters: exploration of parameter space, evolution, and what is measured of each run. */
module dev.gyrus.fitting {
    requires transitive dev.gyrus.core;
    requires dev.gyrus.analysis;
    requires dev.gyrus.bold;
    requires commons.math3;
    requires ejml.core;
    requires ejml.ddense;
    requires org.slf4j;

    exports dev.gyrus.fitting;

    provides dev.gyrus.core.spi.BackendProvider with
            dev.gyrus.fitting.internal.LocalBackendProvider;
}
