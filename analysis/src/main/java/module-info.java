/** Measures of recorded signals: functional connectivity and its dynamics, spectra, synchrony. */
module dev.gyrus.analysis {
    requires transitive dev.gyrus.core;
    requires commons.math3;

    exports dev.gyrus.analysis;
}
