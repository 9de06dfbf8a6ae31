package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.spi.ModelProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
            new PrintStream(stdout, true, StandardCharsets.UTF_8),
            new PrintStream(stderr, true, StandardCharsets.UTF_8),
            false);

    @TempDir
    private Path folder;

    /** What a command prints that goes well. */
    private String gyrus(Object... arguments) {
        stdout.reset();
        stderr.reset();
        int status =
                Program.run(terminal, Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        assertThat(stderr.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
        return stdout.toString(StandardCharsets.UTF_8);
    }

    private String refusal(Object... arguments) {
        stderr.reset();
        int status =
                Program.run(terminal, Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        assertThat(status).isEqualTo(2);
        return stderr.toString(StandardCharsets.UTF_8);
    }

    private String described(ModelProvider provider) {
        new ModelSheet(provider, provider.node(Map.of()), terminal.out()).print();
        return stdout.toString(StandardCharsets.UTF_8);
    }

    @TestFactory
    Stream<DynamicTest> thePrintedExperimentOfEveryModelRuns() {
        return Catalogue.models().all().stream()
                .map(provider -> dynamicTest(provider.name(), () -> printedExperimentRuns(provider)));
    }

    private void printedExperimentRuns(ModelProvider provider) throws IOException {
        String experiment = gyrus("models", provider.name(), "--experiment");
        Node node = provider.node(Map.of());
        assertThat(experiment.contains("connectome:")).isEqualTo(!node.syncs().isEmpty());
        String alone = experiment.replaceAll("(?m)^  (connectome|speed): .*\\R", "");
        for (String text : List.of(experiment, alone)) {
            Path file = Files.writeString(folder.resolve("experiment.yaml"), text);
            String nodes = text.contains("connectome:") ? "2 nodes" : "1 node";
            assertThat(gyrus("run", file, "--set", "simulation.duration=100"))
                    .contains(provider.name(), nodes, node.defaultOutput());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyMassIsAWholeAlignmentInLatex() {
        return Catalogue.models().all().stream()
                .map(provider -> dynamicTest(provider.name(), () -> {
                    String latex = gyrus("models", provider.name(), "--latex");
                    int masses = provider.node(Map.of()).masses().size();
                    assertThat(latex.split("\\\\begin\\{align\\*}", -1)).hasSize(masses + 1);
                    assertThat(latex.split("\\\\end\\{align\\*}", -1)).hasSize(masses + 1);
                    assertThat(latex.chars().filter(c -> c == '{').count())
                            .isEqualTo(latex.chars().filter(c -> c == '}').count());
                    assertThat(latex.lines().filter(line -> line.contains(" &= ")))
                            .as("no letter but those that every LaTeX knows, no empty index, no unit")
                            .allSatisfy(line ->
                                    assertThat(line).matches("[\\x20-\\x7e]+").doesNotContain("{}", "[", "]"));
                }));
    }

    @Test
    void modelsAreListedByFamilyAndCounted() {
        String list = gyrus("models");
        int models = Catalogue.models().all().size();
        assertThat(list.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(list.lines().filter(line -> line.matches("\\w.*")).count()).isBetween(7L, 12L);
        assertThat(list.lines().filter(line -> line.matches("  \\w.*")))
                .hasSize(models + Catalogue.networks().all().size());
        assertThat(list).contains("\n" + models + " models in ");
    }

    @Test
    void neuronsTellWhenTheyFire() {
        assertThat(gyrus("models", "lif"))
                .contains(
                        "spikes\n",
                        "fires when      V >= V_th",
                        "then            V = V_reset",
                        "in which V stand still");
        assertThat(gyrus("models", "fhn")).doesNotContain("spikes");
    }

    @Test
    void aFamilyIsListedAlone() {
        assertThat(gyrus("models", "--family", "Epilepsy"))
                .contains("epileptor2d", "models in 1 family")
                .doesNotContain("aln");
        assertThat(refusal("models", "--family", "oscilator")).contains("did you mean 'oscillator'?");
    }

    @Test
    void questionsThatMakeNoSenseAreRefused() {
        assertThat(refusal("models", "aln", "--family", "epilepsy")).contains("not both");
        assertThat(refusal("models", "--latex")).contains("NAME: expected the name of a model");
        assertThat(refusal("models", "aln", "--latex", "--experiment")).contains("mutually exclusive");
    }

    @Test
    void aModelIsDescribedWhole() {
        assertThat(gyrus("models", "kuramoto-tvb"))
                .contains("kuramoto-tvb: phase oscillator", "doi:10.1007/BFb0013365", "dtheta/dt = ")
                .contains("circle 0 … 6.283185307179586", "K_gl", "rad/ms", "model: kuramoto-tvb")
                .contains("sine  sum1*cos(theta_i) - sum2*sin(theta_i), sum1 = Σ w sin(theta_j)")
                .contains("BOLD needs a rate: bold.drive says which theta stands for");
        assertThat(gyrus("models", "aln"))
                .containsPattern("Jei_max +-3.3 +mV/ms +< 0 +excitatory +largest current")
                .containsPattern("seev +1 +state +≥ 0 +starts in 0 … 0.001 +excitatory")
                .containsPattern("rates_exc +→ excitatory.exc_sq +additive +Σ w\\^2 rates_exc")
                .containsPattern("inhibitory.rates_inh +→ excitatory.local_inh +delay di")
                .containsPattern("adaptation_rate +previous \\| current")
                .contains("BOLD is driven by rates_exc");
    }

    @Test
    void parametersInWhichMassesDifferAreNamedByMass() {
        Parameter tau = Parameter.of("tau", 5, "ms", "time constant").positive();
        Node node = Node.named("two")
                .mass(Mass.named("a")
                        .state("x", "1", Initial.constant(1))
                        .parameters(List.of(tau))
                        .equations("dx/dt = -x/tau")
                        .build())
                .mass(Mass.named("b")
                        .state("y", "1", Initial.constant(1))
                        .parameters(List.of(tau))
                        .equations("dy/dt = -y/tau")
                        .build())
                .defaultOutput("x")
                .build();
        assertThat(described(model("two", node)))
                .containsPattern("\\R  tau  5 +ms  > 0  all  time constant")
                .contains("    tau: 5  # ms, time constant");
        stdout.reset();
        assertThat(described(model("two", node.with("b.tau", 10))))
                .containsPattern("\\R  a.tau  5 +ms  > 0  a +time constant")
                .contains("    a.tau: 5 ", "    b.tau: 10 ");
    }

    @Test
    void aModelThatCannotDescribeItselfDoesNotHideTheOthers() {
        Node node = Node.named("sound").doc("a sound model").build();
        ModelProvider broken = model("broken-one", () -> {
            throw new IllegalStateException("no licence");
        });
        Catalogue<ModelProvider> catalogue =
                Catalogue.of("model", List.of(model("sound", node), broken, model(null, node)), ModelProvider::name);
        ModelList.of(catalogue.all()).print(terminal.out());
        assertThat(stdout.toString(StandardCharsets.UTF_8))
                .contains("a sound model", "broken-one", "no licence", "2 models");
        ModelsCommand command = new ModelsCommand(() -> catalogue, Catalogue::networks, terminal);
        new picocli.CommandLine(command).parseArgs("broken-one");
        assertThatThrownBy(command::run)
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("expected a model that can be made, given 'broken-one' of ")
                .hasMessageContaining("no licence");
    }

    @Test
    void everyModelIsDocumented() throws IOException {
        String documentation = Files.readString(Path.of("..", "docs", "models.md"));
        assertThat(Catalogue.models().names())
                .allSatisfy(name -> assertThat(documentation).contains("| `" + name + "` |"));
        assertThat(Catalogue.models().all().stream().map(ModelProvider::family).distinct())
                .allSatisfy(family ->
                        assertThat(documentation.toLowerCase(Locale.ROOT)).contains("\n## " + family));
    }

    private static ModelProvider model(String name, Node node) {
        return model(name, () -> node);
    }

    private static ModelProvider model(String name, Supplier<Node> node) {
        return new ModelProvider() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String family() {
                return "test";
            }

            @Override
            public Node node(Map<String, String> options) {
                return node.get();
            }
        };
    }
}
