package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Regions of a connectome by index, by a range of indices such as {@code 0..79}, or by name. */
final class Regions {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,9})\\s*\\.\\.\\s*([0-9]{1,9})");

    private Regions() {}

    /**
     * The indices, in the order in which they are written.
     *
     * @throws dev.gyrus.core.GyrusException naming every region that is not there or stands twice
     */
    static int[] of(List<String> written, List<String> labels) {
        Problems problems = new Problems();
        Set<Integer> regions = new LinkedHashSet<>();
        for (int i = 0; i < written.size(); i++) {
            String text = written.get(i);
            String key = written.size() == 1 ? "" : "[" + i + "]";
            for (int region : range(text, labels, key, problems)) {
                problems.require(regions.add(region), key, "each region once", "'" + labels.get(region) + "' again");
            }
        }
        problems.throwIfAny();
        return regions.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] range(String text, List<String> labels, String key, Problems problems) {
        int last = labels.size() - 1;
        if (labels.contains(text) && !text.matches("[0-9]+")) {
            return new int[] {labels.indexOf(text)};
        }
        Matcher range = RANGE.matcher(text);
        String single = text.matches("[0-9]{1,9}") ? text : "";
        if (!range.matches() && single.isEmpty()) {
            problems.add(Problem.unknown(key, "region", text, labels));
            return new int[0];
        }
        int from = Integer.parseInt(single.isEmpty() ? range.group(1) : single);
        int to = Integer.parseInt(single.isEmpty() ? range.group(2) : single);
        boolean fits = from <= to && to <= last;
        return problems.require(fits, key, "indices from 0 to " + last + ", as in 0.." + last, "'" + text + "'")
                ? IntStream.rangeClosed(from, to).toArray()
                : new int[0];
    }
}
