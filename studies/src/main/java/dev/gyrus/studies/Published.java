package dev.gyrus.studies;

import dev.gyrus.studies.RegimeMap.Stretch;
import java.util.List;

/**
 * What is known of the study's parameter maps: regimes and borders, from an independent integration of its equations (Python,
 * Numba) that agrees with the study's own code to 10⁻¹³ and with the published heat maps in 99.7 % (A) and 96.7 % (B) of the
 * cells.
 */
final class Published {
    private Published() {}

    /** Regimes of one row: a letter every {@link #A_STEP} or {@link #B_STEP} of the input to excitation. */
    record Letters(double mui, String letters) {}

    /** Where a row oscillates or is bistable. */
    record Border(double mui, List<Stretch> cycles, List<Stretch> bistable) {
        static Border cycle(double mui, double from, double to) {
            return new Border(mui, List.of(new Stretch(from, to)), List.of());
        }

        static Border bistable(double mui, double from, double to) {
            return new Border(mui, List.of(), List.of(new Stretch(from, to)));
        }
    }

    static final double A_STEP = 0.15;
    static final double B_STEP = 0.2;

    static final List<Letters> A = List.of(
            new Letters(3.00, "ddddddddddddddbbbbbbu"),
            new Letters(2.70, "ddddddddddddddbbbbbuu"),
            new Letters(2.40, "ddddddddddddddbbbbuuu"),
            new Letters(2.10, "ddddddddddddddbbbuuuu"),
            new Letters(1.95, "dddddddddddddbbbuuuuu"),
            new Letters(1.80, "dddddddddddddbbbuuuuu"),
            new Letters(1.65, "dddddddddddddbbuuuuuu"),
            new Letters(1.50, "dddddddddddddBuuuuuuu"),
            new Letters(1.35, "dddddddddddoouuuuuuuu"),
            new Letters(1.20, "ddddddddddooouuuuuuuu"),
            new Letters(1.05, "dddddddddooouuuuuuuuu"),
            new Letters(0.90, "dddddddoooouuuuuuuuuu"),
            new Letters(0.75, "ddddddooooouuuuuuuuuu"),
            new Letters(0.60, "dddddooooouuuuuuuuuuu"),
            new Letters(0.30, "dddoooooouuuuuuuuuuuu"),
            new Letters(0.00, "doooooouuuuuuuuuuuuuu"));

    static final List<Letters> B = List.of(
            new Letters(4.00, "dddddddddddddddddsuuu"),
            new Letters(3.60, "dddddddddddddddddsuuu"),
            new Letters(3.00, "ddddddddddddddddduuuu"),
            new Letters(2.60, "ddddddddddddddddsuuuu"),
            new Letters(2.20, "ddddddddddddddddsuuuu"),
            new Letters(2.00, "dddddddddddddddssuuuu"),
            new Letters(1.80, "dddddddddddddddssuuuu"),
            new Letters(1.60, "dddddddddddddddssuuuu"),
            new Letters(1.40, "dddddddddddooooouuuuu"),
            new Letters(1.20, "ddddddddddooooosuuuuu"),
            new Letters(1.00, "ddddddddoooooouuuuuuu"),
            new Letters(0.80, "dddddddooooooouuuuuuu"),
            new Letters(0.60, "ddddddooooooouuuuuuuu"),
            new Letters(0.40, "dddddoooooooouuuuuuuu"),
            new Letters(0.20, "ddddooooooooouuuuuuuu"),
            new Letters(0.00, "dddoooooooooouuuuuuuu"));

    /** On a grid of 0.012 mV/ms. */
    static final List<Border> A_BORDERS = List.of(
            Border.cycle(0.00, 0.108, 1.044),
            Border.cycle(0.25, 0.300, 1.236),
            Border.cycle(0.50, 0.552, 1.392),
            Border.cycle(0.75, 0.828, 1.548),
            Border.cycle(1.00, 1.152, 1.704),
            Border.cycle(1.25, 1.488, 1.824),
            new Border(1.50, List.of(new Stretch(1.884, 2.004)), List.of(new Stretch(1.884, 2.052))),
            Border.bistable(1.75, 1.932, 2.232),
            Border.bistable(2.00, 1.956, 2.412),
            Border.bistable(2.50, 2.004, 2.712),
            Border.bistable(3.00, 2.040, 2.892));

