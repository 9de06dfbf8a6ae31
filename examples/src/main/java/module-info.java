/** Programs that use Gyrus as a library. */
module dev.gyrus.examples {
    requires dev.gyrus.analysis;
    requires dev.gyrus.bold;
    requires dev.gyrus.core;
    requires dev.gyrus.datasets;
    requires dev.gyrus.fitting;
    requires dev.gyrus.io;
    requires dev.gyrus.models.aln;
    requires dev.gyrus.models.classic;
    requires dev.gyrus.models.thalamus;
    requires dev.gyrus.plot;
    requires dev.gyrus.templates;
}
