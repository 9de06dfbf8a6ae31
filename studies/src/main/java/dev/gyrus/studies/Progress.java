package dev.gyrus.studies;

/** Is told how far a study is, and may end it; called from several threads. */
@FunctionalInterface
public interface Progress {
    /**
     * What is being done.
     *
     * @param share of the whole work that is done, from 0 to 1
     */
    void at(String what, double share);

    /** Whether the study should end early. */
    default boolean isStopped() {
        return false;
    }
}