    /** On a grid of 0.016 mV/ms. */
    static final List<Border> B_BORDERS = List.of(
            Border.cycle(0.00, 1.464, 3.448),
            Border.cycle(0.50, 1.912, 3.544),
            Border.cycle(1.00, 2.520, 3.656),
            Border.cycle(1.25, 2.904, 4.056),
            new Border(1.50, List.of(new Stretch(3.384, 3.704), new Stretch(3.784, 4.168)), List.of()),
            Border.cycle(1.75, 3.864, 4.232),
            Border.cycle(2.00, 3.944, 4.280),
            Border.cycle(2.50, 4.104, 4.344),
            Border.cycle(3.00, 4.232, 4.392),
            Border.cycle(3.50, 4.312, 4.424),
            Border.cycle(4.00, 4.376, 4.440));

    /**
     * How adaptation moves the regimes, on a grid of 0.1 mV/ms.
     *
     * @param a in nS
     * @param b in pA
     * @param fast the fast cycle at an input to inhibition of 0.5 mV/ms
     * @param middle slow cycle ('s') or bistability ('b') at 3 mV/ms, or neither ('-')
     * @param high the same at 5 mV/ms
     */
    record Shift(double a, double b, Stretch fast, Slow middle, Slow high) {}

    /** A stretch of slow cycles or of bistability. */
    record Slow(char kind, Stretch stretch) {
        static Slow none() {
            return new Slow('-', new Stretch(Double.NaN, Double.NaN));
        }
    }

    private static Shift shift(double a, double b, double from, double to, Slow middle, Slow high) {
        return new Shift(a, b, new Stretch(from, to), middle, high);
    }

    private static Slow slow(double from, double to) {
        return new Slow('s', new Stretch(from, to));
    }

    private static Slow both(double from, double to) {
        return new Slow('b', new Stretch(from, to));
    }

    static final List<Shift> SHIFTS = List.of(
            shift(0, 0, 0.6, 1.3, both(2.1, 2.9), both(2.2, 3.1)),
            shift(0, 20, 0.6, 1.6, both(2.4, 2.9), both(2.5, 3.1)),
            shift(0, 40, 0.6, 1.8, both(2.7, 2.9), both(2.8, 3.1)),
            shift(0, 80, 0.7, 2.3, slow(3.0, 3.2), slow(3.2, 3.3)),
            shift(7.5, 0, 1.3, 2.2, both(3.0, 3.5), both(3.0, 3.7)),
            shift(7.5, 20, 1.3, 2.4, both(3.3, 3.5), both(3.3, 3.7)),
            shift(7.5, 40, 1.3, 2.7, Slow.none(), both(3.6, 3.7)),
            shift(7.5, 80, 1.3, 3.1, slow(3.6, 4.1), slow(3.8, 4.2)),
            shift(15, 0, 1.9, 3.1, both(3.8, 4.2), both(3.9, 4.4)),
            shift(15, 20, 1.9, 3.3, both(4.1, 4.2), both(4.2, 4.4)),
            shift(15, 40, 2.0, 3.5, slow(4.3, 4.3), Slow.none()),
            shift(15, 80, 2.0, 4.0, slow(4.3, 4.9), slow(4.5, 5.0)),
            shift(30, 0, 3.2, 4.8, Slow.none(), both(5.6, 5.7)),
            shift(30, 20, 3.3, 5.0, slow(5.6, 5.8), slow(5.8, 5.9)),
            shift(30, 40, 3.3, 5.2, slow(5.6, 6.1), slow(5.8, 6.2)),
            shift(30, 80, 3.3, 5.7, slow(5.6, 6.7), slow(5.8, 6.8)));
}
