package dev.gyrus.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README shows is what is compiled here. */
class ReadmeTest {
    @ParameterizedTest
    @CsvSource({
        "WholeBrain, whole brain",
        "LongRest, streaming",
        "OwnModel, own model",
        "ThalamoCortical, thalamus and cortex",
        "ParameterMap, parameter map"
    })
    void theReadmeShowsTheCompiledExample(String program, String snippet) throws IOException {
        String code = code(program, snippet);
        assertThat(Files.readString(Path.of("..", "README.md"))).contains("```java\n" + code + "\n```");
    }

    @Test
    void theDocumentationOfSweepsShowsTheCompiledExample() throws IOException {
        Path sweep = Path.of("..", "core", "src", "main", "java", "dev", "gyrus", "core", "Sweep.java");
        String text = Files.readString(sweep).replace("\n * ", "\n");
        assertThat(text).contains("<pre>{@code\n" + code("ParameterMap", "parameter map") + "\n}</pre>");
    }

    private static String code(String program, String snippet) throws IOException {
        Path source = Path.of("src", "main", "java", "dev", "gyrus", "examples", program + ".java");
        List<String> lines = Files.readAllLines(source);
        int start = lines.indexOf("        // snippet: " + snippet) + 1;
        assertThat(start).as("start of the snippet").isPositive();
        int end = start + lines.subList(start, lines.size()).indexOf("        // end");
        return lines.subList(start, end).stream()
                .map(line -> line.startsWith("        ") ? line.substring(8) : line)
                .collect(Collectors.joining("\n"));
    }
}
