package dev.gyrus.cli.internal.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentTest {
    private static final String SMALLEST = "network: {model: aln}\nsimulation: {duration: 10}\n";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("e.yaml");
    }

    private Experiment read(String text, String... settings) {
        Experiment.Source source = source(text, settings);
        source.findings().throwIfAny();
        return source.experiment();
    }

    private Experiment.Source source(String text, String... settings) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        List<Setting> all =
                Stream.of(settings).map(s -> new Setting("--set", s)).toList();
        return Experiment.read(file, all, new TestVocabulary());
    }

    /** The problems as printed, with the file's name in short. */
    private List<String> problems(String text, String... settings) {
        GyrusException error = catchThrowableOfType(GyrusException.class, () -> read(text, settings));
        assertThat(error).as("an error").isNotNull();
        assertThat(error.kind()).isEqualTo(GyrusException.Kind.INPUT);
        return error.problems().stream()
                .map(problem -> problem.toString().replace(file.toString(), "e.yaml"))
                .toList();
    }

    @Test
    void defaultsAreFilledIn() {
        Experiment e = read(SMALLEST);
        assertThat(e.simulation()).isEqualTo(new SimulationSpec(0.1, 10, "euler", 42, 1, 1, "stages", 1e-8));
        assertThat(e.network().speed()).isEqualTo(20.0);
        assertThat(e.record()).isEqualTo(new RecordSpec(List.of(), 1.0, 0.0, "double"));
        assertThat(e.network().groups().get(0).connectome()).isEmpty();
        assertThat(e.bold()).isEmpty();
        assertThat(e.compare()).isEmpty();
    }

    @Test
    void sectionsWithNothingInThemHaveTheirDefaults() {
        Experiment e = read(SMALLEST.replace("10", "10000") + "bold:\ncompare:\n");
        assertThat(e.bold().orElseThrow().tr()).isEqualTo(2000.0);
        assertThat(e.compare().orElseThrow().windows()).isEqualTo(new CompareSpec.Windows(60, 20));
    }

    @Test
    void jsonIsYaml() {
        Experiment e = read("""
                {"network": {"model": "aln", "parameters": {"b": 1.5e1, "sigma_ou": 1e-3}, "speed": 20.0,
                  "connectome": {"weights": [[0.0, 1.0], [0.5, 0.0]], "lengths": [[0, 10], [10.0, 0]], "normalize": "none"}},
                 "simulation": {"dt": 0.1, "duration": 400.0, "integrator": "euler", "seed": 1},
                 "initial": {"mufe": [0.25, -1.5]},
                 "record": {"variables": ["rates_exc", "IA"], "every": 1.0},
                 "inputs": [{"target": "ext_exc_current", "sinusoid": {"amplitude": 0.2, "frequency": 8.0}}]}
                """);
        assertThat(e.network().groups().get(0).parameters())
                .containsEntry("b", Values.of(15))
                .containsEntry("sigma_ou", Values.of(1e-3));
        ConnectomeSpec connectome = e.network().groups().get(0).connectome().orElseThrow();
        assertThat(connectome.weights().orElseThrow()).isDeepEqualTo(new double[][] {{0, 1}, {0.5, 0}});
        assertThat(e.initial().get("mufe")).isEqualTo(new Values(List.of(Quantity.of(0.25), Quantity.of(-1.5)), true));
        assertThat(e.inputs().get(0).signal().arguments())
                .containsEntry("frequency", new SignalSpec.One(Quantity.of(8)));
    }

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
                        "e.yaml:2: network.modl: expected one of connections, connectome, coupling, groups, maps, model, options, parameters, speed, given 'modl'; did you mean 'model'?",
                        "e.yaml:3: network.parameters.b: expected a finite number, given 'five'",
                        "e.yaml:5: simulation.dt: expected a positive time in ms, given '-0.1'",
                        "e.yaml:7: simulation.integrator: expected one of euler, heun, rk4, given 'hun'; did you mean 'heun'?",
                        "e.yaml:8: record.every: expected a finite number, given a list",
                        "e.yaml:9: bolt: expected one of bold, compare, gyrus, initial, inputs, network, output, record, simulation, given 'bolt'; did you mean 'bold'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {".nan", ".inf", "NaN", "Infinity", "1e999", "0x1g", "1_000", "yes", "''", "60xy", "1e999s"})
    void parametersAreFiniteDecimalNumbers(String value) {
        assertThat(problems(SMALLEST.replace("aln}", "aln, parameters: {b: " + value + "}}")))
                .singleElement()
                .asString()
                .startsWith("e.yaml:1: network.parameters.b: expected a finite number, given ");
    }

    @ParameterizedTest
    @CsvSource({"5,5", "-5.,-5", ".5,0.5", "'''1e-3''',1e-3", "+1E+2,100", "007,7", "0x10,16", "0o17,15"})
    void numbersMayBeWrittenInAnyUsualForm(String text, double value) {
        Experiment e = read(SMALLEST, "network.parameters.b=" + text);
        assertThat(e.network().groups().get(0).parameters().get("b")).isEqualTo(Values.of(value));
    }

    @Test
    void numbersMayCarryUnits() {
        Experiment e = read(SMALLEST, "network.parameters.b=60 pA", "simulation.duration=2.5 s", "network.speed=6 m/s");
        assertThat(e.network().groups().get(0).parameters().get("b").items()).containsExactly(new Quantity(60, "pA"));
        assertThat(e.simulation().duration()).isEqualTo(2500.0);
        assertThat(e.network().speed()).isEqualTo(6.0);
        assertThat(problems(SMALLEST, "simulation.dt=1 mV"))
                .containsExactly("--set: simulation.dt: expected a positive time in ms, given '1 mV'");
    }

    @Test
    void knownUnitsMayStandDirectlyBehindTheNumber() {
        Experiment e = read(SMALLEST, "network.parameters.b=60pA", "simulation.duration=2.5s");
        assertThat(e.network().groups().get(0).parameters().get("b").items()).containsExactly(new Quantity(60, "pA"));
        assertThat(e.simulation().duration()).isEqualTo(2500.0);
    }

    @Test
    void elementsOfLengthsAndDelaysMayCarryUnits() {
        Experiment lengths =
                read(SMALLEST, "network.connectome={weights: [[0, 1], [1, 0]], lengths: [[0, 1 cm], [5, 2 m]]}");
        assertThat(lengths.network()
                        .groups()
                        .get(0)
                        .connectome()
                        .orElseThrow()
                        .lengths()
                        .orElseThrow())
                .isDeepEqualTo(new double[][] {{0, 10}, {5, 2000}});
        Experiment delays =
                read(SMALLEST, "network.connectome={weights: [[0, 1], [1, 0]], delays: [[0, 10 ms], [5, 2 s]]}");
        assertThat(delays.network()
                        .groups()
                        .get(0)
                        .connectome()
                        .orElseThrow()
                        .delays()
                        .orElseThrow())
                .isDeepEqualTo(new double[][] {{0, 10}, {5, 2000}});
        assertThat(problems(SMALLEST, "network.connectome={weights: [[0]], lengths: [[3 ms]]}"))
                .containsExactly("--set: network.connectome.lengths[0][0]: expected a length in mm, given '3 ms'");
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
    void settingsStandInForTheFileAndSayWhereTheyCameFrom() {
        String text = SMALLEST + "inputs: [{target: ext_exc_current, constant: 1}]\n";
        Experiment e = read(
                text,
                "network.parameters.b=[5, 6]",
                "network.parameters.b[1]=7",
                "network.parameters.excitatory.tau=3",
                "inputs[0].start=5",
                "inputs.0.constant=2",
                "bold.tr=5");
        assertThat(e.network().groups().get(0).parameters())
                .containsEntry("b", new Values(List.of(Quantity.of(5), Quantity.of(7)), true))
                .containsEntry("excitatory.tau", Values.of(3));
        assertThat(e.inputs().get(0).start()).isEqualTo(5.0);
        assertThat(e.bold().orElseThrow().tr()).isEqualTo(5.0);
        assertThat(problems(text, "network.parameters.bb=1", "inputs[3].start=1", "simulation.dt.x=1", "nonsense"))
                .containsExactlyInAnyOrder(
                        "--set: network.parameters.bb: expected one of b, excitatory.tau, inhibitory.tau, mue_ext_mean, sigma_ou, given 'bb'; did you mean 'b'?",
                        "--set: inputs[3].start: expected an index below 1, given '3' in a list",
                        "--set: simulation.dt: expected a finite number, given a mapping with x",
                        "--set: expected path=value, given 'nonsense'");
    }

    @Test
    void patternsSetAllTheyMatch() {
        assertThat(read(SMALLEST, "network.parameters.*.tau=4")
                        .network()
                        .groups()
                        .get(0)
                        .parameters())
                .containsOnlyKeys("excitatory.tau", "inhibitory.tau");
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
                        "e.yaml:4: inputs[0].sinusiod: expected one of constant, end, nodes, sampled, sinusoid, start, step, target, given 'sinusiod'; did you mean 'sinusoid'?");
        assertThat(problems(SMALLEST + "inputs:\n  - {target: ext_exc_current, sinusoid: {}, constant: 2}\n"))
                .containsExactly(
                        "e.yaml:4: inputs[0]: expected one signal of constant, sampled, sinusoid, step, given constant and sinusoid");
        assertThat(problems(SMALLEST + "inputs:\n  - {target: ext_exc_current, then: [{step: 1}]}\n"))
                .containsExactly(
                        "e.yaml:4: inputs[0].then: expected a single signal; sums and sequences are not available in this version, given a list");
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
    void neurolibsBoldSamplesBeforeTheFirstRepetitionTime() {
        assertThat(read(SMALLEST, "bold.scheme=reference").bold().orElseThrow().tr())
                .isEqualTo(2000.0);
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
    void whatLaterVersionsDoIsSaidPlainly() {
        assertThat(problems("network: {groups: {}}\nsimulation: {duration: 1}\nexplore: {}"))
                .containsExactlyInAnyOrder(
                        "e.yaml:1: network.groups: expected at least one group, given none",
                        "e.yaml:3: explore: expected a file for 'run'; 'explore' is not available in this version, given an empty mapping");
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

    @Test
    void whatIsWrittenBackReadsTheSame() {
        Experiment e = read("""
                network: {model: aln, parameters: {b: [5 pA, 6]}, options: {adaptation_rate: previous},
                          connectome: {path: x.npz, keys: {weights: W}, labels: [a, b]}, speed: 10}
                simulation: {duration: 1 min, repeat: 2}
                initial: {rates_exc: 5.0, mufe: [1.2, 1.3]}
                inputs:
                  - {target: ext_exc_current, nodes: [0, Precentral_L], start: 100, end: 500, constant: 0.2}
                  - {target: ext_inh_rate, sampled: {values: [[1, 2], [3, 4]], file: x.csv}}
                record: {variables: [IA], from: 5}
                bold: {source: rates_inh, parameters: {kappa: 0.65}}
                compare: {fcd: true, dataset: {path: data}}
                output: {formats: [csv]}
                """);
        Experiment again = read(Yaml.write(e.written()));
        assertThat(again).usingRecursiveComparison().isEqualTo(e);
    }
}
