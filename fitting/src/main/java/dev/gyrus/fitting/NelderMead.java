package dev.gyrus.fitting;

import dev.gyrus.fitting.internal.search.Simplex;
import java.util.Arrays;

/**
 * Moves a simplex downhill: polishes what another search has found. J. A. Nelder and R. Mead, Computer Journal 7 (1965)
 * 308–313, doi:10.1093/comjnl/7.4.308.
 *
 * <p>For one objective, without noise, and few parameters. The points that an iteration may come to need (reflected,
 * expanded, contracted on either side) are asked at once. Immutable and thread-safe.
 *
 * @param start {@code [axis]} in the unit cube
 * @param size of the first simplex along each axis, as a share of the range
 * @param tolerance of the extent of the simplex, as a share of the range, below which it is finished
 */
public record NelderMead(double[] start, double size, double tolerance) implements Algorithm {
    public NelderMead {
        Settings.require(size > 0 && size <= 0.5, "size", "a number above 0, to 0.5", size);
        Settings.require(tolerance > 0, "tolerance", "a positive number", tolerance);
        start = start.clone();
    }

    /** From a point, with steps of 0.05 of the ranges, to a simplex of 10⁻⁶ of them. */
    public static NelderMead from(double... start) {
        return new NelderMead(start, 0.05, 1e-6);
    }

    @Override
    public Search begin(int dimensions, long seed) {
        Settings.require(dimensions == start.length, "start", dimensions + " values", start.length);
        return new Simplex(start, size, tolerance);
    }

    @Override
    public String description() {
        return "nelder-mead start=" + Arrays.toString(start) + " size=" + size + " tolerance=" + tolerance;
    }
}
