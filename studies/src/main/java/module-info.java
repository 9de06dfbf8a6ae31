/** Published studies, done again: their experiments, figures and the numbers they are judged by. */
module dev.gyrus.studies {
    requires transitive dev.gyrus.core;
    requires dev.gyrus.analysis;
    requires dev.gyrus.fitting;
    requires transitive dev.gyrus.io;
    requires transitive dev.gyrus.models.aln;
    requires transitive dev.gyrus.plot;
    requires dev.gyrus.spiking;
    requires dev.gyrus.stimulus;

    exports dev.gyrus.studies;
}
