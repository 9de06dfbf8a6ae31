/**
 * Thalamocortical and reticular populations.
 *
 * @provides dev.gyrus.core.spi.ModelProvider the model {@code thalamus}
 */
module dev.gyrus.models.thalamus {
    requires transitive dev.gyrus.core;

    exports dev.gyrus.models.thalamus;

    provides dev.gyrus.core.spi.ModelProvider with
            dev.gyrus.models.thalamus.ThalamusProvider;
}
