package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Network;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types of network that a plugin brings, from the file to the results. */
class NetworkTypeProgramTest extends ProgramInProcess {
    private static final String SOURCE = """
            package types;

            import dev.gyrus.core.*;
            import dev.gyrus.core.spi.*;
            import java.util.*;

            public class Types {
                private static Node node(String name, Sync sync) {
                    return Node.named(name).doc("leaks")
                            .mass(Mass.named("m").state("x", "1", Initial.constant(1))
                                    .parameter("tau", 1, "ms", "time constant").input("in", "1", "others")
                                    .equations("dx/dt = (-x + in)/tau").build())
                            .sync(sync).defaultOutput("x").build();
                }

                public static class Squares implements NetworkProvider {
                    public String name() { return "squares"; }
                    public String description() { return "leaky nodes driven by powers of each other"; }
                    public boolean isOnConnectome() { return true; }
                    public List<ModelProvider.Option> options() {
                        return List.of(new ModelProvider.Option("power", "of the source", List.of("2", "3")));
                    }
                    public Network network(Optional<Connectome> connectome, double speed, Map<String, String> options) {
                        String power = options.getOrDefault("power", "2");
                        Sync sync = new Sync("x", "in", Coupling.of("source^" + power, "sum"), "w", "");
                        return Network.of(node("leaky", sync), connectome.orElseThrow(), speed);
                    }
                }

                public static class Relay implements NetworkProvider {
                    public String name() { return "relay"; }
                    public String description() { return "two sources and a sink"; }
                    public boolean isOnConnectome() { return false; }
                    public Network network(Optional<Connectome> connectome, double speed, Map<String, String> options) {
                        Node node = node("leaky", Sync.additive("x", "in"));
                        return Network.builder().group("source", node, 2).group("sink", node, 1)
                                .connect(Connection.of("source", "sink").weight(0.5)).build();
                    }
                }

                public static class Failing implements NetworkProvider {
                    public String name() { return "failing"; }
                    public String description() { return "cannot be made"; }
                    public boolean isOnConnectome() { return false; }
                    public Network network(Optional<Connectome> connectome, double speed, Map<String, String> options) {
                        throw new IllegalStateException("no licence");
                    }
                }

                public static class Nothing implements ModelProvider {
                    public String name() { return "nothing"; }
                    public String family() { return "broken"; }
                    public String description() { return "gives no node"; }
                    public Node node(Map<String, String> options) { return null; }
                }
            }
            """;

    private static final String TWO = "connectome: {weights: [[0, 3], [1, 0]], labels: [a, b]}, speed: 0";

    @TempDir
    private static Path plugins;

