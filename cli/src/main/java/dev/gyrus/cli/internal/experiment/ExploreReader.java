package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Problem;
import dev.gyrus.fitting.Axis;
import dev.gyrus.fitting.Scenario.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the {@code explore} section. */
final class ExploreReader {
    private static final int MOST_POINTS = 50_000_000;
    private static final int MOST_STEPS = 10_000_000;
    private static final String PARAMETERS = "parameters";
    private static final String SEARCH = "evolve";
    private static final String RANGE = "a range, [lowest, highest] or {from: …, to: …}";

    /** What may be meant by a name that is no parameter. */
    private static final Map<String, String> SETTINGS = Map.of(
            "speed", "network.speed",
            "dt", "simulation.dt",
            "duration", "simulation.duration",
            "integrator", "simulation.integrator");

    /** What can be kept where there is BOLD. */
    private static final Set<String> OF_BOLD = Set.of(ExploreSpec.BOLD, ExploreSpec.FC);

    /** What belongs to all runs. */
    private static final Set<String> FIXED = Set.of("simulation.seed", "simulation.repeat", "simulation.threads");

    private final Section section;
    private final Scope scope;
    private final String kind;
    private final boolean hasBold;

    private ExploreReader(Section section, Scope scope, boolean hasBold) {
        this.section = section;
        this.scope = scope;
        this.hasBold = hasBold;
        List<String> kinds = Stream.concat(ExploreSpec.OF_LEVELS.stream(), ExploreSpec.SAMPLING.stream())
                .toList();
        kind = section.name("kind", "kind", kinds).orElse(ExploreSpec.GRID);
    }

    private ExploreReader(Section section, Scope scope, String kind) {
        this.section = section;
        this.scope = scope;
        this.kind = kind;
        this.hasBold = false;
    }

    /** The ranges of the parameters of a search. */
    static List<Axis> ranges(Section section, Scope scope) {
        return new ExploreReader(section, scope, SEARCH).axes(section.section(PARAMETERS));
    }

    /**
     * Reads the section.
     *
     * @param ownThreads whether the simulation says how many threads there are
     * @param hasBold whether there is a BOLD signal
     */
    static ExploreSpec read(
            Section section, Scope scope, SimulationSpec simulation, boolean ownThreads, boolean hasBold) {
        return new ExploreReader(section, scope, hasBold).read(simulation, ownThreads);
    }

    private ExploreSpec read(SimulationSpec simulation, boolean ownThreads) {
        boolean samples = ExploreSpec.SAMPLING.contains(kind);
        List<Axis> axes = axes(section.section(PARAMETERS));
        if (samples && !section.has("points")) {
            section.missing("points", "how many points there are");
        }
        if (!samples && section.has("points")) {
            Value value = section.value("points").orElseThrow();
            section.wrong(value, section.path("points"), "it with a kind that samples: " + ExploreSpec.SAMPLING);
        }
        int replicate = (int) section.integer("replicate", 1, 1, 1_000_000);
        ExploreSpec spec = new ExploreSpec(
                kind,
                axes,
                samples ? (int) section.integer("points", 1, 1, MOST_POINTS) : 0,
                section.integer("seed", simulation.seed(), Long.MIN_VALUE, Long.MAX_VALUE),
                texts("metrics"),
                section.list("keep", this::kept),
                replicate,
                section.has("formats")
                        ? section.list("formats", (v, at) -> section.name(v, at, "format", List.of("csv", "parquet")))
                        : List.of("csv"),
                ownThreads ? Optional.of(simulation.threads()) : Optional.empty());
        checkSize(spec, (long) replicate);
        if (simulation.repeat() > 1) {
            section.findings()
                    .reject(
                            "simulation.repeat",
                            Problem.of("", "1 where there is 'explore'", "" + simulation.repeat())
                                    .hint("explore.replicate gives each point several seeds"));
        }
        section.done();
        return spec;
    }

    /** A variable, or what is made of BOLD. */
    private Optional<String> kept(Value value, String at) {
        boolean ofBold = hasBold && value instanceof Value.Scalar name && OF_BOLD.contains(name.text());
        return ofBold ? section.text(value, at) : RecordSpec.variable(section, value, at, scope);
    }

    private List<String> texts(String key) {
        return section.list(key, (value, at) -> section.text(value, at));
    }

    private void checkSize(ExploreSpec spec, long replicate) {
        double count = replicate * (spec.points() > 0 ? spec.points() : 1.0);
        if (spec.isGrid()) {
            for (Axis axis : spec.axes()) {
                count *= Math.max(1, axis.levels().size());
            }
        }
        if (count > MOST_POINTS) {
            section.problem(
                    PARAMETERS,
                    Problem.of(section.path(), "at most " + MOST_POINTS + " runs", String.format("%.3g", count)));
        }
        if (kind.equals("points")) {
            int first = spec.axes().isEmpty() ? 0 : spec.axes().get(0).levels().size();
            for (Axis axis : spec.axes()) {
                if (axis.levels().size() != first) {
                    String as = first + " values, as " + spec.axes().get(0).name() + " has";
                    section.findings()
                            .reject(
                                    path(axis.name()),
                                    Problem.of("", as, axis.levels().size() + ""));
                }
            }
        }
    }

