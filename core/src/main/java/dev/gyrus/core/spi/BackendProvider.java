package dev.gyrus.core.spi;

import java.util.List;
import java.util.Map;

/** Registers one place where many runs can be made; found through {@link java.util.ServiceLoader}. */
public interface BackendProvider {
    /** Short name, as used on the command line: {@code local}. */
    String name();

    /** One line. */
    String description();

    /** What may be set, such as the number of threads. */
    default List<ModelProvider.Option> options() {
        return List.of();
    }

    /**
     * Gets the place ready.
     *
     * @param settings by the names of {@link #options()}; what is not named is at its default
     * @throws dev.gyrus.core.GyrusException for settings that make no sense, and where the place cannot be reached
     */
    Backend open(Map<String, String> settings);
}
