package dev.gyrus.cli.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.analysis.Fc;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.fitting.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementsTest {
    @TempDir
    private Path folder;

    @Test
    void recordingsBoldAndConnectivityAreKeptAsARunHasThem() throws IOException {
        Path file = Files.writeString(folder.resolve("e.yaml"), """
                network: {model: hopf, parameters: {sigma_ou: 0.1}, connectome: {weights: [[0, 1], [1, 0]]}}
                simulation: {duration: 400, seed: 5}
                record: {every: 2, from: 100}
                bold: {tr: 20, source: x, drive: {gain: 1}}
                explore: {parameters: {a: [0]}, keep: [y, bold, fc]}
                """);
        Experiments experiments = Experiments.with(Optional.empty());
        Prepared prepared = experiments.prepare(ExperimentSource.of(file, List.of()));
        Measurement.Watch watch = Measurements.of(
                        prepared, prepared.simulation(), List.of("mean(x)"), experiments.metrics())
                .begin();
        List<Observer> observers = new ArrayList<>(watch.observers());
        Recorder recorder = Recorder.every(2, "y").from(100);
        BoldSignal bold = prepared.bold().orElseThrow();
        observers.add(recorder);
        observers.addAll(bold.observers());
        Recording recording = prepared.simulation()
                .observe(observers.toArray(Observer[]::new))
                .run();

        assertThat(recording.complete()).isTrue();
        Map<String, double[][]> arrays = watch.arrays();
        assertThat(arrays).containsOnlyKeys("y", "bold", "fc");
        assertThat(arrays.get("y"))
                .hasDimensions(150, 2)
                .isDeepEqualTo(recorder.series().get(0).values());
        assertThat(arrays.get("bold"))
                .hasDimensions(20, 2)
                .isDeepEqualTo(bold.series().values());
        assertThat(arrays.get("fc")).isDeepEqualTo(Fc.of(bold.series()).matrix());
    }
}
