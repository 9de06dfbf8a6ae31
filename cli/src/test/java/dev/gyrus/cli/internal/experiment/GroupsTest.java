package dev.gyrus.cli.internal.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gyrus.core.GyrusException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupsTest {
    @TempDir
    Path folder;

    /** The network of a file with these lines under {@code network:}. */
    private NetworkSpec network(String lines) {
        Experiment.Source source = read("network:\n" + lines.indent(2) + "simulation: {duration: 10}\n");
        source.findings().throwIfAny();
        return source.experiment().network();
    }

    private Experiment.Source read(String text) {
        Path file = folder.resolve("e.yaml");
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Experiment.read(file, List.of(), new TestVocabulary());
    }

    private List<String> problems(String lines) {
        GyrusException error = catchThrowableOfType(GyrusException.class, () -> network(lines));
        assertThat(error).as("an error").isNotNull();
        return error.problems().stream()
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .toList();
    }

    @Test
    void aGroupIsReadAsAHomogeneousNetworkIs() {
        NetworkSpec one = network("model: aln\nparameters: {b: 3}\nconnectome: {dataset: synthetic80}\nspeed: 6");
        NetworkSpec many = network("""
                groups:
                  a: {model: aln, parameters: {b: 3}, connectome: {dataset: synthetic80}, speed: 6}
                  b: {model: wc, size: 2, labels: [x, y]}
                """);
        assertThat(one.isHomogeneous()).isTrue();
        assertThat(many.isHomogeneous()).isFalse();
        GroupSpec a = many.groups().get(0);
        GroupSpec only = one.groups().get(0);
        assertThat(a.parameters()).isEqualTo(only.parameters());
        assertThat(a.connectome()).isEqualTo(only.connectome());
        assertThat(a.speed()).isEqualTo(only.speed());
        assertThat(many.groups().get(1).labels()).containsExactly("x", "y");
        assertThat(many.title()).isEqualTo("aln + wc");
    }

    @Test
    void theNetworkSetsParametersByNameByPathAndByPattern() {
        NetworkSpec network = network("""
                groups:
                  a: {model: aln, parameters: {b: 1}}
                  c: {model: wc}
                parameters: {b: 2, c.sigma_ou: 3, "*.tau": 4}
                """);
        GroupSpec a = network.groups().get(0);
        GroupSpec c = network.groups().get(1);
        assertThat(a.parameters())
                .containsEntry("b", Values.of(1))
                .containsEntry("excitatory.tau", Values.of(4))
                .doesNotContainKey("sigma_ou");
        assertThat(c.parameters()).containsEntry("b", Values.of(2)).containsEntry("sigma_ou", Values.of(3));
        assertThat(a.key("b")).isEqualTo("network.groups.a.parameters.b");
        assertThat(c.key("inhibitory.tau")).isEqualTo("network.parameters.*.tau");
    }

    @Test
    void textsAreExpressionsOnlyWhereThereAreMaps() {
        GroupSpec group = network("""
                        model: aln
                        parameters: {b: 1 + 0.5*myelin, sigma_ou: 3 mV, mue_ext_mean: "2 * myelin"}
                        maps: {myelin: [1, 2], gradient: maps/gradient.csv}
                        """).groups().get(0);
        assertThat(group.parameters().get("b").expression()).contains("1 + 0.5*myelin");
        assertThat(group.parameters().get("mue_ext_mean").expression()).contains("2 * myelin");
        assertThat(group.parameters().get("sigma_ou").items()).containsExactly(new Quantity(3, "mV"));
        assertThat(group.maps().get("gradient").file()).contains("maps/gradient.csv");
        assertThat(problems("model: aln\nparameters: {b: myelin}"))
                .containsExactly("e.yaml:3: network.parameters.b: expected a finite number, given 'myelin'");
    }

    @Test
    void aCouplingIsANameWithParametersOrTwoExpressions() {
        assertThat(network("model: aln\ncoupling: additive").groups().get(0).coupling())
                .contains(new CouplingSpec("additive", "", "", Map.of()));
        assertThat(network("model: aln\ncoupling: {sigmoidal: {a: 2}}")
                        .groups()
                        .get(0)
                        .coupling())
                .contains(new CouplingSpec("sigmoidal", "", "", Map.of("a", 2.0)));
        assertThat(network("model: aln\ncoupling: {pre: tanh(g*source), g: 3}")
                        .groups()
                        .get(0)
                        .coupling())
                .contains(new CouplingSpec("", "tanh(g*source)", "sum", Map.of("g", 3.0)));
        assertThat(problems("model: aln\ncoupling: {sigmoidl: {a: 2}}"))
                .containsExactly(
                        "e.yaml:3: network.coupling: expected one of additive, sigmoidal, given 'sigmoidl'; did you mean 'sigmoidal'?");
    }

    @Test
    void connectionsHaveNumbersOrMatricesAndUnits() {
        ConnectionSpec connection = network("""
                        groups: {a: {model: aln}, b: {model: wc, size: 2}}
                        connections: [{from: a, to: b, weight: [[1], [2]], delay: 0.013 s, pairs: [[1, 0]]}]
                        """).connections().get(0);
        assertThat(connection.weight().orElseThrow()).isDeepEqualTo(new double[][] {{1}, {2}});
        assertThat(connection.delay().orElseThrow()).isDeepEqualTo(new double[][] {{13}});
        assertThat(connection.pairs().orElseThrow()).containsExactly(List.of("1", "0"));
    }

    @Test
    void everythingThatIsWrongIsReportedAtOnce() {
        assertThat(problems("""
                        model: aln
                        groups:
                          a: {model: alm, size: 0}
                          b: {model: wc, size: 2, regions: 0..3}
                          c d: {model: wc}
                        connections:
                          - {from: a, to: x, delay: -1, pairs: [[1]]}
                          - {to: b, pairs: some}
                        parameters: {b.c: 1}
                        """))
                .containsExactly(
                        "e.yaml:2: network.model: expected it in each group, where there are groups, given 'aln'",
                        "e.yaml:4: network.groups.a.model: expected one of aln, wc, given 'alm'; did you mean 'aln'?",
                        "e.yaml:4: network.groups.a.size: expected a whole number from 1 to 1000000, given '0'",
                        "e.yaml:5: network.groups.b: expected one of connectome, size and regions, given size and regions",
                        "e.yaml:6: network.groups.c d: expected a name of letters, digits, - and _, given 'c d'",
                        "e.yaml:8: network.connections[0].to: expected one of a, b, c d, given 'x'",
                        "e.yaml:8: network.connections[0].delay: expected a time in ms, from 0, given '-1'",
                        "e.yaml:8: network.connections[0].pairs[0]: expected [to, from]: the row and the column of a matrix, given a list",
                        "e.yaml:9: network.connections[1].pairs: expected one of all, one-to-one, given 'some'",
                        "e.yaml:9: network.connections[1].from: expected the name of a group, given nothing");
    }

    @Test
    void aNameOrPatternThatStandsForNothingIsAProblem() {
        assertThat(problems("groups: {a: {model: aln}}\nparameters: {a.nothing: 1, \"x*\": 2}"))
                .hasSize(2)
                .allMatch(problem -> problem.startsWith("e.yaml:3: network.parameters."));
    }

    @Test
    void aSpeedStandsBesideTheConnectomeThatItIsOf() {
        assertThat(problems("groups: {a: {model: aln, size: 2, speed: 3}}\nspeed: 5"))
                .containsExactly(
                        "e.yaml:2: network.groups.a.speed: expected speed beside the connectome that it is of, given '3'",
                        "e.yaml:3: network.speed: expected speed beside the connectome that it is of, given '5'");
    }

    @Test
    void betweenRegionsOfOneConnectomeConnectionsOnlySayWhatFeedsWhat() {
        assertThat(problems("""
                        connectome: {dataset: synthetic80}
                        groups: {a: {model: aln, regions: 0..3}, b: {model: wc, regions: [4, 5]}}
                        connections:
                          - {from: a, to: b, output: x, weight: 2}
                          - {from: a, to: b, delay: 3}
                        """))
                .containsExactly(
                        "e.yaml:6: network.connections[1]: expected each pair of groups with regions of one connectome once, given a → b again",
                        "e.yaml:6: network.connections[1].delay: expected nothing here between regions of one connectome, which has it, given delay");
    }
}
