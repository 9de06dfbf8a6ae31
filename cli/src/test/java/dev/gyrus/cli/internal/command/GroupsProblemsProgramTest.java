package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What is wrong with groups and with what connects them. */
class GroupsProblemsProgramTest extends ProgramInProcess {
    private static final String WEIGHTS = "weights: [[0, 1, 2], [0.5, 0, 1], [1, 3, 0]], ";

    private static final String LENGTHS = "lengths: [[0, 20, 40], [20, 0, 30], [40, 30, 0]]";

    @Test
    void whatIsWrongWithMapsNamesFileAndCount() throws IOException {
        Files.writeString(folder.resolve("two.csv"), "1\n2\n");
        assertThat(problems("""
                        network:
                          model: aln
                          connectome: {%s}
                          maps: {short: two.csv, gone: gone.csv}
                          parameters: {b: short}
                        simulation: {duration: 1}
                        """.formatted(WEIGHTS + LENGTHS)))
                .containsExactly(
                        "e.yaml:4: network.maps.short: expected one value for each of 3 nodes, given 2 values in 'two.csv'",
                        "e.yaml:4: network.maps.gone: expected a file or folder that exists, given 'gone.csv'");
        assertThat(problems("""
                        network: {model: aln, maps: {myelin: [1], thickness: [2]}, parameters: {b: 2*mielin}}
                        simulation: {duration: 1}
                        """))
                .containsExactly(
                        "e.yaml:1: network.parameters.b: expected one of myelin, thickness, given 'mielin'; did you mean 'myelin'?");
    }

    @Test
    void numbersOfAConnectionHideNoneOfItsNames() {
        String network = """
                network:
                  groups: {a: {model: fhn, size: 3}, f: {model: hopf, size: 2}}
                  parameters: {f.a: 1 + q}
                  connections:
                    - {from: a, to: f, output: z, pairs: [[5, 0]]}
                    - {from: a, to: f, output: z, weight: [[1, 2], [3]], delay: -3}
                    - {from: a, to: f, output: x, pairs: [[0, 1], [0, 1]]}
                    - {from: a, to: f, output: x, coupling: {pre: g*source, g: 2, h: 3}}
                """;
        assertThat(String.join("\n", problems(network)))
                .contains(
                        "connections[0].pairs[0][0]",
                        "connections[0].output",
                        "connections[1].weight",
                        "connections[1].delay",
                        "connections[1].output",
                        "connections[2].pairs[1]",
                        "connections[3].coupling.h",
                        "they read g, source, sum",
                        "network.maps");
    }