    private String path(String name) {
        return section.path(PARAMETERS) + "." + name;
    }

    private List<Axis> axes(Section parameters) {
        List<Axis> axes = new ArrayList<>();
        if (parameters.isWhole() && parameters.keys().isEmpty()) {
            section.problem(PARAMETERS, Problem.of(section.path(PARAMETERS), "at least one parameter", "nothing"));
        }
        for (String name : List.copyOf(parameters.keys())) {
            Value value = parameters.value(name).orElseThrow();
            boolean known = checkName(parameters, name);
            Optional<Axis> axis = value instanceof Value.Mapping
                    ? range(Section.of(parameters.path(name), value, section.findings()), name)
                    : levels(parameters, name, value);
            axis.filter(whole -> known).ifPresent(axes::add);
        }
        return axes;
    }

    private boolean checkName(Section parameters, String name) {
        if (FIXED.contains(name)) {
            parameters.problem(
                    name,
                    Problem.of(parameters.path(name), "something that makes a run another one", "'" + name + "'")
                            .hint("'replicate' gives each point several seeds"));
            return false;
        }
        Role role = ExploreSpec.role(name);
        String target = ExploreSpec.target(name);
        if (!scope.isKnown() || role == Role.SETTING) {
            return true;
        }
        Collection<String> known = role == Role.INITIAL ? scope.initials() : scope.parameters();
        Pattern pattern = Pattern.compile(
                Arrays.stream(target.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        if (known.stream().anyMatch(one -> pattern.matcher(one).matches())) {
            return true;
        }
        String what = role == Role.INITIAL ? "variable" : "parameter";
        Problem problem = Problem.unknown(parameters.path(name), what, target, known, scope.command(target));
        String meant = SETTINGS.getOrDefault(target, "");
        parameters.problem(name, meant.isEmpty() ? problem : problem.hint("did you mean '" + meant + "'?"));
        return false;
    }

    /** A list of values, or a single one; a list of two is a range where points are sampled. */
    private Optional<Axis> levels(Section parameters, String name, Value value) {
        String at = parameters.path(name);
        List<Value> values = value instanceof Value.Items items ? items.values() : List.of(value);
        if (values.isEmpty()) {
            parameters.wrong(
                    value,
                    at,
                    ExploreSpec.OF_LEVELS.contains(kind) ? "at least one value, or {from: …, to: …, steps: …}" : RANGE);
            return Optional.empty();
        }
        boolean texts = values.stream()
                .anyMatch(one -> one instanceof Value.Scalar text
                        && Quantity.parse(text.text()).isEmpty());
        if (texts && ExploreSpec.role(name) == Role.SETTING) {
            List<String> choices = parameters.list(value, at, parameters::text);
            return Optional.of(Axis.choices(name, choices.toArray(String[]::new)));
        }
        double[] numbers = values.stream()
                .flatMap(one -> parameters.number(one, at).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (numbers.length < values.size()) {
            return Optional.empty();
        }
        if (!ExploreSpec.OF_LEVELS.contains(kind)) {
            if (numbers.length != 2) {
                parameters.wrong(value, at, RANGE, numbers.length + " values");
                return Optional.empty();
            }
            return ascending(parameters, value, at, numbers[0], numbers[1])
                    ? Optional.of(Axis.range(name, numbers[0], numbers[1]))
                    : Optional.empty();
        }
        if (Arrays.stream(numbers).distinct().count() < numbers.length) {
            parameters.wrong(value, at, "each value once", "one twice");
            return Optional.empty();
        }
        return Optional.of(Axis.values(name, numbers));
    }

    private static boolean ascending(Section section, Value value, String at, double from, double to) {
        return from < to || section.wrong(value, at, "a range that ends above its start", from + " to " + to);
    }

    private Optional<Axis> range(Section range, String name) {
        Optional<Double> from = number(range, "from");
        Optional<Double> to = number(range, "to");
        boolean log = range.name("scale", "scale", List.of("linear", "log"))
                .orElse("linear")
                .equals("log");
        boolean levels = ExploreSpec.OF_LEVELS.contains(kind);
        if (levels && !range.has("steps")) {
            range.missing("steps", "how many values there are");
        }
        int steps = (int) range.integer("steps", 2, 2, MOST_STEPS);
        if (!levels && range.has("steps")) {
            range.wrong(
                    range.value("steps").orElseThrow(),
                    range.path("steps"),
                    "none: '" + kind + "' takes " + (kind.equals(SEARCH) ? "ranges" : "'points'"));
        }
        range.done();
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (!ascending(range, range.value("to").orElseThrow(), range.path("to"), from.get(), to.get())) {
            return Optional.empty();
        }
        if (log && from.get() <= 0) {
            range.wrong(
                    range.value("from").orElseThrow(), range.path("from"), "a positive number on a logarithmic scale");
            return Optional.empty();
        }
        Axis axis = Axis.range(name, from.get(), to.get());
        axis = log ? axis.log() : axis;
        return Optional.of(levels ? axis.steps(steps) : axis);
    }

    private static Optional<Double> number(Section range, String key) {
        if (!range.has(key)) {
            range.missing(key, "a finite number");
        }
        return range.value(key).flatMap(value -> range.number(value, range.path(key)));
    }
}
