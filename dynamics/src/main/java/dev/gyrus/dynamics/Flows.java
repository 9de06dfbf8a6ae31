package dev.gyrus.dynamics;

import dev.gyrus.core.DelayedVectorField;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.VectorField;
import java.util.List;

/** Makes flows of models, and of equations written in Java. */
public final class Flows {
    private Flows() {}

    /**
     * The equations of a single node, delays left out.
     *
     * @param parameters which of its parameters are free, as {@link Network#with(String, double)} takes them
     */
    public static Flow of(Node node, String... parameters) {
        return of(Network.of(node), parameters);
    }

    /**
     * The equations of a network, delays and noise left out, with symbolic derivatives.
     *
     * @param parameters which of its parameters are free, as {@link Network#with(String, double)} takes them
     */
    public static Flow of(Network network, String... parameters) {
        return of(VectorField.of(network).free(parameters));
    }

    /** The flow along a vector field, in its free parameters; the field's values of these move with those of the flow. */
    public static Flow of(VectorField field) {
        return new FieldFlow(field);
    }

    /**
     * The equations of a network with its delays, noise left out; the states are those of {@link DelayedVectorField}.
     *
     * @param parameters which parameters of its masses are free, as {@link Network#with(String, double)} takes them
     */
    public static Flow delayed(Network network, String... parameters) {
        return of(DelayedVectorField.of(network, parameters));
    }

    /** The flow of delay equations in their free parameters, which move with those of the flow. */
    public static Flow of(DelayedVectorField field) {
        return new DelayedFlow(field);
    }

    /** Equations with central differences for derivatives. */
    public static Flow of(List<String> states, List<String> parameters, Equations equations) {
        return new EquationsFlow(List.copyOf(states), List.copyOf(parameters), equations);
    }

    /** dx/dt = f(x; p). */
    @FunctionalInterface
    public interface Equations {
        /**
         * Computes f.
         *
         * @param out gets dx/dt, per ms
         */
        void derivative(double[] state, double[] parameters, double[] out);
    }
}
