package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Network;
import dev.gyrus.fitting.OperatorProvider;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators of genetic searches, those of a plugin too. */
class OperatorsProgramTest extends ProgramInProcess {
    private static final String SOURCE = """
            package own;

            import dev.gyrus.fitting.*;
            import java.util.*;

            public class Operators {
                public static class Fixed implements OperatorProvider.OfMutation {
                    public String name() { return "fixed"; }
                    public String description() { return "always the same place"; }
                    public OptionalDouble initial() { return OptionalDouble.of(0.25); }
                    public Mutation create(double place) {
                        return (genome, draws) -> {
                            double[] position = genome.position().clone();
                            Arrays.fill(position, place);
                            return Genome.at(position);
                        };
                    }
                }

                public static class Oldest implements OperatorProvider.OfSelection {
                    public String name() { return "oldest"; }
                    public String description() { return "whoever was there first"; }
                    public Set<Role> roles() { return Set.of(Role.SURVIVORS); }
                    public Selection create(double none) { return (from, count, draws) -> from.subList(0, count); }
                }

                public static class Failing implements OperatorProvider.OfCrossover {
                    public String name() { return "failing"; }
                    public String description() { return "cannot be made"; }
                    public Crossover create(double none) { throw new IllegalStateException("no licence"); }
                }
            }
            """;

    private static final String EXPERIMENT = """
            network: {model: hopf}
            simulation: {duration: 10}
            output: {figures: false}
            evolve:
              algorithm: adaptive
              parameters: {a: [-1, 1]}
              maximise: [max(x)]
              population: 4
            """;

    @TempDir
    private static Path plugins;

    @BeforeAll
    static void build(@TempDir Path classes) throws IOException, URISyntaxException {
        Path source = Files.writeString(classes.resolve("Operators.java"), SOURCE);
        String path = jar(Network.class) + File.pathSeparator + jar(OperatorProvider.class);
        String[] arguments = {"--release", "17", "-cp", path, "-d", classes.toString(), source.toString()};
        assertThat(ToolProvider.findFirst("javac").orElseThrow().run(System.out, System.err, arguments))
                .isZero();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(plugins.resolve("own.jar")));
                Stream<Path> files = Files.list(classes.resolve("own"))) {
            for (Path file : files.toList()) {
                entry(out, "own/" + file.getFileName(), Files.readAllBytes(file));
            }
            String names = "own.Operators$Fixed\nown.Operators$Oldest\nown.Operators$Failing\n";
            entry(out, "META-INF/services/" + OperatorProvider.class.getName(), names.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Path jar(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void entry(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
    }

    private int evolve(String rest, Object... more) {
        List<Object> arguments = List.of("evolve", written(EXPERIMENT + rest.indent(2)), "--plugins", plugins);
        return gyrus(Stream.concat(arguments.stream(), Arrays.stream(more)).toArray());
    }

    @Test
    void listsAllWithTheirRoles() {
        assertThat(gyrus("operators", "--plugins", plugins)).isZero();
        assertThat(out()).contains(OperatorProvider.catalogue().names());
        assertThat(out()).containsPattern("fixed +mutation +0\\.25 +always the same place");
        assertThat(out()).containsPattern("best +parents, survivors +the best");
    }

    @Test
    void thoseOfAPluginMakeTheSearchAlsoWhenItGoesOn() throws IOException {
        String operators = "operators: {mutation: {fixed: 0.75}, survivors: oldest}\n";
        assertThat(evolve(operators + "generations: 2", "--out", out)).isZero();
        assertThat(evolve(operators + "generations: 3", "--out", out, "--resume"))
                .isZero();
        assertThat(err()).isEmpty();
        List<String[]> rows = lines("results.csv").stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        assertThat(rows).hasSize(12);
        assertThat(rows.subList(4, 12)).allMatch(row -> Double.parseDouble(row[2]) == 0.5); // three quarters of −1 … 1
        List<String> first =
                rows.subList(0, 4).stream().map(row -> row[2]).sorted().toList();
        assertThat(lines("population.csv").stream().skip(1).map(line -> line.split(",")[1]))
                .containsExactlyInAnyOrderElementsOf(first);
    }

    @Test
    void whatCannotBeMadeOrHasNoNumberIsAProblem() {
        assertThat(evolve("operators: {crossover: failing}")).isEqualTo(2);
        assertThat(err()).contains("an operator that can be made", "no licence");
        assertThat(evolve("operators: {survivors: {oldest: 3}}")).isEqualTo(2);
        assertThat(err()).contains("'oldest', which takes no number");
        assertThat(evolve("operators: {survivors: fixed}")).isEqualTo(2);
        assertThat(err()).contains("expected one of best, crowding, oldest, references, given 'fixed'");
    }
}
