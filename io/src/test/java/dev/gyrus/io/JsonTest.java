package dev.gyrus.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.GyrusException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    @Test
    void valuesAreWrittenIndentedAndReadBack(@TempDir Path folder) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("model", "aln");
        summary.put("steps", 3_000_000L);
        summary.put("wall_seconds", 6.25);
        summary.put("complete", true);
        summary.put("scores", Map.of("fc", new double[] {0.5, Double.NaN}));
        summary.put("label", "a \"quoted\"\\ line\n\u0001é");
        summary.put("nothing", Optional.empty());
        summary.put("weights", new double[][] {{0, 1}, {1e-20, 0}});
        Path file = folder.resolve("summary.json");
        Json.write(file, summary);
        assertThat(file).hasContent("""
                        {
                          "model": "aln",
                          "steps": 3000000,
                          "wall_seconds": 6.25,
                          "complete": true,
                          "scores": {
                            "fc": [0.5, null]
                          },
                          "label": "a \\"quoted\\"\\\\ line\\n\\u0001é",
                          "nothing": null,
                          "weights": [[0.0, 1.0], [1.0E-20, 0.0]]
                        }""");
        Map<String, Object> read = new LinkedHashMap<>(summary);
        read.put("steps", 3e6);
        read.put("scores", Map.of("fc", Arrays.asList(0.5, null)));
        read.put("nothing", null);
        read.put("weights", List.of(List.of(0.0, 1.0), List.of(1e-20, 0.0)));
        assertThat(Json.read(file)).isEqualTo(read);
    }

    @Test
    void escapesAndSpacesAreRead() {
        assertThat(Json.parse("a", " { \"a\\u00e9\\/\" : [ ] ,\n\"b\":{}, \"c\":-1.5E+2 } "))
                .isEqualTo(Map.of("aé/", List.of(), "b", Map.of(), "c", -150.0));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\n\"a\": 01}`, 2, ','",
                "`[1, 2`, 1, ']'",
                "`{\"a\": 1,}`, 1, a key in double quotes",
                "`{\"a\": 1, \"a\": 2}`, 1, 'a' once",
                "`\"open`, 1, closing",
                "`[1]\n\n2`, 3, the end of the file",
                "`{\"a\" 1}`, 1, ':'",
                "`tru`, 1, a value",
                "``, 1, a value"
            })
    void errorsNameTheLine(String text, int line, String expected) {
        assertThatThrownBy(() -> Json.parse("dataset.json", text == null ? "" : text))
                .isInstanceOf(GyrusException.class)
                .hasMessageStartingWith("dataset.json:" + line + ": expected ")
                .hasMessageContaining(expected);
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> Json.parse("a.json", "[".repeat(100_000)))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("200 levels");
    }
}
