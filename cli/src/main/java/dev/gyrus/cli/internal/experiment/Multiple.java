package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Problem;
import java.math.BigDecimal;
import java.math.MathContext;

/** Times that must be whole numbers of steps. */
final class Multiple {
    private static final double TOLERANCE = 1e-9;
    private static final double MOST = 1e15;

    private Multiple() {}

    /** True where {@code time} is a whole, positive multiple of {@code dt} within 1e-9 of itself. */
    static boolean holds(double time, double dt) {
        double steps = time / dt;
        double whole = Math.rint(steps);
        return whole >= 1 && Math.abs(steps - whole) <= TOLERANCE * whole;
    }

    /** Adds a problem that names the nearest values unless {@code time} is a multiple of {@code dt}; both in ms. */
    static void check(Section section, String key, double time, double dt) {
        if (time / dt >= MOST) {
            section.problem(
                    key, Problem.of(section.path(key), "at most " + MOST * dt + " ms (10¹⁵ steps)", time + " ms"));
            return;
        }
        if (holds(time, dt)) {
            return;
        }
        double below = Math.floor(time / dt);
        String nearest = below < 1 ? times(dt, 1) : times(dt, below) + " and " + times(dt, below + 1);
        section.problem(
                key,
                Problem.of(section.path(key), "a whole multiple of dt (" + plain(dt) + " ms)", plain(time) + " ms")
                        .hint("nearest: " + nearest));
    }

    private static String times(double dt, double steps) {
        return plain(BigDecimal.valueOf(dt)
                .multiply(BigDecimal.valueOf(steps))
                .round(MathContext.DECIMAL64)
                .doubleValue());
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
