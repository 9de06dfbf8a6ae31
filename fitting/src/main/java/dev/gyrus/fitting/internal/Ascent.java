package dev.gyrus.fitting.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;

/**
 * Climbs a smooth function of many variables by L-BFGS: a Newton step whose curvature is known from the last few steps.
 *
 * <p>A step that does not gain a fixed part of what the slope promises, or leaves the domain, is halved until it does. A
 * pair of steps and slopes enters only where the function curves downwards along it, so the direction always ascends.
 *
 * <p>Source: J. Nocedal, Updating quasi-Newton matrices with limited storage, Mathematics of Computation 35 (1980) 773–782,
 * doi:10.1090/S0025-5718-1980-0572855-7.
 */
public final class Ascent {
    private static final int MEMORY = 10;
    private static final double GAIN = 1e-4;
    private static final double SHORTEST = 1e-10;

    private Ascent() {}

    /** A value and its gradient. */
    public record Height(double value, double[] slope) {}

    private record Pair(double[] step, double[] bend, double product) {}

    /**
     * The highest point found.
     *
     * @param function empty outside its domain, in which the start is
     * @param first length of the first step that is tried
     * @param tolerance gains below it end the climb
     */
    public static double[] from(
            double[] start, Function<double[], Optional<Height>> function, double first, double tolerance, int steps) {
        double[] here = start.clone();
        Height height = function.apply(here).orElseThrow();
        Deque<Pair> pairs = new ArrayDeque<>();
        for (int k = 0; k < steps; k++) {
            double[] direction = direction(height.slope, pairs);
            double promised = dot(direction, height.slope);
            double length = pairs.isEmpty() ? first / Math.sqrt(dot(direction, direction)) : 1;
            double[] next = moved(here, direction, length);
            Optional<Height> there = function.apply(next);
            while (!gains(there, height.value + GAIN * length * promised) && length > SHORTEST) {
                length /= 2;
                next = moved(here, direction, length);
                there = function.apply(next);
            }
            if (!gains(there, height.value)) {
                return here;
            }
            double[] step = moved(next, here, -1);
            double[] bend = moved(height.slope, there.get().slope, -1);
            double product = dot(step, bend);
            if (product > 0) {
                pairs.addLast(new Pair(step, bend, product));
            }
            if (pairs.size() > MEMORY) {
                pairs.removeFirst();
            }
            double gained = there.get().value - height.value;
            here = next;
            height = there.get();
            if (gained < tolerance) {
                return here;
            }
        }
        return here;
    }

    private static boolean gains(Optional<Height> there, double least) {
        return there.isPresent() && there.get().value > least;
    }

    /** The slope times the inverse of the curvature along the last steps: the recursion of the paper, in both directions. */
    private static double[] direction(double[] slope, Deque<Pair> pairs) {
        double[] out = slope.clone();
        double[] shares = new double[pairs.size()];
        int k = pairs.size();
        for (Iterator<Pair> latest = pairs.descendingIterator(); latest.hasNext(); ) {
            Pair pair = latest.next();
            k--;
            shares[k] = dot(pair.step, out) / pair.product;
            out = moved(out, pair.bend, -shares[k]);
        }
        if (!pairs.isEmpty()) {
            Pair last = pairs.getLast();
            out = moved(new double[out.length], out, last.product / dot(last.bend, last.bend));
        }
        for (Pair pair : pairs) {
            double share = dot(pair.bend, out) / pair.product;
            out = moved(out, pair.step, shares[k] - share);
            k++;
        }
        return out;
    }

    private static double[] moved(double[] from, double[] along, double by) {
        double[] out = from.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] += by * along[i];
        }
        return out;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
