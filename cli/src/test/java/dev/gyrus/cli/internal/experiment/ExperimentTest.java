package dev.gyrus.cli.internal.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says. */
class ExperimentTest extends ExperimentReading {
    @Test
    void defaultsAreFilledIn() {
        Experiment e = read(SMALLEST);
        assertThat(e.simulation())
                .isEqualTo(new SimulationSpec(0.1, 10, "euler", 42, 1, 1, "stages", 1e-8, Optional.empty()));
        assertThat(e.network().speed()).isEqualTo(20.0);
        assertThat(e.record())
                .isEqualTo(new RecordSpec(
                        List.of(), 1.0, 0.0, "double", new SpikesSpec(Optional.empty(), Optional.of(10.0), Map.of())));
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
    void neurolibsBoldSamplesBeforeTheFirstRepetitionTime() {
        assertThat(read(SMALLEST, "bold.scheme=reference").bold().orElseThrow().tr())
                .isEqualTo(2000.0);
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
        assertThat(again)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*shown")
                .isEqualTo(e);
    }
}
