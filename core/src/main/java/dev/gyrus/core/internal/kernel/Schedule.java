package dev.gyrus.core.internal.kernel;

import dev.gyrus.core.internal.kernel.Term.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns the {@link Phases} of one program into actions on arrays. A term that a later phase reads is stored in a scratch
 * array, which is reused once its last reader is past.
 */
final class Schedule {
    /** One thing done over all lanes. */
    sealed interface Action {}

    /**
     * A loop.
     *
     * @param terms what it computes, operands first
     * @param stores which terms it leaves in which arrays
     */
    record Loop(List<Term> terms, List<Store> stores) implements Action {
        List<Term> lookups() {
            return terms.stream()
                    .filter(term -> term.varying() && term.kind().isLookup())
                    .toList();
        }
    }

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
     * @param fused true for few lanes
     */
    static Program of(Map<Integer, Term> roots, Slots slots, boolean fused) {
        Schedule schedule = new Schedule(slots);
        roots.forEach((slot, term) ->
                schedule.roots.computeIfAbsent(term, t -> new ArrayList<>()).add(slot));
        schedule.build(fused);
        return new Program(List.copyOf(schedule.actions), Map.copyOf(schedule.home));
    }

    private void build(boolean fused) {
        Phases phases = Phases.of(roots.keySet(), fused);
        emit(phases.order(), lastUse(phases.order()), phases, fused);
    }

    static String table(Term lookup) {
        return lookup.name().substring(0, lookup.name().indexOf('.'));
    }

    /** The position of the last action that reads a term. */
    private static Map<Term, Integer> lastUse(List<List<Term>> order) {
        Map<Term, Integer> last = new HashMap<>();
        for (int at = 0; at < order.size(); at++) {
            for (Term term : order.get(at)) {
                for (Term operand : term.operands()) {
                    last.merge(operand, at, Math::max);
                }
            }
        }
        return last;
    }

    private void emit(List<List<Term>> order, Map<Term, Integer> lastUse, Phases phases, boolean fused) {
        Deque<Integer> free = new ArrayDeque<>();
        TreeMap<Integer, List<Integer>> expiring = new TreeMap<>();
        int[] count = {0};
        for (int at = 0; at < order.size(); at++) {
            while (!expiring.isEmpty() && expiring.firstKey() < at) {
                free.addAll(expiring.pollFirstEntry().getValue());
            }
            List<Term> terms = order.get(at);
            boolean operation =
                    !fused && terms.get(0).isPhase() && terms.get(0).kind().isArrayOperation();
            List<Store> stores = new ArrayList<>();
            int[] results = new int[terms.size()];
            for (int k = 0; k < terms.size(); k++) {
                Term term = terms.get(k);
                List<Integer> targets = new ArrayList<>(roots.getOrDefault(term, List.of()));
                if (operation || phases.isRead(term)) {
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