    @Test
    void whatDoesNotFitAtTheEndsOfConnectionsIsSaidOfThem() {
        assertThat(problems("""
                        network:
                          groups:
                            cortex: {model: aln, size: 3}
                            thalamus: {model: thalamus, size: 2}
                          connections:
                            - {from: thalamus, to: cortex}
                            - {from: thalamus, to: cortex, output: V_t}
                            - {from: cortex, to: thalamus, output: rates_exc, input: exi}
                            - {from: cortex, to: thalamus, output: rates_exc, weight: [[1, 2]]}
                            - {from: cortex, to: thalamus, output: rates_exc, pairs: one-to-one}
                            - {from: cortex, to: thalamus, output: rates_exc, pairs: [[2, 0]]}
                            - {from: thalamus, to: cortex, output: Q_t, coupling: {pre: tanh(sorce)}}
                        simulation: {duration: 1}
                        """))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("e.yaml:6: network.connections[0].output: expected one of V_t, ")
                                .endsWith("given none, and thalamus has no 'rates_exc', which cortex takes by itself"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "e.yaml:7: network.connections[1]: expected an output in kHz, as cortex's excitatory.exc, given 'V_t' of thalamus in mV"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "e.yaml:8: network.connections[2].input: expected one of tcr.exc, tcr.inh, trn.exc, trn.inh, given 'exi'"),
                        line -> assertThat(line)
                                .startsWith("e.yaml:9: network.connections[3].weight: expected 2 × 3 numbers"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "e.yaml:10: network.connections[4].pairs: expected two groups of as many nodes, for one-to-one, given 3 in cortex and 2 in thalamus"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "e.yaml:11: network.connections[5].pairs[0][0]: expected [to, from]: the target, in thalamus, by index from 0 to 1 or by label, given '2'"),
                        line -> assertThat(line)
                                .startsWith("e.yaml:12: network.connections[6].coupling.pre: expected one of source, ")
                                .endsWith("given 'sorce'; did you mean 'source'?"));
    }

    @Test
    void whatIsLeftOutOrChangedIsSaid() {
        String file = """
                network:
                  groups: {f: {model: hopf, size: 2}, d: {model: aln, size: 2}, g: {model: generic2d-oscillator}}
                  connections: [{from: d, to: f, output: rates_exc, coupling: {pre: "source*1[ms]", post: sum}, delay: 6, spread: 5}]
                simulation: {duration: 20}
                bold: {tr: 10}
                output: {figures: false}
                """;
        run(file, "--out", out);
        assertThat(err())
                .contains(
                        "without g (V): not a rate in Hz or kHz", "connections[0].spread is 6.000 ms instead of 5.000");
    }

    /** Whatever else is wrong with a connection: its numbers, its pairs, its coupling, its transform. */
    @Test
    void eachPartOfAConnectionIsCheckedByItself() {
        assertThat(problems("""
                        network:
                          groups: {a: {model: aln, size: 3}, h: {model: hopf, size: 2}}
                          connections:
                            - {from: h, to: h, pairs: [[0, 1, 2], [0, 5]], transform: bar, delay: -1}
                            - {from: h, to: h, transform: w^, weight: [[1, 2], [1]]}
                            - {from: h, to: h, coupling: {pre: foo*source, post: sum + g, h: 1}}
                            - {from: h, to: h, coupling: {pre: "tanh(", post: sum}, spread: -3}
                            - {from: h, to: a, output: x, input: foo, coupling: {sigmoidal: {a: q}}}
                        simulation: {duration: 10}
                        """))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .isEqualTo(
                                        "e.yaml:4: network.connections[0].pairs[0]: expected [to, from]: the row and the"
                                                + " column of a matrix, given a list"),
                        line -> assertThat(line).startsWith("e.yaml:4: network.connections[0].pairs[1][1]: "),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "e.yaml:4: network.connections[0].transform: expected an expression in w, such as"
                                                + " w^2, given 'bar'"),
                        line -> assertThat(line).startsWith("e.yaml:4: network.connections[0].delay: "),
                        line -> assertThat(line)
                                .startsWith("e.yaml:5: network.connections[1].transform: ")
                                .endsWith("in 'w^'"),
                        line -> assertThat(line).startsWith("e.yaml:5: network.connections[1].weight: "),
                        line -> assertThat(line)
                                .startsWith("e.yaml:6: network.connections[2].coupling.pre: ")
                                .contains("given 'foo'"),
                        line -> assertThat(line)
                                .startsWith("e.yaml:6: network.connections[2].coupling.post: ")
                                .endsWith("given 'g'"),
                        line -> assertThat(line).startsWith("e.yaml:6: network.connections[2].coupling.h: "),
                        line -> assertThat(line)
                                .startsWith("e.yaml:7: network.connections[3].coupling: ")
                                .endsWith("in 'tanh('"),
                        line -> assertThat(line).startsWith("e.yaml:7: network.connections[3].spread: "),
                        line -> assertThat(line).startsWith("e.yaml:8: network.connections[4].input: "),
                        line -> assertThat(line).startsWith("e.yaml:8: network.connections[4].coupling.sigmoidal.a: "));
    }

    /** A group that cannot be made doesn't keep the others from being planned. */
    @Test
    void aGroupThatCannotBeMadeHidesNothingOfTheOthers() {
        assertThat(problems("""
                        network:
                          groups:
                            a: {model: aln, parameters: {tau_se: -1}}
                            t: {model: thalamas}
                        simulation: {duration: 10}
                        """))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo(
                                        "e.yaml:3: network.groups.a.parameters.tau_se: expected a positive number of ms,"
                                                + " given -1.0"),
                        line -> assertThat(line).endsWith("given 'thalamas'; did you mean 'thalamus'?"));
    }

    /** What feeds what isn't known there, but what its coupling says can be read. */
    @Test
    void aWrongOutputHidesNoExpressionThatCannotBeRead() {
        assertThat(problems("""
                        network:
                          groups: {a: {model: fhn}, b: {model: fhn}}
                          connections:
                            - {from: a, to: b, output: xx, coupling: {pre: "tanh(source", post: sum}}
                            - {from: a, to: b, output: x, input: nope, coupling: {pre: "source.y*", post: sum}}
                            - {from: a, to: b, output: yy, coupling: {pre: source, post: sum}}
                            - {from: a, to: b, output: x, coupling: {pre: "source +", post: sum}}
                        simulation: {duration: 10}
                        """))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("e.yaml:4: network.connections[0].output: "),
                        line -> assertThat(line)
                                .startsWith("e.yaml:4: network.connections[0].coupling: ")
                                .contains("tanh(source"),
                        line -> assertThat(line).startsWith("e.yaml:5: network.connections[1].input: "),
                        line -> assertThat(line)
                                .startsWith("e.yaml:5: network.connections[1].coupling: ")
                                .contains("source.y*"),
                        line -> assertThat(line).startsWith("e.yaml:6: network.connections[2].output: "),
                        line -> assertThat(line).startsWith("e.yaml:7: network.connections[3].coupling: "));
    }

    @Test
    void aMapThatCannotBeReadHidesNoUnknownOnes() {
        assertThat(problems("""
                        network:
                          model: aln
                          connectome: {weights: [[0, 1], [1, 0]]}
                          maps: {there: none.csv, short: [1, x]}
                          parameters: {b: 5*there, a: 5*thre, tau_se: "2 + short*(", mue_ext_mean: 1 + short}
                        simulation: {duration: 10}
                        """))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("e.yaml:4: network.maps.short[1]: "),
                        line -> assertThat(line).startsWith("e.yaml:4: network.maps.there: "),
                        line -> assertThat(line)
                                .startsWith("e.yaml:5: network.parameters.a: ")
                                .contains("thre"),
                        line -> assertThat(line).startsWith("e.yaml:5: network.parameters.tau_se: "));
    }
}
