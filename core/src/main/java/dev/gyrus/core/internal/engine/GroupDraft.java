package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Simulation.Settings;
import dev.gyrus.core.Table;
import dev.gyrus.core.Unit;
import dev.gyrus.core.Variable;
import dev.gyrus.core.Variable.Kind;
import dev.gyrus.core.internal.engine.Plan.Arrival;
import dev.gyrus.core.internal.engine.Plan.FormulaPlan;
import dev.gyrus.core.internal.engine.Plan.Member;
import dev.gyrus.core.internal.engine.Plan.PairPlan;
import dev.gyrus.core.internal.kernel.CompiledMass;
import dev.gyrus.core.internal.kernel.Equations;
import dev.gyrus.core.internal.kernel.Slots.Role;
import dev.gyrus.core.internal.language.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One group while a plan is being made: what it publishes, what arrives, and its parameters in coherent units. */
final class GroupDraft {
    private final Population population;
    private final Mass mass;
    private final MassModel model;
    private final int equations;
    private final int kind;
    private final int firstEntity;
    private final int firstStream;
    private final Sets first;
    private final Parameters parameters;
    private final Optional<Starts> starts;
    private final List<GroupDraft> parts;
    private final List<String> channels = new ArrayList<>();
    private final Map<String, Expr> transformed = new LinkedHashMap<>();
    private final GroupInputs inputs = new GroupInputs();

    /**
     * @param equations the number of the model among those of different equations
     * @param kind the number of the model among those of different names or units
     * @param firstStream of its noise variables among those of the node
     * @param firstVariable the number of its first variable in the node
     * @param given where variables start by the simulation
     * @param problems receives what is wrong with its parameters
     */
    GroupDraft(
            Population population,
            Mass mass,
            MassModel model,
            int equations,
            int kind,
            int firstEntity,
            int firstStream,
            int firstVariable,
            Starts.Given given,
            Sets sets,
            Problems problems) {
        this.population = population;
        this.mass = mass;
        this.model = model;
        this.equations = equations;
        this.kind = kind;
        this.firstEntity = firstEntity;
        this.firstStream = firstStream;
        first = sets.slice(0, 1);
        parts = List.of();
        parameters = Parameters.of(population, mass, sets, p -> unit(p.name()).toCoherent(), problems);
        starts = Optional.of(new Starts(this, firstEntity, firstVariable, given));
        addHolds();
    }

    /** Several populations of one mass, side by side. */
    private GroupDraft(Population all, List<GroupDraft> parts) {
        GroupDraft one = parts.get(0);
        this.population = all;
        this.mass = one.mass;
        this.model = one.model;
        this.equations = one.equations;
        this.kind = one.kind;
        this.firstEntity = one.firstEntity;
        this.firstStream = one.firstStream;
        this.first = one.first;
        this.parts = List.copyOf(parts);
        parameters =
                Parameters.joined(parts.stream().map(part -> part.parameters).toList());
        starts = Optional.empty();
        addHolds();
    }

    private void addHolds() {
        mass.variables().stream().filter(v -> v.kind() == Kind.HOLD).forEach(v -> channels.add(v.name()));
    }

    /** Several populations of one mass, side by side. */
    static GroupDraft joined(List<GroupDraft> parts) {
        Population one = parts.get(0).population;
        String name =
                one.name() + " … " + parts.get(parts.size() - 1).population.name();
        List<String> labels = parts.stream()
                .flatMap(part -> part.population.labels().stream())
                .toList();
        return new GroupDraft(new Population(name, one.node(), labels), parts);
    }

    List<Member> members() {
        List<Member> members = new ArrayList<>();
        int lane = 0;
        for (GroupDraft part : parts.isEmpty() ? List.of(this) : parts) {
            members.add(new Member(part.population.name(), part.population.labels(), lane, part.firstEntity));
            lane += part.population.size();
        }
        return members;
    }

    /** Groups of one number have the same equations, variables, inputs and tables, up to values of parameters. */
    int equations() {
        return equations;
    }

    Population population() {
        return population;
    }

    Mass mass() {
        return mass;
    }

    /** Groups of one number have variables and parameters of the same names and units: all that expressions depend on. */
    int kind() {
        return kind;
    }

    String title() {
        return population.name().isEmpty() ? mass.name() : population.name() + "/" + mass.name();
    }

    MassModel model() {
        return model;
    }

    /** The stream of a noise variable. */
    long stream(String noise) {
        return firstStream + (long) model.noiseNames().indexOf(noise);
    }

    Parameters parameters() {
        return parameters;
    }

    /** Where the variables of a group of one population start. */
    Starts starts() {
        return starts.orElseThrow();
    }

