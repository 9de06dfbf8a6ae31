package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.fitting.Axis;
import dev.gyrus.fitting.Objective;
import dev.gyrus.fitting.OperatorProvider;
import dev.gyrus.fitting.OperatorProvider.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code evolve} section. */
final class EvolveReader {
    private static final int MOST = 1_000_000;
    private static final int GENERATIONS = 100;

    private final Section section;
    private final List<Objective> objectives = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final Set<String> measured = new HashSet<>();

    private EvolveReader(Section section) {
        this.section = section;
    }

    /** @param ownThreads whether the simulation says how many threads there are */
    static EvolveSpec read(Section section, Scope scope, SimulationSpec simulation, boolean ownThreads) {
        return new EvolveReader(section).read(scope, simulation, ownThreads);
    }

    private EvolveSpec read(Scope scope, SimulationSpec simulation, boolean ownThreads) {
        String algorithm =
                section.name("algorithm", "algorithm", EvolveSpec.ALGORITHMS).orElse(EvolveSpec.CMA_ES);
        boolean abc = algorithm.equals(EvolveSpec.ABC_SMC);
        List<Axis> axes = AxisReader.ranges(section, scope, "'evolve' takes ranges");
        objectives("maximise", true);
        objectives("minimise", false);
        if (objectives.isEmpty() && !section.has("maximise") && !section.has("minimise")) {
            section.missing(
                    List.of("maximise", "minimise"),
                    Problem.of(section.path(), "what to maximise or to minimise", "neither"));
        }
        List<String> metrics = section.list(
                "metrics",
                (value, at) -> section.text(value, at).filter(measured::add).map(text -> {
                    places.add(at);
                    return text;
                }));
        int generations = (int) section.integer("generations", GENERATIONS, 1, MOST);
        Section stop = section.section("stop");
        int stagnation = (int) stop.integer("stagnation", 0, 1, MOST);
        double tolerance = stop.number("tolerance", 0);
        targets(stop.section("target"));
        stop.done();
        EvolveSpec spec = new EvolveSpec(
                algorithm,
                axes,
                List.copyOf(objectives),
                metrics,
                List.copyOf(places),
                (int) section.integer("population", 0, 1, MOST),
                only("initial", EvolveSpec.WITH_INITIAL, algorithm) ? (int) section.integer("initial", 0, 1, MOST) : 0,
                generations,
                section.integer("seed", simulation.seed(), Long.MIN_VALUE, Long.MAX_VALUE),
                (int) section.integer("replicate", 1, 1, MOST),
                section.flag("own_seeds", abc),
                (int) section.integer("polish", 0, 0, Math.max(0, generations - 1)),
                only("restarts", List.of(EvolveSpec.CMA_ES), algorithm)
                        ? section.name("restarts", "choice", List.of("none", "ipop", "bipop"))
                                .orElse("none")
                        : "none",
                stagnation,
                tolerance,
                only("thresholds", List.of(EvolveSpec.ABC_SMC), algorithm)
                        ? section.list("thresholds", section::number)
                        : List.of(),
                only("operators", EvolveSpec.GENETIC, algorithm)
                        ? operators(
                                section.section("operators"), scope.vocabulary().operators())
                        : Map.of(),
                ownThreads ? Optional.of(simulation.threads()) : Optional.empty());
        if (simulation.repeat() > 1) {
            section.findings()
                    .reject(
                            "simulation.repeat",
                            Problem.of("", "1 where there is 'evolve'", "" + simulation.repeat())
                                    .hint("evolve.replicate gives each point several seeds"));
        }
        check(spec, abc);
        section.done();
        return spec;
    }

    private void check(EvolveSpec spec, boolean abc) {
        if (spec.tolerance() < 0) {
            section.problem(
                    "stop", Problem.of(section.path("stop.tolerance"), "a number from 0", "" + spec.tolerance()));
        }
        if (abc && spec.objectives().stream().anyMatch(Objective::maximise)) {
            section.problem(
                    "maximise",
                    Problem.of(section.path("maximise"), "distances to minimise, for abc-smc", "'maximise'"));
        }
        if (abc && spec.polish() > 0) {
            section.problem("polish", Problem.of(section.path("polish"), "none, for abc-smc", "" + spec.polish()));
        }
        try {
            spec.search();
        } catch (GyrusException e) {
            for (Problem problem : e.problems()) {
                String key = place(problem.key());
                section.problem(key, problem.under(section.path(key)));
            }
        }
    }

