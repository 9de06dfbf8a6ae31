/**
 * Thalamocortical and reticular populations.
 */
module dev.gyrus.models.thalamus {
    requires transitive dev.gyrus.core;
}
