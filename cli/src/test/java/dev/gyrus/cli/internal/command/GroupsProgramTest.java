package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Connection;
import dev.gyrus.core.Connectome;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Simulation;
import dev.gyrus.io.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks of groups, from the file to the results. */
class GroupsProgramTest {
    private static final String MOTIF = """
            network:
              groups:
                cortex: {model: aln, parameters: {b: 15, sigma_ou: 0.05}}
                thalamus: {model: thalamus, parameters: {g_LK: 0.032}}
              connections:
                - {from: cortex, to: thalamus, output: rates_exc, weight: 1.2, delay: 13}
                - {from: thalamus, to: cortex, output: Q_t, weight: 0.15, delay: 13}
            simulation: {duration: 50, seed: 7}
            output: {figures: false}
            """;

    private static final String WEIGHTS = "weights: [[0, 1, 2], [0.5, 0, 1], [1, 3, 0]], ";
    private static final String LENGTHS = "lengths: [[0, 20, 40], [20, 0, 30], [40, 30, 0]]";

    @TempDir
    private Path folder;

    private Path out;
    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    @BeforeEach
    void name() {
        out = folder.resolve("out");
    }

    private int gyrus(String command, String experiment, Object... arguments) {
        stdout.reset();
        stderr.reset();
        Path file = folder.resolve("e.yaml");
        try {
            Files.writeString(file, experiment);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Terminal terminal = new Terminal(
                new PrintStream(stdout, true, StandardCharsets.UTF_8),
                new PrintStream(stderr, true, StandardCharsets.UTF_8),
                false);
        return Program.run(
                terminal,
                Stream.concat(Stream.of(command, file), Arrays.stream(arguments))
                        .map(String::valueOf)
                        .toArray(String[]::new));
    }

    /** Runs into the folder; nothing may be wrong. */
    private void run(String experiment) {
        int exit = gyrus("run", experiment, "--out", out);
        assertThat(err()).isEmpty();
        assertThat(exit).isZero();
    }

    private String err() {
        return stderr.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
    }

    private List<String> problems(String experiment) {
        assertThat(gyrus("run", experiment)).isEqualTo(2);
        return err().lines().toList();
    }

    private List<String> header(String variable) throws IOException {
        return List.of(Files.readAllLines(out.resolve(variable + ".csv")).get(0).split(","));
    }

    /** Samples × nodes. */
    private double[][] values(String variable) throws IOException {
        return Files.readAllLines(out.resolve(variable + ".csv")).stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(","))
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    private Map<?, ?> summary() {
        return (Map<?, ?>) Json.read(out.resolve("summary.json"));
    }

    private static Node node(String model) {
        return Catalogue.models().get(model).node(Map.of());
    }

    @Test
    void aSingleGroupGivesTheBitsOfTheHomogeneousNetwork() throws IOException {
        String network = "model: aln, parameters: {sigma_ou: 0.1, b: [1, 2, 3]}, speed: 10, connectome: {" + WEIGHTS
                + LENGTHS + "}";
        String rest = "simulation: {duration: 40}\noutput: {figures: false}\n";
        run("network: {" + network + "}\n" + rest);
        double[][] homogeneous = values("rates_exc");
        run("network: {groups: {brain: {" + network + "}}}\n" + rest);
        assertThat(values("rates_exc")).isDeepEqualTo(homogeneous);
        assertThat(header("rates_exc")).containsExactly("t_ms", "brain/0", "brain/1", "brain/2");
    }

    @Test
    void aFileGivesTheBitsOfTheBuilder() throws IOException {
        run(MOTIF);
        Network network = Network.builder()
                .node("cortex", node("aln").with("b", 15).with("sigma_ou", 0.05))
                .node("thalamus", node("thalamus").with("g_LK", 0.032))
                .connect(
                        "cortex",
                        "thalamus",
                        c -> c.output("rates_exc").weight(1.2).delay(13))
                .connect("thalamus", "cortex", c -> c.output("Q_t").weight(0.15).delay(13))
                .build();
        Recording recording = Simulation.of(network)
                .duration(50)
                .seed(7)
                .observe(Recorder.every(1, "rates_exc", "Q_t"))
                .run();
        assertThat(values("rates_exc")).isDeepEqualTo(recording.get("rates_exc").values());
        assertThat(values("Q_t")).isDeepEqualTo(recording.get("Q_t").values());
    }

    @Test
    void regionsOfOneConnectomeGiveTheBitsOfTheBuilder() throws IOException {
        run("""
                network:
                  connectome: {%s}
                  speed: 10
                  groups:
                    cortex: {model: aln, regions: [0, 2], parameters: {sigma_ou: 0.05}}
                    thalamus: {model: thalamus, regions: "1"}
                  connections:
                    - {from: cortex, to: thalamus, output: rates_exc}
                    - {from: thalamus, to: cortex, output: Q_t, weight: 0.5}
                simulation: {duration: 40}
                output: {figures: false}
                """.formatted(WEIGHTS + LENGTHS));
        double[][] weights = {{0, 1, 2}, {0.5, 0, 1}, {1, 3, 0}};
        double[][] lengths = {{0, 20, 40}, {20, 0, 30}, {40, 30, 0}};
        Map<String, Node> nodes = new LinkedHashMap<>();
        nodes.put("cortex", node("aln").with("sigma_ou", 0.05));
        nodes.put("thalamus", node("thalamus"));
        Network network = Network.builder()
                .regions(
                        Connectome.of(weights, lengths),
                        10,
                        nodes,
                        List.of("cortex", "thalamus", "cortex"),
                        Connection.of("cortex", "thalamus").output("rates_exc"),
                        Connection.of("thalamus", "cortex").output("Q_t").weight(0.5))
                .build();
        Recording recording = Simulation.of(network)
                .duration(40)
                .seed(42)
                .observe(Recorder.every(1, "rates_exc", "Q_t"))
                .run();
        assertThat(header("rates_exc")).containsExactly("t_ms", "cortex/0", "cortex/2");
        assertThat(header("Q_t")).containsExactly("t_ms", "thalamus/1");
        assertThat(values("rates_exc")).isDeepEqualTo(recording.get("rates_exc").values());
        assertThat(values("Q_t")).isDeepEqualTo(recording.get("Q_t").values());
    }

    @Test
    void theSummaryRunAgainGivesTheSameBits() throws IOException {
        run(MOTIF);
        double[][] first = values("Q_t");
        Map<?, ?> experiment = (Map<?, ?>) summary().get("experiment");
        Map<?, ?> groups = (Map<?, ?>) ((Map<?, ?>) experiment.get("network")).get("groups");
        Map<?, ?> thalamus = (Map<?, ?>) groups.get("thalamus");
        assertThat(((Map<?, ?>) thalamus.get("parameters")).get("g_LK")).isEqualTo(0.032);
        assertThat(summary().get("model")).isEqualTo("aln + thalamus");
        String text = Files.readString(out.resolve("summary.json"));
        int start = text.indexOf('{', text.indexOf("\"experiment\""));
        run(text.substring(start, text.lastIndexOf('}')));
        assertThat(values("Q_t")).isDeepEqualTo(first);
    }

    @Test
    void namesReachOneGroupOrAll() throws IOException {
        run("""
                network: {groups: {a: {model: aln, size: 2, labels: [left, right]}, b: {model: aln}}}
                simulation: {duration: 1, dt: 0.1}
                initial: {rates_exc: 3, b.rates_exc: 5, a.IA: [1, 2]}
                record: {variables: [rates_exc, b.rates_exc, a.IA], every: 0.1}
                output: {figures: false}
                """);
        assertThat(header("rates_exc")).containsExactly("t_ms", "a/left", "a/right", "b/0");
        assertThat(header("b.rates_exc")).containsExactly("t_ms", "b/0");
        assertThat(header("a.IA")).containsExactly("t_ms", "a/left", "a/right");
        assertThat(values("a.IA")[0][0]).isCloseTo(1, within(0.1));
        assertThat(values("a.IA")[0][1]).isCloseTo(2, within(0.1));
    }

    @Test
    void parametersFollowMapsOfNumbersAndOfFiles() throws IOException {
        Files.writeString(folder.resolve("myelin.csv"), "region,myelin\nB,2\nA,1\nC,4\n");
        run("""
                network:
                  groups:
                    a: {model: aln, size: 2, labels: [A, C], parameters: {b: 10 + 0.5*myelin*own}, maps: {own: [2, 3]}}
                    b: {model: aln, labels: [B], parameters: {b: 10 + myelin}}
                  maps: {myelin: [1, 4, 2]}
                simulation: {duration: 1}
                output: {figures: false}
                """);
        Map<?, ?> network = (Map<?, ?>) ((Map<?, ?>) summary().get("experiment")).get("network");
        Map<?, ?> groups = (Map<?, ?>) network.get("groups");
        assertThat(parameter(groups.get("a"))).isEqualTo(List.of(11.0, 16.0));
        assertThat(parameter(groups.get("b"))).isEqualTo(12.0);
        run("""
                network: {groups: {a: {model: aln, labels: [A, B], parameters: {b: 2*myelin}, maps: {myelin: myelin.csv}}}}
                simulation: {duration: 1}
                output: {figures: false}
                """);
        network = (Map<?, ?>) ((Map<?, ?>) summary().get("experiment")).get("network");
        assertThat(parameter(((Map<?, ?>) network.get("groups")).get("a"))).isEqualTo(List.of(2.0, 4.0));
    }

    private static Object parameter(Object group) {
        return ((Map<?, ?>) ((Map<?, ?>) group).get("parameters")).get("b");
    }

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
    void aSignalActsOnOneGroupOrOnNamedNodes() throws IOException {
        String file = """
                network: {groups: {a: {model: aln, size: 2}, b: {model: aln}}}
                simulation: {duration: 5}
                initial: {rates_exc: 3, IA: 0, mufe: 1}
                output: {figures: false}
                """;
        run(file);
        double[] rest = values("rates_exc")[4];
        run(file + "inputs: [{target: ext_exc_current, group: b, constant: 2}]\n");
        assertThat(values("rates_exc")[4][0]).isEqualTo(rest[0]);
        assertThat(values("rates_exc")[4][2]).isGreaterThan(rest[2]);
        run(file + "inputs: [{target: ext_exc_current, nodes: [a/1], constant: 2}]\n");
        assertThat(values("rates_exc")[4][0]).isEqualTo(rest[0]);
        assertThat(values("rates_exc")[4][1]).isGreaterThan(rest[1]);
        assertThat(values("rates_exc")[4][2]).isEqualTo(rest[2]);
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
        gyrus("run", file, "--out", out);
        assertThat(err())
                .contains(
                        "without g (V): not a rate in Hz or kHz", "connections[0].spread is 6.000 ms instead of 5.000");
    }

    /** One after the other, as the groups stand: the regions of each are those of a run with that source alone. */
    @Test
    void eachModelDrivesBoldByItsOwnRate() throws IOException {
        String network = """
                network: {groups: {a: {model: aln, size: 2}, t: {model: thalamus}, b: {model: aln}}}
                simulation: {duration: 60, dt: 0.1}
                bold: {tr: 20, parameters: {alpha: [0.3, 0.31, 0.32, 0.33]}}
                output: {figures: false}
                """;
        run(network);
        assertThat(header("bold")).containsExactly("t_ms", "a/0", "a/1", "t/0", "b/0");
        double[][] all = values("bold");
        Map<?, ?> experiment = (Map<?, ?>) summary().get("experiment");
        assertThat(((Map<?, ?>) experiment.get("bold")).get("source")).isEqualTo(List.of("rates_exc", "Q_t"));
        run(network.replace("[0.3, 0.31, 0.32, 0.33]", "0.32").replace("tr: 20", "source: Q_t, tr: 20"));
        assertThat(header("bold")).containsExactly("t_ms", "t/0");
        assertThat(values("bold")).hasDimensions(3, 1);
        for (int r = 0; r < 3; r++) {
            assertThat(all[r][2]).isEqualTo(values("bold")[r][0]).isNotZero();
        }
        run(network.replace("tr: 20", "source: [b.rates_exc, a.rates_exc], tr: 20")
                .replace("0.32, 0.33", "0.33"));
        assertThat(header("bold")).containsExactly("t_ms", "a/0", "a/1", "b/0");
        assertThat(values("bold")[2]).containsExactly(all[2][0], all[2][1], all[2][3]);
        assertThat(problems(network.replace("tr: 20", "source: [rates_exc, a.rates_exc, Q_x], tr: 20")))
                .singleElement()
                .asString()
                .contains("e.yaml:3: bold.source[2]: expected one of ", "given 'Q_x'");
        assertThat(problems(network.replace("tr: 20", "source: [rates_exc, a.rates_exc], tr: 20")
                        .replace("0.32, 0.33", "0.33")))
                .contains(
                        "e.yaml:3: bold.source: expected one variable of each group, given rates_exc and a.rates_exc");
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
    void theCouplingOfAModelCanBeReplaced() throws IOException {
        String file = """
                network: {model: fhn, coupling: %s, connectome: {weights: [[0, 1], [1, 0]]}}
                simulation: {duration: 20}
                initial: {x: [0.1, 0.5], y: 0.2}
                output: {figures: false}
                """;
        run(file.formatted("diffusive"));
        double[][] diffusive = values("x");
        run(file.formatted("{pre: source, post: sum - weight_sum*target}"));
        assertThat(values("x")).isDeepEqualTo(diffusive);
        run(file.formatted("{linear: {a: 1, b: 0}}"));
        double[][] linear = values("x");
        run(file.formatted("additive"));
        assertThat(values("x")).isNotEqualTo(diffusive);
        assertThat(Arrays.deepEquals(values("x"), linear)).isTrue();
    }

    @Test
    void functionalConnectivityIsComparedWhereRegionsAreTheSubjects() throws IOException {
        run("""
                network:
                  connectome: {dataset: synthetic80}
                  groups:
                    cortex: {model: aln, regions: 0..39, parameters: {sigma_ou: 0.1}}
                    thalamus: {model: thalamus, regions: 78..79}
                  connections:
                    - {from: cortex, to: thalamus, output: rates_exc}
                    - {from: thalamus, to: cortex, output: Q_t}
                simulation: {duration: 50}
                bold: {tr: 10, source: rates_exc}
                compare:
                output: {figures: false}
                """);
        assertThat(header("bold")).hasSize(41);
        Map<?, ?> scores = (Map<?, ?>) summary().get("scores");
        assertThat((List<?>) scores.get("fc")).hasSize(((List<?>) scores.get("subjects")).size());
    }

    @Test
    void thePlanOfGroupsIsExplained() {
        assertThat(gyrus("explain", MOTIF)).isZero();
        assertThat(stdout.toString(StandardCharsets.UTF_8))
                .contains("cortex/excitatory", "thalamus/tcr.Q_t → cortex/excitatory");
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
}
