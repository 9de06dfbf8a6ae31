package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Firing;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.internal.engine.EventPlan.FiringPlan;
import dev.gyrus.core.internal.engine.EventPlan.Program;
import dev.gyrus.core.internal.engine.EventText.Assignment;
import dev.gyrus.core.internal.kernel.Formula;
import dev.gyrus.core.internal.kernel.Slots.Role;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a group fires, while a plan is being made.
 *
 * @param number of the group
 * @param threshold positive where a neuron fires
 * @param refractory a duration in ms
 * @param frozen numbers of states
 */
record FiringDraft(
        int number,
        GroupDraft group,
        double dt,
        Expr threshold,
        List<Assignment> reset,
        Optional<Expr> refractory,
        int[] frozen) {
    /** Streams of uniform numbers of steps lie above those of initial values. */
    private static final long UNIFORM_STREAMS = 1L << 33;

    private static final String FIRES = "fires#";

    /** Reads a firing; empty where its threshold cannot be read. */
    static Optional<FiringDraft> of(int number, GroupDraft group, Firing firing, double dt, Problems problems) {
        EventText text = new EventText(group, dt, problems);
        String key = group.mass().name() + ".";
        if (group.model().units().containsKey(LaneProgram.UNIFORM)) {
            problems.add(Problem.of(key + LaneProgram.UNIFORM, "another name", "'uniform'")
                    .hint("in a threshold it is a random number"));
        }
        Optional<Expr> threshold = text.condition(firing.threshold(), key + "threshold", Set.of(LaneProgram.UNIFORM));
        List<Assignment> reset = text.statements(firing.reset(), key + "reset", Set.of());
        Optional<Expr> refractory = firing.refractory().isBlank()
                ? Optional.empty()
                : text.duration(firing.refractory(), key + "refractory");
        Set<String> states = group.model().drift().keySet();
        for (String name : firing.frozen()) {
            if (!states.contains(name)) {
                problems.add(Problem.unknown(key + "frozen", "state", name, states));
            }
        }
        int[] frozen = firing.frozen().stream()
                .distinct()
                .mapToInt(new ArrayList<>(states)::indexOf)
                .toArray();
        return threshold.map(condition -> new FiringDraft(number, group, dt, condition, reset, refractory, frozen));
    }

    /** Whether a neuron fires by what it does, not by chance alone. */
    boolean dependsOnStates() {
        MassModel model = group.model();
        return Trees.names(EventPrograms.expanded(threshold, model)).stream().anyMatch(model.drift()::containsKey);
    }

    FiringPlan plan(EventPrograms programs) {
        Program condition = programs.of(Map.of(FIRES, threshold));
        int mass = group.population().node().masses().indexOf(group.mass());
        return new FiringPlan(
                number,
                condition,
                condition.compiled().slots().find(Role.OUTPUT, FIRES),
                Optional.of(reset).filter(r -> !r.isEmpty()).map(programs::jump),
                steps(programs.sets()),
                frozen,
                UNIFORM_STREAMS + mass);
    }

    /**
     * The refractory period in steps: one number, or one per lane.
     *
     * @throws GyrusException where it is negative
     */
    int[] steps(Sets sets) {
        if (refractory.isEmpty()) {
            return new int[1];
        }
        Formula formula = Formula.of(refractory.get());
        boolean perLane = Trees.names(refractory.get()).stream().anyMatch(group.parameters()::isPerLane);
        int[] steps = new int[perLane ? group.population().size() * sets.count() : 1];
        Map<String, double[]> values = new LinkedHashMap<>();
        for (int lane = 0; lane < steps.length; lane++) {
            int at = lane;
            double ms = formula.value(name -> {
                double[] all = values.computeIfAbsent(name, n -> group.parameter(n, sets));
                return all[all.length == 1 ? 0 : at];
            });
            if (!(ms >= 0) || ms / dt > 1 << 30) {
                throw GyrusException.input(
                        group.mass().name() + ".refractory", "a duration that is not negative", ms + " ms");
            }
            steps[lane] = (int) Math.rint(ms / dt);
        }
        return steps;
    }
}
