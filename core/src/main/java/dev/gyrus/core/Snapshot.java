package dev.gyrus.core;

/**
 * The exact state of a run between two blocks: what {@link Simulation#resume} needs to go on with the same bits.
 *
 * <p>The arrays belong to the snapshot. Immutable.
 *
 * @param steps steps made
 * @param arrays per group: its states, then the latest samples of its channels and tapes
 * @param positions heads of the tapes
 */
public record Snapshot(long steps, double[][][] arrays, int[] positions) {}
