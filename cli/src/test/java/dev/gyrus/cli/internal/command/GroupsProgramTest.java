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
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Networks of groups, from the file to the results. */
class GroupsProgramTest extends ProgramInProcess {
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

    private static Node node(String model) {
        return Catalogue.models().get(model).node(Map.of());
    }

    private static Object parameter(Object group) {
        return ((Map<?, ?>) ((Map<?, ?>) group).get("parameters")).get("b");
    }

    @Test
    void aSingleGroupGivesTheBitsOfTheHomogeneousNetwork() throws IOException {
        String network = "model: aln, parameters: {sigma_ou: 0.1, b: [1, 2, 3]}, speed: 10, connectome: {" + WEIGHTS
                + LENGTHS + "}";
        String rest = "simulation: {duration: 40}\noutput: {figures: false}\n";
        succeed("network: {" + network + "}\n" + rest);
        double[][] homogeneous = values("rates_exc");
        succeed("network: {groups: {brain: {" + network + "}}}\n" + rest);
        assertThat(values("rates_exc")).isDeepEqualTo(homogeneous);
        assertThat(header("rates_exc")).containsExactly("t_ms", "brain/0", "brain/1", "brain/2");
    }

    @Test
    void aFileGivesTheBitsOfTheBuilder() throws IOException {
        succeed(MOTIF);
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
        succeed("""
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
        succeed(MOTIF);
        double[][] first = values("Q_t");
        Map<?, ?> experiment = (Map<?, ?>) summary().get("experiment");
        Map<?, ?> groups = (Map<?, ?>) ((Map<?, ?>) experiment.get("network")).get("groups");
        Map<?, ?> thalamus = (Map<?, ?>) groups.get("thalamus");
        assertThat(((Map<?, ?>) thalamus.get("parameters")).get("g_LK")).isEqualTo(0.032);
        assertThat(summary().get("model")).isEqualTo("aln + thalamus");
        String text = Files.readString(out.resolve("summary.json"));
        int start = text.indexOf('{', text.indexOf("\"experiment\""));
        succeed(text.substring(start, text.lastIndexOf('}')));
        assertThat(values("Q_t")).isDeepEqualTo(first);
    }

    @Test
    void namesReachOneGroupOrAll() throws IOException {
        succeed("""
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
        succeed("""
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
        succeed("""
                network: {groups: {a: {model: aln, labels: [A, B], parameters: {b: 2*myelin}, maps: {myelin: myelin.csv}}}}
                simulation: {duration: 1}
                output: {figures: false}
                """);
        network = (Map<?, ?>) ((Map<?, ?>) summary().get("experiment")).get("network");
        assertThat(parameter(((Map<?, ?>) network.get("groups")).get("a"))).isEqualTo(List.of(2.0, 4.0));
    }

    @Test
    void aSignalActsOnOneGroupOrOnNamedNodes() throws IOException {
        String file = """
                network: {groups: {a: {model: aln, size: 2}, b: {model: aln}}}
                simulation: {duration: 5}
                initial: {rates_exc: 3, IA: 0, mufe: 1}
                output: {figures: false}
                """;
        succeed(file);
        double[] rest = values("rates_exc")[4];
        succeed(file + "inputs: [{target: ext_exc_current, group: b, constant: 2}]\n");
        assertThat(values("rates_exc")[4][0]).isEqualTo(rest[0]);
        assertThat(values("rates_exc")[4][2]).isGreaterThan(rest[2]);
        succeed(file + "inputs: [{target: ext_exc_current, nodes: [a/1], constant: 2}]\n");
        assertThat(values("rates_exc")[4][0]).isEqualTo(rest[0]);
        assertThat(values("rates_exc")[4][1]).isGreaterThan(rest[1]);
        assertThat(values("rates_exc")[4][2]).isEqualTo(rest[2]);
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
        succeed(network);
        assertThat(header("bold")).containsExactly("t_ms", "a/0", "a/1", "t/0", "b/0");
        double[][] all = values("bold");
        Map<?, ?> experiment = (Map<?, ?>) summary().get("experiment");
        assertThat(((Map<?, ?>) experiment.get("bold")).get("source")).isEqualTo(List.of("rates_exc", "Q_t"));
        succeed(network.replace("[0.3, 0.31, 0.32, 0.33]", "0.32").replace("tr: 20", "source: Q_t, tr: 20"));
        assertThat(header("bold")).containsExactly("t_ms", "t/0");
        assertThat(values("bold")).hasDimensions(3, 1);
        for (int r = 0; r < 3; r++) {
            assertThat(all[r][2]).isEqualTo(values("bold")[r][0]).isNotZero();
        }
        succeed(network.replace("tr: 20", "source: [b.rates_exc, a.rates_exc], tr: 20")
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
    void theCouplingOfAModelCanBeReplaced() throws IOException {
        String file = """
                network: {model: fhn, coupling: %s, connectome: {weights: [[0, 1], [1, 0]]}}
                simulation: {duration: 20}
                initial: {x: [0.1, 0.5], y: 0.2}
                output: {figures: false}
                """;
        succeed(file.formatted("diffusive"));
        double[][] diffusive = values("x");
        succeed(file.formatted("{pre: source, post: sum - weight_sum*target}"));
        assertThat(values("x")).isDeepEqualTo(diffusive);
        succeed(file.formatted("{linear: {a: 1, b: 0}}"));
        double[][] linear = values("x");
        succeed(file.formatted("additive"));
        assertThat(values("x")).isNotEqualTo(diffusive);
        assertThat(Arrays.deepEquals(values("x"), linear)).isTrue();
    }

    @Test
    void functionalConnectivityIsComparedWhereRegionsAreTheSubjects() throws IOException {
        succeed("""
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
        assertThat(gyrus("explain", written(MOTIF))).isZero();
        assertThat(out()).contains("cortex/excitatory", "thalamus/tcr.Q_t → cortex/excitatory");
    }
}
