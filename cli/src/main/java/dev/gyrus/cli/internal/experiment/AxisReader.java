package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.GyrusException;
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

/** Reads what varies: names, and ranges or values of them. */
final class AxisReader {
    /** The key of the mapping from names to ranges and values. */
    static final String PARAMETERS = "parameters";

    private static final int MOST_STEPS = 1_000_000;
    private static final String RANGE = "a range, [lowest, highest] or {from: …, to: …}";
    private static final String VALUES = "at least one value, or {from: …, to: …, steps: …}";

    /** What may be meant by a name that is no parameter. */
    private static final Map<String, String> SETTINGS = Map.of(
            "speed", "network.speed",
            "dt", "simulation.dt",
            "duration", "simulation.duration",
            "integrator", "simulation.integrator");

    /** What belongs to all runs. */
    private static final Set<String> FIXED = Set.of("simulation.seed", "simulation.repeat", "simulation.threads");

    private final Scope scope;
    private final boolean ofLevels;
    private final String instead;

    private AxisReader(Scope scope, boolean ofLevels, String instead) {
        this.scope = scope;
        this.ofLevels = ofLevels;
        this.instead = instead;
    }

    /** Axes with levels. */
    static List<Axis> levels(Section section, Scope scope) {
        return new AxisReader(scope, true, "").axes(section);
    }

    /**
     * Axes that are ranges.
     *
     * @param instead what there is instead of steps
     */
    static List<Axis> ranges(Section section, Scope scope, String instead) {
        return new AxisReader(scope, false, instead).axes(section);
    }

    private List<Axis> axes(Section section) {
        Section parameters = section.section(PARAMETERS);
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
            parameters.wrong(value, at, ofLevels ? VALUES : RANGE);
            return Optional.empty();
        }
        boolean texts = values.stream()
                .anyMatch(one -> one instanceof Value.Scalar text
                        && Quantity.parseClose(text.text()).isEmpty());
        if (texts && ExploreSpec.role(name) == Role.SETTING) {
            List<String> choices = parameters.list(value, at, parameters::text);
            return Optional.of(Axis.choices(name, choices.toArray(String[]::new)));
        }
        Optional<Numbers> read = numbers(parameters, name, at, values);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        double[] numbers = read.get().values();
        String unit = read.get().unit();
        if (!ofLevels) {
            if (numbers.length != 2) {
                parameters.wrong(value, at, RANGE, numbers.length + " values");
                return Optional.empty();
            }
            return ascending(parameters, value, at, numbers[0], numbers[1])
                    ? Optional.of(Axis.range(name, numbers[0], numbers[1]).in(unit))
                    : Optional.empty();
        }
        if (Arrays.stream(numbers).distinct().count() < numbers.length) {
            parameters.wrong(value, at, "each value once", "one twice");
            return Optional.empty();
        }
        return Optional.of(Axis.values(name, numbers).in(unit));
    }

    private static boolean ascending(Section section, Value value, String at, double from, double to) {
        return from < to || section.wrong(value, at, "a range that ends above its start", from + " to " + to);
    }

    private Optional<Axis> range(Section range, String name) {
        List<String> ends = List.of("from", "to");
        ends.stream().filter(key -> !range.has(key)).forEach(key -> range.missing(key, "a finite number"));
        List<Value> given =
                ends.stream().flatMap(key -> range.value(key).stream()).toList();
        Optional<Numbers> numbers = numbers(range, name, "", given).filter(all -> all.values().length == ends.size());
        boolean log = range.name("scale", "scale", List.of("linear", "log"))
                .orElse("linear")
                .equals("log");
        if (ofLevels && !range.has("steps")) {
            range.missing("steps", "how many values there are");
        }
        int steps = (int) range.integer("steps", 2, 2, MOST_STEPS);
        if (!ofLevels && range.has("steps")) {
            range.wrong(range.value("steps").orElseThrow(), range.path("steps"), "none: " + instead);
        }
        range.done();
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        double from = numbers.get().values()[0];
        double to = numbers.get().values()[1];
        if (!ascending(range, range.value("to").orElseThrow(), range.path("to"), from, to)) {
            return Optional.empty();
        }
        if (log && from <= 0) {
            range.wrong(
                    range.value("from").orElseThrow(), range.path("from"), "a positive number on a logarithmic scale");
            return Optional.empty();
        }
        Axis axis = Axis.range(name, from, to).in(numbers.get().unit());
        axis = log ? axis.log() : axis;
        return Optional.of(ofLevels ? axis.steps(steps) : axis);
    }

    /** Numbers of an axis: of a parameter or a start in its declared unit, otherwise in the unit that they are written in. */
    private record Numbers(double[] values, String unit) {}

    /** @param at where the values are; empty for keys of a range, which are named after their places */
    private Optional<Numbers> numbers(Section section, String name, String at, List<Value> values) {
        List<Quantity> quantities = new ArrayList<>();
        for (int k = 0; k < values.size(); k++) {
            section.quantity(values.get(k), place(section, at, k)).ifPresent(quantities::add);
        }
        if (quantities.size() < values.size() || values.isEmpty()) {
            return Optional.empty();
        }
        boolean setting = ExploreSpec.role(name) == Role.SETTING;
        String unit = setting ? quantities.get(0).unit() : "";
        double[] numbers = new double[values.size()];
        boolean sound = true;
        for (int k = 0; k < numbers.length; k++) {
            Quantity quantity = quantities.get(k);
            Value value = values.get(k);
            String here = place(section, at, k);
            if (setting) {
                Optional<Double> alike = like(quantity, unit);
                String expected = unit.isEmpty() ? "a number without a unit" : "a number in " + unit;
                sound &= alike.isPresent() || section.wrong(value, here, expected + ", as the first");
                numbers[k] = alike.orElse(Double.NaN);
            } else if (!quantity.unit().isEmpty() && scope.isKnown()) {
                Optional<Double> converted = section.findings().at("", () -> declared(name, quantity, value, here));
                sound &= converted.isPresent();
                numbers[k] = converted.orElse(Double.NaN);
            } else {
                numbers[k] = quantity.value();
            }
        }
        return sound ? Optional.of(new Numbers(numbers, unit)) : Optional.empty();
    }

    /** The quantity in the unit of another one; a bare number beside one with a unit could mean anything. */
    private static Optional<Double> like(Quantity quantity, String unit) {
        if (quantity.unit().equals(unit)) {
            return Optional.of(quantity.value());
        }
        return quantity.unit().isEmpty() || unit.isEmpty() ? Optional.empty() : quantity.in(unit);
    }

    private static String place(Section section, String at, int k) {
        return at.isEmpty() ? section.path(k == 0 ? "from" : "to") : at;
    }

    private double declared(String name, Quantity quantity, Value value, String at) {
        try {
            return scope.inDeclaredUnit(ExploreSpec.target(name), ExploreSpec.role(name) == Role.INITIAL, quantity);
        } catch (GyrusException e) {
            List<Problem> problems = e.problems().stream()
                    .map(problem -> value.place().mark(problem.under(at)))
                    .toList();
            throw new GyrusException(e.kind(), problems, e);
        }
    }
}
