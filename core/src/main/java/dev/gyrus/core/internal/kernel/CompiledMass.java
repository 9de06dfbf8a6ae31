package dev.gyrus.core.internal.kernel;

import dev.gyrus.core.Table;
import dev.gyrus.core.internal.kernel.Schedule.Action;
import dev.gyrus.core.internal.kernel.Schedule.ArrayOperation;
import dev.gyrus.core.internal.kernel.Schedule.Program;
import dev.gyrus.core.internal.kernel.Slots.Role;
import dev.gyrus.core.internal.math.Bilinear;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The compiled form of one mass: the kernel, the numbering of its arrays and the recipes of its constants.
 *
 * <p>Compile time depends on the equations alone, never on the number of lanes. Immutable and thread-safe.
 */
public final class CompiledMass {
    private static final Bilinear[] NO_LOOKUPS = {};

    private static final int FEW_LANES = 8;

    private final Kernel kernel;
    private final Slots slots;
    private final Map<String, Term> constants;
    private final Map<String, Term> steadyNoise;
    private final List<List<Object>> lookups;
    private final String listing;
    private final Map<Map<String, Table>, Bilinear[]> packed = new ConcurrentHashMap<>();

    private CompiledMass(
            Kernel kernel,
            Slots slots,
            Map<String, Term> constants,
            Map<String, Term> steadyNoise,
            List<List<Object>> lookups,
            String listing) {
        this.kernel = kernel;
        this.slots = slots;
        this.constants = constants;
        this.steadyNoise = steadyNoise;
        this.lookups = lookups;
        this.listing = listing;
    }

    /** True where a loop of everything is faster than short loops of vectors. */
    public static boolean areFew(int lanes) {
        return lanes <= FEW_LANES;
    }

    /** Compiles the equations of a mass for many lanes. */
    public static CompiledMass of(Equations equations) {
        return of(equations, false, Optional.empty());
    }

    /**
     * Compiles the equations of a mass.
     *
     * @param fused true for few lanes: one loop of everything instead of short loops of vectors, with the same bits
     * @param move how the kernel itself moves the states; without, later stages are compiled instead
     */
    public static CompiledMass of(Equations equations, boolean fused, Optional<Move> move) {
        TermGraph graph =
                new TermGraph(equations.definitions()::get, equations.parameters(), equations.laneParameters());
        Slots slots = new Slots();
        Map<Integer, Term> stage = new LinkedHashMap<>();
        Map<Integer, Term> outputs = new LinkedHashMap<>();
        Map<Integer, Term> advance = new LinkedHashMap<>();
        Map<String, Term> steadyNoise = new LinkedHashMap<>();
        equations.drift().forEach((state, drift) -> stage.put(slots.array(Role.DERIVATIVE, state), graph.of(drift)));
        equations
                .noise()
                .forEach((state, factors) -> factors.forEach((noise, factor) -> {
                    String name = state + "/" + noise;
                    Term term = graph.of(factor);
                    int slot = slots.array(Role.NOISE, name);
                    if (term.varying()) {
                        stage.put(slot, term);
                    } else {
                        steadyNoise.put(name, term);
                    }
                }));
        Map<Integer, Term> step = new LinkedHashMap<>(stage);
        equations.holds().forEach((hold, next) -> step.put(slots.array(Role.NEXT, hold), graph.of(next)));
        move.ifPresent(rule -> {
            equations.holds().forEach((hold, next) -> advance.put(slots.array(Role.NEXT, hold), graph.of(next)));
            equations.drift().forEach((state, drift) -> {
                Map<String, Term> factors = new LinkedHashMap<>();
                equations
                        .noise()
                        .getOrDefault(state, Map.of())
                        .forEach((n, factor) -> factors.put(n, graph.of(factor)));
                Term next = rule.next(graph, state, graph.of(drift), factors);
                advance.put(slots.array(Role.NEXT, state), next);
            });
        });
        equations.slopes().forEach((output, slope) -> step.put(slots.array(Role.SLOPE, output), graph.of(slope)));
        equations.outputs().forEach((name, value) -> outputs.put(slots.array(Role.OUTPUT, name), graph.of(value)));

        Map<String, Program> programs = new LinkedHashMap<>();
        programs.put("step", Schedule.of(step, slots, fused));
        programs.put("stage", Schedule.of(move.isPresent() ? Map.of() : stage, slots, fused));
        programs.put("advance", Schedule.of(advance, slots, fused));
        programs.put("outputs", Schedule.of(outputs, slots, fused));
        Map<List<Object>, Integer> tables = new LinkedHashMap<>();
        Map<String, Term> constants = new LinkedHashMap<>();
        for (Program program : programs.values()) {
            program.actions().forEach(action -> note(action, tables, constants));
        }
        KernelWriter writer = new KernelWriter(slots, tables);
        programs.forEach(writer::program);
        return new CompiledMass(
                KernelCache.shared().kernel(writer.bytes()),
                slots,
                constants,
                steadyNoise,
                new ArrayList<>(tables.keySet()),
                Listing.of(programs, slots));
    }