    @BeforeAll
    static void build(@TempDir Path classes) throws IOException, URISyntaxException {
        Path source = Files.writeString(classes.resolve("Types.java"), SOURCE);
        Path core = Path.of(Network.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String[] arguments = {"--release", "17", "-cp", core.toString(), "-d", classes.toString(), source.toString()};
        assertThat(ToolProvider.findFirst("javac").orElseThrow().run(System.out, System.err, arguments))
                .isZero();
        Path jar = plugins.resolve("types.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.list(classes.resolve("types"))) {
            for (Path file : files.toList()) {
                entry(out, "types/" + file.getFileName(), Files.readAllBytes(file));
            }
            service(out, "NetworkProvider", "types.Types$Squares\ntypes.Types$Relay\ntypes.Types$Failing\n");
            service(out, "ModelProvider", "types.Types$Nothing\n");
        }
    }

    private static void service(JarOutputStream out, String service, String providers) throws IOException {
        entry(out, "META-INF/services/dev.gyrus.core.spi." + service, providers.getBytes(StandardCharsets.UTF_8));
    }

    private static void entry(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
    }

    @Override
    int gyrus(Object... arguments) {
        return super.gyrus(Stream.concat(Arrays.stream(arguments), Stream.of("--plugins", plugins))
                .toArray());
    }

    @Override
    String err() {
        return super.err().replace(plugins + File.separator, "");
    }

    /** Runs a network and gives the lines of what was recorded of x. */
    private List<String> recorded(String network, String rest) throws IOException {
        succeed("{network: {" + network + "}, simulation: {dt: 0.1, duration: 0.2}, record: {every: 0.1},"
                + " output: {figures: false}" + rest + "}");
        return lines("x.csv");
    }

    @Test
    void aTypeIsLaidOverAConnectome() throws IOException {
        double a = 1 + 0.1 * (-1 + 3);
        assertThat(recorded("type: squares, " + TWO, "").subList(0, 2))
                .containsExactly("t_ms,a,b", "0.1," + a + ",1.0");
        assertThat(recorded("type: squares, " + TWO, "").get(2)).startsWith("0.2," + (a + 0.1 * (-a + 3)));
        assertThat(recorded("type: squares, options: {power: 3}, " + TWO, "").get(2))
                .endsWith("," + (1 + 0.1 * (-1 + a * a * a)));
    }

    @Test
    void parametersStartsInputsAndMapsReachTheGroupsOfAType() throws IOException {
        String parameters = "type: relay, maps: {slow: [1, 2, 4]}, parameters: {tau: 2*slow, sink.tau: 5}";
        List<String> lines =
                recorded(parameters, ", initial: {source.x: [1, 3]}, inputs: [{target: sink.in, constant: 1}]");
        assertThat(lines.get(0)).isEqualTo("t_ms,source/0,source/1,sink/0");
        assertThat(lines.get(1))
                .isEqualTo(
                        "0.1," + (1 - 0.1 / 2) + "," + (3 + 0.1 * (-3.0 / 4)) + "," + (1 + 0.1 * ((-1 + 2 + 1.0) / 5)));
    }

    @Test
    void theSummaryRunsAgainWithTheSameBits() throws IOException {
        List<String> first = recorded("type: squares, parameters: {tau: [1, 2]}, " + TWO, "");
        assertThat(summary().get("model")).isEqualTo("squares");
        Map<?, ?> network = (Map<?, ?>) ((Map<?, ?>) summary().get("experiment")).get("network");
        assertThat(network.get("options")).isEqualTo(Map.of("power", "2"));
        assertThat(((Map<?, ?>) network.get("parameters")).get("tau")).isEqualTo(List.of(1.0, 2.0));
        String text = Files.readString(out.resolve("summary.json"));
        succeed(text.substring(text.indexOf("\"experiment\": ") + 14, text.lastIndexOf('}')));
        assertThat(lines("x.csv")).isEqualTo(first);
    }

    @Test
    void mistakesAreNamedAllAtOnceWithNearMisses() throws IOException {
        assertThat(problems("""
                network:
                  type: relay
                  connectome: {weights: [[0]]}
                  coupling: additive
                  parameters: {sink.taw: 3, "cortex.*": 4}
                simulation: {duration: 1}
                initial: {sink.y: 1}
                inputs: [{target: inn, constant: 1}, {target: in, nodes: [sink/3], constant: 1}]
                record: {variables: [z]}
                """))
                .hasSize(8)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("e.yaml:3: network.connectome: expected nothing here: relay brings its own"))
                .anySatisfy(line -> assertThat(line).startsWith("e.yaml:4: network.coupling: expected nothing here"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("e.yaml:5: network.parameters.sink.taw: ")
                        .endsWith("did you mean 'sink.tau'?"))
                .anySatisfy(line -> assertThat(line).startsWith("e.yaml:5: network.parameters.cortex.*: "))
                .anySatisfy(line -> assertThat(line).startsWith("e.yaml:7: initial.sink.y: "))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("e.yaml:8: inputs[0].target: ")
                        .contains("'in'?"))
                .anySatisfy(line -> assertThat(line).startsWith("e.yaml:8: inputs[1].nodes[0]: "))
                .anySatisfy(line -> assertThat(line).startsWith("e.yaml:9: record.variables[0]: "));
        assertThat(problems("{network: {type: squars, options: {power: 3}}, simulation: {duration: 1}}"))
                .singleElement()
                .asString()
                .endsWith("given 'squars'; did you mean 'squares'?");
        assertThat(problems("{network: {type: squares, options: {power: 4, form: 1}}, simulation: {duration: 1}}"))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("network.options.power: expected one of 2, 3"))
                .anySatisfy(line -> assertThat(line).contains("network.options.form: expected one of power"))
                .anySatisfy(line -> assertThat(line).contains("connectome that squares is laid over, given nothing"));
    }

    @Test
    void modelsAndTypesAreToldApart() throws IOException {
        assertThat(problems("{network: {model: relay}, simulation: {duration: 1}}"))
                .containsExactly(
                        "e.yaml:1: network.model: expected the name of a model, given 'relay', which is a type of"
                                + " network; did you mean network.type?");
        assertThat(problems("{network: {type: aln}, simulation: {duration: 1}}"))
                .containsExactly(
                        "e.yaml:1: network.type: expected the name of a type of network, given 'aln', which is a"
                                + " model; did you mean network.model?");
    }

    @Test
    void whatTheCodeOfAPluginDoesWrongIsSaidWithItsJar() throws IOException {
        assertThat(problems("{network: {type: failing}, simulation: {duration: 1}}"))
                .containsExactly(
                        "e.yaml:1: network.type: expected a type of network that can be made, given 'failing' of"
                                + " types.jar: java.lang.IllegalStateException: no licence");
        assertThat(problems("{network: {model: nothing, parameters: {a: 1}}, simulation: {duration: -1}}"))
                .hasSize(2)
                .contains("e.yaml:1: network.model: expected a model that can be made, given 'nothing' of types.jar:"
                        + " node() returns null");
        assertThat(gyrus("models", "nothing")).isEqualTo(2);
        assertThat(err()).contains("types.jar", "node() returns null");
    }

    @Test
    void typesAreListedAndDescribed() throws IOException {
        assertThat(gyrus("models")).isZero();
        assertThat(out())
                .contains(
                        "types of network", "  relay     two sources and a sink\n", "families and 4 types of network");
        assertThat(gyrus("models", "squares")).isZero();
        assertThat(out())
                .contains("squares: leaky nodes", "laid over a connectome", "Σ w x^2", "power  2 | 3  of the source");
        assertThat(gyrus("models", "relay", "--latex")).isZero();
        assertThat(out()).containsOnlyOnce("% leaky");
        for (String name : List.of("squares", "relay")) {
            assertThat(gyrus("models", name, "--experiment")).isZero();
            assertThat(run(out())).as(err()).isZero();
            assertThat(out()).startsWith(name);
        }
        assertThat(gyrus("models", "rely")).isEqualTo(2);
        assertThat(err()).contains("did you mean 'relay'?");
    }
}