    /** The start of a state or hold on each lane, in coherent units. */
    double[] start(String variable, Sets sets) {
        return starts.map(own -> own.of(variable(variable), sets))
                .orElseGet(() -> sets.beside(
                        parts.stream().map(part -> part.start(variable, sets)).toList()));
    }

    GroupInputs inputs() {
        return inputs;
    }

    /** Holds, and what is recorded or coupled, in the order of their numbers. */
    List<String> channels() {
        return channels;
    }

    /** What a channel carries, where it is no state or hold. */
    Optional<Expr> published(String channel) {
        return Optional.ofNullable(
                transformed.getOrDefault(channel, model.outputs().get(channel)));
    }

    /** The values of a parameter in some sets: one, or one per lane. */
    double[] parameter(String name, Sets sets) {
        double[] values = parameters.of(name, sets);
        if (values == null) {
            throw GyrusException.input(Problem.unknown(title(), "parameter", name, parameters.names()));
        }
        return values;
    }

    /** The name without the mass's qualifier, or null where it names another mass. */
    String localName(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return name;
        }
        return name.substring(0, dot).equals(mass.name()) ? name.substring(dot + 1) : null;
    }

    /** The unit of a variable or parameter. */
    Unit unit(String name) {
        return model.units().get(name);
    }

    Unit inputUnit(String name) {
        return model.inputUnits().get(name);
    }

    boolean hasVariable(String name) {
        return model.drift().containsKey(name)
                || model.holds().containsKey(name)
                || model.outputs().containsKey(name);
    }

    Variable variable(String name) {
        return mass.variable(name).orElseThrow();
    }

    /** The number of a channel; makes it one if it isn't yet. */
    int channel(String name) {
        if (!channels.contains(name)) {
            channels.add(name);
        }
        return channels.indexOf(name);
    }

    /** The channel of a function of variables and parameters; {@code text} is the function's. */
    String transformed(Expr function, String text) {
        if (!(function instanceof Expr.Name) || mass.variable(text).isEmpty()) {
            transformed.put(text, function);
        }
        return text;
    }

    boolean accepts(String target) {
        String name = localName(target);
        return name != null
                && (mass.input(name).isPresent() || mass.parameter(name).isPresent());
    }

    Set<String> drivable() {
        Set<String> names = new LinkedHashSet<>();
        mass.inputs().forEach(i -> names.add(i.name()));
        mass.parameters().forEach(p -> names.add(p.name()));
        return names;
    }

    Unit driveUnit(String name) {
        return model.inputUnits().containsKey(name) ? model.inputUnits().get(name) : unit(name);
    }

    void addPlain(String input, Arrival arrival) {
        inputs.add(input, arrival);
    }

    void addPair(String input, PairPlan pair) {
        inputs.add(input, pair);
    }

    /**
     * What a coupling adds to an input: a term of its own, or one that it shares with others of its kind.
     *
     * @param count the value of {@code #count}
     * @param weightSums one per node
     */
    CouplingTerm coupling(String input, Interaction expressions, double count, double[] weightSums) {
        return inputs.coupling(input, expressions, count, weightSums, parameters);
    }

    /** Functions of the group's variables and parameters, compiled to be evaluated beside its kernel; of the first set. */
    FormulaPlan formula(Map<String, Expr> results, Kernels kernels) {
        Map<String, Expr> definitions = new LinkedHashMap<>(model.lets());
        definitions.putAll(model.outputs());
        Set<String> constants = new LinkedHashSet<>(parameters.names());
        constants.removeIf(name -> name.contains("#"));
        Set<String> perLane = constants.stream().filter(parameters::isPerLane).collect(Collectors.toSet());
        Equations equations =
                new Equations(definitions, constants, perLane, Map.of(), Map.of(), Map.of(), results, Map.of());
        CompiledMass compiled = kernels.of(equations);
        int[] states = model.drift().keySet().stream()
                .mapToInt(name -> compiled.slots().find(Role.VALUE, name))
                .toArray();
        int[] holds = channels.stream()
                .mapToInt(name ->
                        model.holds().containsKey(name) ? compiled.slots().find(Role.VALUE, name) : -1)
                .toArray();
        return new FormulaPlan(compiled, memory(compiled, first), tables(), states, holds);
    }

    /** The constants of a kernel in some sets. */
    CompiledMass.Memory memory(CompiledMass compiled, Sets sets) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (String name : parameters.names()) {
            values.put(name, parameters.of(name, sets));
            values.put(GroupInputs.base(name), values.get(name));
        }
        return compiled.memory(values, tables(), population.size() * sets.count());
    }

    Map<String, Table> tables() {
        return mass.tables().stream().collect(Collectors.toMap(Table::name, table -> table));
    }

    /** What the group is made into. */
    GroupLayout layout(Settings settings, Kernels kernels, boolean slopes) {
        return new GroupLayout(this, settings, kernels, slopes);
    }
}
