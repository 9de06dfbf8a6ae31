package dev.gyrus.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Simulation;
import org.junit.jupiter.api.Test;

/** Each wrong template is one error with its file, line and place. */
class BadTemplatesTest {
    private static final String NODE = """
            leak:
              base: OperatorTemplate
              equations: ["r' = (m_in - r)/tau"]
              variables: {r: output(0.0), tau: 1.0, m_in: input(0.0)}
            cell: {base: NodeTemplate, operators: [leak]}
            """;

    private static String error(String text) {
        GyrusException e = catchThrowableOfType(
                GyrusException.class,
                () -> Simulation.of(Template.parse(text, "bad.yaml", "").network())
                        .duration(1)
                        .run());
        assertThat(e).as("an error of " + (text.length() > 200 ? "…" : text)).isNotNull();
        assertThat(e.kind()).isEqualTo(GyrusException.Kind.INPUT);
        assertThat(e.problems()).hasSize(1);
        return e.getMessage();
    }

    private static String operator(String equations, String variables) {
        return "op:\n  base: OperatorTemplate\n  equations:\n" + equations.indent(4) + "  variables: {" + variables
                + "}\nc:\n  base: CircuitTemplate\n  nodes: {p: n}\nn: {base: NodeTemplate, operators: [op]}\n";
    }

    @Test
    void cyclicBaseIsNamed() {
        assertThat(error("a: {base: b}\nb: {base: a}\nc: {base: CircuitTemplate, nodes: {p: a}}\n"))
                .contains("bad.yaml:")
                .contains("a → b → a")
                .contains("^");
    }

    @Test
    void undefinedVariableIsShownWithItsNeighbour() {
        assertThat(error(operator("- r' = -r/tua", "r: output(0.0), tau: 1.0")))
                .startsWith("bad.yaml:4: op: expected a variable that is declared, given 'tua'; did you mean 'tau'?")
                .endsWith("    r' = -r/tua\n            ^");
    }

    @Test
    void secondOutputIsRefused() {
        assertThat(error(operator("- r' = -r\n- v' = -v", "r: output(0.0), v: output(0.0)")))
                .contains("bad.yaml:6: op.v: expected one output per operator, given a second beside 'r'");
    }

    @Test
    void circleOfEquationsIsNamed() {
        assertThat(error(operator("- a = b + r\n- b = 2*a\n- r' = -r", "r: output(0.0), a: variable, b: variable")))
                .contains("bad.yaml:")
                .contains("op/a → op/b → op/a");
    }

    @Test
    void circleOfEdgesIsNamed() {
        String text = """
                f: {base: OperatorTemplate, equations: ["m = tanh(x)"], variables: {m: output, x: input}}
                n: {base: NodeTemplate, operators: [f]}
                c:
                  base: CircuitTemplate
                  nodes: {a: n, b: n}
                  edges:
                    - [a/f/m, b/f/x, null, {weight: 1.0}]
                    - [b/f/m, a/f/x, null, {weight: 1.0}]
                """;
        assertThat(error(text)).contains("bad.yaml:7: ").contains("a/f/m → b/f/m → a/f/m");
    }

    @Test
    void unitsThatClashAreRefused() {
        assertThat(error(operator("- v' = -v/tau + i", "v: output(0.0 mV), tau: 10 ms, i: 2 pA")))
                .contains("mV")
                .contains("pA");
    }

    @Test
    void unbalancedBracketGetsACaret() {
        assertThat(error(operator("- r' = -(r + 1/(2 + r)", "r: output(0.0)")))
                .contains("bad.yaml:4: expected ')' that closes this bracket, given the end of the equation")
                .endsWith("    r' = -(r + 1/(2 + r)\n          ^");
        assertThat(error(operator("- r' = -r)", "r: output(0.0)"))).contains("given ')'");
    }

    @Test
    void hugeEquationIsRefusedByItsLength() {
        String sum = "r + ".repeat(2_600_000) + "r";
        assertThat(error(operator("- r' = " + sum, "r: output(0.0)")))
                .contains("bad.yaml:4: expected an equation of at most 100000 characters, given 10400006 characters")
                .hasSizeLessThan(1000);
        assertThat(error(operator("- r' = " + "(".repeat(5000) + "r" + ")".repeat(5000), "r: output(0.0)")))
                .contains("nested brackets");
    }

    @Test
    void nestedAliasesAreLimited() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
        for (int k = 1; k < 12; k++) {
            bomb.append("a").append(k).append(": &a").append(k).append(" [");
            bomb.append(("*a" + (k - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(k - 1)
                    .append("]\n");
        }
        assertThat(error(bomb + NODE)).contains("bad.yaml:8: ").contains("nested aliases");
    }

    @Test
    void brokenYamlIsOneError() {
        assertThat(error("a: [1, 2\nb: 3\n")).startsWith("bad.yaml:").contains("^");
    }

    @Test
    void pathsThatLeadNowhereAreNamed() {
        String circuit = NODE + "c:\n  base: CircuitTemplate\n  nodes: {p: cell}\n  edges:\n    - ";
        assertThat(error(circuit + "[p/leek/r, p/leak/m_in, null, {weight: 1.0}]"))
                .startsWith("bad.yaml:10: p/leek/r: expected one of leak, given 'leek'");
        assertThat(error(circuit + "[q/leak/r, p/leak/m_in, null, {weight: 1.0}]"))
                .contains("given 'q'");
        assertThat(error(circuit + "[p/leak/r, p/leak/tau, null, {weight: 1.0}]"))
                .contains("ends at an input");
        assertThat(error(circuit + "[p/leak/r, p/leak/m_in, nowhere, {weight: 1.0}]"))
                .contains("given 'nowhere'");
        assertThat(error(circuit + "[p/leak/r, p/leak/m_in, null, {wieght: 1.0}]"))
                .contains("'wieght'");
    }

    /** The slips in the files that PyRates ships. */
    @Test
    void misplacedKeysAreNamed() {
        assertThat(error(NODE + """
                        other:
                          base: leak
                          equations:
                            replace: {tau: tau_r}
                            variables: {tau_r: 2.0}
                        c: {base: CircuitTemplate, nodes: {p: n}}
                        n: {base: NodeTemplate, operators: [other]}
                        """))
                .startsWith("bad.yaml:10: other.equations.variables: expected one of add, append, prepend, remove");
        assertThat(error(NODE + """
                        c:
                          base: CircuitTemplate
                          nodes:
                            p: cell
                            edges:
                              - [p/leak/r, p/leak/m_in, null, {weight: 1.0}]
                        """)).contains("'edges' stands beside 'nodes', not in it");
    }

    @Test
    void constructsThatAreNotSupportedSayWhatToWrite() {
        assertThat(error(operator("- r' = -r + randn(1)", "r: output(0.0)")))
                .contains("white noise is written xi_name");
        assertThat(error(operator("- r' = -r + vsum(r)", "r: output(0.0)"))).contains("sums over nodes are edges");
        assertThat(error(operator("- r'' = -r", "r: output(0.0)"))).contains("first order");
        assertThat(error(operator("- r' = -r", "r: \"output(0.0, 10)\""))).contains("populations");
        assertThat(error(operator("- r' = expp(r)", "r: output(0.0)"))).contains("did you mean 'exp'?");
        assertThat(error(operator("- r' = 2x", "r: output(0.0), x: 1.0"))).contains("a product is written 2*x");
    }
}
