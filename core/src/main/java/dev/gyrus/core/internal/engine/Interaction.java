package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Coupling;
import dev.gyrus.core.Input;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Unit;
import dev.gyrus.core.Variable;
import dev.gyrus.core.internal.language.Declarations;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Linear;
import dev.gyrus.core.internal.language.Names;
import dev.gyrus.core.internal.language.Parser;
import dev.gyrus.core.internal.language.Printer;
import dev.gyrus.core.internal.language.Script;
import dev.gyrus.core.internal.language.Simplify;
import dev.gyrus.core.internal.language.Statement;
import dev.gyrus.core.internal.language.Trees;
import dev.gyrus.core.internal.language.Units;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The expressions of a coupling from one mass to another, checked for names and units.
 *
 * <p>The sums are {@code #sum1}, {@code #sum2}, ….
 *
 * @param sums what is summed
 * @param post of {@code #sum1 …}, {@link #WEIGHT_SUM}, {@link #COUNT} and names of the target mass
 * @param linear whether what arrives for two sets of sources is the sum of what arrives for each
 */
record Interaction(List<Summand> sums, Expr post, boolean linear) {
    static final String WEIGHT_SUM = "#weight_sum";
    static final String COUNT = "#count";

    private static final String SOURCE = "source";
    private static final String TARGET = "target";

    /**
     * What is summed over the connections.
     *
     * @param paired whether it reads both ends of a connection
     * @param value in names of the source mass; where it is paired, in {@code source.v} and {@code target.v}
     * @param text of the value
     */
    record Summand(boolean paired, Expr value, String text) {
        private static Summand of(Expr pre) {
            boolean paired = Trees.names(pre).stream().anyMatch(name -> ofTarget(name) != null);
            Expr value = paired ? pre : Trees.substitute(pre, name -> named(ofSource(name)));
            return new Summand(paired, value, Printer.text(value));
        }
    }

    /**
     * Reads a coupling.
     *
     * @param output variable of the source mass
     * @param partner variable of the target mass, or "" where the wiring names none
     * @param origin what errors call the expressions
     */
    static Interaction of(
            Coupling coupling, Mass source, String output, Mass target, String partner, Input input, String origin) {
        Problems problems = new Problems();
        List<String> sums = CouplingText.sums(coupling);
        Map<String, String> sources = members(SOURCE, source, output);
        Map<String, String> targets = members(TARGET, target, partner);
        Set<String> taken = new LinkedHashSet<>(sums);
        taken.addAll(sources.keySet());
        taken.addAll(targets.keySet());
        taken.addAll(coupling.parameters().keySet());
        taken.addAll(List.of("weight_sum", "count"));
        String result = taken.contains(input.name()) ? "result" : input.name();
        Script script = CouplingText.read(coupling, result, origin);

        Map<String, Unit> units = new LinkedHashMap<>();
        sources.forEach((name, member) -> units.put(name, unit(source, member)));
        targets.forEach((name, member) -> units.put(name, unit(target, member)));
        units.put("weight_sum", Unit.ONE);
        units.put("count", Unit.ONE);
        Map<String, Unit> known = new LinkedHashMap<>(units);
        for (String parameter : coupling.parameters().keySet()) {
            if (known.putIfAbsent(parameter, Unit.ONE) != null || sums.contains(parameter)) {
                problems.add(Problem.of(origin, "a parameter of a name of its own", "'" + parameter + "'"));
            }
        }
        Map<String, Unit> arriving = Map.of(result, Unit.of(input.unit()));
        Names.check(script, new Declarations(Map.of(), Map.of(), arriving, known, List.of()), problems);
        problems.throwIfAny();
        checkSides(script, problems);
        problems.throwIfAny();
        // A parameter is left undeclared here: what is unknown fits any unit.
        Declarations declared = new Declarations(Map.of(), Map.of(), arriving, units, List.of());
        Units.check(script, Names.order(script, problems), declared, Units.Mode.LENIENT, problems);
        problems.throwIfAny();

        Map<String, Expr> meaning = new LinkedHashMap<>();
        coupling.parameters().forEach((name, value) -> meaning.put(name, new Expr.Num(value)));
        sources.forEach((name, member) -> meaning.put(name, new Expr.Name(SOURCE + "." + member)));
        targets.forEach((name, member) -> meaning.put(name, new Expr.Name(TARGET + "." + member)));
        for (int k = 0; k < sums.size(); k++) {
            meaning.put(sums.get(k), new Expr.Name("#sum" + (k + 1)));
        }
        meaning.put("weight_sum", new Expr.Name(WEIGHT_SUM));
        meaning.put("count", new Expr.Name(COUNT));
        List<Expr> values = script.statements().stream()
                .map(statement -> Trees.substitute(statement.value(), meaning::get))
                .toList();
        Expr post = Trees.substitute(values.get(sums.size()), name -> named(ofTarget(name)));
        return new Interaction(
                values.subList(0, sums.size()).stream().map(Summand::of).toList(),
                post,
                isLinear(post, Interaction::isSum));
    }

    /** The names by which expressions may read a mass, and what they stand for. */
    private static Map<String, String> members(String side, Mass mass, String own) {
        Map<String, String> names = new LinkedHashMap<>();
        if (mass.variable(own).isPresent()) {
            names.put(side, own);
        }
        mass.variables().forEach(v -> names.put(side + "_" + v.name(), v.name()));
        mass.parameters().forEach(p -> names.put(side + "_" + p.name(), p.name()));
        return names;
    }

    private static Unit unit(Mass mass, String name) {
        return Unit.of(mass.variable(name)
                .map(Variable::unit)
                .or(() -> mass.parameter(name).map(Parameter::unit))
                .orElseThrow());
    }

    /** Sums belong after the summation, the source before it. */
    private static void checkSides(Script script, Problems problems) {
        List<Statement> statements = script.statements();
        for (int k = 0; k < statements.size(); k++) {
            boolean last = k == statements.size() - 1;
            Statement statement = statements.get(k);
            Trees.walk(statement.value(), node -> {
                String name = node instanceof Expr.Name n ? n.name() : "";
                boolean ofSource = name.equals(SOURCE) || name.startsWith(SOURCE + "_");
                boolean ofSum = name.matches("sum\\d*|weight_sum|count");
                if (Names.isNoise(name) && !name.isEmpty()) {
                    problems.add(script.source().problem(node, "no noise in a coupling", "'" + name + "'", ""));
                } else if (last && ofSource) {
                    problems.add(script.source()
                            .problem(node, "sums and the target after the summation", "'" + name + "'", ""));
                } else if (!last && ofSum) {
                    problems.add(script.source()
                            .problem(node, "source and target before the summation", "'" + name + "'", ""));
                }
            });
        }
    }

    /** The member of the source mass that a name stands for, or null. */
    static String ofSource(String name) {
        return name.startsWith(SOURCE + ".") ? name.substring(SOURCE.length() + 1) : null;
    }

    /** The member of the target mass that a name stands for, or null. */
    static String ofTarget(String name) {
        return name.startsWith(TARGET + ".") ? name.substring(TARGET.length() + 1) : null;
    }

    /** True where what arrives for two sets of sources is the sum of what arrives for each. */
    static boolean isLinear(Coupling coupling) {
        Expr post = Parser.expression(CouplingText.flat(coupling.post()), coupling.name());
        Map<String, Double> parameters = coupling.parameters();
        Expr numbers = Trees.substitute(
                post, name -> parameters.containsKey(name) ? new Expr.Num(parameters.get(name)) : null);
        return isLinear(numbers, name -> name.matches("sum\\d*|weight_sum"));
    }

    private static Expr named(String name) {
        return name == null ? null : new Expr.Name(name);
    }

    /** True for an expression that is linear in some names, with nothing besides. */
    private static boolean isLinear(Expr post, Predicate<String> sums) {
        return Linear.in(post, sums)
                .map(linear -> Simplify.of(linear.rest()))
                .filter(rest -> rest.equals(new Expr.Num(0)))
                .isPresent();
    }

    /** True for what {@code post} is summed over: the sums and {@link #WEIGHT_SUM}. */
    private static boolean isSum(String name) {
        return name.equals(WEIGHT_SUM) || name.matches("#sum\\d+");
    }
}
