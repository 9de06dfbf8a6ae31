package dev.gyrus.core.internal.kernel;

import dev.gyrus.core.internal.kernel.Schedule.Action;
import dev.gyrus.core.internal.kernel.Schedule.ArrayOperation;
import dev.gyrus.core.internal.kernel.Schedule.Loop;
import dev.gyrus.core.internal.kernel.Schedule.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints generated loops the way one would write them by hand. */
final class Listing {
    private final List<String> names = new ArrayList<>();

    private Listing(Slots slots) {
        for (Slots.Slot slot : slots.arrays()) {
            names.add(
                    switch (slot.role()) {
                        case VALUE, CONSTANT, SCRATCH -> slot.name();
                        case DERIVATIVE -> "d_" + slot.name();
                        case SLOPE -> "slope_" + slot.name();
                        case NEXT -> "next_" + slot.name();
                        case OUTPUT -> "out_" + slot.name();
                        case NOISE -> "noise_" + slot.name().replace('/', '_');
                    });
        }
    }

    static String of(Map<String, Program> programs, Slots slots) {
        Listing listing = new Listing(slots);
        StringBuilder text = new StringBuilder();
        programs.forEach((name, program) -> {
            if (!program.actions().isEmpty()) {
                text.append(name).append(":\n");
                program.actions().forEach(action -> text.append(listing.action(action, program.homes(), slots)));
            }
        });
        return text.toString();
    }

    private String action(Action action, Map<Term, Integer> homes, Slots slots) {
        if (action instanceof ArrayOperation operation) {
            String results = join(operation.results());
            Term first = operation.terms().get(0);
            String function = first.kind().isLookup()
                    ? operation.terms().stream().map(Listing::lookup).collect(Collectors.joining(" & "))
                    : first.kind().name().toLowerCase(Locale.ROOT);
            return "  " + results + " = " + function + "(" + join(operation.arguments()) + ")\n";
        }
        Loop loop = (Loop) action;
        StringBuilder text = new StringBuilder("  for each lane\n");
        for (Term term : loop.terms()) {
            if (term.isComputed()) {
                text.append("    v").append(term.id()).append(" = ").append(operation(term, loop, homes, slots));
                text.append('\n');
            }
        }
        loop.stores()
                .forEach(store -> text.append("    ")
                        .append(names.get(store.slot()))
                        .append(" = ")
                        .append(operand(store.term(), loop, homes, slots))
                        .append('\n'));
        return text.toString();
    }

    private static String lookup(Term term) {
        return switch (term.kind()) {
            case LOOKUP_DX -> term.name() + ".dx";
            case LOOKUP_DY -> term.name() + ".dy";
            default -> term.name();
        };
    }

    private String join(int[] arrays) {
        List<String> out = new ArrayList<>();
        for (int slot : arrays) {
            out.add(names.get(slot));
        }
        return String.join(", ", out);
    }

    private String operation(Term term, Loop loop, Map<Term, Integer> homes, Slots slots) {
        List<String> a = term.arguments().stream()
                .map(argument -> operand(argument, loop, homes, slots))
                .toList();
        return switch (term.kind()) {
            case ADD -> a.get(0) + " + " + a.get(1);
            case SUB -> a.get(0) + " - " + a.get(1);
            case MUL -> a.get(0) + " * " + a.get(1);
            case DIV -> a.get(0) + " / " + a.get(1);
            case NEGATE -> "-" + a.get(0);
            case LT -> a.get(0) + " < " + a.get(1);
            case LE -> a.get(0) + " <= " + a.get(1);
            case GT -> a.get(0) + " > " + a.get(1);
            case GE -> a.get(0) + " >= " + a.get(1);
            case EQ -> a.get(0) + " == " + a.get(1);
            case NE -> a.get(0) + " != " + a.get(1);
            case SELECT -> a.get(0) + " ? " + a.get(1) + " : " + a.get(2);
            case LOOKUP, LOOKUP_DX, LOOKUP_DY -> lookup(term) + "(" + String.join(", ", a) + ")";
            default -> term.kind().name().toLowerCase(Locale.ROOT) + "(" + String.join(", ", a) + ")";
        };
    }

    private String operand(Term term, Loop loop, Map<Term, Integer> homes, Slots slots) {
        if (term.kind() == Term.Kind.LITERAL) {
            return String.valueOf(term.value());
        }
        if (term.varying() && term.kind().isCondition()) {
            return "(" + operation(term, loop, homes, slots) + ")";
        }
        if (loop.terms().contains(term) && term.isComputed()) {
            return "v" + term.id();
        }
        if (term.kind() == Term.Kind.LEAF || !term.varying()) {
            return term.kind() == Term.Kind.LEAF ? term.name() : Schedule.constantName(term);
        }
        return names.get(homes.get(term));
    }
}
