package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Stimulus;
import dev.gyrus.core.internal.engine.Plan.Arrival;
import dev.gyrus.core.internal.engine.Plan.InputPlan;
import dev.gyrus.core.internal.engine.Plan.PairPlan;
import dev.gyrus.core.internal.engine.Plan.StimulusPlan;
import dev.gyrus.core.internal.kernel.CompiledMass;
import dev.gyrus.core.internal.kernel.Slots.Role;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What arrives at the inputs of a group while a plan is being made. */
final class GroupInputs {
    private static final String BASE = "#base";
    private static final String ARRIVING = "#in";

    private final Map<String, List<Arrival>> arrivals = new LinkedHashMap<>();
    private final Map<String, List<StimulusPlan>> stimuli = new LinkedHashMap<>();
    private final Map<String, List<StimulusOfSets>> ofSets = new LinkedHashMap<>();
    private final Map<String, List<PairPlan>> pairs = new LinkedHashMap<>();
    private final Map<String, Map<Object, CouplingTerm>> couplings = new LinkedHashMap<>();

    /**
     * Stimuli that differ between sets.
     *
     * @param drive its number among those of the sets
     * @param scale coherent value = stimulus × scale
     * @param nodes of a set that it drives
     */
    record StimulusOfSets(int drive, double scale, int[] nodes) {}

    /** What equations call the value of a parameter that something is added to. */
    static String base(String parameter) {
        return parameter + BASE;
    }

    /** The parameter of a name that may be {@link #base}. */
    static String withoutBase(String name) {
        return name.endsWith(BASE) ? name.substring(0, name.length() - BASE.length()) : name;
    }

    /** What equations call the sum of what arrives at an input. */
    static String sumOf(InputPlan input) {
        return sumOf(input.name());
    }

    private static String sumOf(String input) {
        return input.contains("#") ? input : input + ARRIVING;
    }

    void add(String input, Arrival arrival) {
        arrivals.computeIfAbsent(input, i -> new ArrayList<>()).add(arrival);
    }

    void add(String input, StimulusPlan stimulus) {
        stimuli.computeIfAbsent(input, i -> new ArrayList<>()).add(stimulus);
    }

    void add(String input, StimulusOfSets stimulus) {
        ofSets.computeIfAbsent(input, i -> new ArrayList<>()).add(stimulus);
    }

    void add(String input, PairPlan pair) {
        pairs.computeIfAbsent(input, i -> new ArrayList<>()).add(pair);
    }

    /** The term of a coupling; its constants are put among the parameters. */
    CouplingTerm coupling(
            String input, Interaction expressions, double count, double[] weightSums, Parameters parameters) {
        Map<Object, CouplingTerm> terms = couplings.computeIfAbsent(input, i -> new LinkedHashMap<>());
        Object kind = expressions.linear() ? List.of(expressions.post(), count) : terms.size();
        CouplingTerm term = terms.get(kind);
        if (term != null) {
            parameters.add(term.weightSum(), weightSums);
            return term;
        }
        String prefix = input + "#" + terms.size();
        Expr value = Trees.substitute(
                expressions.post(), name -> name.startsWith("#") ? new Expr.Name(prefix + name) : null);
        List<String> names = IntStream.rangeClosed(1, expressions.sums().size())
                .mapToObj(k -> prefix + "#sum" + k)
                .toList();
        parameters.put(prefix + Interaction.WEIGHT_SUM, weightSums);
        parameters.put(prefix + Interaction.COUNT, new double[] {count});
        term = new CouplingTerm(value, names, prefix + Interaction.WEIGHT_SUM);
        terms.put(kind, term);
        return term;
    }

    /** What arrives at an input, as an expression of the arrays of sums; 0 where nothing does. */
    Expr arriving(String input) {
        boolean arrives = arrivals.containsKey(input) || stimuli.containsKey(input) || ofSets.containsKey(input);
        Expr sum = arrives ? new Expr.Name(input + ARRIVING) : null;
        for (CouplingTerm term : couplings.getOrDefault(input, Map.of()).values()) {
            sum = sum == null ? term.value() : new Expr.Binary(Expr.Op.ADD, sum, term.value());
        }
        return sum == null ? new Expr.Num(0) : sum;
    }

    /**
     * The inputs that a kernel reads, in some sets.
     *
     * @param others whether other programs may read those that the kernel does not
     * @param pairsOfSets what becomes of pairs of one set
     */
    List<InputPlan> plans(
            CompiledMass compiled, boolean others, Sets sets, int nodes, UnaryOperator<PairPlan> pairsOfSets) {
        Set<String> names = new LinkedHashSet<>(arrivals.keySet());
        names.addAll(pairs.keySet());
        names.addAll(stimuli.keySet());
        names.addAll(ofSets.keySet());
        List<InputPlan> plans = new ArrayList<>();
        for (String name : names) {
            int slot = compiled.slots().find(Role.VALUE, sumOf(name));
            if (slot >= 0 || others) {
                plans.add(new InputPlan(
                        name,
                        slot,
                        arrivals.getOrDefault(name, List.of()),
                        pairs.getOrDefault(name, List.of()).stream()
                                .map(pairsOfSets)
                                .toList(),
                        stimuli(name, sets, nodes)));
            }
        }
        return plans;
    }

    /** Those of all sets first, as a set by itself adds them up. */
    private List<StimulusPlan> stimuli(String input, Sets sets, int nodes) {
        List<StimulusPlan> plans = new ArrayList<>();
        for (StimulusPlan shared : stimuli.getOrDefault(input, List.of())) {
            plans.add(new StimulusPlan(shared.stimulus(), shared.scale(), sets.repeat(shared.lanes(), nodes)));
        }
        for (StimulusOfSets own : ofSets.getOrDefault(input, List.of())) {
            for (int set = 0; set < sets.count(); set++) {
                Stimulus stimulus = sets.drives().get(own.drive()).get(set).stimulus();
                plans.add(new StimulusPlan(stimulus, own.scale(), Sets.lanes(set, own.nodes(), nodes)));
            }
        }
        return plans;
    }
}
