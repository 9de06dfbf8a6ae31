package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.io.ArrayFiles;
import dev.gyrus.io.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a run leaves: files, summaries, scores. */
class ResultsProgramTest extends ProgramInProcess {
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

    private List<List<String>> cells(String name) throws IOException {
        return lines(name).stream().map(line -> List.of(line.split(",", -1))).toList();
    }

    @Test
    void aRunWritesItsRecordingAndASummary() throws IOException {
        assertThat(run(PAIR, "--out", out)).isZero();
        assertThat(err()).isEmpty();
        assertThat(lines("rates_exc.csv")).hasSize(21).first().isEqualTo("t_ms,left,right");
        assertThat(lines("rates_exc.csv").get(20)).startsWith("20");
        assertThat(out.resolve("recording.nc")).isNotEmptyFile();
        assertThat(summary().get("complete")).isEqualTo(true);
        assertThat(summary().get("steps")).isEqualTo(200.0);
        assertThat(summary().get("nodes")).isEqualTo(2.0);
        assertThat(folder.resolve("out.partial")).doesNotExist();
    }

    @Test
    void halfThePrecisionIsHalfTheFile() throws IOException {
        String node = NODE.replace("{figures", "{formats: [netcdf, npz, csv], figures") + "record: {every: 0.1}";
        assertThat(run(node, "--out", out)).isZero();
        List<String> text = lines("rates_exc.csv");
        long full = Files.size(out.resolve("recording.nc"));
        assertThat(run(node, "--set", "record.precision=float", "--out", out)).isZero();
        assertThat(lines("rates_exc.csv")).isEqualTo(text);
        int values = text.size() - 1;
        assertThat(full - Files.size(out.resolve("recording.nc"))).isBetween(4L * values, 4L * values + 64);
        double last = Double.parseDouble(text.get(values).split(",")[1]);
        double[] kept =
                ArrayFiles.read(out.resolve("recording.npz")).get("rates_exc").values();
        assertThat(kept[values - 1]).isEqualTo((float) last);
        assertThat(run(node, "--set", "record.precision=half")).isEqualTo(2);
        assertThat(err()).contains("record.precision", "double, float");
    }

    @Test
    void theSummaryHasTheExperimentWithItsDefaults() {
        run(PAIR, "--out", out);
        Map<?, ?> experiment = (Map<?, ?>) summary().get("experiment");
        assertThat(((Map<?, ?>) experiment.get("simulation")).get("dt")).isEqualTo(0.1);
        assertThat(((Map<?, ?>) experiment.get("record")).get("variables")).isEqualTo(List.of("rates_exc"));
    }

