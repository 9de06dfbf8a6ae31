package dev.gyrus.dynamics;

import dev.gyrus.core.GyrusException;

/**
 * How cycles are computed and followed.
 *
 * <p>Steps along a branch are measured in the norm √(∫Σ(Δx_i/max|x_i|)² + (ΔT/T)² + (Δp/(to − from))²).
 *
 * @param intervals smallest number of intervals of the mesh
 * @param mostIntervals largest number
 * @param tolerance largest last change of Newton's method relative to the size of the numbers; multipliers are as exact as that,
 *     the cycle is more so since convergence is quadratic
 * @param accuracy of the polynomials between the points of the mesh, in units of the range of each state: fixes the number of intervals; at the
 *     points of the mesh, and so in period and multipliers, errors are smaller by orders of magnitude
 * @param firstStep along the branch
 * @param smallestStep at which one gives up
 * @param largestStep along the branch
 * @param points largest number of points of a branch
 * @param longest period at which a branch ends as homoclinic, in units of the shortest on the branch
 */
public record CycleOptions(
        int intervals,
        int mostIntervals,
        double tolerance,
        double accuracy,
        double firstStep,
        double smallestStep,
        double largestStep,
        int points,
        double longest) {
    public CycleOptions {
        if (intervals < 2 || mostIntervals < intervals) {
            throw GyrusException.input("intervals", "at least 2, at most " + mostIntervals, String.valueOf(intervals));
        }
        if (!(smallestStep > 0 && smallestStep <= firstStep && firstStep <= largestStep)) {
            throw GyrusException.input(
                    "steps", "0 < smallest ≤ first ≤ largest", smallestStep + ", " + firstStep + ", " + largestStep);
        }
        if (!(tolerance > 0) || !(accuracy > 0) || points < 1 || !(longest > 1)) {
            throw GyrusException.input(
                    "options",
                    "tolerance > 0, accuracy > 0, points ≥ 1, longest > 1",
                    tolerance + ", " + accuracy + ", " + points + ", " + longest);
        }
    }

    /** What suits neural masses. */
    public static CycleOptions defaults() {
        return new CycleOptions(20, 200, 1e-9, 1e-6, 0.02, 1e-7, 0.25, 400, 40);
    }

    public CycleOptions withIntervals(int intervals, int mostIntervals) {
        return new CycleOptions(
                intervals, mostIntervals, tolerance, accuracy, firstStep, smallestStep, largestStep, points, longest);
    }

    public CycleOptions withTolerance(double tolerance, double accuracy) {
        return new CycleOptions(
                intervals, mostIntervals, tolerance, accuracy, firstStep, smallestStep, largestStep, points, longest);
    }

    public CycleOptions withSteps(double first, double smallest, double largest) {
        return new CycleOptions(
                intervals, mostIntervals, tolerance, accuracy, first, smallest, largest, points, longest);
    }

    public CycleOptions withPoints(int points) {
        return new CycleOptions(
                intervals, mostIntervals, tolerance, accuracy, firstStep, smallestStep, largestStep, points, longest);
    }

    public CycleOptions withLongest(double longest) {
        return new CycleOptions(
                intervals, mostIntervals, tolerance, accuracy, firstStep, smallestStep, largestStep, points, longest);
    }
}
