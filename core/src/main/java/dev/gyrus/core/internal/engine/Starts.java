package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Variable;
import dev.gyrus.core.Variable.Kind;
import dev.gyrus.core.internal.kernel.CompiledMass;
import dev.gyrus.core.internal.kernel.Formula;
import dev.gyrus.core.internal.kernel.Slots;
import dev.gyrus.core.internal.kernel.Slots.Role;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Parser;
import dev.gyrus.core.internal.math.Noise;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Where the variables of a group start: where the simulation or a set says so, else as the mass declares. Values are one
 * per lane, in coherent units.
 */
final class Starts {
    /** Streams of initial values lie above those of noise. */
    private static final long INITIAL_STREAMS = 1L << 32;

    private final GroupDraft group;
    private final Mass mass;
    private final Population population;
    private final int firstEntity;
    private final int firstVariable;
    private final Given given;
    private final Map<String, Function<Sets, double[]>> followed = new HashMap<>();

    /**
     * What groups of a network share.
     *
     * @param values given by the simulation: one, or one per node, in declared units
     * @param formulas the expressions of masses that were read so far
     */
    record Given(Map<String, double[]> values, Map<String, Formula> formulas) {
        static Given of(Map<String, double[]> values) {
            return new Given(values, new ConcurrentHashMap<>());
        }
    }

    /** @param firstVariable the number of the group's first variable in the node */
    Starts(GroupDraft group, int firstEntity, int firstVariable, Given given) {
        this.group = group;
        this.mass = group.mass();
        this.population = group.population();
        this.firstEntity = firstEntity;
        this.firstVariable = firstVariable;
        this.given = given;
    }

    /** Under which names the variables can be given. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        mass.variables().stream().filter(v -> v.kind() != Kind.OUTPUT).forEach(v -> names.addAll(addresses(v)));
        return names;
    }

    /** Under which names a variable can be given, the flat one first and the most particular one last. */
    private List<String> addresses(Variable variable) {
        String flat = variable.name();
        String qualified = mass.name() + "." + flat;
        String prefix = population.name() + ".";
        return population.name().isEmpty()
                ? List.of(flat, qualified)
                : List.of(flat, qualified, prefix + flat, prefix + qualified);
    }

    /** What is given for a variable in each of some sets, or null. */
    private double[][] given(Variable variable, Sets sets) {
        double[][] found = null;
        if (given.values.isEmpty() && sets.initial().isEmpty()) {
            return found;
        }
        for (String address : addresses(variable)) {
            if (sets.initial().containsKey(address)) {
                found = sets.initial().get(address);
            } else if (given.values.containsKey(address)) {
                found = new double[sets.count()][];
                Arrays.fill(found, given.values.get(address));
            }
        }
        return found;
    }

    /** Adds a problem for each variable that is given in another form than one finite value, or one per node. */
    void check(Sets sets, Problems problems) {
        int nodes = population.size();
        for (Variable variable : mass.variables()) {
            double[][] values = given(variable, sets);
            String key = "initial." + variable.name();
            for (int set = 0; values != null && set < values.length; set++) {
                double[] own = values[set];
                problems.require(
                        own.length == 1 || own.length == nodes,
                        key,
                        "one value, or one for each of " + nodes + " nodes",
                        own.length + " values");
                Arrays.stream(own)
                        .filter(value -> !Double.isFinite(value))
                        .findFirst()
                        .ifPresent(value -> problems.add(Problem.of(key, "finite numbers", String.valueOf(value))));
            }
        }
    }

    /** Lets a variable start as others do instead of at its own initial value. */
    void follow(String variable, Function<Sets, double[]> start) {
        followed.put(variable, start);
    }

    /** The start of a state or hold. */
    double[] of(Variable variable, Sets sets) {
        if (followed.containsKey(variable.name())) {
            return followed.get(variable.name()).apply(sets);
        }
        double[][] values = given(variable, sets);
        double factor = group.unit(variable.name()).toCoherent();
        if (values != null) {
            return Sets.lanes(values, population.size(), factor);
        }
        double[] start = new double[population.size() * sets.count()];
        if (variable.initial() instanceof Initial.Expression expression) {
            evaluate(expression, sets, start);
        } else if (variable.initial() instanceof Initial.Uniform uniform) {
            double range = uniform.high() - uniform.low();
            Draw draw = (seed, stream, entity) -> uniform.low() + range * Noise.uniform(seed, stream, entity);
            draw(variable, draw, sets, start);
        } else if (variable.initial() instanceof Initial.Normal normal) {
            Draw draw = (seed, stream, entity) ->
                    normal.mean() + normal.deviation() * Noise.gaussian(seed, stream, 0, entity);
            draw(variable, draw, sets, start);
        } else {
            Arrays.fill(start, ((Initial.Constant) variable.initial()).value() * factor);
        }
        return start;
    }

    private int index(Variable variable) {
        int index = 0;
        while (!mass.variables().get(index).name().equals(variable.name())) {
            index++;
        }
        return index;
    }

    private void evaluate(Initial.Expression expression, Sets sets, double[] start) {
        Formula formula = given.formulas.computeIfAbsent(
                expression.text(), text -> Formula.of(Parser.expression(text, group.title())));
        Map<String, double[]> parameters = new HashMap<>();
        Arrays.setAll(
                start,
                lane -> formula.value(name -> {
                    double[] own = parameters.computeIfAbsent(name, n -> group.parameter(n, sets));
                    return own[own.length == 1 ? 0 : lane];
                }));
    }

    /** A random number of one node, in a variable's declared unit. */
    private interface Draw {
        double of(long seed, long stream, long entity);
    }

    private void draw(Variable variable, Draw draw, Sets sets, double[] start) {
        int nodes = population.size();
        long stream = INITIAL_STREAMS + firstVariable + index(variable);
        double factor = group.unit(variable.name()).toCoherent();
        for (int lane = 0; lane < start.length; lane++) {
            double value = draw.of(sets.seeds()[lane / nodes], stream, firstEntity + (long) (lane % nodes));
            start[lane] = value * factor;
        }
    }

    /** The value of any variable at t = 0. */
    double[] valueOf(String name, Sets sets, Kernels kernels) {
        Variable variable = group.variable(name);
        if (variable.kind() != Kind.OUTPUT) {
            return of(variable, sets);
        }
        CompiledMass compiled =
                group.formula(Map.of(name, new Expr.Name(name)), kernels).compiled();
        CompiledMass.Memory memory = group.memory(compiled, sets);
        int lanes = population.size() * sets.count();
        double[][] arrays = memory.arrays().clone();
        for (int slot = 0; slot < arrays.length; slot++) {
            Slots.Slot read = compiled.slots().arrays().get(slot);
            arrays[slot] = read.role() == Role.VALUE ? of(group.variable(read.name()), sets) : arrays[slot];
            arrays[slot] = arrays[slot] == null ? new double[lanes] : arrays[slot];
        }
        compiled.kernel().outputs(arrays, memory.scalars(), compiled.lookups(group.tables()), 0, lanes);
        return arrays[compiled.slots().find(Role.OUTPUT, name)];
    }
}
