package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Problem;
import dev.gyrus.fitting.OperatorProvider;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names an experiment may use; keeps reading apart from the catalogues behind it. */
public interface Vocabulary extends CouplingNames {
    Collection<String> models();

    /** Adds a model that the experiment itself says. */
    default void define(ModelFile model) {}

    /** Why a model that is listed cannot be made; none where it can. */
    List<Problem> faults(String model);

    /** Types of network. */
    Collection<String> networks();

    /** Names of the switches of a type of network. */
    Collection<String> networkOptions(String type);

    /** Whether a type of network is laid over a connectome; else it brings its own connections. */
    boolean isOnConnectome(String type);

    /** The groups of a network of a type; none where it cannot be made, which is among the findings then. */
    List<GroupSpec> groups(TypeSpec type, Optional<ConnectomeSpec> connectome, double speed, Findings findings);

    Collection<String> datasets();

    Collection<String> integrators();

    /** Operators of genetic searches. */
    Collection<OperatorProvider> operators();

    /** Kinds of input signal. */
    Collection<String> signals();

    /** What a kind of signal is told, by name; true where it must be. */
    Map<String, Boolean> arguments(String signal);

    /** The command that lists the names of a model. */
    String command(String model);

    /** Names of the model's parameters, flat and qualified. */
    Collection<String> parameters(String model);

    /** Names that parameter sets made elsewhere carry and that do not change the model. */
    Collection<String> tolerated(String model);

    /**
     * A quantity in the declared unit of a parameter of a group's model, or of one of its variables.
     *
     * @throws dev.gyrus.core.GyrusException where it is of another dimension
     */
    double inDeclaredUnit(GroupSpec group, String name, Quantity quantity);

    /** Names of the model's switches. */
    Collection<String> options(String model);

    /** Names of what starts somewhere, and of outputs: parameter sets made elsewhere give these a start, too. */
    Collection<String> initials(String model);

    /** What an input signal may act on. */
    Collection<String> targets(String model);

    /** What can be recorded. */
    Collection<String> variables(String model);
}
