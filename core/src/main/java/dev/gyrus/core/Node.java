package dev.gyrus.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One brain area: masses, the wiring between them, and how the node listens to others.
 *
 * <p>Flat names address everything: {@code sigma_ou} is that parameter in every mass that has it, {@code
 * excitatory.sigma_ou} in one. Immutable and thread-safe.
 *
 * @param name short name of the model
 * @param doc what it models, one line
 * @param reference where it is published: authors, journal, year, DOI
 * @param masses the populations
 * @param parameters parameters of the wiring, such as local delays
 * @param locals connections inside the node
 * @param syncs what this node, as a target, takes from others
 * @param defaultOutput the variable recorded when nothing else is asked for
 * @param boldInput the variable that drives BOLD when nothing else is asked for: a rate
 * @param settings parameter values that differ from the defaults: one value, or one per node, in declared units
 */
public record Node(
        String name,
        String doc,
        String reference,
        List<Mass> masses,
        List<Parameter> parameters,
        List<Local> locals,
        List<Sync> syncs,
        String defaultOutput,
        String boldInput,
        Map<String, double[]> settings) {

    public Node {
        masses = List.copyOf(masses);
        parameters = List.copyOf(parameters);
        locals = List.copyOf(locals);
        syncs = List.copyOf(syncs);
        settings = Map.copyOf(settings);
    }

    /** Starts a node. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** The same node with a parameter set to one value, in its declared unit. */
    public Node with(String parameter, double value) {
        return with(parameter, new double[] {value});
    }

    /** The same node with a parameter set to one value per node of the network, in its declared unit. */
    public Node with(String parameter, double[] values) {
        if (!parameterNames().contains(parameter)) {
            throw GyrusException.input(Problem.unknown("parameters", "parameter", parameter, parameterNames()));
        }
        Map<String, double[]> settings = new LinkedHashMap<>(this.settings);
        settings.put(parameter, values.clone());
        return new Node(name, doc, reference, masses, parameters, locals, syncs, defaultOutput, boldInput, settings);
    }

    /** The same node that takes something else from others. */
    public Node with(List<Sync> syncs) {
        return new Node(name, doc, reference, masses, parameters, locals, syncs, defaultOutput, boldInput, settings);
    }

    /**
     * The same node with a parameter that follows maps over the regions, such as {@code 1 + 0.5*myelin}.
     *
     * @param expression in the names of the maps; its value is in the parameter's declared unit
     * @param maps one value per node of the network each
     */
    public Node with(String parameter, String expression, Map<String, double[]> maps) {
        return with(parameter, Regional.values("parameters." + parameter, expression, maps));
    }

    /** The same node with several parameters set. */
    public Node with(Map<String, double[]> values) {
        Problems problems = new Problems();
        Node node = this;
        for (Map.Entry<String, double[]> entry : values.entrySet()) {
            Node current = node;
            Node[] next = {node};
            problems.collect(() -> next[0] = current.with(entry.getKey(), entry.getValue()));
            node = next[0];
        }
        problems.throwIfAny();
        return node;
    }

    /** The same node with the tables of all masses refined: {@link Table#smooth}. */
    public Node smooth(int factor) {
        List<Mass> smooth = masses.stream().map(mass -> mass.smooth(factor)).toList();
        return new Node(name, doc, reference, smooth, parameters, locals, syncs, defaultOutput, boldInput, settings);
    }

    /** Flat names of all parameters, then the qualified ones. */
    public Set<String> parameterNames() {
        Set<String> names = new LinkedHashSet<>();
        parameters.forEach(p -> names.add(p.name()));
        masses.forEach(m -> m.parameters().forEach(p -> names.add(p.name())));
        masses.forEach(m -> m.parameters().forEach(p -> names.add(m.name() + "." + p.name())));
        return names;
    }

    /** The value of a parameter of a mass ("" for the node's own): a setting by qualified or flat name, or the default. */
    public double[] value(String mass, Parameter parameter) {
        double[] qualified = settings.get(mass + "." + parameter.name());
        if (!mass.isEmpty() && qualified != null) {
            return qualified;
        }
        double[] flat = settings.get(parameter.name());
        return flat != null ? flat : new double[] {parameter.value()};
    }

    /** Collects the parts of a node; not thread-safe. */
    public static final class Builder {
        private final String name;
        private String doc = "";
        private String reference = "";
        private final List<Mass> masses = new ArrayList<>();
        private final List<Parameter> parameters = new ArrayList<>();
        private final List<Local> locals = new ArrayList<>();
        private final List<Sync> syncs = new ArrayList<>();
        private String defaultOutput = "";
        private String boldInput = "";

        private Builder(String name) {
            this.name = name;
        }

        public Builder doc(String doc) {
            this.doc = doc;
            return this;
        }

        public Builder reference(String reference) {
            this.reference = reference;
            return this;
        }

        public Builder mass(Mass mass) {
            masses.add(mass);
            return this;
        }

        /** A parameter of the wiring. */
        public Builder parameter(String name, double value, String unit, String doc) {
            parameters.add(Parameter.of(name, value, unit, doc));
            return this;
        }

        /** The parameter added last is zero or above. */
        public Builder notNegative() {
            parameters.add(parameters.remove(parameters.size() - 1).notNegative());
            return this;
        }

        public Builder local(Local local) {
            locals.add(local);
            return this;
        }

        public Builder sync(Sync sync) {
            syncs.add(sync);
            return this;
        }

        public Builder defaultOutput(String variable) {
            defaultOutput = variable;
            return this;
        }

        /** The rate that drives BOLD, where it isn't the default output. */
        public Builder boldInput(String variable) {
            boldInput = variable;
            return this;
        }

        public Node build() {
            String drivesBold = boldInput.isEmpty() ? defaultOutput : boldInput;
            return new Node(
                    name, doc, reference, masses, parameters, locals, syncs, defaultOutput, drivesBold, Map.of());
        }
    }
}
