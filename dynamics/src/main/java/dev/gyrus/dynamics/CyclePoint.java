package dev.gyrus.dynamics;

/**
 * A point of a branch of cycles.
 *
 * @param cycle the cycle there
 * @param event what happens there
 * @param limit where the period is infinite ({@link CycleEvent#HOMOCLINIC}, {@link CycleEvent#SADDLE_NODE}): the value of the
 *     parameter, extrapolated from the last cycles; the cycle's own value otherwise
 */
public record CyclePoint(Cycle cycle, CycleEvent event, double limit) {}
