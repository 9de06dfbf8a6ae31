package dev.gyrus.fitting.internal;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.spi.Backend;
import dev.gyrus.core.spi.BackendProvider;
import dev.gyrus.core.spi.ModelProvider;
import java.util.List;
import java.util.Map;

/** The back end {@code local}. */
public final class LocalBackendProvider implements BackendProvider {
    private static final String THREADS = "threads";

    public LocalBackendProvider() {}

    @Override
    public String name() {
        return "local";
    }

    @Override
    public String description() {
        return "Threads of this machine.";
    }

    @Override
    public List<ModelProvider.Option> options() {
        return List.of(new ModelProvider.Option(THREADS, "how many; all processors without", List.of()));
    }

    @Override
    public Backend open(Map<String, String> settings) {
        settings.keySet().stream()
                .filter(key -> !key.equals(THREADS))
                .findFirst()
                .ifPresent(key -> {
                    throw GyrusException.input(Problem.unknown("backend." + key, "setting", key, List.of(THREADS)));
                });
        String threads =
                settings.getOrDefault(THREADS, "" + Runtime.getRuntime().availableProcessors());
        if (!threads.matches("[1-9][0-9]{0,3}")) {
            throw GyrusException.input("backend." + THREADS, "a whole number from 1 to 9999", "'" + threads + "'");
        }
        return new LocalBackend(Integer.parseInt(threads));
    }
}
