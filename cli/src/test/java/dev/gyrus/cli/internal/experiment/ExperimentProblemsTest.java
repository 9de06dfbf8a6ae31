package dev.gyrus.cli.internal.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a file, as far as names, types and ranges go. */
class ExperimentProblemsTest extends ExperimentReading {
    @Test
    void allProblemsAreFoundAtOnceEachWithItsLine() {
        assertThat(problems("""
                        network:
                          modl: aln
                          parameters: {b: five}
                        simulation:
                          dt: -0.1
                          duration: 10
                          integrator: hun
                        record: {every: [1]}
                        bolt: {tr: 2000}
                        """))
                .containsExactlyInAnyOrder(
                        "e.yaml:2: network.modl: expected one of connections, connectome, coupling, groups, maps, model, models, options, parameters, speed, template, type, given 'modl'; did you mean 'model'?",
                        "e.yaml:3: network.parameters.b: expected a finite number, given 'five'",
                        "e.yaml:5: simulation.dt: expected a positive time in ms, given '-0.1'",
                        "e.yaml:7: simulation.integrator: expected one of euler, heun, rk4, given 'hun'; did you mean 'heun'?",
                        "e.yaml:8: record.every: expected a finite number, given a list",
                        "e.yaml:9: bolt: expected one of bifurcation, bold, compare, evolve, explore, gyrus, initial, inputs, network, output, record, simulation, given 'bolt'; did you mean 'bold'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {".nan", ".inf", "NaN", "Infinity", "1e999", "0x1g", "1_000", "yes", "''", "60xy", "1e999s"})
    void parametersAreFiniteDecimalNumbers(String value) {
        assertThat(problems(SMALLEST.replace("aln}", "aln, parameters: {b: " + value + "}}")))
                .singleElement()
                .asString()
                .startsWith("e.yaml:1: network.parameters.b: expected a finite number, given ");
    }

    @Test
    void anEmptyListOfVariablesIsRefused() {
        assertThat(problems(SMALLEST, "record.variables=[]"))
                .singleElement()
                .asString()
                .startsWith("--set: record.variables: expected at least one variable");
    }

    @Test
    void bothTheSignalOfBoldAndVariablesAreSuggestedForComparison() {
        assertThat(problems(SMALLEST, "compare.signal=blod"))
                .anyMatch(problem ->
                        problem.startsWith("--set: compare.signal: ") && problem.endsWith("did you mean 'bold'?"));
    }

    @Test
    void noTimeThatIsRefusedIsSuggested() {
        assertThat(problems(SMALLEST, "simulation.dt=0.3", "simulation.duration=3", "record.every=0.25"))
                .containsExactly(
                        "--set: record.every: expected a whole multiple of dt = 0.3 ms, given 0.25; the least is 0.3");
    }

    @Test
    void aTimeBetweenTwoStepsNamesTheNearest() {
        assertThat(problems(SMALLEST, "simulation.duration=10.25", "record.every=0.04", "bold.tr=2.05"))
                .containsExactlyInAnyOrder(
                        "--set: simulation.duration: expected a whole multiple of dt = 0.1 ms, given 10.25; nearest are 10.2 and 10.3",
                        "--set: record.every: expected a whole multiple of dt = 0.1 ms, given 0.04; the least is 0.1",
                        "--set: bold.tr: expected a whole multiple of dt = 0.1 ms, given 2.05; nearest are 2.0 and 2.1");
    }

    @Test
    void matricesAreSquareAndNotNegative() {
        assertThat(problems(SMALLEST, "network.connectome={weights: [[0, 1], [0]]}"))
                .containsExactly(
                        "--set: network.connectome.weights[1]: expected 2 values, as many as there are rows, given 1 values");
        assertThat(problems(SMALLEST, "network.connectome={weights: [[0, -1], [.nan, 0]], lengths: 5}"))
                .containsExactly(
                        "--set: network.connectome.weights[0][1]: expected a number that is not negative, given '-1'",
                        "--set: network.connectome.weights[1][0]: expected a finite number, given '.nan'",
                        "--set: network.connectome.lengths: expected a list of rows, [to][from], given '5'");
    }

    @Test
    void aConnectomeHasOneSource() {
        assertThat(problems(SMALLEST, "network.connectome={dataset: synthetic80, path: x}"))
                .containsExactly(
                        "--set: network.connectome: expected one of dataset, path and weights, given dataset and path");
        assertThat(problems(SMALLEST, "network.connectome={weights: [[0]], lengths: [[0]], delays: [[0]]}"))
                .containsExactly("--set: network.connectome.delays: expected either lengths or delays, given both");
        assertThat(problems(SMALLEST, "network.connectome={weights: [[0]], delays: [[0]]}", "network.speed=5"))
                .containsExactly(
                        "--set: network.speed: expected no speed where the connectome gives delays in ms, given '5'");
    }

    @Test
    void anInputHasOneSignal() {
        assertThat(problems(SMALLEST + "inputs:\n  - {target: ext_exc_current, sinusiod: {amplitude: 1}}\n"))
                .containsExactly(
                        "e.yaml:4: inputs[0].sinusiod: expected one of constant, end, morphology, nodes, plus, sampled, sinusoid, start, step, target, then, weights, given 'sinusiod'; did you mean 'sinusoid'?");
        assertThat(problems(SMALLEST + "inputs:\n  - {target: ext_exc_current, sinusoid: {}, constant: 2}\n"))
                .containsExactly(
                        "e.yaml:4: inputs[0]: expected one signal of constant, sampled, sinusoid, step, plus, then, given constant and sinusoid");
    }

    @Test
    void eachPartOfASequenceIsASignal() {
        assertThat(problems(SMALLEST + """
                inputs:
                  - target: ext_exc_current
                    then:
                      - {constant: 1}
                      - {plus: [{constant: 1}, {sinusoid: {amplitud: 1, frequency: 8}}]}
                      - {}
                    shares: [1, -2]
                """))
                .containsExactly(
                        "e.yaml:7: inputs[0].then[1].plus[1].sinusoid.amplitud: expected one of amplitude, frequency, phase, given 'amplitud'; did you mean 'amplitude'?",
                        "e.yaml:8: inputs[0].then[2]: expected one signal of constant, sampled, sinusoid, step, plus, then, given none",
                        "e.yaml:9: inputs[0].shares[1]: expected a positive number, given '-2'",
                        "e.yaml:9: inputs[0].shares: expected one for each of 3 signals, given 2 numbers");
        assertThat(problems(SMALLEST + "inputs:\n  - {target: ext_exc_current, plus: []}\n"))
                .containsExactly("e.yaml:4: inputs[0].plus: expected a list of signals, given an empty list");
    }

    @Test
    void oneMistakeIsOneProblem() {
        assertThat(problems("hello")).containsExactly("e.yaml:1: expected a mapping (key: value), given 'hello'");
        assertThat(problems("[1, 2]")).containsExactly("e.yaml:1: expected a mapping (key: value), given a list");
        assertThat(problems(SMALLEST, "network.connectome=foo"))
                .containsExactly("--set: network.connectome: expected a mapping (key: value), given 'foo'");
        assertThat(problems(SMALLEST, "network.connectome={weigths: [[0]]}"))
                .singleElement()
                .asString()
                .endsWith("given 'weigths'; did you mean 'weights'?");
        assertThat(problems(SMALLEST, "network.connectome={lengths: [[0]]}"))
                .containsExactly("--set: network.connectome: expected one of dataset, path and weights, given none");
        assertThat(problems(SMALLEST, "network.connectome={weights: [[0]], delays: [[0]]}", "network.speed=-3"))
                .containsExactly(
                        "--set: network.speed: expected no speed where the connectome gives delays in ms, given '-3'");
        assertThat(problems(SMALLEST, "inputs=[{target: ext_exc_current, step: {value: 1}}]"))
                .containsExactly("--set: inputs[0].step.value: expected one of amplitude, onset, given 'value'");
        assertThat(problems(SMALLEST + "blod: {tr: 1}\ncompare: {dataset: synthetic80}\n"))
                .singleElement()
                .asString()
                .endsWith("did you mean 'bold'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "", "3", "{a: 1}", "[[]]", "[[], 1]", "[1, 2]", "[[[0]]]", "[[a]]", "[[0, 1]]"})
    void aMatrixIsRowsOfNumbers(String matrix) {
        assertThat(problems(SMALLEST, "network.connectome.weights=" + matrix))
                .allSatisfy(problem -> assertThat(problem).startsWith("--set: network.connectome.weights"))
                .isNotEmpty();
    }

    @Test
    void whatOnlyFilesHaveIsRefusedBesideMatricesAndDatasets() {
        assertThat(problems(
                        SMALLEST,
                        "network.connectome={weights: [[0]], subcortical: true, orientation: from-to, keys: {sc: W}}"))
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem).contains("expected a connectome given by path beside it"));
        read(SMALLEST, "network.connectome={weights: [[0]], subcortical: false, orientation: to-from}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record.every=11 | record.every: expected at most the duration (10 ms), given 11 ms",
                "record.from=10 | record.from: expected a time before the end (10 ms), given 10 ms",
                "record={from: 8, every: 3} | record.every: expected at most what is left of the duration from record.from on (2 ms), given 3 ms",
                "record.from=0.25 | record.from: expected a whole multiple of dt = 0.1 ms, given 0.25",
                "bold.tr=2000 | bold.tr: expected at most the duration (10 ms), given 2000 ms",
                "compare={signal: IA, discard: 20} | compare.discard: expected a time before the end (10 ms), given 20 ms",
                "simulation.dt=11 | simulation.dt: expected at most the duration (10 ms), given 11 ms",
                "simulation.dt=1e-300 | simulation.dt: expected a step of at least 1.0E-9 ms, given '1e-300'",
                "simulation.dt=0 | simulation.dt: expected a positive time in ms, given '0'",
                "simulation.duration=1e300 | simulation.duration: expected at most 1.0E14 ms",
                "simulation.duration=-1 | simulation.duration: expected a positive time in ms, given '-1'",
                "simulation.threads=0 | simulation.threads: expected a whole number from 1 to 1024, given '0'",
                "simulation.repeat=1e9 | simulation.repeat: expected a whole number from 1 to 1000000, given '1e9'",
                "simulation.seed=9223372036854775808 | simulation.seed: expected a whole number of 64 bits",
            })
    void settingsThatMakeNoSenseTogetherNameTheOneToMend(String setting, String message) {
        assertThat(problems(SMALLEST, setting)).singleElement().asString().startsWith("--set: " + message);
    }

    @Test
    void keysThatStandTwiceAreFoundBesideOtherProblems() {
        assertThat(problems("network: {model: aln}\nnetwork: {model: wc}\nsimulation: {duration: 1, dt: x}\n"))
                .containsExactly(
                        "e.yaml:2: expected each key once, given 'network' also on line 1",
                        "e.yaml:3: simulation.dt: expected a finite number, given 'x'");
    }

    @Test
    void settingsSayWhichOfThemIsNoYaml() {
        assertThat(problems(SMALLEST, "network.parameters.b=[1", "inputs[0]=1"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("--set: network.parameters.b: expected YAML"),
                        second -> assertThat(second).startsWith("--set: inputs[0]: expected an element that is there"));
    }

    @Test
    void anEmptySectionLacksWhatItNeeds() {
        assertThat(problems("network: {groups: {}}\nsimulation: {duration: 1}\nbifurcation: {}"))
                .containsExactlyInAnyOrder(
                        "e.yaml:1: network.groups: expected at least one group, given none",
                        "e.yaml:3: bifurcation.parameter: expected a parameter that moves, given nothing",
                        "e.yaml:3: bifurcation.from: expected an end of its range, given nothing",
                        "e.yaml:3: bifurcation.to: expected an end of its range, given nothing");
    }

    @Test
    void problemsFoundLaterAreGivenTheirLine() {
        Places places = source(
                        SMALLEST + "inputs:\n  - target: ext_exc_current\n    nodes:\n      - 3\n    constant: 1\n")
                .findings()
                .places();
        assertThat(places.locate(Problem.of("inputs[0].nodes[0]", "a node", "3"))
                        .line())
                .isEqualTo(6);
        assertThat(places.locate(Problem.of("inputs[0].start", "a", "b")).line())
                .isEqualTo(4);
        assertThat(places.locate(Problem.of("network.speed", "a", "b")).line()).isEqualTo(1);
    }
}
