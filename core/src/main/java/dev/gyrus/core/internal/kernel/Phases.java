package dev.gyrus.core.internal.kernel;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts the terms of one program into phases, each a pass over all lanes. For many lanes these are short loops of
 * arithmetic, loops of choices, and whole-array operations; for few, loops of everything, where each pass costs more than
 * what it does to a lane.
 *
 * <p>Why short loops: the JIT compiler (C2) turns a loop over lanes into vector instructions when every access is {@code
 * a[i]} with the bare index, the body has no branches, and the body is small. The limit is sharp: before C2 considers
 * vectors at all it unrolls a loop once, which it does only up to {@code LoopUnrollLimit} = 60 nodes of its graph. An access
 * to an array takes six of them, an operation one and the loop itself eight (measured on JDK 17: with 5, 6 and 7 accesses,
 * 22, 16 and 10 operations are vectorised, 23, 17 and 11 are not). A loop beyond the limit is five times slower.
 *
 * <p>Terms are ordered by their level, the number of phases of their own (whole-array operations and choices) below them;
 * within a level, loops are filled root by root, and a root that is too large for one loop is cut where the limit falls.
 */
final class Phases {
    /** What is left of C2's limit for accesses and operations. */
    static final int MOST_NODES = 52;

    static final int NODES_PER_ACCESS = 6;

    /** A method takes at most 255 words of arguments, a scalar is two: loops are cut before their operands reach that. */
    private static final int MOST_WORDS = 240;

    /** Operations of a loop of everything: well within what the JIT compiler takes of one method, 8000 bytes. */
    private static final int MOST_FUSED = 120;

    private final Set<Term> roots;
    private final boolean fused;
    private final Set<Term> needed = new LinkedHashSet<>();
    private final Map<Term, List<Term>> readers = new HashMap<>();
    private final Map<Term, List<Term>> phaseOf = new HashMap<>();
    private final List<List<Term>> order = new ArrayList<>();

    private Phases(Set<Term> roots, boolean fused) {
        this.roots = roots;
        this.fused = fused;
    }

    /**
     * The phases that compute these terms.
     *
     * @param fused true for few lanes
     */
    static Phases of(Set<Term> roots, boolean fused) {
        Phases phases = new Phases(roots, fused);
        phases.collect();
        if (fused) {
            phases.fuse();
            return phases;
        }
        int deepest = phases.needed.stream().mapToInt(Term::level).max().orElse(0);
        for (int level = 0; level <= deepest; level++) {
            phases.arithmetic(level);
            phases.choices(level + 1);
            phases.operations(level + 1);
        }
        return phases;
    }

    /** What to compute together, in order. */
    List<List<Term>> order() {
        return order;
    }

    /** True for a term that another phase than its own reads: it must be stored. */
    boolean isRead(Term term) {
        return readers.getOrDefault(term, List.of()).stream()
                .anyMatch(reader -> phaseOf.get(reader) != phaseOf.get(term));
    }

