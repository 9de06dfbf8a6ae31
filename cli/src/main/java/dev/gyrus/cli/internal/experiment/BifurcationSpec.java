package dev.gyrus.cli.internal.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code bifurcation} section: which parameter moves, and how states are looked for.
 *
 * @param method continuation or sweep
 * @param range of the parameter
 * @param second another parameter in which special points are followed
 * @param variable that figures show; empty for the model's default
 * @param box ranges of states in which equilibria are looked for, by name
 * @param steps of a sweep in each direction
 */
public record BifurcationSpec(
        String method,
        Range range,
        Optional<Range> second,
        Optional<String> variable,
        Map<String, double[]> box,
        int steps) {
    /** Follows equilibria and cycles. */
    public static final String CONTINUATION = "continuation";

    /** Simulates at one value after the other, each run from where the one before ended. */
    public static final String SWEEP = "sweep";

    /** How long states are given to settle where no duration is given, in ms. */
    static final double SETTLING = 2000;

    static final List<String> METHODS = List.of(CONTINUATION, SWEEP);

    /**
     * The range of a parameter.
     *
     * @param parameter its name, as below {@code network.parameters}, or {@code group.name}
     */
    public record Range(String parameter, double from, double to) {
        private Map<String, Object> written() {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("parameter", parameter);
            out.put("from", from);
            out.put("to", to);
            return out;
        }
    }

    public boolean isSweep() {
        return method.equals(SWEEP);
    }

    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>(range.written());
        out.put("method", method);
        second.ifPresent(other -> out.put("second", other.written()));
        variable.ifPresent(name -> out.put("variable", name));
        if (!box.isEmpty()) {
            Map<String, Object> ranges = new LinkedHashMap<>();
            box.forEach((name, ends) -> ranges.put(name, List.of(ends[0], ends[1])));
            out.put("box", ranges);
        }
        if (isSweep()) {
            out.put("steps", steps);
        }
        return out;
    }
}
