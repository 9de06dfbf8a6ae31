package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.spi.Backend;
import dev.gyrus.core.spi.BackendProvider;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Where many runs can be made. */
public final class Backends {
    private static final String LOCAL = "local";

    private final Catalogue<BackendProvider> all;

    @Inject
    Backends(Catalogue<BackendProvider> all) {
        this.all = all;
    }

    /** So many threads of this machine, or as many as it has processors. */
    public Backend local(Optional<Integer> threads) {
        return all.get(LOCAL)
                .open(threads.map(n -> Map.of("threads", String.valueOf(n))).orElse(Map.of()));
    }
}