    /** Collects the look-ups and constants an action uses. */
    private static void note(Action action, Map<List<Object>, Integer> tables, Map<String, Term> constants) {
        if (action instanceof ArrayOperation operation) {
            if (operation.terms().get(0).kind().isLookup()) {
                tables.putIfAbsent(KernelWriter.tableKey(operation.terms()), tables.size());
            }
            operation.terms().get(0).arguments().forEach(term -> noteConstant(term, constants));
        } else if (action instanceof Schedule.Loop loop) {
            for (List<Term> lookups : Phases.together(loop.lookups())) {
                tables.putIfAbsent(KernelWriter.tableKey(lookups), tables.size());
            }
            loop.terms().forEach(term -> noteConstants(term, constants));
            loop.stores().forEach(store -> noteConstant(store.term(), constants));
        }
    }

    private static void noteConstants(Term term, Map<String, Term> constants) {
        noteConstant(term, constants);
        if (term.varying()) {
            for (Term argument : term.arguments()) {
                if (argument.kind().isCondition()) {
                    noteConstants(argument, constants);
                } else {
                    noteConstant(argument, constants);
                }
            }
        }
    }

    private static void noteConstant(Term term, Map<String, Term> constants) {
        if (term.isHoisted()) {
            constants.put(Schedule.constantName(term), term);
        }
    }

    public Kernel kernel() {
        return kernel;
    }

    public Slots slots() {
        return slots;
    }

    /** The generated loops in readable form. */
    public String listing() {
        return listing;
    }

    /** True where a noise factor does not change during a run. */
    public boolean isSteadyNoise(String state, String noise) {
        return steadyNoise.containsKey(state + "/" + noise);
    }

    /**
     * What the kernel works on; copy the outer arrays before others are put in place of the missing ones.
     *
     * @param arrays by slot: constants and steady noise factors are set, the others null
     * @param scalars constants from index 1 on; element 0 is the time
     */
    public record Memory(double[][] arrays, double[] scalars) {}

    /**
     * Computes every constant.
     *
     * @param parameters one value, or one per lane, in coherent units
     * @param tables by name, for constants that are look-ups
     */
    public Memory memory(Map<String, double[]> parameters, Map<String, Table> tables, int lanes) {
        double[][] arrays = new double[slots.arrays().size()][];
        for (int k = 0; k < arrays.length; k++) {
            Slots.Slot slot = slots.arrays().get(k);
            boolean steady = slot.role() == Role.NOISE && steadyNoise.containsKey(slot.name());
            arrays[k] = steady || slot.role() == Role.CONSTANT ? new double[lanes] : null;
        }
        double[] scalars = new double[slots.scalars().size()];
        Map<Term, Bilinear> packed = new HashMap<>();
        boolean perLane = constants.values().stream().anyMatch(Term::perLane)
                || steadyNoise.values().stream().anyMatch(Term::perLane);
        for (int lane = 0; lane < (perLane ? lanes : 1); lane++) {
            int at = lane;
            Constants[] self = new Constants[1];
            self[0] = new Constants(term -> term.kind().isLookup()
                    ? lookUp(packed.computeIfAbsent(term, t -> lookup(t, tables)), term, self[0])
                    : value(parameters.get(term.name()), at));
            for (Map.Entry<String, Term> constant : constants.entrySet()) {
                if (constant.getValue().perLane()) {
                    arrays[slots.find(Role.CONSTANT, constant.getKey())][lane] = self[0].value(constant.getValue());
                } else if (lane == 0) {
                    scalars[slots.scalar(constant.getKey())] = self[0].value(constant.getValue());
                }
            }
            for (Map.Entry<String, Term> factor : steadyNoise.entrySet()) {
                double[] factors = arrays[slots.find(Role.NOISE, factor.getKey())];
                if (factor.getValue().perLane()) {
                    factors[lane] = self[0].value(factor.getValue());
                } else if (lane == 0) {
                    Arrays.fill(factors, self[0].value(factor.getValue()));
                }
            }
        }
        return new Memory(arrays, scalars);
    }

    private static double value(double[] values, int lane) {
        return values[values.length == 1 ? 0 : lane];
    }

    private static double lookUp(Bilinear table, Term term, Constants values) {
        double x = values.value(term.argument(0));
        double y = values.value(term.argument(1));
        return switch (term.kind()) {
            case LOOKUP_DX -> table.slopeX(0, x, y);
            case LOOKUP_DY -> table.slopeY(0, x, y);
            default -> table.value(0, x, y);
        };
    }

    private static Bilinear lookup(Term term, Map<String, Table> tables) {
        Table table = tables.get(Schedule.table(term));
        String quantity = term.name().substring(term.name().indexOf('.') + 1);
        return Bilinear.of(table, List.of(index(table, quantity)));
    }

    private static int index(Table table, String quantity) {
        return table.quantities().stream().map(Table.Quantity::name).toList().indexOf(quantity);
    }

    /** The look-ups of the kernel, packed for the quantities each one reads; the same ones for the same tables. */
    public Bilinear[] lookups(Map<String, Table> tables) {
        return lookups.isEmpty()
                ? NO_LOOKUPS
                : packed.computeIfAbsent(tables, this::pack).clone();
    }

    private Bilinear[] pack(Map<String, Table> tables) {
        Bilinear[] out = new Bilinear[lookups.size()];
        for (int k = 0; k < out.length; k++) {
            List<String> names = lookups.get(k).stream().map(String::valueOf).toList();
            Table table = tables.get(names.get(0).substring(0, names.get(0).indexOf('.')));
            out[k] = Bilinear.of(
                    table,
                    names.stream()
                            .map(name -> index(table, name.substring(name.indexOf('.') + 1)))
                            .toList());
        }
        return out;
    }
}
