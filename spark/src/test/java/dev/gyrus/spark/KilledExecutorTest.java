package dev.gyrus.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster whose executors are processes of their own, one of which is killed at work. */
class KilledExecutorTest {
    private static final long PATIENCE = 300;

    @Test
    void whatAKilledExecutorHadAtWorkIsDoneAgainWithTheSameBits(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("begun");
        Path output = folder.resolve("output");
        Process program = program(folder, log).redirectOutput(output.toFile()).start();
        try {
            assertThat(program.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.descendants().forEach(ProcessHandle::destroyForcibly);
            program.destroyForcibly();
        }
        String said = Files.readString(output);
        assertThat(said).contains("killed [").contains("equal true").contains("ok 24");
        String killed = said.replaceAll("(?s).*killed \\[(\\d+)].*", "$1");
        List<String> lines = Files.readAllLines(log);
        List<String> ofKilled = settings(lines, killed, true);
        List<String> ofOthers = settings(lines, killed, false);
        assertThat(ofKilled).isNotEmpty();
        assertThat(ofOthers).contains(ofKilled.get(ofKilled.size() - 1)); // its last batch is made again elsewhere
    }

    private static List<String> settings(List<String> lines, String process, boolean own) {
        return lines.stream()
                .filter(line -> line.startsWith(process + " ") == own)
                .map(line -> line.substring(line.indexOf(' ')))
                .toList();
    }

    /** Spark's stand-alone mode wants to be told where Spark is; its jars are on the class path. */
    private static ProcessBuilder program(Path folder, Path log) throws IOException {
        String path = System.getProperty("java.class.path");
        Files.createDirectories(folder.resolve("home/jars"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--add-opens", "java.base/java.io=ALL-UNNAMED"));
        command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        command.addAll(List.of("-cp", path));
        command.add("-Dspark.executor.extraClassPath=" + path);
        command.add("-Dspark.executor.extraJavaOptions=--add-modules jdk.incubator.vector");
        command.add("-Dspark.driver.host=127.0.0.1");
        command.add("-Dspark.driver.bindAddress=127.0.0.1");
        command.addAll(List.of(KilledExecutorProgram.class.getName(), log.toString()));
        ProcessBuilder program = new ProcessBuilder(command).directory(folder.toFile());
        program.environment().put("SPARK_HOME", folder.resolve("home").toString());
        program.environment().put("SPARK_SCALA_VERSION", "2.13");
        program.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return program.redirectErrorStream(true);
    }
}
