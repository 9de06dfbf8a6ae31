package dev.gyrus.core.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Table;
import dev.gyrus.core.Unit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final Declarations DECLARED = new Declarations(
            Map.of("E", Unit.ONE),
            Map.of("rate", Unit.of("Hz")),
            Map.of("q", Unit.ONE),
            Map.of("tau", Unit.of("ms"), "beta", Unit.ONE),
            List.of(new Table(
                    "cascade",
                    new Table.Axis("mu", "mV", 0, 1, 1),
                    new Table.Axis("sigma", "mV", 0, 1, 1),
                    List.of(new Table.Quantity("tau_mu", "ms", new double[1])))));

    private static List<String> problems(String text) {
        Problems problems = new Problems();
        Names.check(Parser.script(text, "model"), DECLARED, problems);
        return problems.list().stream().map(Problem::toString).toList();
    }

    private static List<String> order(String text, Problems problems) {
        return Names.order(Parser.script(text, "model"), problems).stream()
                .map(Statement::name)
                .toList();
    }

    @Test
    void knownNamesPass() {
        assertThat(problems("""
                dE/dt = z*beta + xi + xi_E + t + pi*E
                z = -w/cascade.tau_mu(E, rate)
                w = E
                hold rate = z
                output q = E
                output other = w
                """)).isEmpty();
    }

    @Test
    void everyMistakeIsReportedWithItsPlace() {
        assertThat(problems("""
                dE/dt = -E/taau
                z = cascades.r(E, E) + cascade.taumu(E, E)
                z = 1
                tau = 2
                hold rat = alpha
                dI/dt = 0
                pi = 3
                """))
                .containsExactly(
                        """
                        model:3: expected one equation for 'z', given a second; the first is in line 2
                            z = 1
                            ^""",
                        """
                        model:4: expected a new name, given 'tau', which is declared
                            tau = 2
                            ^^^""",
                        """
                        model:5: expected a declared hold, given 'rat'; did you mean 'rate'?
                            hold rat = alpha
                                 ^^^""",
                        """
                        model:6: expected a declared state, given 'I'; known: E
                            dI/dt = 0
                            ^^""",
                        """
                        model:7: expected another name, given 'pi'; the language gives it a meaning
                            pi = 3
                            ^^""",
                        "model: rate: expected an equation hold rate = …, given none",
                        "model: q: expected an equation output q = …, given none",
                        """
                        model:1: expected a known name, given 'taau'; did you mean 'tau'?
                            dE/dt = -E/taau
                                       ^^^^""",
                        """
                        model:2: expected a known table, given 'cascades'; did you mean 'cascade'?
                            z = cascades.r(E, E) + cascade.taumu(E, E)
                                ^^^^^^^^^^""",
                        """
                        model:2: expected a quantity of table 'cascade', given 'taumu'; did you mean 'tau_mu'?
                            z = cascades.r(E, E) + cascade.taumu(E, E)
                                                   ^^^^^^^^^^^^^""",
                        """
                        model:5: expected a known name, given 'alpha'; known: E, I, beta, pi, rat, rate, t, tau, z
                            hold rat = alpha
                                       ^^^^^""");
    }

    @Test
    void declaredNamesMustBeReadable() {
        Problems problems = new Problems();
        Declarations declared = new Declarations(Map.of(), Map.of(), Map.of(), Map.of("2x", Unit.ONE), List.of());
        Names.check(Parser.script("", "model"), declared, problems);
        declared = new Declarations(Map.of(), Map.of(), Map.of(), Map.of("xi_E", Unit.ONE), List.of());
        Names.check(Parser.script("", "model"), declared, problems);
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "2x: expected a name of letters, digits and underscores, given '2x'",
                        "xi_E: expected another name, given 'xi_E'; the language gives it a meaning");
    }

    @Test
    void intermediatesComeAfterWhatTheyRead() {
        Problems problems = new Problems();
        assertThat(order("""
                a = b + c
                c = d*d
                output q = a
                b = E
                hold r = a
                d = r
                e = 1
                """, problems)).containsExactly("b", "d", "c", "a", "q", "e");
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void circlesAreNamed() {
        Problems problems = new Problems();
        assertThat(order("a = b\nb = c + e\nc = d\nd = b\ne = 1", problems)).containsExactly("e");
        assertThat(problems.list()).extracting(Problem::toString).containsExactly("""
                model:2: expected intermediates that do not need themselves, given b → c → d → b
                    b = c + e
                    ^""");
    }

    @Test
    void longChainsAreOrderedWithoutRecursion() {
        StringBuilder text = new StringBuilder("z0 = 1\n");
        for (int k = 1; k < 20_000; k++) {
            text.insert(0, "z" + k + " = z" + (k - 1) + "\n");
        }
        assertThat(order(text.toString(), new Problems())).hasSize(20_000).startsWith("z0", "z1");
    }
}
