package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.io.ArrayFiles;
import dev.gyrus.io.Json;
import dev.gyrus.io.Staging;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramTest {
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

    @TempDir
    private Path folder;

    private Path file;
    private Path out;
    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    @BeforeEach
    void name() {
        file = folder.resolve("e.yaml");
        out = folder.resolve("out");
    }

    private int gyrus(Object... arguments) {
        stdout.reset();
        stderr.reset();
        Terminal terminal = new Terminal(
                new PrintStream(stdout, true, StandardCharsets.UTF_8),
                new PrintStream(stderr, true, StandardCharsets.UTF_8),
                false);
        return Program.run(terminal, Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
    }

    private int run(String experiment, Object... arguments) {
        try {
            Files.writeString(file, experiment);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        List<Object> all = new ArrayList<>(List.of("run", file));
        all.addAll(List.of(arguments));
        return gyrus(all.toArray());
    }

    private String out() {
        return stdout.toString(StandardCharsets.UTF_8);
    }

    /** What was said on standard error, with the folder's name left out. */
    private String err() {
        return stderr.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(out.resolve(name));
    }

    private List<List<String>> cells(String name) throws IOException {
        return lines(name).stream().map(line -> List.of(line.split(",", -1))).toList();
    }

    private Map<?, ?> summary() {
        return (Map<?, ?>) Json.read(out.resolve("summary.json"));
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
        List<String> full = null;
        long[] size = new long[2];
        for (String precision : List.of("double", "float")) {
            assertThat(run(node, "--set", "record.precision=" + precision, "--out", out))
                    .isZero();
            List<String> text = lines("rates_exc.csv");
            assertThat(full == null || full.equals(text)).isTrue();
            full = text;
            size[precision.equals("float") ? 1 : 0] = Files.size(out.resolve("recording.nc"));
        }
        int values = full.size() - 1;
        assertThat(size[0] - size[1]).isBetween(4L * values, 4L * values + 64);
        double last = Double.parseDouble(full.get(values).split(",")[1]);
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
    void tablesAreRefusedAPlaceThatCannotBeWrittenBeforeTheWork() {
        assertThat(gyrus("tables", "--out", folder.resolve("none/t.cascade"))).isEqualTo(2);
        assertThat(err())
                .isEqualTo("none/t.cascade: expected a file that can be written, given a folder that is not there\n");
        assertThat(gyrus("tables", "--out", folder)).isEqualTo(2);
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
        assertThat(out()).contains("with 2 subjects");
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
    void functionalConnectivityNeedsThreeSamples() throws IOException {
        Files.writeString(folder.resolve("fc.csv"), "1,0.5\n0.5,1\n");
        String compared = PAIR + "bold: {tr: 5}\ncompare: {discard: 12, dataset: {path: fc.csv}}\n";
        assertThat(run(compared)).isEqualTo(2);
        assertThat(err())
                .isEqualTo("e.yaml:4: simulation.duration: expected at least 27.0 ms: 3 samples of bold after 12.0 ms,"
                        + " given 20.0 ms\n");
    }

    @Test
    void filesOfOptionsLieBesideTheExperiment() throws IOException {
        Files.writeString(folder.resolve("table"), "no table");
        assertThat(run(NODE, "--set", "network.options.table=table")).isEqualTo(2);
        assertThat(err().lines()).singleElement().asString().startsWith("table: expected a cascade table");
    }

    @Test
    void anInputAfterTheEndIsNoticed() {
        assertThat(run(NODE + "inputs: [{target: ext_exc_current, start: 30, constant: 1}]\n"))
                .isZero();
        assertThat(err()).isEqualTo("gyrus: inputs[0] never acts: the run ends before its start, 30.0 ms\n");
    }

    @Test
    void aFolderThatCannotBeWrittenIsFoundBeforeTheRun() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");
        assertThat(run(NODE, "--out", taken)).isEqualTo(2);
        assertThat(err()).isEqualTo("taken: expected a folder, given a file\n");
    }

    @Test
    void aRunThatDivergesSaysWhenWhereAndWhat() {
        assertThat(run(PAIR, "--set", "initial.seem=1e300", "--out", out)).isEqualTo(1);
        assertThat(err().lines()).singleElement().asString().contains("diverged", "left", "t = ");
        assertThat(out).doesNotExist();
    }

    @Test
    void whatNeurolibCarriesBesideParametersIsIgnoredWithANotice() {
        assertThat(run(NODE, "--set", "network.parameters.fast_interp=1", "--set", "network.parameters.VT=-50"))
                .isZero();
        assertThat(err()).isEqualTo("gyrus: network.parameters.fast_interp is ignored: it means nothing to aln\n");
    }

    @Test
    void misuseIsOneLineToo() {
        assertThat(gyrus("run")).isEqualTo(2);
        assertThat(err()).isEqualTo("gyrus run: Missing required parameter: 'FILE'; see 'gyrus run --help'\n");
        assertThat(gyrus("ruin", file)).isEqualTo(2);
        assertThat(err())
                .isEqualTo("gyrus: expected one of datasets, explain, models, run, tables, given 'ruin';"
                        + " did you mean 'run'? See 'gyrus --help'\n");
        assertThat(gyrus("run", file, "--ot", "x")).isEqualTo(2);
        assertThat(err().lines()).singleElement().asString().contains("given '--ot'; did you mean '--out'?");
        assertThat(gyrus()).isEqualTo(2);
        assertThat(gyrus("run", file, "--threads", "two")).isEqualTo(2);
        assertThat(err().lines()).singleElement().asString().contains("'two'");
    }

    @Test
    void helpAndVersionAreResults() {
        assertThat(gyrus("--version")).isZero();
        assertThat(out()).startsWith("gyrus ");
        assertThat(gyrus("run", "--help")).isZero();
        assertThat(out()).contains("--set", "--out", "--plugins");
    }

    @Test
    void modelsAndDatasetsAreListedAndDescribed() {
        assertThat(gyrus("models")).isZero();
        assertThat(out()).contains("aln");
        assertThat(gyrus("models", "aln")).isZero();
        assertThat(out()).contains("mue_ext_mean", "adaptation_rate", "dmufe/dt");
        assertThat(gyrus("models", "alm")).isEqualTo(2);
        assertThat(err()).contains("did you mean 'aln'?");
        assertThat(gyrus("datasets")).isZero();
        assertThat(out()).contains("synthetic80");
        assertThat(gyrus("datasets", "synthetic80")).isZero();
        assertThat(out()).contains("regions", "80");
        assertThat(gyrus("datasets", "synthetic80", "--out", out)).isZero();
        assertThat(out.resolve("synthetic80.svg")).isNotEmptyFile();
        assertThat(out.resolve("synthetic80.png")).isNotEmptyFile();
    }

    @Test
    void explainPrintsThePlan() throws IOException {
        Files.writeString(file, PAIR);
        assertThat(gyrus("explain", file)).isZero();
        assertThat(out()).contains("excitatory", "2 lanes", "delay");
    }

    @Test
    void pluginFoldersMustExist() {
        assertThat(gyrus("models", "--plugins", folder.resolve("none"))).isEqualTo(2);
        assertThat(err().lines()).singleElement().asString().contains("--plugins", "expected a folder");
    }

    @Test
    void debugShowsWhere() {
        assertThat(run(NODE, "--set", "network.model=x", "--debug")).isEqualTo(2);
        assertThat(err()).contains("GyrusException", "\tat ");
    }
}
