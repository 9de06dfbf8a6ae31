package dev.gyrus.core.spi;

import dev.gyrus.core.Node;
import java.util.List;
import java.util.Map;

/** Registers one model; found through {@link java.util.ServiceLoader}. */
public interface ModelProvider {
    /** Short name, as used in experiment files. */
    String name();

    /** What kind of model it is, to list related ones together. */
    String family();

    /** One line. */
    default String description() {
        return node(Map.of()).doc();
    }

    /** Switches of the model; the first choice of each is the published model. */
    default List<Option> options() {
        return List.of();
    }

    /**
     * Quantities built into the model's tables, with their values: an experiment may repeat them but not change them.
     */
    default Map<String, Double> fixed() {
        return Map.of();
    }

    /**
     * The model with its default parameters.
     *
     * @param options chosen switches; those not named are at their default
     */
    Node node(Map<String, String> options);

    /**
     * A switch of a model.
     *
     * @param choices allowed values, the default first; empty where any text will do
     * @param isFile whether the value is a path: the provider gets it in a form that the working directory resolves
     */
    record Option(String name, String doc, List<String> choices, boolean isFile) {
        public Option {
            choices = List.copyOf(choices);
        }

        /** A switch that takes one of several values, or any text. */
        public Option(String name, String doc, List<String> choices) {
            this(name, doc, choices, false);
        }

        /** A switch that takes the path of a file or folder, which an experiment gives relative to itself. */
        public static Option file(String name, String doc) {
            return new Option(name, doc, List.of(), true);
        }
    }
}
