package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Input;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Simulation.Settings;
import dev.gyrus.core.Table;
import dev.gyrus.core.Unit;
import dev.gyrus.core.Variable;
import dev.gyrus.core.Variable.Kind;
import dev.gyrus.core.internal.engine.Plan.Arrival;
import dev.gyrus.core.internal.engine.Plan.ChannelPlan;
import dev.gyrus.core.internal.engine.Plan.FormulaPlan;
import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import dev.gyrus.core.internal.engine.Plan.InputPlan;
import dev.gyrus.core.internal.engine.Plan.Member;
import dev.gyrus.core.internal.engine.Plan.NoisePlan;
import dev.gyrus.core.internal.engine.Plan.PairPlan;
import dev.gyrus.core.internal.engine.Plan.StatePlan;
import dev.gyrus.core.internal.engine.Plan.StimulusPlan;
import dev.gyrus.core.internal.kernel.CompiledMass;
import dev.gyrus.core.internal.kernel.Equations;
import dev.gyrus.core.internal.kernel.Formula;
import dev.gyrus.core.internal.kernel.Move;
import dev.gyrus.core.internal.kernel.Slots.Role;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Parser;
import dev.gyrus.core.internal.language.Trees;
import dev.gyrus.core.internal.math.Noise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One group while a plan is being made: what it publishes, what arrives, and its parameters in coherent units. */
final class GroupDraft {
    /** Streams of initial values lie above those of noise. */
    private static final long INITIAL_STREAMS = 1L << 32;

    private final Population population;
    private final Mass mass;
    private final MassModel model;
    private final int equations;
    private final int kind;
    private final int firstEntity;
    private final int firstStream;
    private final int firstVariable;
    private final Map<String, double[]> parameters = new LinkedHashMap<>();
    private final List<String> channels = new ArrayList<>();
    private final Map<String, Expr> transformed = new LinkedHashMap<>();
    private final Map<String, List<Arrival>> arrivals = new LinkedHashMap<>();
    private final Map<String, List<StimulusPlan>> stimuli = new LinkedHashMap<>();
    private final Map<String, double[]> starts = new LinkedHashMap<>();
    private final Map<String, List<PairPlan>> pairs = new LinkedHashMap<>();
    private final Map<String, Map<Object, CouplingTerm>> couplings = new LinkedHashMap<>();
    private final List<GroupDraft> parts = new ArrayList<>();

    /**
     * @param equations the number of the model among those of different equations
     * @param kind the number of the model among those of different names or units
     * @param firstStream of its noise variables among those of the node
     * @param firstVariable the number of its first variable in the node
     */
    GroupDraft(
            Population population,
            Mass mass,
            MassModel model,
            int equations,
            int kind,
            int firstEntity,
            int firstStream,
            int firstVariable) {
        this.population = population;
        this.mass = mass;
        this.model = model;
        this.equations = equations;
        this.kind = kind;
        this.firstEntity = firstEntity;
        this.firstStream = firstStream;
        this.firstVariable = firstVariable;
        mass.variables().stream().filter(v -> v.kind() == Kind.HOLD).forEach(v -> channels.add(v.name()));
    }

    /** Several populations of one mass, side by side. */
    static GroupDraft joined(List<GroupDraft> parts) {
        GroupDraft first = parts.get(0);
        GroupDraft last = parts.get(parts.size() - 1);
        String name = first.population.name() + " … " + last.population.name();
        List<String> labels = parts.stream()
                .flatMap(part -> part.population.labels().stream())
                .toList();
        GroupDraft all = new GroupDraft(
                new Population(name, first.population.node(), labels),
                first.mass,
                first.model,
                first.equations,
                first.kind,
                first.firstEntity,
                first.firstStream,
                first.firstVariable);
        all.parts.addAll(parts);
        for (String parameter : first.parameters.keySet()) {
            double value = first.parameters.get(parameter)[0];
            boolean same = parts.stream()
                    .map(part -> part.parameters.get(parameter))
                    .allMatch(values -> values.length == 1 && Double.compare(values[0], value) == 0);
            double[] each = same
                    ? new double[] {value}
                    : concatenated(parts.stream()
                            .map(part -> part.spread(part.parameters.get(parameter)))
                            .toList());
            all.parameters.put(parameter, each);
        }
        return all;
    }

