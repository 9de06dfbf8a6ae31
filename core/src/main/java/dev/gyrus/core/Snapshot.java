package dev.gyrus.core;

/**
 * The exact state of a run between two blocks: what {@link Simulation#resume} needs to go on with the same bits.
 *
 * <p>It fits any run of an equal network with the same step and integrator, whatever is observed. The arrays belong to
 * the snapshot: treat them as read-only. Thread-safe.
 *
 * @param steps steps made
 * @param arrays per group: its states, then, where it fires, until which sample each lane is refractory and who fired
 *     lately (32 lanes to a number, the latest sample first), then for each hold and each variable with delayed readers its
 *     latest samples, its slope at t = 0 and its tapes
 * @param positions heads of the tapes
 */
public record Snapshot(long steps, double[][][] arrays, int[] positions) {}
