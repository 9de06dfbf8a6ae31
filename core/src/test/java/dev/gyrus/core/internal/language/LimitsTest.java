package dev.gyrus.core.internal.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Unit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the parser accepts, everything behind it can process. */
class LimitsTest {
    private static final Declarations DECLARED =
            new Declarations(Map.of("x", Unit.ONE), Map.of(), Map.of(), Map.of("a", Unit.of("mV")), List.of());

    private static void process(Script script) {
        Problems problems = new Problems();
        Names.check(script, DECLARED, problems);
        List<Statement> ordered = Names.order(script, problems);
        for (Units.Mode mode : Units.Mode.values()) {
            Units.check(script, ordered, DECLARED, mode, problems);
        }
        Noise.split(script, ordered, problems);
        Latex.of(script.statements());
        assertThat(Parser.parse(Printer.listing(script.statements()), "test"))
                .extracting(Statement::value)
                .isEqualTo(script.statements().stream().map(Statement::value).toList());
        Evaluate evaluate = new Evaluate((table, quantity, x, y, dx, dy) -> x + y);
        for (Statement statement : script.statements()) {
            evaluate.value(Simplify.of(statement.value()), name -> 0.5);
            evaluate.value(Simplify.without(statement.value(), "a"::equals), name -> 0.5);
            evaluate.value(Derive.by(statement.value(), "x"), name -> 0.5);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s+x",
                "-%s",
                "(%s)",
                "exp(%s)",
                "%s^x",
                "x^%s",
                "max(%s, x, a)",
                "sinh(%s)",
                "cascade.r(%s, x)",
                "where(not not x < %s, x, %s)"
            })
    void theDeepestTextsAreProcessed(String form) {
        String text = "x";
        Script deepest = Parser.script("dx/dt = x", "test");
        for (int depth = 1; depth < 600; depth++) {
            text = form.replaceFirst("%s", text).replace("%s", "xi");
            try {
                deepest = Parser.script("dx/dt = " + text, "test");
            } catch (GyrusException e) {
                break;
            }
        }
        Script script = deepest;
        assertThatCode(() -> process(script)).doesNotThrowAnyException();
    }

    @Test
    void anyTextIsReadAndProcessedOrRefused() {
        List<String> pieces = List.of(
                "a",
                "x",
                "xi",
                "1",
                ".5",
                "2[mV]",
                "+",
                "-",
                "*",
                "/",
                "^",
                "(",
                ")",
                "(",
                ")",
                "<",
                ">=",
                "==",
                "=",
                "!",
                ",",
                "'",
                "[",
                "]",
                "#",
                "\n",
                "\t",
                "$",
                "²",
                "𝛼",
                "where(",
                "min(",
                "exp(",
                "cascade.r(",
                ".",
                "pi",
                "dx/dt =",
                "y =",
                "hold r =",
                "output q =",
                " and ",
                " or ",
                "not ");
        SplittableRandom random = new SplittableRandom(6);
        int read = 0;
        for (int k = 0; k < 15_000; k++) {
            StringBuilder text = new StringBuilder(k % 2 == 0 ? "dx/dt = " : "");
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            Script script;
            try {
                script = Parser.script(text.toString(), "fuzz");
            } catch (GyrusException e) {
                assertThat(e.problems()).isNotEmpty();
                continue;
            }
            read++;
            assertThatCode(() -> process(script)).as(text.toString()).doesNotThrowAnyException();
        }
        assertThat(read).isGreaterThan(250);
    }

    @Test
    void hundredsOfMistakesAreCheckedInTime() {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < 20_000; k++) {
            text.append("z%d = unknown%d + z%d\n".formatted(k, k, (k + 1) % 20_000));
        }
        Script script = Parser.script(text.toString(), "test");
        Problems problems = new Problems();
        Names.check(script, DECLARED, problems);
        assertThat(Names.order(script, problems)).isEmpty();
        assertThat(problems.list()).hasSize(102);
    }

    @Test
    void textsBeyondTheLimitsAreRefused() {
        for (String text : List.of(
                "x = " + "(".repeat(100_000),
                "x = " + "-".repeat(100_000) + "1",
                "x = 1" + "+1".repeat(100_000),
                "x = 1" + "^1".repeat(100_000),
                "x = " + "exp(".repeat(100_000),
                "x = " + "where(not ".repeat(50_000),
                "x = max(1" + ",1".repeat(100_000) + ")",
                "x = " + "a".repeat(10_000_000),
                "x = " + "[".repeat(900_000),
                "x = " + "tan(".repeat(60) + "x" + ")".repeat(60),
                "\n".repeat(900_000) + "]",
                "]\n".repeat(400_000))) {
            assertThatCode(() -> Parser.parse(text, "model"))
                    .isInstanceOfSatisfying(
                            GyrusException.class,
                            e -> assertThat(e.problems())
                                    .hasSizeBetween(1, 102)
                                    .allSatisfy(problem ->
                                            assertThat(problem.toString()).hasSizeLessThan(600)));
        }
    }
}
