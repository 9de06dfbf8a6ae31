package dev.gyrus.io;

import static dev.gyrus.io.Fixtures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormatTest {
    private static final double[][] MATRIX = {{0, 1.5}, {-2e-3, 4}};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0,1.5\n-2e-3,4\n",
                "0;1.5\r\n-2e-3;4",
                "0\t1.5\n-2e-3\t4\n",
                "# from numpy\n  0.000e+00 1.5\n\n -2E-3   +4.\n",
                "\uFEFF0,1.5\n-2e-3,4\n",
                "\uFEFF0 1.5\n-2e-3 4\n",
                "0,1.5\n  \n-2e-3,4\n",
                "A,B\n0,1.5\n-2e-3,4\n",
                ",A,B\nA,0,1.5\nB,-2e-3,4\n",
                "region,A,B\nA,0,1.5\nB,-2e-3,4\n",
                "A B\nA 0 1.5\nB -2e-3 4\n",
                "A 0 1.5\nB -2e-3 4\n",
                "region,0,1\n0,0,1.5\n1,-2e-3,4\n",
                "\"\",\"A\",\"B\"\n\"A\",\"0\",\"1.5\"\n\"B\",\"-2e-3\",\"4\"\n"
            })
    void everyCommonFormOfAMatrixIsRead(String text) throws IOException {
        assertThat(read(text).get("values").rows()).isDeepEqualTo(MATRIX);
    }

    @Test
    void labelsAreKept() throws IOException {
        NamedArrays table = read("region,A,B\nA,0,1\nB,2,3\n");
        assertThat(table.texts()).containsEntry("columns", List.of("A", "B")).containsEntry("rows", List.of("A", "B"));
        assertThat(read("t_ms,A\n1.0,5\n2.0,6\n").get("values").rows()).isDeepEqualTo(new double[][] {{1, 5}, {2, 6}});
        assertThat(read("A\nB\nC\n").texts()).containsEntry("rows", List.of("A", "B", "C"));
    }

    @Test
    void missingValuesAreNaN() throws IOException {
        assertThat(read("1,nan,NA\n-inf,Infinity,NaN\n").only().values())
                .containsExactly(
                        1, Double.NaN, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN);
    }

    @Test
    void whatIsNotANumberIsNamedByLineAndColumn() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "1,2\n3,four\n");
        assertRefused(file, () -> ArrayFiles.read(file))
                .hasMessageEndingWith("a.csv:2: expected a number in column 2, given 'four'");
        Files.writeString(file, "1,2\n3,\n");
        assertRefused(file, () -> ArrayFiles.read(file))
                .hasMessageContaining("a.csv:2:")
                .hasMessageEndingWith("given nothing");
        Files.writeString(file, "1,2\n\n3,1d\n");
        assertRefused(file, () -> ArrayFiles.read(file)).hasMessageContaining("a.csv:3:");
    }

    @Test
    void aRowOfAnotherLengthIsNamedByItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "1 2\n3 4\n5\n");
        assertRefused(file, () -> ArrayFiles.read(file))
                .hasMessageEndingWith("a.txt:3: expected 2 values, as line 1 has, given 1 value");
    }

    @Test
    void anEmptyFileHoldsNoArray() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "# nothing\n");
        assertRefused(file, () -> ArrayFiles.read(file))
                .hasMessageEndingWith("expected a table of numbers, given an empty one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "0,1;1,0,2|2: expected 2 values, as line 1 has, given 3 values",
                "0,1,2;1,0|2: expected 3 values, as line 1 has, given 2 values",
                ",A,B;A,0,1;B,1|3: expected 2 values beside the label, as line 1 has, given 1 value"
            })
    void aRaggedMatrixNamesTheLineThatDiffers(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), text.replace(';', '\n'));
        assertRefused(file, () -> ArrayFiles.read(file)).hasMessageEndingWith("a.csv:" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "0,x,2;1,0,3;2,3,0|1: expected a number in column 2, given 'x'",
                "x,7,2;7,0,3;2,3,0|1: expected a number in column 1, given 'x'",
                "0,1;y,0|2: expected a number in column 1, given 'y'",
                "A,0,1;B,1,0;3,4,5|3: expected a label in column 1, as in the lines above, given '3'",
                ",7;7,0|1: expected a number in column 1, given nothing"
            })
    void textInOneCellIsNeverALabel(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), text.replace(';', '\n'));
        assertRefused(file, () -> ArrayFiles.read(file)).hasMessageContaining("a.csv:" + message);
    }

    @Test
    void decimalCommasAndOtherEncodingsAreNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "0;1,5\n1,5;0\n");
        assertRefused(file, () -> ArrayFiles.read(file))
                .hasMessageContaining("given '1,5'; write decimals with a point");
        Files.write(file, "0,1\n".getBytes(StandardCharsets.UTF_16));
        assertRefused(file, () -> ArrayFiles.read(file)).hasMessageEndingWith("given text in UTF-16");
        Files.write(file, new byte[] {1, 2, 0, 4});
        assertRefused(file, () -> ArrayFiles.read(file)).hasMessageEndingWith("given binary data");
    }

    private NamedArrays read(String text) throws IOException {
        return ArrayFiles.read(Files.writeString(folder.resolve("table.csv"), text));
    }
}
