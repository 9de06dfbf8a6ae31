package dev.gyrus.bold.internal;

/** Turns neural activity into BOLD, step by step. Not thread-safe. */
public interface Haemodynamics {
    /** Takes the activity of the next step of the simulation, one value per region; it holds during the whole step. */
    void step(double[] activity);

    /** BOLD after the last step, one value per region, as a fraction of the resting signal. */
    double[] bold();
}
