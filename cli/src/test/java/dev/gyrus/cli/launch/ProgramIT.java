package dev.gyrus.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starts the packaged program in a virtual machine of its own: on the true module path, where unit tests do not see what
 * is missing, and on the class path.
 */
@EnabledIfSystemProperty(named = "gyrus.jar", matches = ".+", disabledReason = "there is no package yet")
class ProgramIT {
    private static final String MODULES = System.getProperty("gyrus.modules");
    private static final String JAR = System.getProperty("gyrus.jar");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String VECTORS = "jdk.incubator.vector";
    private static final String ANNOUNCEMENT = "WARNING: Using incubator modules: " + VECTORS;

    private static final String EXPERIMENT = """
            network:
              model: aln
              parameters: {mue_ext_mean: 1.6, sigma_ou: 0.1}
              connectome: {dataset: synthetic80}
            simulation: {duration: 100}
            output: {figures: false}
            """;

    @TempDir
    private Path folder;

    /** What a finished program left. */
    private record Outcome(int status, String out, String err) {}

    private Path experiment() throws IOException {
        return Files.writeString(folder.resolve("experiment.yaml"), EXPERIMENT);
    }

    private static List<String> modulePath(String... options) {
        List<String> command = new ArrayList<>(List.of(JAVA, "-p", MODULES + File.pathSeparator + JAR));
        command.addAll(List.of(options));
        command.addAll(List.of("-m", "dev.gyrus.cli/dev.gyrus.cli.Main"));
        return command;
    }

    private static List<String> classPath() {
        String all = MODULES + File.separator + "*" + File.pathSeparator + JAR;
        return new ArrayList<>(List.of(JAVA, "-cp", all, "dev.gyrus.cli.Main"));
    }

    private Process start(List<String> command, Object... arguments) throws IOException {
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile())
                .start();
    }

    private Outcome finish(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ends").isTrue();
        String err = Files.readString(folder.resolve("stderr"));
        return new Outcome(
                process.exitValue(),
                Files.readString(folder.resolve("stdout")),
                err.lines().filter(line -> !line.equals(ANNOUNCEMENT)).reduce("", (all, line) -> all + line + "\n"));
    }

    private Outcome run(List<String> command, Object... arguments) throws IOException, InterruptedException {
        return finish(start(command, arguments));
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
        assertThat(outcome)
                .isEqualTo(new Outcome(
                        2, "", "--set: network.model: expected one of aln, given 'alm'; did you mean 'aln'?\n"));
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

    @Test
    void pluginJarsAddModels() throws IOException, InterruptedException {
        Path plugins = plugin();
        for (List<String> command : List.of(modulePath(), classPath())) {
            Outcome listed = run(command, "models", "--plugins", plugins);
            assertThat(listed.err()).isEmpty();
            assertThat(listed.out()).contains("aln", "decay", "x relaxes");
        }
        Path file = Files.writeString(
                folder.resolve("decay.yaml"), "{network: {model: decay}, simulation: {duration: 10, dt: 1}}");
        assertThat(run(modulePath(), "run", file, "--plugins", plugins, "--out", "out")
                        .status())
                .isZero();
        assertThat(folder.resolve("out").resolve("x.csv")).content().contains("1.0,0.9\n");
    }

    /** A folder with the jar of a plugin: what an author writes, compiled against Gyrus. */
    private Path plugin() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src/example"));
        Path module = Files.writeString(folder.resolve("src/module-info.java"), """
                module example {
                    requires dev.gyrus.core;
                    provides dev.gyrus.core.spi.ModelProvider with example.Decay;
                }
                """);
        Path provider = Files.writeString(sources.resolve("Decay.java"), """
                package example;

                import dev.gyrus.core.*;
                import java.util.Map;

                public final class Decay implements dev.gyrus.core.spi.ModelProvider {
                    public String name() { return "decay"; }
                    public String family() { return "examples"; }
                    public String description() { return "x relaxes to zero"; }
                    public Node node(Map<String, String> options) {
                        Mass mass = Mass.named("mass")
                                .state("x", "1", Initial.constant(1))
                                .parameter("tau", 10, "ms", "time constant")
                                .equations("dx/dt = -x/tau")
                                .build();
                        return Node.named("decay").doc(description()).mass(mass).defaultOutput("x").build();
                    }
                }
                """);
        Path classes = folder.resolve("classes");
        tool("javac", "-p", MODULES, "-d", classes, module, provider);
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("dev.gyrus.core.spi.ModelProvider"), "example.Decay\n");
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        tool("jar", "--create", "--file", plugins.resolve("decay.jar"), "-C", classes, ".");
        return plugins;
    }

    private static void tool(String name, Object... arguments) {
        String[] texts = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
        assertThat(ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, texts))
                .isZero();
    }
}
