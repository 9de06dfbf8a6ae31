package dev.gyrus.spiking;

import dev.gyrus.core.Firing;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Input;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mass with synapses written into its equations.
 *
 * <p>Each name x of a synapse becomes x_name. The current i of a synapse into the input I becomes a variable I_name = i, and in the
 * equations of the mass I becomes I_total = I + Σ I_name.
 */
final class ComposedMass {
    private final Mass mass;
    private final String place;
    private final Problems problems;
    private final Map<String, Synapse> atTarget = new LinkedHashMap<>();
    private final Map<String, String> feeds = new LinkedHashMap<>();
    private final Map<String, Synapse> atSource = new LinkedHashMap<>();
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final List<Input> inputs;
    private final StringBuilder equations = new StringBuilder();
    private final StringBuilder reset = new StringBuilder();
    private final List<String> frozen = new ArrayList<>();
    private final Map<String, List<String>> currents = new LinkedHashMap<>();

    /** @param place what errors call the population */
    ComposedMass(Mass mass, String place, Problems problems) {
        this.mass = mass;
        this.place = place;
        this.problems = problems;
        inputs = new ArrayList<>(mass.inputs());
        mass.variables().forEach(v -> variables.put(v.name(), v));
        mass.parameters().forEach(p -> parameters.put(p.name(), p));
        mass.firing().ifPresent(firing -> {
            reset.append(firing.reset());
            frozen.addAll(firing.frozen());
        });
    }

    /** What a projection through a synapse needs of its target. */
    void receive(Synapse synapse, String input) {
        Synapse known = atTarget.putIfAbsent(synapse.name(), synapse);
        if (known != null) {
            shared(known, synapse, input);
            return;
        }
        feeds.put(synapse.name(), input);
        boolean here = synapse.site() == Synapse.Site.TARGET;
        if (here) {
            addStates(synapse);
            synapse.states().stream()
                    .filter(s -> synapse.isFrozen())
                    .forEach(s -> frozen.add(SynapseNames.of(synapse, s.name())));
        } else {
            String unit = synapse.states().stream()
                    .filter(s -> s.name().equals(synapse.released()))
                    .map(Variable::unit)
                    .findFirst()
                    .orElse("1");
            inputs.add(new Input(SynapseNames.of(synapse, "sum"), unit, "what all senders release, weighted"));
        }
        addParameters(
                synapse,
                here ? synapse.equations() + "\n" + synapse.arrival() + "\n" + synapse.current() : synapse.current());
        if (!synapse.current().isEmpty()) {
            addCurrent(synapse, input, here);
        }
    }

    private void shared(Synapse known, Synapse synapse, String input) {
        String key = same(known, synapse);
        boolean shares = synapse.isAdditive() || synapse.site() == Synapse.Site.SOURCE;
        problems.require(
                shares, key, "one projection, or a name for each, as what is not additive cannot be shared", "several");
        problems.require(feeds.get(synapse.name()).equals(input), key, "one input that it feeds", "two");
    }

    /** Reports two synapses of one name; returns what errors call it. */
    private String same(Synapse known, Synapse synapse) {
        String key = place + ".synapses." + synapse.name();
        String expected = "one description of the synapse, as a synapse of another kind needs another name";
        problems.require(known.equals(synapse), key, expected, "two");
        return key;
    }

    /** What a projection through a synapse needs of its source. */
    void send(Synapse synapse) {
        Synapse known = atSource.putIfAbsent(synapse.name(), synapse);
        if (known != null) {
            same(known, synapse);
            return;
        }
        addStates(synapse);
        addParameters(synapse, synapse.equations() + "\n" + synapse.arrival());
        reset.append('\n').append(SynapseNames.in(synapse.arrival(), synapse));
    }