    @Test
    void withoutAFolderASummaryIsPrinted() throws IOException {
        assertThat(run(NODE)).isZero();
        assertThat(out()).contains("aln, 1 node", "rates_exc");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void anExistingFolderIsReused() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("notes.txt"), "mine");
        Files.writeString(out.resolve("rates_exc.csv"), "old");
        assertThat(run(NODE, "--out", out)).isZero();
        assertThat(out.resolve("notes.txt")).hasContent("mine");
        assertThat(lines("rates_exc.csv")).hasSize(21);
    }

    @Test
    void anotherRunLeavesNothingOfAnEarlierOne() throws IOException {
        run(NODE, "--set", "simulation.repeat=2", "--set", "bold.tr=10", "--out", out);
        assertThat(out.resolve("seed-43/bold.csv")).exists();
        Files.writeString(out.resolve("seed-43/notes.txt"), "mine");
        assertThat(run(NODE, "--out", out)).isZero();
        assertThat(Staging.files(out))
                .containsExactlyInAnyOrder("rates_exc.csv", "recording.nc", "summary.json", "seed-43/notes.txt");
        assertThat(out.resolve("seed-42")).doesNotExist();
    }

    @Test
    void aFailedRunLeavesTheEarlierResults() {
        run(NODE, "--out", out);
        Map<?, ?> earlier = summary();
        assertThat(run(NODE, "--set", "initial.seem=1e300", "--out", out)).isEqualTo(1);
        assertThat(summary()).isEqualTo(earlier);
        assertThat(Staging.files(out)).isEqualTo(earlier.get("files"));
    }

    @Test
    void theExperimentOfASummaryGivesTheSameBits() throws IOException {
        String noisy = PAIR.replace("model: aln", "model: aln\n  parameters: {sigma_ou: 0.2, a: [1, 2]}");
        assertThat(run(noisy, "--set", "network.parameters.b=0.06 nA", "--out", out))
                .isZero();
        List<String> first = lines("rates_exc.csv");
        Map<?, ?> experiment = (Map<?, ?>) summary().get("experiment");
        Map<?, ?> network = (Map<?, ?>) experiment.get("network");
        assertThat(network.get("options")).isEqualTo(Map.of("adaptation_rate", "previous"));
        assertThat(((Map<?, ?>) network.get("parameters")).get("b")).isEqualTo(60.0);
        assertThat(((Map<?, ?>) network.get("connectome")).get("normalize")).isEqualTo("none");
        assertThat(((Map<?, ?>) experiment.get("output")).get("formats")).isEqualTo(List.of("csv", "netcdf"));
        String text = Files.readString(out.resolve("summary.json"));
        String written = text.substring(text.indexOf("\"experiment\": ") + 14, text.lastIndexOf('}'));
        assertThat(run(written, "--out", folder.resolve("again"))).isZero();
        assertThat(err()).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("again/rates_exc.csv"))).isEqualTo(first);
    }

    @Test
    void formatsAreWrittenOnRequest() {
        assertThat(run(NODE, "--set", "output.formats=[npz, mat, hdf5]", "--out", out))
                .isZero();
        assertThat(out.resolve("recording.npz")).isNotEmptyFile();
        assertThat(out.resolve("recording.mat")).isNotEmptyFile();
        assertThat(out.resolve("recording.h5")).isNotEmptyFile();
        assertThat(out.resolve("recording.nc")).doesNotExist();
    }

    @Test
    void repeatedRunsAreTheRunsOfTheirSeeds() throws IOException {
        String noisy = PAIR.replace("model: aln", "model: aln\n  parameters: {sigma_ou: 0.2}");
        assertThat(run(noisy, "--set", "simulation.repeat=2", "--out", out)).isZero();
        List<String> second = lines("seed-43/rates_exc.csv");
        assertThat(second).isNotEqualTo(lines("seed-42/rates_exc.csv"));
        assertThat(run(noisy, "--set", "simulation.seed=43", "--threads", 2, "--out", out))
                .isZero();
        assertThat(lines("rates_exc.csv")).isEqualTo(second);
    }

    @Test
    void boldIsWrittenOncePerRepetitionTime() throws IOException {
        assertThat(run(PAIR, "--set", "bold.tr=10", "--out", out)).isZero();
        assertThat(lines("bold.csv")).hasSize(3).first().isEqualTo("t_ms,left,right");
    }

    @Test
    void runsAreComparedWithTheSubjectsOfADataset() throws IOException {
        Path reference = Files.createDirectories(folder.resolve("reference"));
        Files.writeString(reference.resolve("s1.csv"), "1,0.5,0.2\n0.5,1,0.1\n0.2,0.1,1\n");
        Files.writeString(reference.resolve("s2.csv"), "1,0.1,0.2\n0.1,1,0.5\n0.2,0.5,1\n");
        String three = """
                network: {model: aln, connectome: {weights: [[0, 1, 0], [1, 0, 1], [1, 0, 0]]}}
                simulation: {duration: 100}
                compare: {signal: rates_exc, discard: 10, dataset: {path: reference}}
                """;
        assertThat(run(three, "--out", out)).isZero();
        assertThat(err()).isEmpty();
        Map<?, ?> scores = (Map<?, ?>) summary().get("scores");
        assertThat(scores.get("subjects")).isEqualTo(List.of("s1", "s2"));
        List<?> each = (List<?>) scores.get("fc");
        double mean = ((double) each.get(0) + (double) each.get(1)) / 2;
        assertThat((double) scores.get("fc_mean")).isEqualTo(mean, within(1e-15));
        assertThat(lines("fc.csv")).hasSize(4).first().isEqualTo("region,0,1,2");
        assertThat(out.resolve("fc.png")).isNotEmptyFile();
        assertThat(out.resolve("rates_exc.svg")).isNotEmptyFile();
        assertThat(out()).contains("with 2 subjects").contains("weights 0.139, log weights ");
        Map<?, ?> baselines = (Map<?, ?>) summary().get("baselines");
        assertThat((double) baselines.get("weights")).isEqualTo(0.1387, within(1e-4));
        assertThat(baselines.keySet().stream().map(String::valueOf))
                .containsExactly("weights", "log_weights", "linear_network");
        assertThat((double) summary().get("ceiling")).isEqualTo(-11.0 / 13, within(1e-14));
    }

    @Test
    void functionalConnectivityNeedsThreeSamples() throws IOException {
        Files.writeString(folder.resolve("fc.csv"), "1,0.5\n0.5,1\n");
        String compared = PAIR + "bold: {tr: 5}\ncompare: {discard: 12, dataset: {path: fc.csv}}\n";
        assertThat(run(compared)).isEqualTo(2);
        assertThat(err())
                .isEqualTo("e.yaml:4: simulation.duration: expected at least 27.0 ms: 3 samples of bold after 12.0 ms,"
                        + " given 20.0 ms\n");
    }

    @Test
    void inputsActOnTheNodesAndTimesTheyName() throws IOException {
        String apart = PAIR.replace("30", "600");
        run(apart, "--out", out);
        List<List<String>> without = cells("rates_exc.csv");
        run(apart + "inputs: [{target: ext_exc_current, nodes: [right], start: 10, constant: 5}]\n", "--out", out);
        List<List<String>> with = cells("rates_exc.csv");
        assertThat(with.subList(0, 11)).isEqualTo(without.subList(0, 11));
        assertThat(with.get(20).get(1)).isEqualTo(without.get(20).get(1));
        assertThat(with.get(20).get(2)).isNotEqualTo(without.get(20).get(2));
    }

    @Test
    void sampledInputsEqualTheSignalTheySample() throws IOException {
        run(NODE + "inputs: [{target: ext_exc_current, constant: 0.5}]\n", "--out", out);
        List<String> constant = lines("rates_exc.csv");
        Files.writeString(folder.resolve("input.csv"), "t_ms,0\n0,0.5\n10,0.5\n20,0.5\n");
        run(NODE + "inputs: [{target: ext_exc_current, sampled: {file: input.csv, interval: 10}}]\n", "--out", out);
        assertThat(err()).isEmpty();
        assertThat(lines("rates_exc.csv")).isEqualTo(constant);
    }

    @Test
    void filesOfOptionsLieBesideTheExperiment() throws IOException {
        Files.writeString(folder.resolve("table"), "no table");
        assertThat(run(NODE, "--set", "network.options.table=table")).isEqualTo(2);
        assertThat(err().lines()).singleElement().asString().startsWith("table: expected a cascade table");
    }
}
