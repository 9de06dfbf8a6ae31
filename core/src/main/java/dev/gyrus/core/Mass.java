package dev.gyrus.core;

import dev.gyrus.core.internal.language.Latex;
import dev.gyrus.core.internal.language.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One homogeneous neural population: variables, parameters, inputs and the equations that bind them.
 *
 * <p>Equations are text, one statement a line: {@code dx/dt = …} for a state, {@code z = …} for an intermediate,
 * {@code hold r = …} and {@code output q = …} for the other kinds of {@link Variable}. White noise is written {@code
 * xi_name} (unit 1/√ms; one stream per name). Equations are coherent in ms, mV, pA, nS, pF and kHz: a parameter declared
 * in Hz is a number of kHz inside.
 *
 * <pre>{@code
 * var excitatory = Mass.named("excitatory")
 *         .state("E", "1", Initial.uniform(0, 0.05)).bounded(0, 1)
 *         .parameter("tau", 2.5, "ms", "time constant")
 *         .input("exc", "1", "excitatory drive")
 *         .equations("dE/dt = (-E + (1 - E)*sigmoid(exc))/tau")
 *         .build();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param name unique within its node
 * @param variables states, holds and outputs
 * @param parameters in the order in which they are listed to users
 * @param inputs what connections and stimuli may drive
 * @param tables look-up tables the equations read
 * @param equations the text
 * @param firing when a neuron fires; absent where a lane is the mean of many
 */
public record Mass(
        String name,
        List<Variable> variables,
        List<Parameter> parameters,
        List<Input> inputs,
        List<Table> tables,
        String equations,
        Optional<Firing> firing) {

    public Mass {
        variables = List.copyOf(variables);
        parameters = List.copyOf(parameters);
        inputs = List.copyOf(inputs);
        tables = List.copyOf(tables);
    }

    /** A mass that does not fire. */
    public Mass(
            String name,
            List<Variable> variables,
            List<Parameter> parameters,
            List<Input> inputs,
            List<Table> tables,
            String equations) {
        this(name, variables, parameters, inputs, tables, equations, Optional.empty());
    }

    /** The same mass with its tables refined. */
    Mass smooth(int factor) {
        List<Table> smooth = tables.stream().map(table -> table.smooth(factor)).toList();
        return new Mass(name, variables, parameters, inputs, smooth, equations, firing);
    }

    /** Of what tells masses apart at once: equal masses have equal names and equations. */
    @Override
    public int hashCode() {
        return 31 * name.hashCode() + equations.hashCode();
    }

    /** Starts a mass. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** The variable of that name, if there is one. */
    public Optional<Variable> variable(String name) {
        return variables.stream().filter(v -> v.name().equals(name)).findFirst();
    }

    /** The parameter of that name, if there is one. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The input of that name, if there is one. */
    public Optional<Input> input(String name) {
        return inputs.stream().filter(i -> i.name().equals(name)).findFirst();
    }

    /**
     * The equations as LaTeX: an {@code align*} environment of amsmath, without the units of literals.
     *
     * @throws GyrusException where the text cannot be read
     */
    public String latex() {
        return Latex.of(Parser.parse(equations, name));
    }

    /** Collects the parts of a mass; not thread-safe. */
    public static final class Builder {
        private final String name;
        private final List<Variable> variables = new ArrayList<>();
        private final List<Parameter> parameters = new ArrayList<>();
        private final List<Input> inputs = new ArrayList<>();
        private final List<Table> tables = new ArrayList<>();
        private String equations = "";
        private Optional<Firing> firing = Optional.empty();

        private Builder(String name) {
            this.name = name;
        }

        /** A variable with a differential equation. */
        public Builder state(String name, String unit, Initial initial) {
            return variable(name, unit, Variable.Kind.STATE, initial);
        }

        /** A variable assigned at the end of each step. */
        public Builder hold(String name, String unit, Initial initial) {
            return variable(name, unit, Variable.Kind.HOLD, initial);
        }

        /** A function of the state. */
        public Builder output(String name, String unit) {
            return variable(name, unit, Variable.Kind.OUTPUT, Initial.constant(0));
        }

        private Builder variable(String name, String unit, Variable.Kind kind, Initial initial) {
            variables.add(
                    new Variable(name, unit, kind, initial, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false));
            return this;
        }

        /** Bounds of the variable added last, in its unit. */
        public Builder bounded(double low, double high) {
            return limited(low, high, false);
        }

        /** The variable added last lives on a circle: in [low, high), in its unit, by whole periods after each step. */
        public Builder wrapped(double low, double high) {
            if (!(low < high && Double.isFinite(high - low))) {
                throw GyrusException.input(
                        name + ".wrapped", "two finite numbers, the smaller first", low + ", " + high);
            }
            return limited(low, high, true);
        }

        private Builder limited(double low, double high, boolean wraps) {
            Variable last = variables.remove(variables.size() - 1);
            variables.add(new Variable(last.name(), last.unit(), last.kind(), last.initial(), low, high, wraps));
            return this;
        }

        public Builder parameter(String name, double value, String unit, String doc) {
            parameters.add(Parameter.of(name, value, unit, doc));
            return this;
        }

        /** Bounds of the parameter added last, in its unit; values outside are refused. */
        public Builder within(double low, double high) {
            return parameter(parameters.remove(parameters.size() - 1).within(low, high));
        }

        /** The parameter added last is above zero. */
        public Builder positive() {
            return parameter(parameters.remove(parameters.size() - 1).positive());
        }

        /** The parameter added last is zero or above. */
        public Builder notNegative() {
            return parameter(parameters.remove(parameters.size() - 1).notNegative());
        }

        /** The parameter added last is below zero. */
        public Builder negative() {
            return parameter(parameters.remove(parameters.size() - 1).negative());
        }

        public Builder parameter(Parameter parameter) {
            parameters.add(parameter);
            return this;
        }

        /** Parameters shared with other masses of the node. */
        public Builder parameters(List<Parameter> shared) {
            parameters.addAll(shared);
            return this;
        }

        public Builder input(String name, String unit, String doc) {
            inputs.add(new Input(name, unit, doc));
            return this;
        }

        public Builder table(Table table) {
            tables.add(table);
            return this;
        }

        public Builder equations(String text) {
            equations = text;
            return this;
        }

        /** When a neuron fires and what that does: a lane is a neuron then. */
        public Builder firing(Firing firing) {
            this.firing = Optional.of(firing);
            return this;
        }

        public Mass build() {
            return new Mass(name, variables, parameters, inputs, tables, equations, firing);
        }
    }
}
