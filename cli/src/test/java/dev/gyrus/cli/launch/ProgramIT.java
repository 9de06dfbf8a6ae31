package dev.gyrus.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Starts the packaged program in a virtual machine of its own: on the true module path, where unit tests do not see what
 * is missing, and on the class path.
 */
@EnabledIfSystemProperty(named = "gyrus.jar", matches = ".+", disabledReason = "there is no package yet")
class ProgramIT extends LaunchedProgram {
    private static final String EXPERIMENT = """
            network:
              model: aln
              parameters: {mue_ext_mean: 1.6, sigma_ou: 0.1}
              connectome: {dataset: synthetic80}
            simulation: {duration: 100}
            output: {figures: false}
            """;

    private Path experiment() throws IOException {
        return Files.writeString(folder.resolve("experiment.yaml"), EXPERIMENT);
    }

    private String rates(String name) throws IOException {
        return Files.readString(folder.resolve(name).resolve("rates_exc.csv"));
    }

    @Test
    void resultsAreTheSameOnEitherPathWithAndWithoutVectors() throws IOException, InterruptedException {
        Path file = experiment();
        Outcome vectors = run(modulePath("--add-modules", VECTORS), "run", file, "--out", "vectors");
        assertThat(vectors).isEqualTo(new Outcome(0, vectors.out(), ""));
        assertThat(vectors.out()).startsWith("aln, 80 nodes on synthetic80");
        assertThat(run(modulePath(), "run", file, "--out", "plain").status()).isZero();
        assertThat(run(classPath(), "run", file, "--threads", 2, "--out", "classes")
                        .status())
                .isZero();
        assertThat(rates("vectors")).hasLineCount(101);
        assertThat(rates("plain")).isEqualTo(rates("vectors"));
        assertThat(rates("classes")).isEqualTo(rates("vectors"));
    }

    @Test
    void badInputIsOneLineAndStatusTwo() throws IOException, InterruptedException {
        Outcome outcome = run(modulePath(), "run", experiment(), "--set", "network.model=alm", "--out", "out");
        assertThat(outcome).isEqualTo(new Outcome(2, "", outcome.err()));
        assertThat(outcome.err().lines())
                .singleElement()
                .asString()
                .startsWith("--set: network.model: expected one of adex, aln, ")
                .endsWith("given 'alm'; did you mean 'aln'?");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void interruptedRunsLeaveWhatTheyHave() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "there is no /bin/kill to interrupt with");
        Process process = start(
                modulePath(),
                "run",
                experiment(),
                "--set",
                "simulation.duration=1e8",
                "--set",
                "record.every=1000",
                "--set",
                "output.formats=[csv]",
                "--out",
                "out");
        Path partial = folder.resolve("out.partial").resolve("rates_exc.csv");
        for (int k = 0; k < 600 && !Files.exists(partial); k++) {
            Thread.sleep(100);
        }
        Thread.sleep(500);
        new ProcessBuilder("/bin/kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(finish(process).status()).isEqualTo(130);
        assertThat(folder.resolve("out").resolve("summary.json")).content().contains("\"complete\": false");
        assertThat(rates("out")).startsWith("t_ms,").endsWith("\n");
        assertThat(partial).doesNotExist();
    }
}
