package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.io.ArrayFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Networks of neurons from experiment files. */
class SpikingProgramTest extends ProgramInProcess {
    private static final String BALANCED = """
            network:
              synapses:
                exc: {exponential: {tau: 5 ms, reversal: 0 mV}}
                inh: {exponential: {tau: 10 ms, reversal: -80 mV}}
              groups:
                E: {model: lif, size: 80, parameters: {I: 20}, initial: {V: {normal: [-55, 2]}}}
                I: {model: lif, size: 20, parameters: {I: 20}, initial: {V: {normal: [-55, 2]}}}
              connections:
                - {from: E, to: [E, I], synapse: exc, weight: 0.6, wiring: {probability: 0.2}}
                - {from: I, to: [E, I], synapse: inh, weight: 6.7, wiring: {probability: 0.2}, delay: {uniform: [0.5, 1]}}
            simulation: {duration: 100}
            """;

    /** A neuron that charges for ever: from V_reset = 0 to V_th = 1 in ln 2 · tau with drive 2, then still for 2 ms. */
    private static final String CLOCK = """
            network:
              models:
                clock:
                  states: {V: {unit: mV}}
                  parameters: {tau: 10 ms, drive: 2 mV}
                  inputs: {I: mV}
                  equations: dV/dt = (drive + I - V)/tau
                  threshold: V >= 1[mV]
                  reset: V = 0[mV]
                  refractory: 2[ms]
                  frozen: [V]
                  output: V
            """;

    @Test
    void spikesAreInBothFilesAndCountedInTheSummary() throws IOException {
        assertThat(run(BALANCED, "--out", out)).isZero();
        assertThat(err()).isEmpty();
        List<String> rows = Files.readAllLines(out.resolve("spikes.csv"));
        assertThat(rows.get(0)).isEqualTo("t_ms,population,neuron");
        assertThat(rows).hasSize(1 + spikes("E") + spikes("I"));
        assertThat(population("E").get("spikes")).isEqualTo((double) spikes("E"));
        double rate = spikes("E") * 1000.0 / 80 / 100;
        assertThat((double) population("E").get("rate")).isCloseTo(rate, within(1e-9));
        assertThat(out()).contains("E  ", " Hz", "spikes of 80 neurons");
        assertThat(out.resolve("E.rate.csv")).exists();
        assertThat(out.resolve("raster.svg")).exists();
        assertThat(out.resolve("recording.nc")).doesNotExist();
    }

    @Test
    void threadsDoNotChangeASpike() throws IOException {
        assertThat(run(BALANCED, "--out", out)).isZero();
        String one = Files.readString(out.resolve("spikes.csv"));
        assertThat(run(BALANCED, "--out", out, "--threads", 2)).isZero();
        assertThat(out.resolve("spikes.csv")).hasContent(one);
    }

    @Test
    void aNeuronWrittenInTheFileFiresWhenItsEquationSays() throws IOException {
        String experiment = CLOCK + """
                  groups: {n: {model: clock}}
                simulation: {duration: 30, dt: 0.01, integrator: rk4}
                """;
        assertThat(run(experiment, "--out", out)).isZero();
        double interval = 10 * Math.log(2);
        List<String> rows = Files.readAllLines(out.resolve("spikes.csv"));
        assertThat(rows).hasSize(4);
        for (int k = 0; k < 3; k++) {
            double time = Double.parseDouble(rows.get(1 + k).split(",")[0]);
            assertThat(time).isCloseTo(interval + k * (interval + 2), within(0.01 * (k + 1.5)));
        }
    }

