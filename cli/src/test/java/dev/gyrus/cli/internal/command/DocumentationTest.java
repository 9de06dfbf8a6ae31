package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that the documentation shows are accepted as they stand there. */
class DocumentationTest {
    private static final Pattern YAML = Pattern.compile("```yaml\\R(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private static List<String> files(String document) throws IOException {
        return YAML.matcher(Files.readString(Path.of("..", document)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** What a command prints that goes well. */
    private static String gyrus(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int status =
                Program.run(terminal, Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void modelFilesRun() throws IOException {
        List<String> models = files("docs/plugins.md");
        assertThat(models).hasSize(2);
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        for (String model : models) {
            String name = model.lines().findFirst().orElseThrow().replaceAll("name: ([a-z-]+).*", "$1");
            Files.writeString(plugins.resolve(name + ".yaml"), model);
            Path experiment = Files.writeString(
                    folder.resolve("experiment.yaml"), gyrus("models", name, "--experiment", "--plugins", plugins));
            assertThat(gyrus("run", experiment, "--plugins", plugins)).contains(name + ", 2 nodes");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/heterogeneous.md", "docs/spiking.md"})
    void heterogeneousNetworksRun(String document) throws IOException {
        List<String> experiments = files(document).stream()
                .filter(text -> text.contains("groups:") || text.contains("maps:"))
                .toList();
        assertThat(experiments).isNotEmpty();
        for (String experiment : experiments) {
            Path file = Files.writeString(folder.resolve("experiment.yaml"), experiment);
            assertThat(gyrus("run", file, "--set", "simulation.duration=20")).contains("nodes");
        }
    }

    /** What an example leaves out is a network of four regions, and a duration. */
    @Test
    void inputsAreShown() throws IOException {
        Files.writeString(folder.resolve("stimulus.csv"), "t_ms,Precentral_R,Precentral_L\n0,0.1,0.2\n50,0,0\n");
        List<String> examples = files("docs/stimuli.md");
        assertThat(examples).hasSize(5);
        for (String example : examples) {
            String network = example.contains("network:") ? "" : """
                    network:
                      model: aln
                      connectome:
                        weights: [[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]]
                        labels: [Precentral_L, Precentral_R, Frontal_Sup_L, Frontal_Sup_R]
                    """;
            String simulation = example.contains("simulation:") ? "" : "simulation: {duration: 2000}\n";
            Path file = Files.writeString(folder.resolve("experiment.yaml"), network + simulation + example);
            assertThat(gyrus("plot-input", file)).contains("ext_exc_current in mV/ms", "mean");
            assertThat(gyrus("run", file)).contains("aln");
        }
    }

    @Test
    void explorationsRun() throws IOException {
        List<String> examples = files("docs/exploration.md");
        assertThat(examples).hasSize(2);
        for (String example : examples) {
            Path file = Files.writeString(folder.resolve("experiment.yaml"), example);
            assertThat(gyrus("explore", file, "--set", "simulation.duration=20"))
                    .contains("(rates_exc)", "runs/s");
        }
    }

    @Test
    void evolutionsRun() throws IOException {
        List<String> examples = new ArrayList<>(files("docs/evolution.md"));
        assertThat(examples).hasSize(1);
        examples.add(Files.readString(Path.of("..", "examples", "evolve-aln.yaml")));
        for (String example : examples) {
            Path file = Files.writeString(folder.resolve("experiment.yaml"), example);
            assertThat(gyrus("evolve", file, "--set", "simulation.duration=3000", "--set", "evolve.generations=1"))
                    .contains("(rates_exc", "runs/s");
        }
    }
}
