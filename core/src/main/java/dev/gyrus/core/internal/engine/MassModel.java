package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Unit;
import dev.gyrus.core.Variable;
import dev.gyrus.core.Variable.Kind;
import dev.gyrus.core.internal.language.Declarations;
import dev.gyrus.core.internal.language.Derive;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Names;
import dev.gyrus.core.internal.language.Noise;
import dev.gyrus.core.internal.language.Parser;
import dev.gyrus.core.internal.language.Script;
import dev.gyrus.core.internal.language.Statement;
import dev.gyrus.core.internal.language.Trees;
import dev.gyrus.core.internal.language.Units;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The equations of a mass, parsed, checked and sorted by what they define.
 *
 * @param lets intermediates
 * @param outputs functions of the state
 * @param holds next values of holds
 * @param drift dx/dt without noise, by state in the order of the mass
 * @param noise per state, the factor of each noise variable
 * @param noiseNames noise variables in order of appearance: their streams
 * @param units of variables and parameters
 * @param inputUnits of inputs, which may share the name of a parameter
 */
record MassModel(
        Map<String, Expr> lets,
        Map<String, Expr> outputs,
        Map<String, Expr> holds,
        Map<String, Expr> drift,
        Map<String, Map<String, Expr>> noise,
        List<String> noiseNames,
        Map<String, Unit> units,
        Map<String, Unit> inputUnits) {

    /** Reads a mass, or reports all that is wrong with its equations. */
    static MassModel of(Mass mass) {
        Problems problems = new Problems();
        Declarations declared = declarations(mass, problems);
        Script script = Parser.script(mass.equations(), mass.name());
        Names.check(script, declared, problems);
        problems.throwIfAny();
        List<Statement> ordered = Names.order(script, problems);
        problems.throwIfAny();
        Units.check(script, ordered, declared, Units.Mode.LENIENT, problems);
        mass.variables().forEach(variable -> checkStart(mass, variable, problems));
        Noise split = Noise.split(script, ordered, problems);
        problems.throwIfAny();
        MassModel model = sorted(mass, split, declared);
        model.outputs.forEach((name, value) -> model.checkOutput(mass, name, value, new HashSet<>(), problems));
        problems.throwIfAny();
        return model;
    }

    /** A start has the unit of its variable; what cannot be read is said where it is evaluated. */
    private static void checkStart(Mass mass, Variable variable, Problems problems) {
        if (!(variable.initial() instanceof Initial.Expression start)) {
            return;
        }
        Map<String, Unit> parameters = new LinkedHashMap<>();
        mass.parameters().forEach(p -> parameters.put(p.name(), Unit.of(p.unit())));
        Declarations declared = new Declarations(
                Map.of(), Map.of(), Map.of(variable.name(), Unit.of(variable.unit())), parameters, List.of());
        Problems unreadable = new Problems();
        unreadable.collect(() -> {
            String line = "output " + variable.name() + " = " + start.text().replace('\n', ' ');
            Script script = Parser.script(line, mass.name() + ", start of " + variable.name());
            Names.check(script, declared, unreadable);
            List<Statement> ordered = Names.order(script, unreadable);
            if (unreadable.isEmpty()) {
                Units.check(script, ordered, declared, Units.Mode.LENIENT, problems);
            }
        });
    }

    /** An output belongs to a sample, an input to the step after it: one can't read the other. */
    private void checkOutput(Mass mass, String output, Expr value, Set<String> seen, Problems problems) {
        for (String name : Trees.names(value)) {
            Expr definition = lets.containsKey(name) ? lets.get(name) : outputs.get(name);
            if (seen.add(name) && definition != null) {
                checkOutput(mass, output, definition, seen, problems);
            } else if (mass.input(name).isPresent() && mass.parameter(name).isEmpty()) {
                problems.add(Problem.of(
                        mass.name() + "." + output,
                        "a function of states, holds and parameters",
                        "input '" + name + "'"));
            }
        }
    }

    private static Declarations declarations(Mass mass, Problems problems) {
        Set<String> seen = new HashSet<>();
        mass.variables().forEach(v -> unique(mass, v.name(), seen, problems));
        mass.parameters().forEach(p -> unique(mass, p.name(), seen, problems));
        Map<String, Unit> values = new LinkedHashMap<>();
        mass.parameters().forEach(p -> values.put(p.name(), Unit.of(p.unit())));
        mass.inputs().forEach(i -> values.putIfAbsent(i.name(), Unit.of(i.unit())));
        return new Declarations(
                units(mass, Kind.STATE), units(mass, Kind.HOLD), units(mass, Kind.OUTPUT), values, mass.tables());
    }

    private static void unique(Mass mass, String name, Set<String> seen, Problems problems) {
        if (!seen.add(name)) {
            problems.add(Problem.of(mass.name() + "." + name, "a name declared once", "a second declaration"));
        }
    }

    private static Map<String, Unit> units(Mass mass, Kind kind) {
        Map<String, Unit> units = new LinkedHashMap<>();
        for (Variable variable : mass.variables()) {
            if (variable.kind() == kind) {
                units.put(variable.name(), Unit.of(variable.unit()));
            }
        }
        return units;
    }

    private static MassModel sorted(Mass mass, Noise split, Declarations declared) {
        Map<String, Expr> lets = new LinkedHashMap<>();
        Map<String, Expr> outputs = new LinkedHashMap<>();
        Map<String, Expr> holds = new LinkedHashMap<>();
        Map<String, Expr> rates = new LinkedHashMap<>();
        for (Statement statement : split.drift()) {
            Map<String, Expr> kind = statement instanceof Statement.Differential
                    ? rates
                    : statement instanceof Statement.Hold
                            ? holds
                            : statement instanceof Statement.Output ? outputs : lets;
            kind.put(statement.name(), statement.value());
        }
        Map<String, Expr> drift = new LinkedHashMap<>();
        for (Variable variable : mass.variables()) {
            if (variable.kind() == Kind.STATE) {
                drift.put(variable.name(), rates.get(variable.name()));
            } else if (variable.kind() == Kind.OUTPUT && lets.containsKey(variable.name())) {
                outputs.put(variable.name(), lets.remove(variable.name()));
            }
        }
        List<String> names = new ArrayList<>();
        split.amplitudes()
                .values()
                .forEach(factors -> factors.keySet().stream()
                        .filter(name -> !names.contains(name))
                        .forEach(names::add));
        Map<String, Unit> units = new HashMap<>(declared.states());
        units.putAll(declared.holds());
        units.putAll(declared.outputs());
        mass.parameters().forEach(p -> units.put(p.name(), declared.values().get(p.name())));
        Map<String, Unit> inputs = new HashMap<>();
        mass.inputs().forEach(i -> inputs.put(i.name(), Unit.of(i.unit())));
        return new MassModel(lets, outputs, holds, drift, split.amplitudes(), names, units, inputs);
    }

    /** dq/dt of a function of the state along the drift; empty where it reads a table. */
    Optional<Expr> slope(Expr value) {
        boolean[] table = new boolean[1];
        Expr slope = derivative(value, table);
        return table[0] ? Optional.empty() : Optional.of(slope);
    }

    private Expr derivative(Expr value, boolean[] table) {
        Trees.walk(value, node -> table[0] |= node instanceof Expr.Lookup);
        return Derive.chain(value, name -> {
            Expr rate = drift.get(name);
            Expr definition = lets.containsKey(name) ? lets.get(name) : outputs.get(name);
            if (rate != null || definition == null) {
                return rate != null ? rate : new Expr.Num(name.equals("t") ? 1 : 0);
            }
            return derivative(definition, table);
        });
    }
}
