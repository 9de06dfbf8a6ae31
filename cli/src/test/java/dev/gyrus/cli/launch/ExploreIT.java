package dev.gyrus.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Explorations of the packaged program, on the true module path, that are killed and gone on with. */
@EnabledIfSystemProperty(named = "gyrus.jar", matches = ".+", disabledReason = "there is no package yet")
class ExploreIT extends LaunchedProgram {
    private static final String EXPERIMENT = """
            network: {model: hopf, parameters: {sigma_ou: 0.1}, connectome: {dataset: synthetic80}}
            simulation: {duration: 1000, threads: 2}
            explore:
              parameters: {K_gl: {from: 0, to: 2, steps: 60}}
              metrics: [mean(x), max(x)]
              replicate: 2
            output: {figures: false}
            """;

    private Path experiment;

    @BeforeEach
    void write() throws IOException {
        experiment = Files.writeString(folder.resolve("experiment.yaml"), EXPERIMENT);
    }

    /** A program that is killed leaves in the folder for temporary files what DuckDB unpacked there. */
    private List<String> program() {
        return modulePath("-Djava.io.tmpdir=" + folder);
    }

    private Process exploring(String out) throws IOException {
        return start(program(), "explore", experiment, "--out", out, "--set", "simulation.threads=1");
    }

    private Outcome explore(String out, Object... more) throws IOException, InterruptedException {
        Object[] all = new Object[4 + more.length];
        all[0] = "explore";
        all[1] = experiment;
        all[2] = "--out";
        all[3] = out;
        System.arraycopy(more, 0, all, 4, more.length);
        return run(program(), all);
    }

    private List<String> table(String out) throws IOException {
        return Files.readAllLines(folder.resolve(out).resolve("results.csv"));
    }

    /** Waits until some batches are in the store. */
    private void awaitBatches(Process process) throws IOException, InterruptedException {
        Path log = folder.resolve("out.partial").resolve("results.duckdb.wal");
        long last = 0;
        for (int changes = 0; changes < 4 && process.isAlive(); Thread.sleep(2)) {
            long size = Files.exists(log) ? Files.size(log) : 0;
            changes += size > last ? 1 : 0;
            last = Math.max(last, size);
        }
    }

    @Test
    void aKilledExplorationGoesOnAndEqualsAnUninterruptedOne() throws IOException, InterruptedException {
        assertThat(explore("whole").status()).isZero();
        Process process = exploring("out");
        awaitBatches(process);
        process.destroyForcibly().waitFor();
        assumeTrue(Files.exists(folder.resolve("out.partial")), "it was done before it could be killed");

        Outcome refused = explore("out");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("--resume goes on with it");

        Outcome resumed = explore("out", "--resume");
        assertThat(resumed.err()).isEmpty();
        assertThat(resumed.status()).isZero();
        assertThat(resumed.out()).containsPattern("[1-9][0-9]* were there before");
        assertThat(table("out")).hasSize(121).isEqualTo(table("whole"));
        assertThat(folder.resolve("out.partial")).doesNotExist();
    }

    @Test
    void anInterruptedExplorationLeavesWhatItHasAndGoesOn() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "there is no /bin/kill to interrupt with");
        Process process = exploring("out");
        awaitBatches(process);
        new ProcessBuilder("/bin/kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(finish(process).status()).isEqualTo(130);
        assertThat(folder.resolve("out").resolve("summary.json")).content().contains("\"complete\": false");
        int before = table("out").size();
        assertThat(before).isBetween(2, 120);
        assertThat(explore("out", "--resume").status()).isZero();
        assertThat(explore("whole").status()).isZero();
        assertThat(table("out")).isEqualTo(table("whole"));
    }
}