    /** Every varying term below the roots, and every root. */
    private void collect() {
        Deque<Term> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Term term = open.pop();
            if ((term.varying() || roots.contains(term)) && needed.add(term)) {
                term.arguments().forEach(open::push);
                if (!term.kind().isCondition()) {
                    checkOperands(term);
                    term.operands().stream()
                            .filter(operand -> mustStore(operand, term))
                            .forEach(operand -> readers.computeIfAbsent(operand, t -> new ArrayList<>())
                                    .add(term));
                }
            }
        }
    }

    /** Whole-array operations read arrays only, loops what is the same on every lane as it is. */
    private boolean mustStore(Term operand, Term reader) {
        boolean spread =
                operand.isUniform() && reader.varying() && reader.kind().isArrayOperation();
        return operand.isComputed() || spread && !fused;
    }

    private static void checkOperands(Term term) {
        long distinct = term.operands().stream().distinct().count();
        if (2 * distinct > MOST_WORDS) {
            throw GyrusException.input(Problem.of(
                            "equations",
                            "at most " + MOST_WORDS / 2 + " values in one condition",
                            String.valueOf(distinct))
                    .hint("parts of it can be intermediates: where(condition, 1, 0)"));
        }
    }

    /** Loops for what this level's roots and the next level's phases need. */
    private void arithmetic(int level) {
        Set<Term> wanted = new LinkedHashSet<>();
        for (Term term : needed) {
            if (term.isPhase() && term.level() == level + 1) {
                term.operands().stream()
                        .filter(operand -> mustStore(operand, term))
                        .forEach(wanted::add);
            }
        }
        roots.stream().filter(root -> root.level() == level && !root.isPhase()).forEach(wanted::add);
        List<Term> loop = new ArrayList<>();
        for (Term term : wanted) {
            List<Term> closure = new ArrayList<>();
            close(term, closure, new LinkedHashSet<>());
            if (!fits(loop, closure)) {
                loop = new ArrayList<>();
            }
            for (Term part : closure) {
                loop = add(loop, part);
            }
        }
    }

    /** The term and the arithmetic below it that no phase computes yet, operands first. */
    private void close(Term term, List<Term> closure, Set<Term> seen) {
        if (term.isPhase() && !fused || phaseOf.containsKey(term) || !seen.add(term)) {
            return;
        }
        term.operands().stream().filter(Term::isComputed).forEach(operand -> close(operand, closure, seen));
        closure.add(term);
    }

    private void choices(int level) {
        List<Term> loop = new ArrayList<>();
        for (Term term : needed) {
            if (term.isPhase() && term.kind().isChoice() && term.level() == level) {
                loop = add(loop, term);
            }
        }
    }

    private void operations(int level) {
        List<Term> operations = needed.stream()
                .filter(term -> term.isPhase() && term.kind().isArrayOperation() && term.level() == level)
                .toList();
        for (List<Term> together : together(operations)) {
            together.forEach(term -> phaseOf.put(term, together));
            order.add(together);
        }
    }

    /** Operations that are made in one: look-ups of several quantities of a table at one point. */
    static List<List<Term>> together(List<Term> operations) {
        Map<List<Object>, List<Term>> groups = new LinkedHashMap<>();
        for (Term term : operations) {
            List<Object> key = new ArrayList<>();
            key.add(term.kind());
            term.arguments().forEach(argument -> key.add(argument.id()));
            key.add(term.kind().isLookup() ? Schedule.table(term) : "");
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(term);
        }
        return new ArrayList<>(groups.values());
    }

    /** Loops of everything, operands first; in words, each term is taken to be stored. */
    private void fuse() {
        List<Term> closure = new ArrayList<>();
        Set<Term> seen = new LinkedHashSet<>();
        roots.forEach(root -> close(root, closure, seen));
        List<Term> loop = new ArrayList<>();
        Set<Term> read = new HashSet<>();
        for (Term term : closure) {
            read.addAll(term.operands());
            if (loop.isEmpty() || loop.size() == MOST_FUSED || 2 * read.size() + loop.size() > MOST_WORDS) {
                loop = new ArrayList<>();
                order.add(loop);
                read = new HashSet<>(term.operands());
            }
            loop.add(term);
            read.remove(term);
            phaseOf.put(term, loop);
        }
    }

    /** Adds a term to a loop, or to a new one where it is full; returns the loop it went to. */
    private List<Term> add(List<Term> loop, Term term) {
        List<Term> target = fits(loop, List.of(term)) ? loop : new ArrayList<>();
        if (target.isEmpty()) {
            order.add(target);
        }
        target.add(term);
        phaseOf.put(term, target);
        return target;
    }

    /** True where a loop stays small enough with these terms; whatever is not in it yet will be read from outside. */
    private boolean fits(List<Term> loop, List<Term> more) {
        if (loop.isEmpty() && more.size() == 1) {
            return true;
        }
        Set<Term> terms = new LinkedHashSet<>(loop);
        terms.addAll(more);
        Set<Term> arrays = new LinkedHashSet<>();
        Set<Term> scalars = new LinkedHashSet<>();
        int stores = 0;
        int operations = 0;
        for (Term term : terms) {
            for (Term operand : term.operands()) {
                if (!terms.contains(operand)) {
                    (operand.isUniform() ? scalars : arrays).add(operand);
                }
            }
            boolean open = readers.getOrDefault(term, List.of()).stream().anyMatch(reader -> !terms.contains(reader));
            stores += open || roots.contains(term) ? 1 : 0;
            operations++;
        }
        int accesses = arrays.size() + stores;
        return NODES_PER_ACCESS * accesses + operations <= MOST_NODES && accesses + 2 * scalars.size() <= MOST_WORDS;
    }
}
