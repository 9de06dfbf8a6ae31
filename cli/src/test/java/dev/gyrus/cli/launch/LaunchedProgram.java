package dev.gyrus.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program in a virtual machine of its own, with a folder to work in. */
abstract class LaunchedProgram {
    static final String MODULES = System.getProperty("gyrus.modules");
    private static final String JAR = System.getProperty("gyrus.jar");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    static final String VECTORS = "jdk.incubator.vector";
    private static final String ANNOUNCEMENT = "WARNING: Using incubator modules: " + VECTORS;

    @TempDir
    Path folder;

    /** What a finished program left. */
    record Outcome(int status, String out, String err) {}

    static List<String> modulePath(String... options) {
        List<String> command = new ArrayList<>(List.of(JAVA, "-p", MODULES + File.pathSeparator + JAR));
        command.addAll(List.of(options));
        command.addAll(List.of("-m", "dev.gyrus.cli/dev.gyrus.cli.Main"));
        return command;
    }

    static List<String> classPath() {
        String all = JAR + File.pathSeparator + MODULES + File.separator + "*";
        return new ArrayList<>(List.of(JAVA, "-cp", all, "dev.gyrus.cli.Main"));
    }

    Process start(List<String> command, Object... arguments) throws IOException {
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile())
                .start();
    }

    Outcome finish(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ends").isTrue();
        String err = Files.readString(folder.resolve("stderr"));
        return new Outcome(
                process.exitValue(),
                Files.readString(folder.resolve("stdout")),
                err.lines().filter(line -> !line.equals(ANNOUNCEMENT)).reduce("", (all, line) -> all + line + "\n"));
    }

    Outcome run(List<String> command, Object... arguments) throws IOException, InterruptedException {
        return finish(start(command, arguments));
    }
}
