package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Unit;
import dev.gyrus.core.Variable.Kind;
import dev.gyrus.core.internal.language.Declarations;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Parser;
import dev.gyrus.core.internal.language.Script;
import dev.gyrus.core.internal.language.Statement;
import dev.gyrus.core.internal.language.Trees;
import dev.gyrus.core.internal.language.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads thresholds, and statements on states: {@code x = …}, {@code x += …}, {@code x -= …}, {@code x *= …}, {@code x /= …}. */
final class EventText {
    private static final String NAME = "[\\p{L}_][\\p{L}\\p{Nd}_]*";
    private static final Pattern STATEMENT =
            Pattern.compile("\\s*(?:" + NAME + "\\.)?(" + NAME + ")\\s*([-+*/]?)=(?!=)(.*)");
    private static final String FORMS = "a statement on a state: x = …, x += …, x -= … or x *= …";

    private final GroupDraft group;
    private final double dt;
    private final Problems problems;

    EventText(GroupDraft group, double dt, Problems problems) {
        this.group = group;
        this.dt = dt;
        this.problems = problems;
    }

    /** A state's new value, from those that statements above it have made. */
    record Assignment(String state, Expr value) {}

    /** The state of the first statement of a text, with its mass where it is named; empty where it says none. */
    static Optional<String> first(String text) {
        return lines(text).stream()
                .findFirst()
                .map(line -> line.split("[-+*/]?=", 2)[0].strip())
                .filter(name -> !name.isEmpty());
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /**
     * The statements of a text.
     *
     * @param extra names it may read besides those of the mass
     */
    List<Assignment> statements(String text, String key, Set<String> extra) {
        StringBuilder script = new StringBuilder();
        Set<String> states = group.model().drift().keySet();
        Map<String, Unit> assigned = new LinkedHashMap<>();
        boolean fine = true;
        for (String line : lines(text)) {
            Matcher parts = STATEMENT.matcher(line);
            if (!parts.matches()) {
                problems.add(Problem.of(key, FORMS, "'" + line + "'"));
                fine = false;
                continue;
            }
            String state = parts.group(1);
            if (!states.contains(state)) {
                problems.add(Problem.unknown(key, "state", state, states));
                fine = false;
                continue;
            }
            assigned.put(state, group.unit(state));
            String operator = parts.group(2);
            String value = local(parts.group(3).strip());
            script.append("output ").append(state).append(" = ");
            script.append(operator.isEmpty() ? value : state + " " + operator + " (" + value + ")");
            script.append('\n');
        }
        List<Assignment> assignments = new ArrayList<>();
        if (fine) {
            read(script.toString(), key, assigned, extra)
                    .forEach(s -> assignments.add(new Assignment(s.name(), s.value())));
        }
        return assignments;
    }

    /** A condition as a number that is positive where it holds. */
    Optional<Expr> condition(String text, String key, Set<String> extra) {
        String script = "output fires = where(" + local(oneLine(text)) + ", 1, 0)";
        if (text.isBlank()) {
            problems.add(Problem.of(key, "a condition, such as V > V_th", "nothing"));
            return Optional.empty();
        }
        return read(script, key, Map.of(), extra).stream().findFirst().map(Statement::value);
    }

    /** A duration made of parameters, in ms. */
    Optional<Expr> duration(String text, String key) {
        Optional<Expr> value =
                read("output duration = " + local(oneLine(text)), key, Map.of("duration", Unit.of("ms")), Set.of())
                        .stream()
                        .findFirst()
                        .map(Statement::value);
        for (String name : value.map(Trees::names).orElse(Set.of())) {
            if (!group.parameters().has(name)) {
                problems.add(Problem.of(key, "an expression in parameters", "'" + name + "'"));
                return Optional.empty();
            }
        }
        return value;
    }

    private static String oneLine(String text) {
        return String.join(" ", lines(text));
    }

    /** Without the name of the mass before its own names. */
    private String local(String text) {
        return text.replaceAll(
                "(?<![\\p{L}\\p{Nd}_.])" + Pattern.quote(group.mass().name()) + "\\.(?=[\\p{L}_])", "");
    }

    /** Reads a script of outputs and checks its names and units; empty where something is wrong with it. */
    private List<Statement> read(String text, String key, Map<String, Unit> outputs, Set<String> extra) {
        Problems own = new Problems();
        List<Statement> statements = new ArrayList<>();
        own.collect(() -> {
            Script script = Parser.script(text, group.mass().name());
            Set<String> known = known(extra);
            for (Statement statement : script.statements()) {
                for (String name : Trees.names(statement.value())) {
                    if (!known.contains(name)) {
                        own.add(Problem.unknown(key, "name", name, known));
                    }
                }
            }
            if (own.isEmpty()) {
                Units.check(script, script.statements(), declared(outputs, extra), Units.Mode.LENIENT, own);
            }
            script.statements().forEach(s -> statements.add(Trees.with(s, literals(s.value()))));
        });
        own.list().forEach(problem -> problems.add(problem.under(key)));
        return own.isEmpty() ? statements : List.of();
    }

    private Set<String> known(Set<String> extra) {
        MassModel model = group.model();
        Set<String> known = new LinkedHashSet<>(model.units().keySet());
        known.addAll(model.lets().keySet());
        known.addAll(model.inputUnits().keySet());
        known.addAll(extra);
        known.add("t");
        known.add("dt");
        return known;
    }

    private Expr literals(Expr value) {
        boolean own = group.model().units().containsKey("dt");
        return own ? value : Trees.substitute(value, name -> name.equals("dt") ? new Expr.Num(dt) : null);
    }

    private Declarations declared(Map<String, Unit> outputs, Set<String> extra) {
        Map<String, Unit> states = new LinkedHashMap<>();
        Map<String, Unit> values = new LinkedHashMap<>(group.model().inputUnits());
        values.put("dt", Unit.of("ms"));
        group.model().units().forEach((name, unit) -> values.put(name, unit));
        group.mass().variables().forEach(v -> {
            if (v.kind() == Kind.STATE) {
                states.put(v.name(), values.remove(v.name()));
            }
        });
        // What is read besides, such as the weight w, hides the mass's own of that name.
        states.keySet().removeAll(extra);
        values.keySet().removeAll(extra);
        return new Declarations(states, Map.of(), outputs, values, group.mass().tables());
    }
}
