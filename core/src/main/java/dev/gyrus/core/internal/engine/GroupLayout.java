package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Input;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Simulation.Settings;
import dev.gyrus.core.Variable;
import dev.gyrus.core.Variable.Kind;
import dev.gyrus.core.internal.engine.Plan.ChannelPlan;
import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import dev.gyrus.core.internal.engine.Plan.NoisePlan;
import dev.gyrus.core.internal.engine.Plan.PairPlan;
import dev.gyrus.core.internal.engine.Plan.StatePlan;
import dev.gyrus.core.internal.kernel.CompiledMass;
import dev.gyrus.core.internal.kernel.Equations;
import dev.gyrus.core.internal.kernel.Move;
import dev.gyrus.core.internal.kernel.Slots;
import dev.gyrus.core.internal.kernel.Slots.Role;
import dev.gyrus.core.internal.language.Expr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** What a finished draft of a group is made into: equations, compiled once, and from them the plans of any sets. */
final class GroupLayout {
    private final GroupDraft draft;
    private final Mass mass;
    private final MassModel model;
    private final Parameters parameters;
    private final List<String> states;
    private final Equations equations;
    private final Optional<Move> move;
    private final Kernels kernels;
    private final boolean slopes;
    private final boolean active;

    /**
     * @param kernels made so far, to be shared
     * @param slopes whether the scheme interpolates what is published
     */
    GroupLayout(GroupDraft draft, Settings settings, Kernels kernels, boolean slopes) {
        this.draft = draft;
        this.mass = draft.mass();
        this.model = draft.model();
        this.parameters = draft.parameters();
        this.states = List.copyOf(model.drift().keySet());
        this.slopes = slopes;
        this.active =
                mass.firing().isPresent() || !settings.network().synapses().isEmpty();
        Equations described = described();
        boolean exponential = settings.integrator().rule() == Integrator.Rule.EXPONENTIAL;
        equations = exponential ? ExponentialEuler.of(described, settings.dt()) : described;
        move = Optional.of(settings).filter(s -> Scheme.of(s).movesInKernel()).map(s -> move(s.dt()));
        this.kernels = kernels;
    }

    GroupDraft draft() {
        return draft;
    }

    /** What all kernels of the group are compiled from. */
    Equations equations() {
        return equations;
    }

    /** A step of the kernel's own. */
    private Move move(double dt) {
        Map<String, Move.Bound> bounds = new HashMap<>();
        for (String name : states) {
            Variable variable = draft.variable(name);
            double factor = draft.unit(name).toCoherent();
            if (variable.isBounded()) {
                Move.Bound bound = new Move.Bound(variable.low() * factor, variable.high() * factor, variable.wraps());
                bounds.put(name, bound);
            }
        }
        return new Move(dt, bounds);
    }

    /**
     * The group in some sets.
     *
     * @param nodes in each group
     */
    GroupPlan plan(Sets sets, ToIntFunction<Integer> nodes) {
        int own = draft.population().size();
        CompiledMass compiled = kernels.of(equations, own * sets.count(), move);
        CompiledMass.Memory memory = draft.memory(compiled, sets);
        Map<String, double[]> values = new LinkedHashMap<>();
        equations.parameters().forEach(name -> values.put(name, parameters.of(GroupInputs.withoutBase(name), sets)));
        return new GroupPlan(
                draft.population().name(),
                mass,
                own * sets.count(),
                draft.members(),
                compiled,
                memory,
                equations,
                values,
                statePlans(compiled.slots(), sets),
                channelPlans(compiled.slots(), sets),
                noisePlans(compiled, memory.arrays()),
                draft.inputs().plans(compiled, active, sets, own, pair -> pair(pair, sets, nodes)));
    }

    private PairPlan pair(PairPlan pair, Sets sets, ToIntFunction<Integer> nodes) {
        return pair.repeat(
                sets.count(),
                nodes.applyAsInt(pair.source()),
                draft.memory(pair.values().compiled(), sets));
    }

