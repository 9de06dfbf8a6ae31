package dev.gyrus.cli.internal.command;

import dev.gyrus.cli.internal.experiment.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gyrus run FILE}. */
@Command(name = "run", description = "Run an experiment.")
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The experiment: YAML or JSON.")
    private Path file;

    @Option(names = "--out", paramLabel = "DIR", description = "Write results and figures here.")
    private Path out;

    @Option(
            names = "--set",
            paramLabel = "path=value",
            description = "Put a value in place of the file's, such as network.parameters.b=5; repeatable.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--threads", paramLabel = "N", description = "Put this in place of simulation.threads.")
    private Optional<Integer> threads = Optional.empty();

    @Override
    public Integer call() {
        return 0;
    }

    private List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        settings.forEach(assignment -> all.add(new Setting("--set", assignment)));
        threads.ifPresent(n -> all.add(new Setting("--threads", "simulation.threads=" + n)));
        return all;
    }
}