    /** The key of the section that a setting of an algorithm comes from. */
    private static String place(String key) {
        if (key.equals("tolerances")) {
            return "thresholds";
        }
        return key.contains(".") ? "operators" : key;
    }

    /** Whether a key belongs to the algorithm; one that does not is a problem. */
    private boolean only(String key, List<String> algorithms, String algorithm) {
        boolean fits = algorithms.contains(algorithm);
        if (!fits && section.has(key)) {
            section.problem(
                    key,
                    Problem.of(
                            section.path(key),
                            "it with the algorithm " + String.join(" or ", algorithms),
                            "'" + algorithm + "'"));
        }
        return fits;
    }

    /** A list of expressions, a single one, or expressions with weights. */
    private void objectives(String key, boolean maximise) {
        Optional<Value> value = section.value(key);
        if (value.isEmpty()) {
            return;
        }
        if (value.get() instanceof Value.Mapping) {
            Section weights = section.section(key);
            for (String metric : List.copyOf(weights.keys())) {
                double weight = weights.number(metric, 1);
                boolean positive = weight > 0
                        || weights.wrong(
                                weights.value(metric).orElseThrow(), weights.path(metric), "a positive weight");
                add(
                        metric,
                        maximise,
                        positive ? weight : 1,
                        key + "." + metric,
                        weights.value(metric).orElseThrow());
            }
        } else if (value.get() instanceof Value.Scalar) {
            section.text(key).ifPresent(metric -> add(metric, maximise, 1, key, value.get()));
        } else {
            int[] count = {0};
            section.list(key, (one, at) -> {
                section.text(one, at).ifPresent(metric -> add(metric, maximise, 1, key + "[" + count[0] + "]", one));
                count[0]++;
                return Optional.of(at);
            });
        }
    }

    private void add(String metric, boolean maximise, double weight, String place, Value value) {
        if (!measured.add(metric.strip())) {
            section.wrong(value, section.path() + "." + place, "each objective once", "'" + metric + "' twice");
            return;
        }
        Objective objective = maximise ? Objective.maximise(metric.strip()) : Objective.minimise(metric.strip());
        objectives.add(objective.weight(weight));
        places.add(section.path() + "." + place);
    }

    private void targets(Section targets) {
        for (String metric : List.copyOf(targets.keys())) {
            double target = targets.number(metric, Double.NaN);
            int k = objectives.stream().map(Objective::metric).toList().indexOf(metric);
            if (k < 0) {
                List<String> known = objectives.stream().map(Objective::metric).toList();
                targets.problem(metric, Problem.unknown(targets.path(metric), "objective", metric, known));
            } else if (!Double.isNaN(target)) {
                objectives.set(k, objectives.get(k).target(target));
            }
        }
    }

    private static Map<Role, EvolveSpec.Operator> operators(Section section, Collection<OperatorProvider> known) {
        Map<Role, EvolveSpec.Operator> operators = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Map<String, OperatorProvider> fitting = new LinkedHashMap<>();
            known.stream().filter(one -> one.roles().contains(role)).forEach(one -> fitting.put(one.name(), one));
            String key = EvolveSpec.key(role);
            section.value(key)
                    .flatMap(value -> operator(section, key, fitting, value))
                    .ifPresent(operator -> operators.put(role, operator));
        }
        section.done();
        return operators;
    }

    /** A name, or a name with its number. */
    private static Optional<EvolveSpec.Operator> operator(
            Section section, String key, Map<String, OperatorProvider> known, Value value) {
        if (!(value instanceof Value.Mapping)) {
            return section.name(key, "operator", known.keySet())
                    .map(name -> new EvolveSpec.Operator(known.get(name), Optional.empty()));
        }
        Section one = section.section(key);
        String name = one.keys().stream().findFirst().orElse("");
        if (one.keys().size() != 1 || !known.containsKey(name)) {
            String names = String.join(", ", known.keySet());
            section.wrong(value, section.path(key), "one of " + names + " and its number");
            return Optional.empty();
        }
        OperatorProvider provider = known.get(name);
        if (provider.initial().isEmpty()) {
            section.wrong(value, section.path(key), "'" + name + "', which takes no number");
            return Optional.empty();
        }
        double setting = one.number(name, provider.initial().getAsDouble());
        return Optional.of(new EvolveSpec.Operator(provider, Optional.of(setting)));
    }
}
