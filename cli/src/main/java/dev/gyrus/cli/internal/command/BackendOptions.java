package dev.gyrus.cli.internal.command;

import dev.gyrus.cli.internal.run.Backends;
import dev.gyrus.core.spi.Backend;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where many runs are made. */
final class BackendOptions {
    @Option(
            names = "--backend",
            paramLabel = "NAME",
            defaultValue = Backends.LOCAL,
            description = "Where runs are made: local (threads of this machine) or spark (see docs/exploration.md).")
    private String name;

    @Option(names = "--master", paramLabel = "URL", description = "Spark's master, such as local[2].")
    private Optional<String> master = Optional.empty();

    BackendOptions() {}

    /** @param threads of the local back end; as many as there are processors without */
    Backend open(Backends backends, Optional<Integer> threads) {
        Map<String, String> settings = new LinkedHashMap<>();
        master.ifPresent(url -> settings.put("master", url));
        if (name.equals(Backends.LOCAL)) {
            threads.ifPresent(n -> settings.put("threads", String.valueOf(n)));
        }
        return backends.open(name, settings);
    }
}
