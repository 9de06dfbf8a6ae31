package dev.gyrus.core.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.ASM9;

import dev.gyrus.core.internal.kernel.Schedule.Loop;
import dev.gyrus.core.internal.kernel.Schedule.Program;
import dev.gyrus.core.internal.language.Parser;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Generated methods stay within what the JIT compiler (C2) turns into vector instructions, or compiles at all. */
class GeneratedCodeTest {
    /** {@code HugeMethodLimit}: longer methods are interpreted for ever. */
    private static final int COMPILED = 8000;

    /** {@code FreqInlineSize} leaves hot methods of more bytes alone; a loop is then a call, which is fine. */
    private static final int LOOP = 700;

    private static final String LONG = IntStream.range(1, 120)
            .mapToObj(k -> "(x + %d)*(y - 0.%d*z)/(2 + w*x)*sqrt(v + %d*u)".formatted(k, k, k))
            .collect(Collectors.joining(" + "));

    private static final List<String> DRIFTS = List.of(
            LONG,
            "exp(0.1*(" + LONG + ")) - tanh(y) + where(x < y, u*v, w)",
            "x*y + y*z + z*u + u*v + v*w + w*x + a + b*c + d*e + f",
            "where(x > 0, a*b + c, d/(1 + e*e)) + sign(x)*f");

    @Test
    void loopsAreSmallEnoughForVectors() {
        for (Schedule.Action action : program(false).actions()) {
            if (action instanceof Loop loop && loop.terms().size() > 1 && !isChoice(loop)) {
                Set<Term> read = new HashSet<>();
                loop.terms().forEach(term -> read.addAll(term.operands()));
                read.removeIf(term -> loop.terms().contains(term) || term.isUniform());
                int nodes =
                        Phases.NODES_PER_ACCESS * (read.size() + loop.stores().size())
                                + loop.terms().size();
                assertThat(nodes).isLessThanOrEqualTo(Phases.MOST_NODES);
            }
        }
    }

    @Test
    void choicesAreLoopsOfTheirOwn() {
        for (Schedule.Action action : program(false).actions()) {
            if (action instanceof Loop loop && loop.terms().stream().anyMatch(Term::isPhase)) {
                assertThat(loop.terms()).allMatch(Term::isPhase);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void methodsAreCompiled(boolean fused) {
        Slots slots = new Slots();
        KernelWriter writer = new KernelWriter(slots, Map.of());
        writer.program("step", program(fused, slots));
        Map<String, Integer> sizes = sizes(writer.bytes());
        assertThat(sizes).containsKey("loop0");
        assertThat(sizes.values()).allMatch(size -> size < COMPILED);
        if (!fused) {
            sizes.keySet().removeIf(name -> !name.startsWith("loop"));
            assertThat(sizes.values()).allMatch(size -> size < LOOP);
        }
    }

    private static boolean isChoice(Loop loop) {
        return loop.terms().stream().anyMatch(Term::isPhase);
    }

    private static Program program(boolean fused) {
        return program(fused, new Slots());
    }

    private static Program program(boolean fused, Slots slots) {
        TermGraph graph = new TermGraph(name -> null, Set.of(), Set.of());
        Map<Integer, Term> roots = new LinkedHashMap<>();
        for (String drift : DRIFTS) {
            roots.put(
                    slots.array(Slots.Role.DERIVATIVE, "x" + roots.size()), graph.of(Parser.expression(drift, "test")));
        }
        return Schedule.of(roots, slots, fused);
    }

    /** The bytes of each method: the offset of a label behind its last instruction. */
    private static Map<String, Integer> sizes(byte[] classFile) {
        Map<String, Label> ends = new LinkedHashMap<>();
        ClassVisitor copy = new ClassVisitor(ASM9, new ClassWriter(0)) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String form, String generic, String[] thrown) {
                return new MethodVisitor(ASM9, super.visitMethod(access, name, form, generic, thrown)) {
                    @Override
                    public void visitMaxs(int stack, int locals) {
                        Label end = new Label();
                        ends.put(name, end);
                        super.visitLabel(end);
                        super.visitMaxs(stack, locals);
                    }
                };
            }
        };
        new ClassReader(classFile).accept(copy, 0);
        Map<String, Integer> sizes = new LinkedHashMap<>();
        ends.forEach((name, end) -> sizes.put(name, end.getOffset()));
        return sizes;
    }
}