    private Equations described() {
        Map<String, Expr> definitions = new LinkedHashMap<>(model.lets());
        definitions.putAll(model.outputs());
        Set<String> names = new LinkedHashSet<>(parameters.names());
        for (Input input : mass.inputs()) {
            if (mass.parameter(input.name()).isEmpty()) {
                definitions.put(input.name(), draft.inputs().arriving(input.name()));
            }
        }
        for (Parameter parameter : mass.parameters()) {
            Expr arriving = draft.inputs().arriving(parameter.name());
            if (!arriving.equals(new Expr.Num(0))) {
                String base = GroupInputs.base(parameter.name());
                names.remove(parameter.name());
                names.add(base);
                definitions.put(parameter.name(), new Expr.Binary(Expr.Op.ADD, new Expr.Name(base), arriving));
            }
        }
        Set<String> perLane = names.stream()
                .filter(name -> parameters.isPerLane(GroupInputs.withoutBase(name)))
                .collect(Collectors.toSet());
        Map<String, Expr> published = new LinkedHashMap<>();
        Map<String, Expr> derivatives = new LinkedHashMap<>();
        for (String channel : draft.channels()) {
            draft.published(channel).ifPresent(value -> {
                published.put(channel, value);
                if (slopes) {
                    model.slope(value).ifPresent(slope -> derivatives.put(channel, slope));
                }
            });
        }
        return new Equations(
                definitions, names, perLane, model.drift(), noise(definitions), model.holds(), published, derivatives);
    }

    /** The noise that is there with these parameters. */
    private Map<String, Map<String, Expr>> noise(Map<String, Expr> definitions) {
        Vanishing vanishing = new Vanishing(definitions, parameters.zeros());
        Map<String, Map<String, Expr>> noise = new LinkedHashMap<>();
        model.noise()
                .forEach((state, factors) -> factors.forEach((name, factor) -> {
                    if (!vanishing.is(factor)) {
                        noise.computeIfAbsent(state, s -> new LinkedHashMap<>()).put(name, factor);
                    }
                }));
        return noise;
    }

    private List<StatePlan> statePlans(Slots slots, Sets sets) {
        List<StatePlan> plans = new ArrayList<>();
        for (String name : states) {
            Variable variable = draft.variable(name);
            double factor = draft.unit(name).toCoherent();
            plans.add(new StatePlan(
                    variable,
                    slots.find(Role.VALUE, name),
                    slots.find(Role.DERIVATIVE, name),
                    variable.low() * factor,
                    variable.high() * factor,
                    draft.start(name, sets)));
        }
        return plans;
    }

    private List<ChannelPlan> channelPlans(Slots slots, Sets sets) {
        List<ChannelPlan> plans = new ArrayList<>();
        for (String name : draft.channels()) {
            Kind kind = mass.variable(name).map(Variable::kind).orElse(Kind.OUTPUT);
            plans.add(
                    switch (kind) {
                        case STATE -> new ChannelPlan(name, kind, -1, -1, -1, states.indexOf(name), null);
                        case HOLD ->
                            new ChannelPlan(
                                    name,
                                    kind,
                                    slots.find(Role.VALUE, name),
                                    slots.find(Role.NEXT, name),
                                    -1,
                                    -1,
                                    draft.start(name, sets));
                        case OUTPUT ->
                            new ChannelPlan(
                                    name,
                                    kind,
                                    -1,
                                    slots.find(Role.OUTPUT, name),
                                    slopes ? slots.find(Role.SLOPE, name) : -1,
                                    -1,
                                    null);
                    });
        }
        return plans;
    }

    private List<NoisePlan> noisePlans(CompiledMass compiled, double[][] arrays) {
        List<NoisePlan> plans = new ArrayList<>();
        model.noise()
                .forEach((state, factors) -> factors.keySet().forEach(noise -> {
                    int slot = compiled.slots().find(Role.NOISE, state + "/" + noise);
                    boolean silent = slot < 0
                            || (compiled.isSteadyNoise(state, noise)
                                    && Arrays.stream(arrays[slot]).allMatch(g -> g == 0));
                    if (!silent) {
                        plans.add(new NoisePlan(states.indexOf(state), draft.stream(noise), slot));
                    }
                }));
        return plans;
    }
}
