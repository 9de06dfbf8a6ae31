package dev.gyrus.cli.internal.command;

import dev.gyrus.cli.internal.experiment.Setting;
import dev.gyrus.cli.internal.run.ExperimentSource;
import dev.gyrus.cli.internal.run.Experiments;
import dev.gyrus.cli.internal.run.Prepared;
import dev.gyrus.core.GyrusException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An experiment file and what stands in for parts of it. */
final class ExperimentOptions {
    @Parameters(paramLabel = "FILE", description = "The experiment: YAML or JSON.")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "path=value",
            description = "Put a value in place of the file's, such as network.parameters.b=5; repeatable.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--threads", paramLabel = "N", description = "Put this in place of simulation.threads.")
    private Optional<Integer> threads = Optional.empty();

    ExperimentOptions() {}

    Prepared prepare(Experiments experiments) {
        return experiments.prepare(source());
    }

    /** The file's text, and what stands in for parts of it. */
    ExperimentSource source() {
        if (file.toString().isEmpty()) {
            throw GyrusException.input("", "an experiment file", "nothing");
        }
        List<Setting> all = new ArrayList<>();
        settings.forEach(assignment -> all.add(new Setting("--set", assignment)));
        threads.ifPresent(n -> all.add(new Setting("--threads", "simulation.threads=" + n)));
        return ExperimentSource.of(file, all);
    }
}
