package dev.gyrus.fitting;

/** A search whose population is a weighted sample. */
public interface Sampler extends Search {
    /** Weights of the {@link #population}, in its order; they sum to one. */
    double[] weights();

    /** The tolerance that the population meets; +∞ before there is one. */
    double tolerance();
}
