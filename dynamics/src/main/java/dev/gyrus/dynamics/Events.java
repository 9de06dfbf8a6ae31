package dev.gyrus.dynamics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds where functions of a curve's points change sign between two of them.
 *
 * <p>By the Illinois variant of the regula falsi along the tangent of the first point: M. Dowell, P. Jarratt, A modified
 * regula falsi method for computing the root of an equation, BIT 11 (1971) 168–174, doi:10.1007/BF01934364.
 */
final class Events {
    private static final int MOST_ITERATIONS = 60;

    private final Arclength arclength;
    private final double[] scale;

    /** Functions of a point that change sign at events; NaN where one is not defined. */
    interface Tests {
        double[] of(Arclength.Point point);
    }

    /** @param test the number of the function that vanishes */
    record Event(int test, double distance, Arclength.Point point) {}

    Events(Arclength arclength, double[] scale) {
        this.arclength = arclength;
        this.scale = scale;
    }

    /** All events between two points, in their order; {@code before} and {@code after} are the functions there. */
    List<Event> between(Arclength.Point from, double[] before, Arclength.Point to, double[] after, Tests tests) {
        double whole = 0;
        for (int j = 0; j < scale.length; j++) {
            whole += from.tangent()[j] * (to.u()[j] - from.u()[j]) / scale[j];
        }
        List<Event> events = new ArrayList<>();
        for (int test = 0; test < before.length; test++) {
            if (before[test] * after[test] < 0) {
                Event event = located(from, before[test], to, after[test], whole, test, tests);
                if (event != null) {
                    events.add(event);
                }
            }
        }
        events.sort(Comparator.comparingDouble(Event::distance));
        return events;
    }

    private Event located(
            Arclength.Point from,
            double before,
            Arclength.Point to,
            double after,
            double whole,
            int test,
            Tests tests) {
        double a = 0;
        double b = whole;
        double fa = before;
        double fb = after;
        double smallest = Math.abs(after);
        Event best = new Event(test, whole, to);
        for (int k = 0; k < MOST_ITERATIONS && Math.abs(b - a) > 1e-13 * Math.max(1, Math.abs(whole)); k++) {
            double at = k % 8 == 7 ? (a + b) / 2 : (a * fb - b * fa) / (fb - fa);
            Arclength.Point point = arclength.at(from, at);
            if (point == null) {
                return best;
            }
            double f = tests.of(point)[test];
            if (Double.isNaN(f)) {
                return best;
            }
            if (Math.abs(f) < smallest) {
                smallest = Math.abs(f);
                best = new Event(test, at, point);
            }
            if (f == 0) {
                return best;
            }
            if (f * fb < 0) {
                a = b;
                fa = fb;
            } else {
                fa /= 2;
            }
            b = at;
            fb = f;
        }
        return best;
    }
}