    /** One value per lane. */
    private double[] spread(double[] values) {
        if (values.length == population.size()) {
            return values;
        }
        double[] spread = new double[population.size()];
        Arrays.fill(spread, values[0]);
        return spread;
    }

    private static double[] concatenated(List<double[]> arrays) {
        return arrays.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private List<Member> members() {
        if (parts.isEmpty()) {
            return List.of(new Member(population.name(), population.labels(), 0, firstEntity));
        }
        List<Member> members = new ArrayList<>();
        int lane = 0;
        for (GroupDraft part : parts) {
            members.add(new Member(part.population.name(), part.population.labels(), lane, part.firstEntity));
            lane += part.population.size();
        }
        return members;
    }

    Population population() {
        return population;
    }

    /** Groups of one number have the same equations, variables, inputs and tables, up to values of parameters. */
    int equations() {
        return equations;
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

    /** Converts parameters to coherent units, one value or one per lane. */
    void setParameters(Problems problems) {
        for (Parameter parameter : mass.parameters()) {
            double[] declared = population.node().value(mass.name(), parameter);
            boolean fits = Planner.check(population, parameter, declared, problems);
            double factor = unit(parameter.name()).toCoherent();
            double[] values = declared.clone();
            for (int i = 0; i < values.length; i++) {
                values[i] *= factor;
            }
            if (fits) {
                parameters.put(parameter.name(), values);
            }
        }
    }

    boolean hasParameter(String name) {
        return parameters.containsKey(name);
    }

    /** One value, or one per lane. */
    double[] parameter(String name) {
        double[] values = parameters.get(name);
        if (values == null) {
            throw GyrusException.input(Problem.unknown(title(), "parameter", name, parameters.keySet()));
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

    Set<String> startable() {
        Set<String> names = new LinkedHashSet<>();
        mass.variables().stream().filter(v -> v.kind() != Kind.OUTPUT).forEach(v -> names.addAll(addresses(v)));
        return names;
    }

    /** Under which names a variable can be given, the flat one first and the most particular one last. */
    private List<String> addresses(Variable variable) {
        String flat = variable.name();
        String qualified = mass.name() + "." + flat;
        String prefix = population.name() + ".";
        return population.name().isEmpty()
                ? List.of(flat, qualified)
                : List.of(flat, qualified, prefix + flat, prefix + qualified);
    }

    void addPlain(String input, Arrival arrival) {
        arrivals.computeIfAbsent(input, i -> new ArrayList<>()).add(arrival);
    }

    void addStimulus(String name, StimulusPlan stimulus) {
        stimuli.computeIfAbsent(name, i -> new ArrayList<>()).add(stimulus);
    }

    void addPair(String input, PairPlan pair) {
        pairs.computeIfAbsent(input, i -> new ArrayList<>()).add(pair);
    }

    /**
     * What a coupling adds to an input: a term of its own, or one that it shares with others of its kind.
     *
     * @param count the value of {@code #count}
     * @param weightSums one per lane
     */
    CouplingTerm coupling(String input, Interaction expressions, double count, double[] weightSums) {
        Map<Object, CouplingTerm> terms = couplings.computeIfAbsent(input, i -> new LinkedHashMap<>());
        Object kind = expressions.linear() ? List.of(expressions.post(), count) : terms.size();
        CouplingTerm term = terms.get(kind);
        if (term != null) {
            double[] all = parameters.get(term.weightSum());
            for (int i = 0; i < all.length; i++) {
                all[i] += weightSums[i];
            }
            return term;
        }
        String prefix = input + "#" + terms.size();
        Expr value = Trees.substitute(
                expressions.post(), name -> name.startsWith("#") ? new Expr.Name(prefix + name) : null);
        List<String> names = IntStream.rangeClosed(1, expressions.sums().size())
                .mapToObj(k -> prefix + "#sum" + k)
                .toList();
        parameters.put(prefix + Interaction.WEIGHT_SUM, weightSums);
        parameters.put(prefix + Interaction.COUNT, new double[] {count});
        term = new CouplingTerm(value, names, prefix + Interaction.WEIGHT_SUM);
        terms.put(kind, term);
        return term;
    }

    /** Functions of the group's variables and parameters, compiled to be evaluated beside its kernel. */
    FormulaPlan formula(Map<String, Expr> results, Map<Equations, CompiledMass> cache) {
        Map<String, Expr> definitions = new LinkedHashMap<>(model.lets());
        definitions.putAll(model.outputs());
        Map<String, double[]> constants = new LinkedHashMap<>(parameters);
        constants.keySet().removeIf(name -> name.contains("#"));
        Set<String> perLane = constants.keySet().stream()
                .filter(name -> constants.get(name).length > 1)
                .collect(Collectors.toSet());
        Equations equations = new Equations(
                definitions, constants.keySet(), perLane, Map.of(), Map.of(), Map.of(), results, Map.of());
        CompiledMass compiled = cache.computeIfAbsent(equations, CompiledMass::of);
        int[] states = model.drift().keySet().stream()
                .mapToInt(name -> compiled.slots().find(Role.VALUE, name))
                .toArray();
        int[] holds = channels.stream()
                .mapToInt(name ->
                        model.holds().containsKey(name) ? compiled.slots().find(Role.VALUE, name) : -1)
                .toArray();
        CompiledMass.Memory memory = compiled.memory(constants, tables(), population.size());
        return new FormulaPlan(compiled, memory, tables(), states, holds);
    }

    private Map<String, Table> tables() {
        return mass.tables().stream().collect(Collectors.toMap(Table::name, table -> table));
    }

    /** Where a variable starts on each lane, in coherent units, instead of at its own initial value. */
    void startAt(String variable, double[] values) {
        starts.put(variable, values);
    }

    /** The value of a variable at t = 0 on each lane, in coherent units. */
    double[] start(String name, Settings settings, Map<Equations, CompiledMass> cache) {
        Variable variable = variable(name);
        if (variable.kind() != Kind.OUTPUT) {
            return initial(settings, variable);
        }
        FormulaPlan plan = formula(Map.of(name, new Expr.Name(name)), cache);
        double[][] arrays = plan.memory().arrays().clone();
        for (int slot = 0; slot < arrays.length; slot++) {
            String read = plan.compiled().slots().arrays().get(slot).name();
            boolean own = plan.compiled().slots().arrays().get(slot).role() == Role.VALUE;
            arrays[slot] = own ? initial(settings, variable(read)) : arrays[slot];
            arrays[slot] = arrays[slot] == null ? new double[population.size()] : arrays[slot];
        }
        plan.compiled()
                .kernel()
                .outputs(arrays, plan.memory().scalars(), plan.compiled().lookups(tables()), 0, population.size());
        return arrays[plan.compiled().slots().find(Role.OUTPUT, name)];
    }

    /** The finished group. */
    GroupPlan finish(Settings settings, Map<Equations, CompiledMass> cache, boolean slopes) {
        Equations described = equations(slopes);
        boolean exponential = settings.integrator().rule() == Integrator.Rule.EXPONENTIAL;
        Equations equations = exponential ? ExponentialEuler.of(described, settings.dt()) : described;
        int lanes = population.size();
        CompiledMass compiled = cache.computeIfAbsent(equations, key -> CompiledMass.of(key, lanes, move(settings)));
        Map<String, double[]> values = new LinkedHashMap<>();
        equations.parameters().forEach(name -> values.put(name, parameters.get(withoutBase(name))));
        CompiledMass.Memory memory = compiled.memory(values, tables(), lanes);
        return new GroupPlan(
                population.name(),
                mass,
                lanes,
                members(),
                compiled,
                memory,
                equations,
                values,
                statePlans(settings, compiled),
                channelPlans(settings, compiled, slopes),
                noisePlans(compiled, memory.arrays()),
                inputPlans(compiled));
    }

    /** Schemes of one stage leave the step to the kernel. */
    private Optional<Move> move(Settings settings) {
        if (!Scheme.of(settings).movesInKernel()) {
            return Optional.empty();
        }
        Map<String, Move.Bound> bounds = new HashMap<>();
        for (String name : model.drift().keySet()) {
            Variable variable = variable(name);
            double factor = unit(name).toCoherent();
            if (variable.isBounded()) {
                Move.Bound bound = new Move.Bound(variable.low() * factor, variable.high() * factor, variable.wraps());
                bounds.put(name, bound);
            }
        }
        return Optional.of(new Move(settings.dt(), bounds));
    }

    private static String withoutBase(String name) {
        return name.endsWith("#base") ? name.substring(0, name.length() - "#base".length()) : name;
    }

    private Equations equations(boolean slopes) {
        Map<String, Expr> definitions = new LinkedHashMap<>(model.lets());
        definitions.putAll(model.outputs());
        Set<String> names = new LinkedHashSet<>(parameters.keySet());
        for (Input input : mass.inputs()) {
            if (mass.parameter(input.name()).isEmpty()) {
                definitions.put(input.name(), arriving(input.name()));
            }
        }
        for (Parameter parameter : mass.parameters()) {
            Expr arriving = arriving(parameter.name());
            if (!arriving.equals(new Expr.Num(0))) {
                names.remove(parameter.name());
                names.add(parameter.name() + "#base");
                definitions.put(
                        parameter.name(),
                        new Expr.Binary(Expr.Op.ADD, new Expr.Name(parameter.name() + "#base"), arriving));
            }
        }
        Set<String> perLane = names.stream()
                .filter(name -> parameters.get(withoutBase(name)).length > 1)
                .collect(Collectors.toSet());
        Map<String, Expr> published = new LinkedHashMap<>();
        Map<String, Expr> derivatives = new LinkedHashMap<>();
        for (String channel : channels) {
            Expr value = transformed.containsKey(channel)
                    ? transformed.get(channel)
                    : model.outputs().get(channel);
            if (value != null) {
                published.put(channel, value);
                if (slopes) {
                    model.slope(value).ifPresent(slope -> derivatives.put(channel, slope));
                }
            }
        }
        return new Equations(
                definitions, names, perLane, model.drift(), noise(definitions), model.holds(), published, derivatives);
    }

    /** The noise that is there with these parameters. */
    private Map<String, Map<String, Expr>> noise(Map<String, Expr> definitions) {
        Set<String> zeros = parameters.entrySet().stream()
                .filter(parameter -> Arrays.stream(parameter.getValue()).allMatch(value -> value == 0))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Vanishing vanishing = new Vanishing(definitions, zeros);
        Map<String, Map<String, Expr>> noise = new LinkedHashMap<>();
        model.noise()
                .forEach((state, factors) -> factors.forEach((name, factor) -> {
                    if (!vanishing.is(factor)) {
                        noise.computeIfAbsent(state, s -> new LinkedHashMap<>()).put(name, factor);
                    }
                }));
        return noise;
    }

    /** What arrives at an input, as an expression of the arrays of sums. */
    private Expr arriving(String input) {
        Expr sum = arrivals.containsKey(input) || stimuli.containsKey(input) ? new Expr.Name(input + "#in") : null;
        for (CouplingTerm term : couplings.getOrDefault(input, Map.of()).values()) {
            sum = sum == null ? term.value() : new Expr.Binary(Expr.Op.ADD, sum, term.value());
        }
        return sum == null ? new Expr.Num(0) : sum;
    }

    private List<InputPlan> inputPlans(CompiledMass compiled) {
        Set<String> names = new LinkedHashSet<>(arrivals.keySet());
        names.addAll(pairs.keySet());
        names.addAll(stimuli.keySet());
        List<InputPlan> plans = new ArrayList<>();
        for (String name : names) {
            int slot = compiled.slots().find(Role.VALUE, name.contains("#") ? name : name + "#in");
            if (slot >= 0) {
                plans.add(new InputPlan(
                        name,
                        slot,
                        arrivals.getOrDefault(name, List.of()),
                        pairs.getOrDefault(name, List.of()),
                        stimuli.getOrDefault(name, List.of())));
            }
        }
        return plans;
    }

    private List<StatePlan> statePlans(Settings settings, CompiledMass compiled) {
        List<StatePlan> plans = new ArrayList<>();
        for (String name : model.drift().keySet()) {
            Variable variable = variable(name);
            double factor = unit(name).toCoherent();
            plans.add(new StatePlan(
                    variable,
                    compiled.slots().find(Role.VALUE, name),
                    compiled.slots().find(Role.DERIVATIVE, name),
                    variable.low() * factor,
                    variable.high() * factor,
                    initial(settings, variable)));
        }
        return plans;
    }

    private List<ChannelPlan> channelPlans(Settings settings, CompiledMass compiled, boolean slopes) {
        List<String> states = List.copyOf(model.drift().keySet());
        List<ChannelPlan> plans = new ArrayList<>();
        for (String name : channels) {
            Kind kind = mass.variable(name).map(Variable::kind).orElse(Kind.OUTPUT);
            plans.add(
                    switch (kind) {
                        case STATE -> new ChannelPlan(name, kind, -1, -1, -1, states.indexOf(name), null);
                        case HOLD ->
                            new ChannelPlan(
                                    name,
                                    kind,
                                    compiled.slots().find(Role.VALUE, name),
                                    compiled.slots().find(Role.NEXT, name),
                                    -1,
                                    -1,
                                    initial(settings, variable(name)));
                        case OUTPUT ->
                            new ChannelPlan(
                                    name,
                                    kind,
                                    -1,
                                    compiled.slots().find(Role.OUTPUT, name),
                                    slopes ? compiled.slots().find(Role.SLOPE, name) : -1,
                                    -1,
                                    null);
                    });
        }
        return plans;
    }

    private List<NoisePlan> noisePlans(CompiledMass compiled, double[][] arrays) {
        List<String> states = List.copyOf(model.drift().keySet());
        List<NoisePlan> plans = new ArrayList<>();
        model.noise()
                .forEach((state, factors) -> factors.keySet().forEach(noise -> {
                    int slot = compiled.slots().find(Role.NOISE, state + "/" + noise);
                    boolean silent = slot < 0
                            || (compiled.isSteadyNoise(state, noise)
                                    && Arrays.stream(arrays[slot]).allMatch(g -> g == 0));
                    if (!silent) {
                        long stream = firstStream + (long) model.noiseNames().indexOf(noise);
                        plans.add(new NoisePlan(states.indexOf(state), stream, slot));
                    }
                }));
        return plans;
    }

    /** The start of a variable on each lane, in coherent units. */
    private double[] initial(Settings settings, Variable variable) {
        if (!parts.isEmpty()) {
            Problems problems = new Problems();
            List<double[]> values = new ArrayList<>();
            parts.forEach(part -> problems.collect(() -> values.add(part.initial(settings, variable))));
            problems.throwIfAny();
            return concatenated(values);
        }
        if (starts.containsKey(variable.name())) {
            return starts.get(variable.name());
        }
        double[] given = addresses(variable).stream()
                .map(settings.initial()::get)
                .filter(Objects::nonNull)
                .reduce((general, particular) -> particular)
                .orElse(null);
        int lanes = population.size();
        double factor = unit(variable.name()).toCoherent();
        double[] values = new double[lanes];
        if (given != null) {
            Problems problems = new Problems();
            problems.require(
                    given.length == 1 || given.length == lanes,
                    "initial." + variable.name(),
                    "one value, or one for each of " + lanes + " nodes",
                    given.length + " values");
            Arrays.stream(given)
                    .filter(value -> !Double.isFinite(value))
                    .findFirst()
                    .ifPresent(value -> problems.require(
                            false, "initial." + variable.name(), "finite numbers", String.valueOf(value)));
            problems.throwIfAny();
            for (int i = 0; i < lanes; i++) {
                values[i] = given[given.length == 1 ? 0 : i] * factor;
            }
            return values;
        }
        if (variable.initial() instanceof Initial.Expression expression) {
            Formula formula = Formula.of(Parser.expression(expression.text(), title()));
            Arrays.setAll(
                    values,
                    i -> formula.value(name -> {
                        double[] own = parameter(name);
                        return own[own.length == 1 ? 0 : i];
                    }));
            return values;
        }
        long stream = INITIAL_STREAMS + firstVariable + mass.variables().indexOf(variable);
        for (int i = 0; i < lanes; i++) {
            values[i] = variable.initial() instanceof Initial.Uniform uniform
                    ? uniform.low()
                            + (uniform.high() - uniform.low())
                                    * Noise.uniform(settings.seed(), stream, firstEntity + (long) i)
                    : ((Initial.Constant) variable.initial()).value();
            values[i] *= factor;
        }
        return values;
    }
}
