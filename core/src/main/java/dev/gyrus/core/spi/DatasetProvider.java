package dev.gyrus.core.spi;

import dev.gyrus.core.Dataset;

/** Registers one dataset; found through {@link java.util.ServiceLoader}. */
public interface DatasetProvider {
    /** Short name, as used in experiment files and by {@code gyrus datasets}. */
    String name();

    /** One line; says so when the data are synthetic. */
    String description();

    /** Reads or makes the dataset; called once per use. */
    Dataset load();
}
