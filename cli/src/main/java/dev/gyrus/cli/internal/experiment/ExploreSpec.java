package dev.gyrus.cli.internal.experiment;

import dev.gyrus.fitting.Axis;
import dev.gyrus.fitting.ParameterSpace;
import dev.gyrus.fitting.Point;
import dev.gyrus.fitting.Scenario.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code explore} section: which points, how often, and what is measured and kept of each run.
 *
 * @param kind of design: grid, points, sequence, random, latin-hypercube or sobol
 * @param points how many a sampling design has; 0 for the others
 * @param seed of a sampling design
 * @param metrics expressions; empty for the default
 * @param keep names of what is stored of each run as a whole
 * @param replicate seeds per point
 * @param formats of tables: csv, parquet
 * @param threads of this machine; empty for all processors
 */
public record ExploreSpec(
        String kind,
        List<Axis> axes,
        int points,
        long seed,
        List<String> metrics,
        List<String> keep,
        int replicate,
        List<String> formats,
        Optional<Integer> threads) {
    /** Kept: the BOLD signal. */
    public static final String BOLD = "bold";

    /** Kept: functional connectivity of the BOLD signal. */
    public static final String FC = "fc";

    static final String GRID = "grid";
    static final List<String> OF_LEVELS = List.of(GRID, "points", "sequence");
    static final List<String> SAMPLING = List.of("random", "latin-hypercube", "sobol");

    /** Sections whose keys may vary, each value in a simulation of its own. */
    private static final Set<String> SECTIONS = Set.of("network", "simulation", "inputs", "bold", "record");

    private static final String PARAMETERS = "network.parameters.";
    private static final String INITIAL = "initial.";

    /** What a name below {@code explore.parameters} means. */
    public static Role role(String name) {
        if (name.startsWith(INITIAL)) {
            return Role.INITIAL;
        }
        int end = 0;
        while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '[') {
            end++;
        }
        boolean setting = end < name.length() && SECTIONS.contains(name.substring(0, end));
        return setting && !name.startsWith(PARAMETERS) ? Role.SETTING : Role.PARAMETER;
    }

    /** The parameter or variable that a name means. */
    public static String target(String name) {
        if (name.startsWith(PARAMETERS)) {
            return name.substring(PARAMETERS.length());
        }
        return name.startsWith(INITIAL) ? name.substring(INITIAL.length()) : name;
    }

    public ParameterSpace space() {
        return ParameterSpace.of(axes);
    }

    /** The points of the design. */
    public List<Point> design() {
        ParameterSpace space = space();
        return switch (kind) {
            case "points" -> space.points();
            case "sequence" -> space.sequence();
            case "random" -> space.random(points, seed);
            case "latin-hypercube" -> space.latinHypercube(points, seed);
            case "sobol" -> space.sobol(points, seed);
            default -> space.grid();
        };
    }

    /** Whether the points are all combinations of the levels. */
    public boolean isGrid() {
        return kind.equals(GRID);
    }

    /** The same with these metrics where none are named. */
    public ExploreSpec withDefaultMetrics(List<String> defaults) {
        return metrics.isEmpty()
                ? new ExploreSpec(kind, axes, points, seed, defaults, keep, replicate, formats, threads)
                : this;
    }

    Map<String, Object> written() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        axes.forEach(axis -> parameters.put(axis.name(), written(axis)));
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("kind", kind);
        out.put("parameters", parameters);
        if (SAMPLING.contains(kind)) {
            out.put("points", points);
            out.put("seed", seed);
        }
        out.put("metrics", metrics);
        if (!keep.isEmpty()) {
            out.put("keep", keep);
        }
        out.put("replicate", replicate);
        out.put("formats", formats);
        return out;
    }

    private Object written(Axis axis) {
        if (axis.isChoice()) {
            return axis.labels();
        }
        if (OF_LEVELS.contains(kind)) {
            return axis.levels().stream().map(level -> written(axis, level)).toList();
        }
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("from", written(axis, axis.lower()));
        range.put("to", written(axis, axis.upper()));
        range.put("scale", axis.scale() == Axis.Scale.LOG ? "log" : "linear");
        return range;
    }

    static Object written(Axis axis, double value) {
        return new Quantity(value, axis.unit()).written();
    }
}
