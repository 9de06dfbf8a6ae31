package dev.gyrus.spiking;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind of synapse, in the language of equations: what it remembers, what a spike does to that, and the current it makes.
 *
 * <p>A user's own is five lines:
 *
 * <pre>{@code
 * var alpha = Synapse.named("alpha")
 *         .state("g", "nS").state("h", "nS").parameter("tau", 5, "ms", "time to the peak")
 *         .equations("dg/dt = (h - g)/tau\n dh/dt = -h/tau")
 *         .arrival("h += e*w").parameter("e", Math.E, "1", "so that the peak is w")
 *         .current("g*(0[mV] - V)").additive().build();
 * }</pre>
 *
 * <p>The states of {@link Site#TARGET} are kept for each receiving neuron. They are for synapses whose states depend on the
 * sum of what arrives, or saturate in the target. Of {@link Site#SOURCE} they are kept for each sending neuron and reach the
 * targets as a weighted sum, which the current calls {@code sum}: for synapses all of whose copies behind one sender do the
 * same, as NMDA receptors that saturate spike by spike, or short-term plasticity.
 *
 * <p>In a network each of its names x becomes {@code x_name}. Immutable and thread-safe.
 *
 * @param name tells the synapses of a neuron apart; part of the names of its variables and parameters
 * @param site where the states live
 * @param states what it remembers; 0 at the start unless told otherwise
 * @param parameters of the equations and the current
 * @param equations of the states and of intermediates
 * @param arrival statements such as {@code g += w}: at the target, where a spike of weight {@code w} arrives, on its own states
 *     or on those of the neuron; at the source, where it fires, on its own states
 * @param released at the source, the variable that reaches the targets; "" at the target
 * @param current what is added to an input of the target: an expression of its own variables and parameters and of the
 *     target's; "" for none
 * @param isAdditive whether arrivals and equations are linear, so that all projections of the synapse onto a population can
 *     share the states
 * @param isFrozen whether the states at the target stand still while it is refractory
 */
public record Synapse(
        String name,
        Site site,
        List<Variable> states,
        List<Parameter> parameters,
        String equations,
        String arrival,
        String released,
        String current,
        boolean isAdditive,
        boolean isFrozen) {

    public Synapse {
        states = List.copyOf(states);
        parameters = List.copyOf(parameters);
    }

    /** Where the states of a synapse live. */
    public enum Site {
        /** One set for each receiving neuron. */
        TARGET,
        /** One set for each sending neuron. */
        SOURCE
    }

    /** Starts a synapse. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** The same under another name. */
    public Synapse renamed(String name) {
        return new Synapse(name, site, states, parameters, equations, arrival, released, current, isAdditive, isFrozen);
    }

    /** The same with states that stand still while the target is refractory. */
    public Synapse frozen() {
        return new Synapse(name, site, states, parameters, equations, arrival, released, current, isAdditive, true);
    }

    /** Collects the parts of a synapse; not thread-safe. */
    public static final class Builder {
        private final String name;
        private final List<Variable> states = new ArrayList<>();
        private final List<Parameter> parameters = new ArrayList<>();
        private String equations = "";
        private String arrival = "";
        private String released = "";
        private String current = "";
        private boolean additive;

        private Builder(String name) {
            this.name = name;
        }

        /** A state that starts at 0. */
        public Builder state(String name, String unit) {
            return state(name, unit, Initial.constant(0));
        }

        /** A state. */
        public Builder state(String name, String unit, Initial initial) {
            states.add(new Variable(
                    name,
                    unit,
                    Variable.Kind.STATE,
                    initial,
                    Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    false));
            return this;
        }

        public Builder parameter(String name, double value, String unit, String doc) {
            parameters.add(Parameter.of(name, value, unit, doc));
            return this;
        }

        /** The parameter added last is above zero. */
        public Builder positive() {
            parameters.add(parameters.remove(parameters.size() - 1).positive());
            return this;
        }

        public Builder equations(String text) {
            equations = text;
            return this;
        }

        /** What an arriving spike does; the states are the target's. */
        public Builder arrival(String statements) {
            arrival = statements;
            return this;
        }

        /** What a spike does to the states of the neuron that fires, and which variable reaches the targets. */
        public Builder atSource(String statements, String released) {
            arrival = statements;
            this.released = released;
            return this;
        }

        /** What is added to an input of the target. */
        public Builder current(String expression) {
            current = expression;
            return this;
        }

        /** Arrivals and equations are linear: projections may share the states. */
        public Builder additive() {
            additive = true;
            return this;
        }

        public Synapse build() {
            Site site = released.isEmpty() ? Site.TARGET : Site.SOURCE;
            return new Synapse(name, site, states, parameters, equations, arrival, released, current, additive, false);
        }
    }
}
