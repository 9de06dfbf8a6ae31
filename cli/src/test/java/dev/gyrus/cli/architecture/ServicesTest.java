package dev.gyrus.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever uses the class path finds what whoever uses the module path finds. */
class ServicesTest {

    static Stream<GyrusModules.Compiled> modules() {
        return GyrusModules.all().stream();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void bothWaysOfRegisteringSayTheSame(GyrusModules.Compiled module) throws IOException {
        Map<String, List<String>> provided = new TreeMap<>();
        module.descriptor()
                .provides()
                .forEach(p -> provided.put(
                        p.service(), p.providers().stream().sorted().toList()));
        assertThat(services(module.classes().resolve("META-INF/services"))).isEqualTo(provided);
    }

    private static Map<String, List<String>> services(Path folder) throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    List<String> providers = Files.readAllLines(file).stream()
                            .map(line -> line.replaceAll("#.*", "").strip())
                            .filter(line -> !line.isEmpty())
                            .sorted()
                            .toList();
                    found.put(file.getFileName().toString(), providers);
                }
            }
        }
        return found;
    }
}