    /** A low-pass of the neuron's own spikes: r′ = −r/τ, r += 1/τ, whose mean over neurons is their rate. */
    void followRate(double tau) {
        boolean free = !parameters.containsKey("rate") && !variables.containsKey("rate");
        String rate = free ? "rate" : "firing_rate";
        add(unbounded(rate, "Hz", Variable.Kind.STATE));
        add(Parameter.of("tau_rate", tau, "ms", "time constant of the rate").positive());
        equations.append("\nd" + rate + "/dt = -" + rate + "/tau_rate");
        reset.append("\n" + rate + " += 1/tau_rate");
    }

    private void addStates(Synapse synapse) {
        for (Variable s : synapse.states()) {
            add(new Variable(
                    SynapseNames.of(synapse, s.name()), s.unit(), s.kind(), s.initial(), s.low(), s.high(), s.wraps()));
        }
        equations.append('\n').append(SynapseNames.in(synapse.equations(), synapse));
    }

    private void addParameters(Synapse synapse, String text) {
        Set<String> used = Text.names(text);
        for (Parameter p : synapse.parameters()) {
            if (used.contains(p.name())) {
                String name = SynapseNames.of(synapse, p.name());
                Parameter own = new Parameter(name, p.value(), p.unit(), p.low(), p.high(), p.doc());
                if (!own.equals(parameters.get(name))) {
                    add(own);
                }
            }
        }
    }

    private void addCurrent(Synapse synapse, String input, boolean isOutput) {
        String current = input + "_" + synapse.name();
        String unit = inputs.stream()
                .filter(i -> i.name().equals(input))
                .map(Input::unit)
                .findFirst()
                .orElse("1");
        if (isOutput) {
            add(unbounded(current, unit, Variable.Kind.OUTPUT));
        }
        equations
                .append(isOutput ? "\noutput " : "\n")
                .append(current)
                .append(" = ")
                .append(SynapseNames.in(synapse.current(), synapse));
        currents.computeIfAbsent(input, i -> new ArrayList<>()).add(current);
    }

    /** A variable that starts at 0 and has no bounds. */
    private static Variable unbounded(String name, String unit, Variable.Kind kind) {
        double infinity = Double.POSITIVE_INFINITY;
        return new Variable(name, unit, kind, Initial.constant(0), -infinity, infinity, false);
    }

    private static Variable starting(Variable v, Initial initial) {
        return new Variable(v.name(), v.unit(), v.kind(), initial, v.low(), v.high(), v.wraps());
    }

    private void add(Variable variable) {
        unique(
                variable.name(),
                variables.putIfAbsent(variable.name(), variable) == null && !parameters.containsKey(variable.name()));
    }

    private void add(Parameter parameter) {
        unique(
                parameter.name(),
                parameters.putIfAbsent(parameter.name(), parameter) == null
                        && !variables.containsKey(parameter.name()));
    }

    private void unique(String name, boolean fresh) {
        problems.require(fresh, place + "." + name, "a name that is free for a synapse or the rate", "one in use");
    }

    /**
     * The mass with all that was added.
     *
     * @param starts where variables start, of those that do not start as the mass says
     */
    Mass build(Map<String, Initial> starts) {
        Map<String, String> totals = new LinkedHashMap<>();
        currents.keySet().forEach(input -> totals.put(input, input + "_total"));
        StringBuilder text = new StringBuilder(Text.renamed(mass.equations(), totals));
        currents.forEach((input, terms) -> text.append('\n')
                .append(totals.get(input))
                .append(" = ")
                .append(input)
                .append(" + ")
                .append(String.join(" + ", terms)));
        Optional<Firing> firing = mass.firing()
                .map(f -> new Firing(f.threshold(), reset.toString().strip(), f.refractory(), frozen));
        return new Mass(
                mass.name(),
                variables.values().stream()
                        .map(v -> starting(v, starts.getOrDefault(v.name(), v.initial())))
                        .toList(),
                List.copyOf(parameters.values()),
                inputs,
                mass.tables(),
                text.append(equations).toString(),
                firing);
    }
}
