/**
 * The adaptive linear–nonlinear cascade model of exponential integrate-and-fire populations, and its tables.
 *
 * @provides dev.gyrus.core.spi.ModelProvider the model {@code aln}
 */
module dev.gyrus.models.aln {
    requires transitive dev.gyrus.core;

    exports dev.gyrus.models.aln;

    provides dev.gyrus.core.spi.ModelProvider with
            dev.gyrus.models.aln.AlnProvider;
}
