package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Wiring;
import dev.gyrus.core.internal.engine.Cohort.Part;
import dev.gyrus.core.internal.engine.EventPlan.Affine;
import dev.gyrus.core.internal.engine.EventPlan.SynapsePlan;
import dev.gyrus.core.internal.engine.EventText.Assignment;
import dev.gyrus.core.internal.kernel.Formula;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A connection that carries spikes, while a plan is being made.
 *
 * @param number in the network
 * @param source the group that fires
 * @param target the group whose states are changed
 */
record SynapseDraft(int number, int source, Part from, int target, Part to, Wiring wiring, List<Assignment> arrival) {

    /** Where problems of a connection are. */
    static String key(int number) {
        return "synapses[" + number + "]";
    }

    /** @param programs of the target */
    SynapsePlan plan(Rows rows, EventPrograms programs) {
        Optional<Affine> affine = affine(programs.layout(), programs.sets());
        return new SynapsePlan(
                source,
                from.first(),
                target,
                to.first(),
                rows,
                affine,
                affine.isPresent() ? Optional.empty() : Optional.of(programs.jump(arrival)),
                from.population().name() + " → " + to.population().name());
    }

    /** The arrival as an affine function of the one state that it reads and changes, if it is one. */
    private Optional<Affine> affine(GroupLayout layout, Sets sets) {
        if (arrival.size() != 1) {
            return Optional.empty();
        }
        Assignment only = arrival.get(0);
        List<Expr> coefficients = AffineForm.of(only.value(), only.state(), LaneProgram.WEIGHT);
        Set<String> names = new LinkedHashSet<>();
        coefficients.forEach(e -> names.addAll(Trees.names(e)));
        Map<String, Double> values = new LinkedHashMap<>();
        for (String name : names) {
            if (!layout.equations().parameters().contains(name)) {
                return Optional.empty();
            }
            double[] all = layout.draft().parameter(name, sets);
            double value = all[all.length == 1 ? 0 : to.first()];
            if (all.length > 1
                    && IntStream.range(to.first(), to.first() + to.population().size())
                            .anyMatch(lane -> all[lane] != value)) {
                return Optional.empty();
            }
            values.put(name, value);
        }
        double[] c = coefficients.stream()
                .mapToDouble(e -> Formula.of(e).value(values::get))
                .toArray();
        if (c.length == 0 || !Arrays.stream(c).allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        int state = new ArrayList<>(layout.draft().model().drift().keySet()).indexOf(only.state());
        return Optional.of(new Affine(state, c[0], c[1], c[2], c[3]));
    }
}
