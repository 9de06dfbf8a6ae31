package dev.gyrus.cli.internal.experiment;

import java.util.Collection;
import java.util.Map;

/** The names an experiment may use; keeps reading apart from the catalogues behind it. */
public interface Vocabulary {
    Collection<String> models();

    Collection<String> datasets();

    Collection<String> integrators();

    /** Kinds of input signal. */
    Collection<String> signals();

    /** What a kind of signal is told, by name; true where it must be. */
    Map<String, Boolean> arguments(String signal);

    Collection<String> couplings();

    /** What a coupling may be told, by name. */
    Collection<String> couplingParameters(String coupling);

    /** The command that lists the names of a model. */
    default String command(String model) {
        return "gyrus models " + model;
    }

    /** Names of the model's parameters, flat and qualified. */
    Collection<String> parameters(String model);

    /** Names that parameter sets made elsewhere carry and that do not change the model. */
    Collection<String> tolerated(String model);

    /** Names of the model's switches. */
    Collection<String> options(String model);

    /** Names of what starts somewhere, and of outputs: parameter sets made elsewhere give these a start, too. */
    Collection<String> initials(String model);

    /** What an input signal may act on. */
    Collection<String> targets(String model);

    /** What can be recorded. */
    Collection<String> variables(String model);
}
