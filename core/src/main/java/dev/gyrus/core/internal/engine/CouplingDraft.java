package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Input;
import dev.gyrus.core.Sync;
import dev.gyrus.core.internal.engine.Addresses.Place;
import dev.gyrus.core.internal.engine.Plan.FormulaPlan;
import dev.gyrus.core.internal.engine.Plan.PairPlan;
import dev.gyrus.core.internal.kernel.CompiledMass;
import dev.gyrus.core.internal.kernel.Equations;
import dev.gyrus.core.internal.kernel.Slots.Role;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One coupling from one group to another while a plan is being made. */
final class CouplingDraft {
    private static final String RESULT = "result";

    private final Interaction expressions;
    private final Place output;
    private final Place input;
    private final GroupDraft source;
    private final GroupDraft target;

    private CouplingDraft(Interaction expressions, Place output, Place input, GroupDraft source, GroupDraft target) {
        this.expressions = expressions;
        this.output = output;
        this.input = input;
        this.source = source;
        this.target = target;
    }

    /**
     * Reads and checks a line of wiring.
     *
     * @param read expressions read so far, by what they depend on
     * @param origin what errors call its expressions
     */
    static CouplingDraft of(
            Sync sync,
            Addresses addresses,
            Place output,
            Place input,
            Map<List<Object>, Interaction> read,
            String origin) {
        GroupDraft source = addresses.group(output);
        GroupDraft target = addresses.group(input);
        String partner = Objects.requireNonNullElse(target.localName(sync.target()), "");
        Input arriving = target.mass().input(input.name()).orElseThrow();
        List<Object> key = List.of(sync.coupling(), source.names(), output.name(), target.names(), partner, arriving);
        Interaction expressions = read.get(key);
        if (expressions == null) {
            expressions = Interaction.of(
                    sync.coupling(), source.mass(), output.name(), target.mass(), partner, arriving, origin);
            read.put(key, expressions);
        }
        return new CouplingDraft(expressions, output, input, source, target);
    }

    /** How many sums the coupling needs. */
    int size() {
        return expressions.pre().size();
    }

    /** True where a sum needs both ends of each connection. */
    boolean isPaired(int sum) {
        return Interaction.isPaired(expressions.pre().get(sum));
    }

    /** What is summed, in names of the source group. */
    Expr channel(int sum) {
        return Trees.substitute(expressions.pre().get(sum), name -> named(Interaction.ofSource(name)));
    }

    private static Expr named(String name) {
        return name == null ? null : new Expr.Name(name);
    }

    /** A sum computed for each connection. */
    PairPlan pair(int sum, Csr connections, Map<Equations, CompiledMass> cache) {
        Expr pre = expressions.pre().get(sum);
        List<String> ofSource = members(pre, Interaction::ofSource);
        List<String> ofTarget = members(pre, Interaction::ofTarget);
        int[] channels = ofSource.stream()
                .mapToInt(name -> source.channel(source.transformed(new Expr.Name(name))))
                .toArray();
        Map<String, Expr> read = new LinkedHashMap<>();
        ofTarget.forEach(name -> read.put(name, new Expr.Name(name)));
        FormulaPlan values = target.formula(read, cache);
        int[] results = ofTarget.stream()
                .mapToInt(name -> values.compiled().slots().find(Role.OUTPUT, name))
                .toArray();
        Equations equations = new Equations(
                Map.of(), Set.of(), Set.of(), Map.of(), Map.of(), Map.of(), Map.of(RESULT, pre), Map.of());
        CompiledMass compiled = cache.computeIfAbsent(equations, CompiledMass::of);
        return new PairPlan(
                output.group(),
                channels,
                input.group(),
                values,
                results,
                compiled,
                slots(compiled, ofSource, "source."),
                slots(compiled, ofTarget, "target."),
                compiled.slots().find(Role.OUTPUT, RESULT),
                connections);
    }

    private static List<String> members(Expr pre, UnaryOperator<String> side) {
        List<String> members = new ArrayList<>();
        for (String name : Trees.names(pre)) {
            String member = side.apply(name);
            if (member != null) {
                members.add(member);
            }
        }
        return members;
    }

    private static int[] slots(CompiledMass compiled, List<String> members, String side) {
        return members.stream()
                .mapToInt(name -> compiled.slots().find(Role.VALUE, side + name))
                .toArray();
    }

    /** What the coupling adds to the target's input; {@code count} is the number of nodes of the source. */
    CouplingTerm term(int count, double[] weightSums) {
        return target.coupling(input.name(), post(), size(), count, weightSums);
    }

    private Expr post() {
        return Trees.substitute(expressions.post(), name -> named(Interaction.ofTarget(name)));
    }
}
