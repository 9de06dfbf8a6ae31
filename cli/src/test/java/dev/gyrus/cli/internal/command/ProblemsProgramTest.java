package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with an experiment, or with where its results go. */
class ProblemsProgramTest extends ProgramInProcess {
    private static final String NODE = """
            network: {model: aln}
            simulation: {duration: 20}
            output: {figures: false}
            """;

    private static final String PAIR = """
            network:
              model: aln
              connectome: {weights: [[0, 1], [1, 0]], lengths: [[0, 30], [30, 0]], labels: [left, right]}
            simulation: {duration: 20}
            output: {figures: false}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "network.model=aln2 | given 'aln2'; did you mean 'aln'?",
                "network.parameters.mue_ext=1 | --set: network.parameters.mue_ext: expected one of ",
                "network.parameters.b=60 mV | --set: network.parameters.b: expected a number in pA, given '60 mV'",
                "network.parameters.b=[1, 2, 3] | --set: network.parameters.b: expected one value, or one for each of 2 nodes, given 3 values",
                "network.parameters.VT=-40 | --set: network.parameters.VT: expected -50.0, which the model's tables were made with, given -40.0",
                "network.options.adaptation_rate=now | --set: network.options.adaptation_rate: expected one of current, previous, given 'now'",
                "network.connectome={path: nowhere} | --set: network.connectome.path: expected a file or folder that exists, given 'nowhere'",
                "network.connectome={dataset: synthetic8} | --set: network.connectome.dataset: expected one of synthetic80",
                "initial.mufe=[1, 2, 3] | --set: initial.mufe: expected one value, or one for each of 2 nodes",
                "inputs=[{target: ext_exc_current, nodes: [2], constant: 1}] | --set: inputs[0].nodes[0]: expected an index from 0 to 1, given 2",
                "inputs=[{target: ext_exc_current, nodes: [lef], constant: 1}] | --set: inputs[0].nodes[0]: expected one of left, right, given 'lef'; did you mean 'left'?",
                "inputs=[{target: ext_exc_current, sinusoid: {amplitude: 1}}] | --set: inputs[0].sinusoid.frequency: expected a finite number, given nothing",
                "bold={tr: 10, parameters: {rho: 2}} | --set: bold.parameters.rho: expected a fraction between 0 and 1, given 2.0",
                "bold={tr: 10, source: mufe} | --set: bold.source: expected a rate in Hz or kHz, given 'mufe' in 'mV/ms'",
                "compare={signal: rates_exc, dataset: synthetic80} | compare.dataset",
                "compare={signal: rates_exc, discard: 10} | compare.dataset: expected a dataset with subjects to compare with, given none",
                "compare={signal: rates_exc, dataset: nope} | --set: compare.dataset: expected one of synthetic80, given 'nope'",
                "compare={signal: rates_exc, dataset: {path: nope}} | --set: compare.dataset.path: expected a file or folder that exists, given 'nope'",
                "network.options.table=nope | --set: network.options.table: expected a file or folder that exists, given 'nope'",
                "network.options.table=e.yaml | e.yaml: expected a cascade table",
                "network.parameters.filter_sigma=1 | --set: network.parameters.filter_sigma: expected 0.0; the variant of the model that it switches on is not offered, given 1.0",
                "inputs=[{target: b, nodes: [0, left], constant: 1}] | --set: inputs[0].nodes[1]: expected each node once, given 'left' again",
                "initial.mufe=1 kg | --set: initial.mufe: expected one of",
                "bold={tr: 10, parameters: {tau: 3 mV}} | --set: bold.parameters.tau: expected a number without a unit, given '3 mV'",
                "network.connectome.lengths[0][1]=1e300 | network.connectome.lengths",
                "simulation.dt=0.3 | simulation.duration: expected a whole multiple of dt = 0.3 ms, given 20.0; nearest are 19.8 and 20.1",
            })
    void badInputIsOneLineAndLeavesNothing(String setting, String message) throws IOException {
        String every = setting.startsWith("simulation.dt") ? "record.every=3" : "record.every=1";
        assertThat(run(PAIR, "--set", every, "--set", setting, "--out", out)).isEqualTo(2);
        assertThat(err().lines()).singleElement().asString().contains(message);
        assertThat(out()).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatIsWrongAtAnyStageIsReportedTogetherInTheOrderOfTheFile() {
        assertThat(run("""
                        network:
                          model: aln
                          parameters: {mue_ext_mean: five, b: 60 mV}
                          options: {adaptation_rate: now}
                          connectome: {weights: [[0, 1], [1, 0]], normalize: waytotal}
                        simulation: {duration: 30, integrator: hun}
                        initial: {mufe: 1 kg}
                        inputs:
                          - {target: ext_exc_current, sinusoid: {amplitude: x, frequncy: 8}}
                          - {target: ext_exc_current, sampled: {file: none.csv}}
                        bold: {tr: 10, parameters: {rho: 2}}
                        compare: {dataset: {path: none}}
                        """)).isEqualTo(2);
        assertThat(err().lines().map(line -> line.replaceAll("(e.yaml:[0-9]+: [^:]+): .*", "$1")))
                .containsExactly(
                        "e.yaml:3: network.parameters.mue_ext_mean",
                        "e.yaml:3: network.parameters.b",
                        "e.yaml:4: network.options.adaptation_rate",
                        "e.yaml:5: network.connectome.normalize",
                        "e.yaml:6: simulation.integrator",
                        "e.yaml:7: initial.mufe",
                        "e.yaml:9: inputs[0].sinusoid.frequncy",
                        "e.yaml:9: inputs[0].sinusoid.amplitude",
                        "e.yaml:10: inputs[1].sampled.file",
                        "e.yaml:11: bold.parameters.rho",
                        "e.yaml:12: compare.dataset.path");
    }

    @Test
    void whatFollowsFromAMistakeIsNotAnotherOne() {
        String misspelt = """
                network: {model: aln, conectome: {dataset: synthetic80}}
                simulation: {duration: 20}
                initial: {mufe: [1, 2]}
                inputs: [{target: ext_exc_current, nodes: [30], constant: 1}]
                """;
        assertThat(run(misspelt)).isEqualTo(2);
        assertThat(err().lines())
                .singleElement()
                .asString()
                .contains("network.conectome", "did you mean 'connectome'?");
        assertThat(run(NODE, "--set", "simulation.duration=x", "--set", "record.from=50"))
                .isEqualTo(2);
        assertThat(err()).isEqualTo("--set: simulation.duration: expected a finite number, given 'x'\n");
    }

    @Test
    void anInputAfterTheEndIsNoticed() {
        assertThat(run(NODE + "inputs: [{target: ext_exc_current, start: 30, constant: 1}]\n"))
                .isZero();
        assertThat(err()).isEqualTo("gyrus: inputs[0] never acts: the run ends before its start, 30.0 ms\n");
    }

    @Test
    void whatNeurolibCarriesBesideParametersIsIgnoredWithANotice() {
        assertThat(run(NODE, "--set", "network.parameters.fast_interp=1", "--set", "network.parameters.VT=-50"))
                .isZero();
        assertThat(err()).isEqualTo("gyrus: network.parameters.fast_interp is ignored: it means nothing to aln\n");
    }

    @Test
    void aFolderThatCannotBeWrittenIsFoundBeforeTheRun() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");
        assertThat(run(NODE, "--out", taken)).isEqualTo(2);
        assertThat(err()).isEqualTo("taken: expected a folder, given a file\n");
    }

    @Test
    void aFolderNamedLikeAResultIsRefusedBeforeTheRun() throws IOException {
        Files.createDirectories(out.resolve("rates_exc.csv"));
        assertThat(run(NODE, "--out", out)).isEqualTo(2);
        assertThat(err())
                .isEqualTo(
                        "out/rates_exc.csv: expected a file, or nothing, where one is to be written, given a folder\n");
        assertThat(folder.resolve("out.partial")).doesNotExist();
        assertThat(out.resolve("rates_exc.csv")).isEmptyDirectory();
    }

    @Test
    void anEmptyNameIsNoFolder() {
        assertThat(run(NODE, "--out", "")).isEqualTo(2);
        assertThat(err().lines()).singleElement().asString().contains("expected the name of a folder");
    }

    @Test
    void aRunThatDivergesSaysWhenWhereAndWhat() {
        assertThat(run(PAIR, "--set", "initial.seem=1e300", "--out", out)).isEqualTo(1);
        assertThat(err().lines()).singleElement().asString().contains("diverged", "left", "t = ");
        assertThat(out).doesNotExist();
    }

    /** How many nodes there are is known all the same. */
    @Test
    void aWrongNumberOfAMatrixHidesNothingElse() {
        String signals = String.join(", ", Catalogue.stimuli().names());
        assertThat(problems("""
                        network:
                          model: aln
                          connectome:
                            weights: [[0, 1, 2], [1, x, 0], [0, 1, 0]]
                            delays: [[0, 1, 1], [-1, 0, 1], [1, 1, 0]]
                            labels: [a, b, c, d]
                          parameters: {b: [1, 2], a: 1e1 pA}
                        simulation: {duration: 10}
                        initial: {rates_exc: [1, 2]}
                        inputs:
                          - {target: ext_exc_current, nodes: [7, b]}
                          - {target: ext_exc_current, nodes: [9], constant: 1e1 ms}
                        """))
                .containsExactlyInAnyOrder(
                        "e.yaml:4: network.connectome.weights[1][1]: expected a finite number, given 'x'",
                        "e.yaml:5: network.connectome.delays[1][0]: expected a number that is not negative, given '-1'",
                        "e.yaml:6: network.connectome.labels: expected 3 names, one per region, given 4 names",
                        "e.yaml:7: network.parameters.b: expected one value, or one for each of 3 nodes, given 2 values",
                        "e.yaml:7: network.parameters.a: expected a number in nS, given '1e1 pA'",
                        "e.yaml:9: initial.rates_exc: expected one value, or one for each of 3 nodes, given 2 values",
                        "e.yaml:11: inputs[0]: expected one signal of " + signals + ", sampled, plus, then, given none",
                        "e.yaml:11: inputs[0].nodes[0]: expected an index from 0 to 2, given 7",
                        "e.yaml:12: inputs[1].nodes[0]: expected an index from 0 to 2, given 9",
                        "e.yaml:12: inputs[1].constant.value: expected a number in mV/ms, pA or V/m, given '1e1 ms'");
    }

    @Test
    void aWrongKeyOfAConnectomeHidesNoneOfTheOthers() throws IOException {
        Files.writeString(folder.resolve("w.csv"), "0,1\n2,0\n");
        String connectome = "{path: w.csv, keys: {foo: c}, normalize: maxx, labels: [A], orientation: sideways}";
        assertThat(problems("{network: {model: hopf, connectome: " + connectome + "}, simulation: {duration: 1}}"))
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).contains("connectome.keys"))
                .anySatisfy(line -> assertThat(line).endsWith("did you mean 'max'?"))
                .anySatisfy(line -> assertThat(line).contains("connectome.labels: expected 2 names"))
                .anySatisfy(line -> assertThat(line).contains("connectome.orientation: expected one of"));
    }

    @Test
    void neuronsOfTablesAreToldWithOrWithoutUnits() {
        assertThat(gyrus("tables", "--set", "C=0.2 nS", "--set", "VT=-0.05 V", "--set", "EL=x", "--set", "Tref=-1ms"))
                .isEqualTo(2);
        assertThat(err().lines())
                .containsExactly(
                        "--set C: expected a number in pF, such as 200.0 or '200.0 pF', given '0.2 nS'",
                        "--set EL: expected a number in mV, such as -65.0 or '-65.0 mV', given 'x'",
                        "--set Tref: expected 0 or more ms, given -1.0");
    }
}
