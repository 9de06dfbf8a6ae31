package dev.gyrus.models.aln;

import dev.gyrus.core.Problems;

/**
 * The points of a cascade table: mean µ and standard deviation σ of the input, both equally spaced, ends included.
 *
 * <p>Thread-safe: immutable.
 *
 * @param muStart first mean input, mV/ms
 * @param muStop last mean input, mV/ms
 * @param muSize number of mean inputs, at least 2
 * @param sigmaStart first standard deviation, mV/√ms, positive
 * @param sigmaStop last standard deviation, mV/√ms
 * @param sigmaSize number of standard deviations, at least 2
 */
public record TableGrid(double muStart, double muStop, int muSize, double sigmaStart, double sigmaStop, int sigmaSize) {

    private static final int MAX_POINTS = 1_000_000;

    public TableGrid {
        var problems = new Problems();
        problems.require(Double.isFinite(muStart), "mu.start", "a number of mV/ms", muStart);
        problems.require(
                muStop > muStart && Double.isFinite(muStop), "mu.stop", "more than mu.start, in mV/ms", muStop);
        problems.require(
                sigmaStart > 0 && Double.isFinite(sigmaStart),
                "sigma.start",
                "a positive number of mV/√ms",
                sigmaStart);
        problems.require(
                sigmaStop > sigmaStart && Double.isFinite(sigmaStop),
                "sigma.stop",
                "more than sigma.start, in mV/√ms",
                sigmaStop);
        problems.require(muSize >= 2, "mu.size", "2 points or more", muSize);
        problems.require(sigmaSize >= 2, "sigma.size", "2 points or more", sigmaSize);
        problems.require(
                (long) muSize * sigmaSize <= MAX_POINTS,
                "mu.size",
                "at most " + MAX_POINTS + " points in the table",
                muSize + " × " + sigmaSize);
        problems.throwIfAny();
    }

    /** The grid of the published table: µ from −1 to 7 mV/ms in 350 points, σ from 0.5 to 5 mV/√ms in 64. */
    public static TableGrid published() {
        return new TableGrid(-1, 7, 350, 0.5, 5, 64);
    }

    /** The i-th mean input, in mV/ms. */
    public double mu(int i) {
        return value(muStart, muStop, muSize, i);
    }

    /** The j-th standard deviation, in mV/√ms. */
    public double sigma(int j) {
        return value(sigmaStart, sigmaStop, sigmaSize, j);
    }

    /** The number of points. */
    public int size() {
        return muSize * sigmaSize;
    }

    private static double value(double start, double stop, int size, int index) {
        return index == size - 1 ? stop : start + index * ((stop - start) / (size - 1));
    }
}