    @Test
    void aSynapseWrittenInTheFileActsAfterItsDelay() throws IOException {
        String experiment = CLOCK + """
                  groups: {a: {model: clock}, b: {model: clock, parameters: {drive: 0.5}}}
                  connections:
                    - from: a
                      to: b
                      synapse:
                        states: {g: mV}
                        equations: dg/dt = -g/1[ms]
                        arrival: g += w
                        current: g
                      weight: 3
                      delay: 1.5
                simulation: {duration: 12, dt: 0.1}
                record: {variables: [b.g_synapse], every: 0.1}
                """;
        assertThat(run(experiment, "--out", out)).isZero();
        double fired = Double.parseDouble(
                Files.readAllLines(out.resolve("spikes.csv")).get(1).split(",")[0]);
        List<String> trace = Files.readAllLines(out.resolve("b.g_synapse.csv"));
        String first = trace.stream()
                .skip(1)
                .filter(row -> !row.endsWith(",0.0"))
                .findFirst()
                .orElseThrow();
        assertThat(Double.parseDouble(first.split(",")[0])).isCloseTo(fired + 1.5, within(1e-9));
        assertThat(first).endsWith(",3.0");
    }

    @Test
    void chosenCellsAndNeuronsAreRecorded() throws IOException {
        String experiment = BALANCED + "record: {variables: [V], cells: {E: [3, 7..8], I: [0]}, spikes: {E: [0..9]}}\n";
        assertThat(run(experiment, "--out", out)).isZero();
        assertThat(Files.readAllLines(out.resolve("V.csv")).get(0)).isEqualTo("t_ms,E/3,E/7,E/8,I/0");
        assertThat(Files.readAllLines(out.resolve("spikes.csv")).stream().skip(1))
                .isNotEmpty()
                .allMatch(row -> row.matches(".*,E,[0-9]"));
        assertThat(out.resolve("I.rate.csv")).doesNotExist();
    }

    @Test
    void aMassDrivesNeuronsAndTheRateOfNeuronsActsOnIt() throws IOException {
        String experiment = """
                network:
                  groups:
                    m: {model: aln, parameters: {mue_ext_mean: 1.5, mui_ext_mean: 0.5}}
                    n: {model: poisson, size: 50}
                    e: {model: lif, size: 20, parameters: {I: 15}}
                  connections:
                    - {from: m, to: n, output: rates_exc, input: rate}
                    - {from: e, to: m, output: rate, input: exc, weight: 0.05}
                simulation: {duration: 2000}
                record: {variables: [rates_exc, e.rate]}
                """;
        assertThat(run(experiment, "--out", out)).isZero();
        double mass = mean("rates_exc");
        assertThat((double) population("n").get("rate")).isCloseTo(mass, within(0.1 * mass));
        double followed = mean("e.rate");
        assertThat((double) population("e").get("rate")).isCloseTo(followed, within(0.1 * followed));
    }

    @Test
    void explorationsMeasureRatesAndRegularity() throws IOException {
        String experiment = BALANCED.replace("duration: 100", "duration: 300") + """
                explore: {parameters: {E.I: [15, 25]}, metrics: [mean(E.rate; from=100), cv(E.spikes), mean(E.spikes; from=100)]}
                """;
        assertThat(gyrus("explore", written(experiment), "--out", out)).isZero();
        List<String> rows = Files.readAllLines(out.resolve("results.csv"));
        String[] weak = rows.get(1).split(",");
        String[] strong = rows.get(2).split(",");
        assertThat(Double.parseDouble(strong[2])).isGreaterThan(Double.parseDouble(weak[2]));
        // The same spikes: a rate over 10 ms, and a part of steps of 0.1 ms.
        assertThat(Double.parseDouble(strong[2])).isCloseTo(10_000 * Double.parseDouble(strong[4]), within(4.0));
    }

    private double mean(String variable) throws IOException {
        return Files.readAllLines(out.resolve(variable + ".csv")).stream()
                .skip(1)
                .mapToDouble(row -> Double.parseDouble(row.split(",")[1]))
                .average()
                .orElseThrow();
    }

    private int spikes(String population) {
        return ArrayFiles.read(out.resolve("spikes.h5"))
                .arrays()
                .get("spikes/" + population + "/node_ids")
                .length();
    }

    private Map<?, ?> population(String name) {
        return (Map<?, ?>) ((Map<?, ?>) summary().get("populations")).get(name);
    }
}
