package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Coupling;
import dev.gyrus.core.Input;
import dev.gyrus.core.Sync;
import dev.gyrus.core.internal.engine.Addresses.Place;
import dev.gyrus.core.internal.engine.Interaction.Summand;
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

    /** All that the expressions of a coupling depend on; source and target are {@link GroupDraft#kind()}. */
    record Kind(Coupling coupling, int source, String output, int target, String partner, Input input) {}

    /**
     * Reads and checks a line of wiring.
     *
     * @param read expressions read so far, by what they depend on
     * @param origin what errors call its expressions
     */
    static CouplingDraft of(
            Sync sync, Addresses addresses, Place output, Place input, Map<Kind, Interaction> read, String origin) {
        GroupDraft source = addresses.group(output);
        GroupDraft target = addresses.group(input);
        String partner = Objects.requireNonNullElse(target.localName(sync.target()), "");
        Input arriving = target.mass().input(input.name()).orElseThrow();
        Kind kind = new Kind(sync.coupling(), source.kind(), output.name(), target.kind(), partner, arriving);
        Interaction expressions = read.get(kind);
        if (expressions == null) {
            expressions = Interaction.of(
                    sync.coupling(), source.mass(), output.name(), target.mass(), partner, arriving, origin);
            read.put(kind, expressions);
        }
        return new CouplingDraft(expressions, output, input, source, target);
    }

    /** How many sums the coupling needs. */
    int size() {
        return expressions.sums().size();
    }

    /** True where a sum needs both ends of each connection. */
    boolean isPaired(int sum) {
        return expressions.sums().get(sum).paired();
    }

    /** The channel of what is summed. */
    Place channel(int sum) {
        Summand summand = expressions.sums().get(sum);
        return new Place(output.group(), source.transformed(summand.value(), summand.text()));
    }

    /** A sum computed for each connection. */
    PairPlan pair(int sum, Csr connections, Kernels kernels) {
        Expr pre = expressions.sums().get(sum).value();
        List<String> ofSource = members(pre, Interaction::ofSource);
        List<String> ofTarget = members(pre, Interaction::ofTarget);
        int[] channels = ofSource.stream()
                .mapToInt(name -> source.channel(source.transformed(new Expr.Name(name), name)))
                .toArray();
        Map<String, Expr> read = new LinkedHashMap<>();
        ofTarget.forEach(name -> read.put(name, new Expr.Name(name)));
        FormulaPlan values = target.formula(read, kernels);
        int[] results = ofTarget.stream()
                .mapToInt(name -> values.compiled().slots().find(Role.OUTPUT, name))
                .toArray();
        Equations equations = new Equations(
                Map.of(), Set.of(), Set.of(), Map.of(), Map.of(), Map.of(), Map.of(RESULT, pre), Map.of());
        CompiledMass compiled = kernels.of(equations);
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
        return target.coupling(input.name(), expressions, count, weightSums);
    }
}
