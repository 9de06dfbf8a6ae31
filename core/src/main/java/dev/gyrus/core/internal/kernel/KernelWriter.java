package dev.gyrus.core.internal.kernel;

import static org.objectweb.asm.Opcodes.*;

import dev.gyrus.core.internal.kernel.Schedule.Action;
import dev.gyrus.core.internal.kernel.Schedule.ArrayOperation;
import dev.gyrus.core.internal.kernel.Schedule.Loop;
import dev.gyrus.core.internal.kernel.Schedule.Program;
import dev.gyrus.core.internal.kernel.Schedule.Store;
import dev.gyrus.core.internal.kernel.Term.Kind;
import dev.gyrus.core.internal.math.Bilinear;
import dev.gyrus.core.internal.math.Elementary;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes the class of a kernel: one static method per loop, and one method per program that calls them in order.
 *
 * <p>A loop method takes the arrays and scalars it uses as arguments, so that its body is nothing but {@code
 * out[i] = f(a[i], b[i], …)}: all loads stand before all stores.
 */
final class KernelWriter {
    private static final String KERNEL = Type.getInternalName(Kernel.class);
    private static final String NAME = KERNEL + "$Compiled";
    private static final String FUNCTIONS = Type.getInternalName(ArrayFunctions.class);
    private static final String ELEMENTARY = Type.getInternalName(Elementary.class);
    private static final String BILINEAR = Type.getInternalName(Bilinear.class);
    private static final String PROGRAM = "([[D[D[L" + BILINEAR + ";II)V";

    /** Calls of one method: a call takes up to 200 bytes, and the JIT compiler leaves methods of more than 8000 alone. */
    private static final int MOST_CALLS = 40;

    private static final int ARRAYS = 1;
    private static final int SCALARS = 2;
    private static final int TABLES = 3;
    private static final int FROM = 4;
    private static final int TO = 5;

    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    private final Slots slots;
    private final Map<List<Object>, Integer> tables;
    private int loops;

    /** @param tables number of each look-up: the key is {@link #tableKey} */
    KernelWriter(Slots slots, Map<List<Object>, Integer> tables) {
        this.slots = slots;
        this.tables = tables;
        writer.visit(V17, ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC, NAME, null, "java/lang/Object", new String[] {KERNEL});
        MethodVisitor constructor = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        constructor.visitInsn(RETURN);
        constructor.visitMaxs(0, 0);
        constructor.visitEnd();
    }

    static Kernel define(byte[] bytes) {
        try {
            return (Kernel) MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled kernel can't be loaded", e);
        }
    }

