package dev.gyrus.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Plugins as authors build them: jars compiled against Gyrus, in a folder that the user names. */
@EnabledIfSystemProperty(named = "gyrus.jar", matches = ".+", disabledReason = "there is no package yet")
class PluginIT extends LaunchedProgram {
    private static final String SERVICE = "dev.gyrus.core.spi.ModelProvider";
    private static final String NETWORK_SERVICE = "dev.gyrus.core.spi.NetworkProvider";
    private static final String NETWORK = """
            package pair;

            import dev.gyrus.core.*;
            import java.util.*;

            public final class Pair implements dev.gyrus.core.spi.NetworkProvider {
                public String name() { return "pair"; }
                public String description() { return "one drives the other"; }
                public boolean isOnConnectome() { return false; }
                public Network network(Optional<Connectome> connectome, double speed, Map<String, String> options) {
                    Mass mass = Mass.named("mass")
                            .state("x", "1", Initial.constant(1))
                            .input("in", "1", "of the other")
                            .equations("dx/dt = (in - x)/10[ms]")
                            .build();
                    Node node = Node.named("leaky").mass(mass).sync(Sync.additive("x", "in")).defaultOutput("x").build();
                    return Network.builder().node("a", node).node("b", node).connect(Connection.of("a", "b")).build();
                }
            }
            """;
    private static final String MODEL = """
            package %1$s;

            import dev.gyrus.core.*;
            import java.util.Map;

            public final class Model implements dev.gyrus.core.spi.ModelProvider {
                public Model() { %3$s }
                public String name() { return "%2$s"; }
                public String family() { return "examples"; }
                public String description() { return "%1$s relaxes to zero"; }
                public Node node(Map<String, String> options) {
                    Mass mass = Mass.named("mass")
                            .state("x", "1", Initial.constant(1))
                            .parameter("tau", 10, "ms", "time constant")
                            .equations("dx/dt = -x/tau")
                            .build();
                    return Node.named("%2$s").doc(description()).mass(mass).defaultOutput("x").build();
                }
            }
            """;

    @Test
    void jarsAddModels() throws IOException, InterruptedException {
        plugin("decay", "decay", "");
        for (List<String> command : List.of(modulePath(), classPath())) {
            Outcome listed = run(command, "models", "--plugins", "plugins");
            assertThat(listed.err()).isEmpty();
            assertThat(listed.out()).contains("aln", "decay", "decay relaxes to zero");
        }
        Path file = Files.writeString(
                folder.resolve("decay.yaml"), "{network: {model: decay}, simulation: {duration: 10, dt: 1}}");
        assertThat(run(modulePath(), "run", file, "--plugins", "plugins", "--out", "out")
                        .status())
                .isZero();
        assertThat(folder.resolve("out").resolve("x.csv")).content().contains("1.0,0.9\n");
    }

    @Test
    void jarsAddTypesOfNetwork() throws IOException, InterruptedException {
        Path sources = Files.createDirectories(folder.resolve("src/pair"));
        Path descriptor = Files.writeString(
                sources.resolve("module-info.java"),
                "module pair { requires dev.gyrus.core; provides %s with pair.Pair; }".formatted(NETWORK_SERVICE));
        Path provider = Files.writeString(sources.resolve("Pair.java"), NETWORK);
        compile("--release", "17", "-p", MODULES, "-d", folder.resolve("pair"), descriptor, provider);
        Path services = Files.createDirectories(folder.resolve("pair/META-INF/services"));
        Files.writeString(services.resolve(NETWORK_SERVICE), "pair.Pair\n");
        jar("pair");
        Path file = Files.writeString(
                folder.resolve("pair.yaml"), "{network: {type: pair}, simulation: {duration: 10, dt: 1}}");
        for (List<String> command : List.of(modulePath(), classPath())) {
            Outcome outcome = run(command, "run", file, "--plugins", "plugins", "--out", "out");
            assertThat(outcome.err()).isEmpty();
            assertThat(folder.resolve("out").resolve("x.csv")).content().startsWith("t_ms,a/0,b/0\n");
        }
    }

    @Test
    void pluginsAreOnlyLoadedFromWhereTheUserSays() throws IOException, InterruptedException {
        plugin("decay", "decay", "");
        assertThat(run(modulePath(), "models").out()).doesNotContain("decay");
    }

