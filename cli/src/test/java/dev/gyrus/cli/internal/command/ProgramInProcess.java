package dev.gyrus.cli.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.io.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The program within this virtual machine, with a folder to work in. */
abstract class ProgramInProcess {
    @TempDir
    Path folder;

    Path file;
    Path out;

    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    @BeforeEach
    void name() {
        file = folder.resolve("e.yaml");
        out = folder.resolve("out");
    }

    int gyrus(Object... arguments) {
        stdout.reset();
        stderr.reset();
        Terminal terminal = new Terminal(
                new PrintStream(stdout, true, StandardCharsets.UTF_8),
                new PrintStream(stderr, true, StandardCharsets.UTF_8),
                false);
        return Program.run(terminal, Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
    }

    int run(String experiment, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("run", written(experiment)));
        all.addAll(List.of(arguments));
        return gyrus(all.toArray());
    }

    /** The experiment as a file. */
    Path written(String experiment) {
        try {
            return Files.writeString(file, experiment);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs into the folder; nothing may be wrong. */
    void succeed(String experiment) {
        int exit = run(experiment, "--out", out);
        assertThat(err()).isEmpty();
        assertThat(exit).isZero();
    }

    String out() {
        return stdout.toString(StandardCharsets.UTF_8);
    }

    /** What was said on standard error, with the folder's name left out. */
    String err() {
        return stderr.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
    }

    /** What is said of an experiment that is wrong. */
    List<String> problems(String experiment) {
        assertThat(run(experiment)).isEqualTo(2);
        return err().lines().toList();
    }

    List<String> lines(String name) throws IOException {
        return Files.readAllLines(out.resolve(name));
    }

    List<String> header(String variable) throws IOException {
        return List.of(Files.readAllLines(out.resolve(variable + ".csv")).get(0).split(","));
    }

    /** Samples × nodes. */
    double[][] values(String variable) throws IOException {
        return Files.readAllLines(out.resolve(variable + ".csv")).stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(","))
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    Map<?, ?> summary() {
        return (Map<?, ?>) Json.read(out.resolve("summary.json"));
    }
}
