package dev.gyrus.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Simulation;
import org.junit.jupiter.api.Test;

/** A template is no second way to simulate: it becomes the mass that one would write in Java. */
class KernelTest {
    private static final String FITZHUGH = """
            fhn:
              base: OperatorTemplate
              equations:
                - d/dt * x = -alpha*x^3 + beta*x^2 + gamma*x - y/tau_x
                - d/dt * y = (x - delta - epsilon*y)/tau
              variables:
                x: output(0.1)
                y: variable(0.2)
                alpha: 3.0 1/ms
                beta: 4.0 1/ms
                gamma: -1.5 1/ms
                delta: 0.0
                epsilon: 0.5
                tau: 20.0 ms
                tau_x: 1.0 ms
            node: {base: NodeTemplate, operators: [fhn]}
            circuit: {base: CircuitTemplate, nodes: {p: node}}
            """;

    private static Mass byHand() {
        return Mass.named("node")
                .state("x", "1", Initial.constant(0.1))
                .state("y", "1", Initial.constant(0.2))
                .parameter("alpha", 3, "1/ms", "")
                .parameter("beta", 4, "1/ms", "")
                .parameter("gamma", -1.5, "1/ms", "")
                .parameter("delta", 0, "1", "")
                .parameter("epsilon", 0.5, "1", "")
                .parameter("tau", 20, "ms", "")
                .parameter("tau_x", 1, "ms", "")
                .equations("""
                        dx/dt = -alpha*x^3 + beta*x^2 + gamma*x - y/tau_x
                        dy/dt = (x - delta - epsilon*y)/tau
                        """)
                .build();
    }

    @Test
    void templateIsTheMassWrittenInJava() {
        Mass mass = Template.parse(FITZHUGH, "fhn.yaml", "circuit")
                .network()
                .populations()
                .get(0)
                .node()
                .masses()
                .get(0);
        assertThat(mass.equations()).isEqualTo(byHand().equations());
        assertThat(mass.parameters()).containsExactlyInAnyOrderElementsOf(byHand().parameters());
        assertThat(mass.variables()).isEqualTo(byHand().variables());
    }

    @Test
    void bitsAreThoseOfTheMassWrittenInJava() {
        Network byHand = Network.of(Node.named("node").mass(byHand()).build());
        assertThat(values(Template.parse(FITZHUGH, "fhn.yaml", "").network())).isEqualTo(values(byHand));
    }

    private static double[][] values(Network network) {
        return Simulation.of(network)
                .duration(200)
                .observe(Recorder.every(1, "x"))
                .run()
                .get("x")
                .values();
    }

    @Test
    void namesThatPyratesReservesAreFree() {
        String text = """
                op:
                  base: OperatorTemplate
                  equations: ["y' = -gamma*y + beta*E + N - S*I"]
                  variables: {y: output(1.0), gamma: 2.0, beta: 1.0, E: 0.5, N: 0.25, S: 1.5, I: 0.1, dy: 1.0}
                """;
        Template template = Template.parse(text, "free.yaml", "op");
        double[][] y = Simulation.of(template.network())
                .dt(0.001)
                .duration(20)
                .observe(Recorder.every(20, "y"))
                .run()
                .get("y")
                .values();
        assertThat(y[0][0]).isCloseTo((0.5 + 0.25 - 0.15) / 2, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void pastIsReadWithItsDelay() {
        String text = """
                op:
                  base: OperatorTemplate
                  equations: ["x' = -x(t - tau)", "v' = -past(v, 2*tau)"]
                  variables: {x: output(1.0), v: variable(1.0), tau: 0.5}
                """;
        Template template = Template.parse(text, "late.yaml", "op");
        double[][] x = Simulation.of(template.network())
                .dt(0.001)
                .duration(1)
                .observe(Recorder.every(0.5, "x", "v"))
                .run()
                .get("x")
                .values();
        // The method of steps: 1 − t up to τ, then 1 − t + (t − τ)²/2.
        assertThat(x[0][0]).isCloseTo(0.5, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(x[1][0]).isCloseTo(0.125, org.assertj.core.api.Assertions.within(1e-3));
    }
}