    @Test
    void aModelCanBeAFileOfEquations() throws IOException, InterruptedException {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Files.writeString(plugins.resolve("decay.yaml"), """
                doc: x relaxes to zero
                states: {x: {unit: mV, start: 1}}
                parameters: {tau: 10 ms}
                equations: |
                  dx/dt = -x/tau
                output: x
                """);
        Files.writeString(plugins.resolve("broken.yaml"), "{states: {x: {strat: 1}}, output: x}");
        Path file = Files.writeString(
                plugins.resolve("experiment.yaml"), "{network: {model: decay}, simulation: {duration: 10, dt: 1}}");
        Outcome outcome = run(modulePath(), "run", file, "--plugins", "plugins", "--out", "out");
        assertThat(outcome.status()).isZero();
        assertThat(folder.resolve("out").resolve("x.csv")).content().contains("1.0,0.9\n");
        assertThat(outcome.err().lines())
                .anySatisfy(
                        line -> assertThat(line).contains("broken.yaml:1", "states.x.strat", "did you mean 'start'?"))
                .anySatisfy(line -> assertThat(line).contains("broken.yaml:1", "equations"))
                .hasSize(2);
    }

    @Test
    void brokenPluginsAreNamedWithTheCauseAndTheOthersWork() throws IOException, InterruptedException {
        plugin("sound", "sound", "");
        plugin("twin", "sound", "");
        plugin("throwing", "throwing", "if (true) throw new IllegalStateException(\"no licence\");");
        Files.delete(plugin("gone", "gone", "").resolve("gone/Model.class"));
        jar("gone");
        Files.delete(plugin("silent", "silent", "").resolve("META-INF/services/" + SERVICE));
        Files.delete(folder.resolve("silent/module-info.class"));
        jar("silent");
        future(plugin("future", "future", "").resolve("future/Model.class"));
        jar("future");
        Files.writeString(folder.resolve("plugins/text.jar"), "this is no archive");
        for (List<String> command : List.of(modulePath(), classPath())) {
            Outcome listed = run(command, "models", "--plugins", "plugins");
            assertThat(listed.status()).isZero();
            assertThat(listed.out())
                    .contains("sound relaxes to zero")
                    .doesNotContain("throwing", "gone", "future", "silent", "twin");
            assertThat(listed.err().lines())
                    .anySatisfy(line -> assertThat(line).contains("throwing.jar", "no licence"))
                    .anySatisfy(line -> assertThat(line).contains("gone.jar", "gone not found"))
                    .anySatisfy(line -> assertThat(line).contains("silent.jar", "names a model"))
                    .anySatisfy(line -> assertThat(line).contains("future.jar", "version"))
                    .anySatisfy(line -> assertThat(line).contains("text.jar"))
                    .anySatisfy(line -> assertThat(line).contains("sound.jar", "twin.jar", "'sound'"))
                    .hasSize(6);
        }
    }

    /** The jar of a model in the folder of plugins; returns the folder of its classes. */
    private Path plugin(String module, String model, String constructor) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src").resolve(module));
        Path descriptor = Files.writeString(
                sources.resolve("module-info.java"),
                "module %1$s { requires dev.gyrus.core; provides %2$s with %1$s.Model; }".formatted(module, SERVICE));
        Path provider = Files.writeString(sources.resolve("Model.java"), MODEL.formatted(module, model, constructor));
        Path classes = folder.resolve(module);
        compile("--release", "17", "-p", MODULES, "-d", classes, descriptor, provider);
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve(SERVICE), module + ".Model\n");
        jar(module);
        return classes;
    }

    /** Not by the jar tool, which would refuse what is broken. */
    private void jar(String module) throws IOException {
        Path classes = folder.resolve(module);
        Path jar = Files.createDirectories(folder.resolve("plugins")).resolve(module + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, zip);
            }
        }
    }

    /** Gives a class the version number of a Java that is not there yet. */
    private static void future(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[6] = 0x7f;
        Files.write(file, bytes);
    }

    private static void compile(Object... arguments) {
        String[] texts = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
        assertThat(ToolProvider.findFirst("javac").orElseThrow().run(System.out, System.err, texts))
                .isZero();
    }
}
