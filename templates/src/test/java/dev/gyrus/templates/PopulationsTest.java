package dev.gyrus.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Integrator;
import dev.gyrus.core.Network;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Series;
import dev.gyrus.core.Simulation;
import org.junit.jupiter.api.Test;

/** Populations, matrices, and nodes that are joined. */
class PopulationsTest {
    private static final String CELL = """
            leak:
              base: OperatorTemplate
              equations: ["r' = m_in + u - r/tau"]
              variables: {r: output(0.5), tau: 2.0, m_in: input(0.0), u: input(0.0)}
            cell: {base: NodeTemplate, operators: [leak]}
            """;

    @Test
    void matrixIsThatOfItsSinglesEdges() {
        String matrix = CELL + """
                c:
                  base: CircuitTemplate
                  populations:
                    p: {node: cell, n: 2, params: {leak/tau: [1.0, 3.0], leak/r: [0.2, 0.4]}}
                  connectivity:
                    - {source: p/leak/r, target: p/leak/m_in, weights: [[0.0, 0.5], [-0.25, 0.1]], delays: [[0, 1], [2, 0]]}
                """;
        String edges = CELL + """
                c:
                  base: CircuitTemplate
                  nodes: {a: cell, b: cell}
                  edges:
                    - [b/leak/r, a/leak/m_in, null, {weight: 0.5, delay: 1.0}]
                    - [a/leak/r, b/leak/m_in, null, {weight: -0.25, delay: 2.0}]
                    - [b/leak/r, b/leak/m_in, null, {weight: 0.1}]
                  values: {a/leak/tau: 1.0, b/leak/tau: 3.0, a/leak/r: 0.2, b/leak/r: 0.4}
                """;
        Series joined = run(Template.parse(matrix, "m", "").network(), "r");
        Series a = run(Template.parse(edges, "e", "").network(), "a.r");
        Series b = run(Template.parse(edges, "e", "").network(), "b.r");
        assertThat(joined.column(0)).containsExactly(a.column(0), within(1e-12));
        assertThat(joined.column(1)).containsExactly(b.column(0), within(1e-12));
    }

    private static Series run(Network network, String variable) {
        return Simulation.of(network)
                .duration(10)
                .integrator(Integrator.HEUN)
                .observe(Recorder.every(1, variable))
                .run()
                .series()
                .get(0);
    }

    @Test
    void manyEqualNodesBecomeOnePopulation() {
        StringBuilder nodes = new StringBuilder(CELL + "c:\n  base: CircuitTemplate\n  nodes:\n");
        for (int k = 0; k < 40; k++) {
            nodes.append("    n").append(k).append(": cell\n");
        }
        nodes.append(
                "  edges:\n    - [all/leak/r, all/leak/m_in, null, {weight: -0.01}]\n  values: {n3/leak/u: 1.0}\n");
        Network network = Template.parse(nodes.toString(), "many", "").network();
        assertThat(network.populations()).hasSize(1);
        assertThat(network.projections()).hasSize(1);
        assertThat(network.size()).isEqualTo(40);
        assertThat(network.populations().get(0).labels()).contains("n3");
        assertThat(network.populations().get(0).node().settings().get("u")[3]).isEqualTo(1);
    }

    @Test
    void coupledColumnsAreBuiltAtOnce() {
        Template columns = Files.example("jansen-rit.yaml#columns");
        Network network = columns.network();
        assertThat(network.size()).isEqualTo(3 * 64);
        assertThat(columns.address("pc/rate/v")).isEqualTo("pc.rate_v");
        Series v = Simulation.of(network)
                .dt(0.1)
                .duration(1000)
                .observe(Recorder.every(1, "pc.rate_v"))
                .run()
                .series()
                .get(0);
        assertThat(v.columns()).isEqualTo(64);
        assertThat(v.mean()).isBetween(0.001, 0.02);
    }
}
