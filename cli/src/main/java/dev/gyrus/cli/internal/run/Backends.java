package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.spi.Backend;
import dev.gyrus.core.spi.BackendProvider;
import jakarta.inject.Inject;
import java.util.Map;

/** Where many runs can be made. */
public final class Backends {
    /** The name of the back end of this machine's threads. */
    public static final String LOCAL = "local";

    private static final String SPARK = "spark";

    private final Catalogue<BackendProvider> all;

    @Inject
    Backends(Catalogue<BackendProvider> all) {
        this.all = all;
    }

    /** @throws GyrusException for an unknown name or setting, and where the place cannot be reached */
    public Backend open(String name, Map<String, String> settings) {
        if (name.equals(SPARK) && !all.names().contains(SPARK)) {
            throw GyrusException.input(Problem.of("--backend", "gyrus-spark and Spark on the class path", "neither")
                    .hint("./gyrus puts them there; for spark-submit see docs/exploration.md"));
        }
        if (!all.names().contains(name)) {
            throw GyrusException.input(Problem.unknown("--backend", "back end", name, all.names()));
        }
        return all.get(name).open(settings);
    }
}
