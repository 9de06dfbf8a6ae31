package dev.gyrus.dynamics.internal;

/** Newton's method for a periodic problem discretised by collocation. */
public interface OrbitSolver {
    /**
     * Solves the problem together with as many conditions as it has scalars.
     *
     * @param conditions the direction of the result fulfils all but the last homogeneously
     * @param metric in which changes are measured
     * @return null where Newton's method does not converge
     */
    Orbit correct(Profile guess, double[] scalars, Integral[] conditions, Metric metric);
}
