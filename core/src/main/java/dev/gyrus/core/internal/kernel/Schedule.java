package dev.gyrus.core.internal.kernel;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.internal.kernel.Term.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Cuts the terms of one program into short loops and whole-array operations.
 *
 * <p>Why short loops: the JIT compiler turns a loop over lanes into vector instructions when every access is {@code
 * a[i]} with the bare index and the body is small; one large body stays scalar. Terms are ordered by their level (the
 * number of array operations below them); within a level, loops are filled root by root up to {@link #LARGEST_LOOP}
 * operations. A term that a later loop or an array operation needs is stored in a scratch array, which is reused once
 * its last reader is past.
 */
final class Schedule {
    static final int LARGEST_LOOP = 16;

    /** A method takes at most 255 words of arguments, a scalar is two: loops are cut before their operands reach that. */
    private static final int MOST_ARGUMENTS = 240;

    /** One thing done over all lanes. */
    sealed interface Action {}

    /**
     * A loop.
     *
     * @param terms what it computes, operands first
     * @param stores which terms it leaves in which arrays
     */
    record Loop(List<Term> terms, List<Store> stores) implements Action {}

    /** A term left in an array. */
    record Store(Term term, int slot) {}

    /**
     * An elementary function or a table look-up over arrays.
     *
     * @param terms the results; several for look-ups at one point
     * @param arguments array slots
     * @param results array slots, one per term
     */
    record ArrayOperation(List<Term> terms, int[] arguments, int[] results) implements Action {}

    /**
     * What to do, in order.
     *
     * @param homes the array slot from which a term can be read once it is computed
     */
    record Program(List<Action> actions, Map<Term, Integer> homes) {}

    private final Slots slots;
    private final Map<Term, List<Integer>> roots = new LinkedHashMap<>();
    private final List<Action> actions = new ArrayList<>();
    private final Map<Term, Integer> home = new HashMap<>();

    private Schedule(Slots slots) {
        this.slots = slots;
    }

    /**
     * @param roots what the program must leave in which arrays
     * @param slots numbers of the arrays; scratch arrays are added
     */
    static Program of(Map<Integer, Term> roots, Slots slots) {
        Schedule schedule = new Schedule(slots);
        roots.forEach((slot, term) ->
                schedule.roots.computeIfAbsent(term, t -> new ArrayList<>()).add(slot));
        schedule.build();
        return new Program(List.copyOf(schedule.actions), Map.copyOf(schedule.home));
    }

    private void build() {
        Set<Term> needed = needed();
        List<List<Term>> order = new ArrayList<>();
        int deepest = needed.stream().mapToInt(Term::level).max().orElse(0);
        Map<Term, List<Term>> loopOf = new HashMap<>();
        for (int level = 0; level <= deepest; level++) {
            order.addAll(loops(level, needed, loopOf));
            order.addAll(operations(level + 1, needed));
        }
        emit(order, lastUse(order), crossing(needed, loopOf));
    }

    /** Every varying term below the roots, and every root. */
    private Set<Term> needed() {
        Set<Term> seen = new LinkedHashSet<>();
        Deque<Term> open = new ArrayDeque<>(roots.keySet());
        while (!open.isEmpty()) {
            Term term = open.pop();
            if ((term.varying() || roots.containsKey(term)) && seen.add(term)) {
                term.arguments().forEach(open::push);
            }
        }
        return seen;
    }

    /** Terms that must be stored: read by an array operation or by another loop than their own. */
    private static Set<Term> crossing(Set<Term> needed, Map<Term, List<Term>> loopOf) {
        Set<Term> crossing = new LinkedHashSet<>();
        for (Term term : needed) {
            for (Term argument : term.arguments()) {
                boolean elsewhere = term.kind().isArrayOperation() || loopOf.get(argument) != loopOf.get(term);
                boolean stored = argument.isLoopWork() && !argument.kind().isCondition();
                boolean spread = term.varying() && term.kind().isArrayOperation() && argument.isUniform();
                if (stored && elsewhere || spread) {
                    crossing.add(argument);
                }
            }
        }
        return crossing;
    }

    /** What a loop at this level must produce, grouped into loops. */
    private List<List<Term>> loops(int level, Set<Term> needed, Map<Term, List<Term>> loopOf) {
        List<Term> wanted = new ArrayList<>();
        for (Term term : needed) {
            if (term.kind().isArrayOperation() && term.varying() && term.level() == level + 1) {
                for (Term argument : term.arguments()) {
                    if (argument.level() <= level && (argument.isLoopWork() || argument.isUniform())) {
                        wanted.add(argument);
                    }
                }
            }
        }
        for (Term root : roots.keySet()) {
            boolean operation = root.varying() && root.kind().isArrayOperation();
            if (root.level() == level && !operation) {
                wanted.add(root);
            }
        }
        List<List<Term>> loops = new ArrayList<>();
        List<Term> current = new ArrayList<>();
        int words = 0;
        for (Term term : wanted) {
            if (loopOf.containsKey(term)) {
                continue;
            }
            List<Term> closure = new ArrayList<>();
            close(term, loopOf, closure, new LinkedHashSet<>());
            if (!current.isEmpty() && current.size() + closure.size() > LARGEST_LOOP) {
                loops.add(current);
                current = new ArrayList<>();
                words = 0;
            }
            for (Term part : closure) {
                int more = 2 * operands(part) + 1;
                checkOperands(part);
                if (!current.isEmpty() && words + more > MOST_ARGUMENTS) {
                    loops.add(current);
                    current = new ArrayList<>();
                    words = 0;
                }
                words += more;
                current.add(part);
                loopOf.put(part, current);
            }
        }
        if (!current.isEmpty()) {
            loops.add(current);
        }
        return loops;
    }

    private static void checkOperands(Term term) {
        Set<Term> distinct = new LinkedHashSet<>();
        collect(term, distinct);
        if (2 * distinct.size() > MOST_ARGUMENTS) {
            throw GyrusException.input(Problem.of(
                            "equations",
                            "at most " + MOST_ARGUMENTS / 2 + " values in one condition",
                            String.valueOf(distinct.size()))
                    .hint("parts of it can be intermediates: where(condition, 1, 0)"));
        }
    }

    private static void collect(Term term, Set<Term> into) {
        for (Term argument : term.arguments()) {
            if (argument.kind().isCondition()) {
                collect(argument, into);
            } else {
                into.add(argument);
            }
        }
    }

    /** How many values a term reads where conditions are computed along with it. */
    private static int operands(Term term) {
        return term.arguments().stream()
                .mapToInt(argument -> argument.kind().isCondition() ? operands(argument) : 1)
                .sum();
    }

    /** The term and the loop work below it that no loop computes yet, operands first. */
    private static void close(Term term, Map<Term, List<Term>> loopOf, List<Term> closure, Set<Term> seen) {
        if (loopOf.containsKey(term) || !seen.add(term)) {
            return;
        }
        for (Term argument : term.arguments()) {
            if (argument.isLoopWork() && !argument.kind().isCondition()) {
                close(argument, loopOf, closure, seen);
            } else if (argument.kind().isCondition()) {
                closeCondition(argument, loopOf, closure, seen);
            }
        }
        closure.add(term);
    }

    /** Conditions are not stored: their numeric operands are computed here, they themselves wherever they are read. */
    private static void closeCondition(Term term, Map<Term, List<Term>> loopOf, List<Term> closure, Set<Term> seen) {
        for (Term argument : term.arguments()) {
            if (argument.kind().isCondition()) {
                closeCondition(argument, loopOf, closure, seen);
            } else if (argument.isLoopWork()) {
                close(argument, loopOf, closure, seen);
            }
        }
    }

    /** Array operations with results of this level; look-ups at one point are one operation. */
    private static List<List<Term>> operations(int level, Set<Term> needed) {
        Map<List<Object>, List<Term>> groups = new LinkedHashMap<>();
        for (Term term : needed) {
            if (term.varying() && term.kind().isArrayOperation() && term.level() == level) {
                List<Object> key = new ArrayList<>();
                key.add(term.kind());
                term.arguments().forEach(a -> key.add(a.id()));
                key.add(term.kind().isLookup() ? table(term) : "");
                groups.computeIfAbsent(key, k -> new ArrayList<>()).add(term);
            }
        }
        return new ArrayList<>(groups.values());
    }

    static String table(Term lookup) {
        return lookup.name().substring(0, lookup.name().indexOf('.'));
    }

    /** The position of the last action that reads a term. */
    private static Map<Term, Integer> lastUse(List<List<Term>> order) {
        Map<Term, Integer> last = new HashMap<>();
        for (int at = 0; at < order.size(); at++) {
            for (Term term : order.get(at)) {
                use(term, at, last);
            }
        }
        return last;
    }

    private static void use(Term term, int at, Map<Term, Integer> last) {
        for (Term argument : term.arguments()) {
            last.merge(argument, at, Math::max);
            if (argument.kind().isCondition()) {
                use(argument, at, last);
            }
        }
    }

    private void emit(List<List<Term>> order, Map<Term, Integer> lastUse, Set<Term> crossing) {
        Deque<Integer> free = new ArrayDeque<>();
        TreeMap<Integer, List<Integer>> expiring = new TreeMap<>();
        int[] count = {0};
        for (int at = 0; at < order.size(); at++) {
            while (!expiring.isEmpty() && expiring.firstKey() < at) {
                free.addAll(expiring.pollFirstEntry().getValue());
            }
            List<Term> terms = order.get(at);
            boolean operation = terms.get(0).varying() && terms.get(0).kind().isArrayOperation();
            List<Store> stores = new ArrayList<>();
            int[] results = new int[terms.size()];
            for (int k = 0; k < terms.size(); k++) {
                Term term = terms.get(k);
                List<Integer> targets = new ArrayList<>(roots.getOrDefault(term, List.of()));
                if (operation || crossing.contains(term)) {
                    Integer slot = free.isEmpty() ? slots.array(Slots.Role.SCRATCH, "s" + count[0]++) : free.pop();
                    expiring.computeIfAbsent(lastUse.getOrDefault(term, at), e -> new ArrayList<>())
                            .add(slot);
                    home.put(term, slot);
                    results[k] = slot;
                    if (!operation) {
                        targets.add(slot);
                    }
                }
                if (!operation) {
                    targets.forEach(slot -> stores.add(new Store(term, slot)));
                }
            }
            if (operation) {
                actions.add(new ArrayOperation(terms, argumentSlots(terms.get(0)), results));
                List<Store> copies = new ArrayList<>();
                for (Term term : terms) {
                    roots.getOrDefault(term, List.of()).forEach(slot -> copies.add(new Store(term, slot)));
                }
                if (!copies.isEmpty()) {
                    actions.add(new Loop(List.of(), copies));
                }
            } else {
                actions.add(new Loop(terms, stores));
            }
        }
    }

    private int[] argumentSlots(Term operation) {
        return operation.arguments().stream().mapToInt(this::arraySlot).toArray();
    }

    /** The array a term can be read from. */
    private int arraySlot(Term term) {
        Integer slot = home.get(term);
        return slot != null ? slot : sourceSlot(term, slots);
    }

    /** Where a loop reads a term it doesn't compute. */
    static int sourceSlot(Term term, Slots slots) {
        return term.kind() == Kind.LEAF
                ? slots.array(Slots.Role.VALUE, term.name())
                : slots.array(Slots.Role.CONSTANT, constantName(term));
    }

    /** The name of a constant: a parameter's own, or one that no parameter can have. */
    static String constantName(Term term) {
        return term.kind() == Kind.PARAMETER ? term.name() : "c#" + term.id();
    }
}
