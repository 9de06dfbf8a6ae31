package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.Experiment;
import dev.gyrus.cli.internal.experiment.Setting;
import java.nio.file.Path;
import java.util.List;

/**
 * What an experiment is made from.
 *
 * @param file as the user named it; what it refers to lies beside it
 * @param text of the file
 * @param settings that stand in for what it says
 */
public record ExperimentSource(Path file, String text, List<Setting> settings) {

    public ExperimentSource {
        settings = List.copyOf(settings);
    }

    /** Reads the text of a file. */
    public static ExperimentSource of(Path file, List<Setting> settings) {
        return new ExperimentSource(file, Experiment.text(file), settings);
    }
}
