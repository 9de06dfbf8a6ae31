package dev.gyrus.studies;

import dev.gyrus.fitting.Probe;
import dev.gyrus.studies.Published.Border;
import dev.gyrus.studies.Published.Letters;
import dev.gyrus.studies.RegimeMap.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A map of figure 2 beside what is known of it. */
final class MapChecks {
    private static final String GROUP = "Fig. 2";

    /** Part of the reference cells in which the regime must be the same. */
    private static final double AGREEMENT = 0.97;

    /** Borders may be off by so many cells. */
    static final double CELLS = 2;

    private MapChecks() {}

    static Check letters(ParameterSet set, RegimeMap map) {
        int same = 0;
        int all = 0;
        List<String> others = new ArrayList<>();
        for (Letters row : set.letters) {
            for (int k = 0; k < row.letters().length(); k++) {
                double mue = set.from + k * set.step;
                char found = map.at(mue, row.mui()).regime().letter();
                char expected = row.letters().charAt(k);
                all++;
                if (found == expected) {
                    same++;
                } else {
                    others.add("%s at (%s, %s) is %s"
                            .formatted(expected, Check.number(mue), Check.number(row.mui()), found));
                }
            }
        }
        String measured = "%s of %d cells (%s %%)".formatted(same, all, Check.number(100.0 * same / all))
                + (others.isEmpty() ? "" : "; " + String.join(", ", others));
        return Check.that(
                GROUP,
                "regimes " + set.title,
                "the same in at least 97 % of the cells",
                measured,
                same >= AGREEMENT * all);
    }

    static void borders(ParameterSet set, RegimeMap map, String where, List<Check> checks) {
        for (Border border : set.borders) {
            String at = " at µ_I = " + Check.number(border.mui()) + where + ", set " + set;
            stretches("cycle" + at, border.cycles(), map, border.mui(), Probe::oscillates, checks);
            stretches("bistability" + at, border.bistable(), map, border.mui(), Probe::isBistable, checks);
        }
    }

    private static void stretches(
            String what,
            List<Stretch> expected,
            RegimeMap map,
            double mui,
            Predicate<Probe> property,
            List<Check> checks) {
        List<Stretch> found = map.stretches(mui, property);
        double tolerance = CELLS * map.step();
        boolean passed = found.size() == expected.size()
                && IntStream.range(0, found.size()).allMatch(k -> found.get(k).isNear(expected.get(k), tolerance));
        if (!expected.isEmpty() || !found.isEmpty()) {
            checks.add(new Check(
                    GROUP,
                    what + ", µ_E in mV/ms",
                    text(expected),
                    "± " + Check.number(tolerance),
                    text(found),
                    passed));
        }
    }

    /** Such as {@code 1.884–2.004, 2.1–2.2}. */
    static String text(List<Stretch> stretches) {
        return stretches.isEmpty()
                ? "none"
                : stretches.stream().map(Stretch::toString).collect(Collectors.joining(", "));
    }
}
