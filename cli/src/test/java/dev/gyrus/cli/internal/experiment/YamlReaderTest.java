package dev.gyrus.cli.internal.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

    private static Value parse(String text) {
        Problems problems = new Problems();
        Value value = YamlReader.parse(text, new Place("e.yaml", 1), problems);
        problems.throwIfAny();
        return value;
    }

    @Test
    void valuesKnowTheirLines() {
        Value.Mapping root = (Value.Mapping) parse("# a comment\na: 1\nb:\n  - x\n  - {c: y}\n");
        assertThat(root.keys().get("b").line()).isEqualTo(3);
        Value.Items items = (Value.Items) root.values().get("b");
        assertThat(items.values().get(1).place()).isEqualTo(new Place("e.yaml", 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: [1, 2 | e.yaml:1: expected YAML",
                "a: 1\\n\\tb: 2 | e.yaml:2: expected YAML",
                "a: 1\\na: 2 | e.yaml:2: expected each key once, given 'a' also on line 1",
                "? [x]\\n: 1 | e.yaml:1: expected a name before ':', given a list or mapping",
                "a: *b | e.yaml:1: expected an alias of a value that is complete before it, given '*b'",
                "a: &b [*b] | e.yaml:1: expected an alias of a value that is complete before it, given '*b'",
                "a: !!java.net.URL x | e.yaml:1: expected a value without a tag",
                "a: 1\\n---\\nb: 1 | e.yaml:2: expected a single document, given another one",
            })
    void whatIsNotPlainYamlIsSaidWithItsLine(String text, String message) {
        assertThatThrownBy(() -> parse(text.replace("\\n", "\n").replace("\\t", "\t")))
                .isInstanceOf(GyrusException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void nestedAliasesCostNothing() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i <= 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        Value.Mapping root = (Value.Mapping) parse(bomb.toString());
        Value.Items last = (Value.Items) root.values().get("a30");
        assertThat(last.values().get(0)).isSameAs(last.values().get(1));
    }

    @Test
    void depthIsLimited() {
        assertThatThrownBy(() -> parse("[".repeat(100_000)))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("levels of nesting");
    }

    @Test
    void anEmptyFileIsNothing() {
        assertThat(parse("").isNothing()).isTrue();
        assertThat(parse("# only a comment\n").isNothing()).isTrue();
    }

    @Test
    void filesThatCannotBeReadAreProblems(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> YamlReader.read(folder, new Problems())).hasMessageEndingWith("given a folder");
        assertThatThrownBy(() -> YamlReader.read(folder.resolve("none"), new Problems()))
                .hasMessageEndingWith("given no such file");
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
        assertThatThrownBy(() -> YamlReader.read(latin, new Problems())).hasMessageEndingWith("expected text in UTF-8");
    }

    @Test
    void aByteOrderMarkIsNoContent(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bom.yaml"), "\uFEFFa: 1");
        assertThat(((Value.Mapping) YamlReader.read(file, new Problems())).values())
                .containsOnlyKeys("a");
    }
}
