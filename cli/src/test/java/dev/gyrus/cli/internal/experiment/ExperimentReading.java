package dev.gyrus.cli.internal.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gyrus.core.GyrusException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Reads experiments that stand in a test. */
abstract class ExperimentReading {
    static final String SMALLEST = "network: {model: aln}\nsimulation: {duration: 10}\n";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("e.yaml");
    }

    Experiment read(String text, String... settings) {
        Experiment.Source source = source(text, settings);
        source.findings().throwIfAny();
        return source.experiment();
    }

    Experiment.Source source(String text, String... settings) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        List<Setting> all =
                Stream.of(settings).map(s -> new Setting("--set", s)).toList();
        return Experiment.read(file, all, new TestVocabulary());
    }

    /** The problems as printed, with the file's name in short. */
    List<String> problems(String text, String... settings) {
        GyrusException error = catchThrowableOfType(GyrusException.class, () -> read(text, settings));
        assertThat(error).as("an error").isNotNull();
        assertThat(error.kind()).isEqualTo(GyrusException.Kind.INPUT);
        return error.problems().stream()
                .map(problem -> problem.toString().replace(file.toString(), "e.yaml"))
                .toList();
    }
}