    byte[] bytes() {
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** Adds the method of one program: calls, or calls of parts that are few enough calls to be compiled. */
    void program(String name, Program program) {
        List<Action> actions = program.actions();
        MethodVisitor method = writer.visitMethod(ACC_PUBLIC, name, PROGRAM, null, null);
        method.visitCode();
        if (actions.size() <= MOST_CALLS) {
            actions.forEach(action -> call(method, action, program));
        } else {
            for (int from = 0; from < actions.size(); from += MOST_CALLS) {
                List<Action> part = actions.subList(from, Math.min(from + MOST_CALLS, actions.size()));
                String partName = name + "$" + from;
                program(partName, new Program(part, program.homes()));
                for (int argument = 0; argument <= TABLES; argument++) {
                    method.visitVarInsn(ALOAD, argument);
                }
                pushRange(method);
                method.visitMethodInsn(INVOKEVIRTUAL, NAME, partName, PROGRAM, false);
            }
        }
        method.visitInsn(RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private void call(MethodVisitor method, Action action, Program program) {
        if (action instanceof ArrayOperation operation) {
            call(method, operation);
        } else if (!((Loop) action).stores().isEmpty()) {
            call(method, new LoopWriter((Loop) action, program.homes()));
        }
    }

    private static void push(MethodVisitor method, int value) {
        if (value <= Byte.MAX_VALUE) {
            method.visitIntInsn(BIPUSH, value);
        } else {
            method.visitIntInsn(SIPUSH, value);
        }
    }

    private static void pushArray(MethodVisitor method, int slot) {
        method.visitVarInsn(ALOAD, ARRAYS);
        push(method, slot);
        method.visitInsn(AALOAD);
    }

    private static void pushRange(MethodVisitor method) {
        method.visitVarInsn(ILOAD, FROM);
        method.visitVarInsn(ILOAD, TO);
    }

    private void call(MethodVisitor method, ArrayOperation operation) {
        Term term = operation.terms().get(0);
        if (term.kind().isLookup()) {
            method.visitVarInsn(ALOAD, TABLES);
            push(method, tables.get(tableKey(operation.terms())));
            method.visitInsn(AALOAD);
        }
        for (int slot : operation.arguments()) {
            pushArray(method, slot);
        }
        if (term.kind().isLookup()) {
            pushTable(method, operation.results());
            pushRange(method);
            method.visitMethodInsn(INVOKEVIRTUAL, BILINEAR, lookupMethod(term.kind()), "([D[D[[DII)V", false);
            return;
        }
        pushArray(method, operation.results()[0]);
        pushRange(method);
        String function = function(term.kind());
        String descriptor = "(" + "[D".repeat(operation.arguments().length + 1) + "II)V";
        method.visitMethodInsn(INVOKESTATIC, FUNCTIONS, function, descriptor, false);
    }

    private static String function(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String lookupMethod(Kind kind) {
        return switch (kind) {
            case LOOKUP_DX -> "slopesX";
            case LOOKUP_DY -> "slopesY";
            default -> "at";
        };
    }

    private static String oneLookup(Kind kind) {
        return switch (kind) {
            case LOOKUP_DX -> "slopeX";
            case LOOKUP_DY -> "slopeY";
            default -> "value";
        };
    }

    /** Pushes a new table of some of the arrays. */
    private static void pushTable(MethodVisitor method, int[] slots) {
        push(method, slots.length);
        method.visitTypeInsn(ANEWARRAY, "[D");
        for (int k = 0; k < slots.length; k++) {
            method.visitInsn(DUP);
            push(method, k);
            pushArray(method, slots[k]);
            method.visitInsn(AASTORE);
        }
    }

    /** The table and the quantities of a look-up. */
    static List<Object> tableKey(List<Term> lookups) {
        return List.copyOf(lookups.stream().map(Term::name).toList());
    }

    private void call(MethodVisitor method, LoopWriter loop) {
        String name = "loop" + loops++;
        loop.write(name);
        for (int slot : loop.arrays.keySet()) {
            pushArray(method, slot);
        }
        for (int scalar : loop.scalars.keySet()) {
            method.visitVarInsn(ALOAD, SCALARS);
            push(method, scalar);
            method.visitInsn(DALOAD);
        }
        if (loop.readsTables()) {
            method.visitVarInsn(ALOAD, TABLES);
        }
        pushRange(method);
        method.visitMethodInsn(INVOKESTATIC, NAME, name, loop.descriptor(), false);
    }

    /** One loop method. */
    private final class LoopWriter {
        private final Loop loop;
        private final Map<Term, Integer> homes;
        private final Map<Integer, Integer> arrays = new LinkedHashMap<>();
        private final Map<Integer, Integer> scalars = new LinkedHashMap<>();
        private final Map<Term, Integer> locals = new HashMap<>();
        private final Set<Term> computed;
        private final List<List<Term>> lookups;
        private MethodVisitor method;
        private int lookupTables;
        private int index;
        private int nextLocal;

        LoopWriter(Loop loop, Map<Term, Integer> homes) {
            this.loop = loop;
            this.homes = homes;
            this.computed = new LinkedHashSet<>(loop.terms());
            Set<Term> seen = new LinkedHashSet<>();
            loop.terms().forEach(term -> require(term, seen));
            loop.stores().forEach(store -> require(store.term(), seen));
            loop.stores().forEach(store -> arrays.putIfAbsent(store.slot(), 0));
            int local = 0;
            for (Map.Entry<Integer, Integer> entry : arrays.entrySet()) {
                entry.setValue(local++);
            }
            for (Map.Entry<Integer, Integer> entry : scalars.entrySet()) {
                entry.setValue(local);
                local += 2;
            }
            nextLocal = local;
            this.lookups = Phases.together(loop.lookups());
        }

        String descriptor() {
            String lookups = readsTables() ? "[L" + BILINEAR + ";" : "";
            return "(" + "[D".repeat(arrays.size()) + "D".repeat(scalars.size()) + lookups + "II)V";
        }

        boolean readsTables() {
            return !lookups.isEmpty();
        }

        /** Notes which arrays and scalars a term needs. */
        private void require(Term term, Set<Term> seen) {
            if (!seen.add(term)) {
                return;
            }
            if (isComputedHere(term)) {
                term.arguments().forEach(argument -> require(argument, seen));
            } else if (term.isUniform()) {
                if (term.kind() != Kind.LITERAL) {
                    scalars.putIfAbsent(scalar(term), 0);
                }
            } else {
                arrays.putIfAbsent(array(term), 0);
            }
        }

        private boolean isComputedHere(Term term) {
            return term.isComputed() && (computed.contains(term) || term.kind().isCondition());
        }

        private int scalar(Term term) {
            return term.kind() == Kind.LEAF ? Slots.TIME : slots.scalar(Schedule.constantName(term));
        }

        private int array(Term term) {
            Integer home = term.varying() ? homes.get(term) : null;
            return home != null ? home : Schedule.sourceSlot(term, slots);
        }

        void write(String name) {
            method = writer.visitMethod(ACC_PRIVATE | ACC_STATIC, name, descriptor(), null, null);
            method.visitCode();
            lookupTables = nextLocal;
            nextLocal += readsTables() ? 1 : 0;
            int from = nextLocal++;
            int to = nextLocal++;
            index = nextLocal++;
            Label test = new Label();
            Label body = new Label();
            method.visitVarInsn(ILOAD, from);
            method.visitVarInsn(ISTORE, index);
            method.visitJumpInsn(GOTO, test);
            method.visitLabel(body);
            for (Term term : loop.terms()) {
                if (isComputedHere(term)) {
                    compute(term);
                    keep(term);
                }
            }
            List<Term> values = new ArrayList<>();
            for (Store store : loop.stores()) {
                if (!locals.containsKey(store.term())) {
                    read(store.term());
                    keep(store.term());
                }
                values.add(store.term());
            }
            for (int k = 0; k < values.size(); k++) {
                method.visitVarInsn(ALOAD, arrays.get(loop.stores().get(k).slot()));
                method.visitVarInsn(ILOAD, index);
                method.visitVarInsn(DLOAD, locals.get(values.get(k)));
                method.visitInsn(DASTORE);
            }
            method.visitIincInsn(index, 1);
            method.visitLabel(test);
            method.visitVarInsn(ILOAD, index);
            method.visitVarInsn(ILOAD, to);
            method.visitJumpInsn(IF_ICMPLT, body);
            method.visitInsn(RETURN);
            method.visitMaxs(0, 0);
            method.visitEnd();
        }

        private void keep(Term term) {
            locals.put(term, nextLocal);
            method.visitVarInsn(DSTORE, nextLocal);
            nextLocal += 2;
        }

        /** Pushes the value of a term. */
        private void read(Term term) {
            Integer local = locals.get(term);
            if (local != null) {
                method.visitVarInsn(DLOAD, local);
            } else if (term.kind() == Kind.LITERAL) {
                method.visitLdcInsn(term.value());
            } else if (term.isUniform()) {
                method.visitVarInsn(DLOAD, scalars.get(scalar(term)));
            } else {
                method.visitVarInsn(ALOAD, arrays.get(array(term)));
                method.visitVarInsn(ILOAD, index);
                method.visitInsn(DALOAD);
            }
        }

        private void compute(Term term) {
            if (term.kind() == Kind.SELECT) {
                select(term);
                return;
            }
            if (term.kind().isLookup()) {
                lookUp(term);
                return;
            }
            term.arguments().forEach(this::read);
            switch (term.kind()) {
                case ADD -> method.visitInsn(DADD);
                case SUB -> method.visitInsn(DSUB);
                case MUL -> method.visitInsn(DMUL);
                case DIV -> method.visitInsn(DDIV);
                case NEGATE -> method.visitInsn(DNEG);
                case SQRT -> math("sqrt", "(D)D");
                case ABS -> math("abs", "(D)D");
                case FLOOR -> math("floor", "(D)D");
                case SIGN -> math("signum", "(D)D");
                case MIN -> math("min", "(DD)D");
                case MAX -> math("max", "(DD)D");
                case EXP, LOG, TANH, SIN, COS, SIGMOID, ATAN, ERF, ERFC -> elementary(term.kind(), "(D)D");
                case POW -> elementary(term.kind(), "(DD)D");
                default -> throw new IllegalArgumentException(term.kind().name());
            }
        }

        private void math(String name, String descriptor) {
            method.visitMethodInsn(INVOKESTATIC, "java/lang/Math", name, descriptor, false);
        }

        private void elementary(Kind kind, String descriptor) {
            method.visitMethodInsn(INVOKESTATIC, ELEMENTARY, function(kind), descriptor, true);
        }

        private void lookUp(Term term) {
            List<Term> together = lookups.stream()
                    .filter(terms -> terms.contains(term))
                    .findFirst()
                    .orElseThrow();
            method.visitVarInsn(ALOAD, lookupTables);
            push(method, tables.get(tableKey(together)));
            method.visitInsn(AALOAD);
            push(method, together.indexOf(term));
            term.arguments().forEach(this::read);
            method.visitMethodInsn(INVOKEVIRTUAL, BILINEAR, oneLookup(term.kind()), "(IDD)D", false);
        }

        private void select(Term term) {
            Label otherwise = new Label();
            Label end = new Label();
            jumpUnless(term.argument(0), otherwise);
            read(term.argument(1));
            method.visitJumpInsn(GOTO, end);
            method.visitLabel(otherwise);
            read(term.argument(2));
            method.visitLabel(end);
        }

        private void jumpUnless(Term condition, Label target) {
            if (!condition.varying()) {
                read(condition);
                method.visitInsn(DCONST_0);
                method.visitInsn(DCMPL);
                method.visitJumpInsn(IFEQ, target);
                return;
            }
            switch (condition.kind()) {
                case AND -> {
                    jumpUnless(condition.argument(0), target);
                    jumpUnless(condition.argument(1), target);
                }
                case OR -> {
                    Label second = new Label();
                    Label holds = new Label();
                    jumpUnless(condition.argument(0), second);
                    method.visitJumpInsn(GOTO, holds);
                    method.visitLabel(second);
                    jumpUnless(condition.argument(1), target);
                    method.visitLabel(holds);
                }
                case NOT -> {
                    Label fails = new Label();
                    jumpUnless(condition.argument(0), fails);
                    method.visitJumpInsn(GOTO, target);
                    method.visitLabel(fails);
                }
                case LT -> compare(condition, DCMPG, IFGE, target);
                case LE -> compare(condition, DCMPG, IFGT, target);
                case GT -> compare(condition, DCMPL, IFLE, target);
                case GE -> compare(condition, DCMPL, IFLT, target);
                case EQ -> compare(condition, DCMPL, IFNE, target);
                case NE -> compare(condition, DCMPL, IFEQ, target);
                default -> throw new IllegalArgumentException(condition.kind().name());
            }
        }

        private void compare(Term condition, int comparison, int jump, Label target) {
            read(condition.argument(0));
            read(condition.argument(1));
            method.visitInsn(comparison);
            method.visitJumpInsn(jump, target);
        }
    }
}
