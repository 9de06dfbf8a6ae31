package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.Partials.Row;
import dev.gyrus.core.internal.engine.Plan.Arrival;
import dev.gyrus.core.internal.engine.Plan.ChannelPlan;
import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import dev.gyrus.core.internal.engine.Plan.InputPlan;
import dev.gyrus.core.internal.engine.Plan.WirePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The derivatives of f and g of a {@link Field} by states and holds: those of each lane's own equations, and through
 * every connection those of the target's equations by the sum that arrives, times the weight, times those of the
 * source's channel.
 */
final class Linearisation {
    private final Plan plan;
    private final Group[] groups;
    private final List<Map<String, Integer>> stateAt = new ArrayList<>();
    private final List<Map<String, Integer>> holdAt = new ArrayList<>();
    private final int states;
    private final int holds;
    private List<Partials> partials = List.of();

    /** @param groups whose arrays hold the point at which to differentiate */
    Linearisation(Plan plan, Group[] groups) {
        this.plan = plan;
        this.groups = groups;
        int at = 0;
        for (GroupPlan group : plan.groups()) {
            Map<String, Integer> own = new LinkedHashMap<>();
            for (Plan.StatePlan state : group.states()) {
                own.put(state.variable().name(), at);
                at += group.lanes();
            }
            stateAt.add(own);
        }
        states = at;
        for (GroupPlan group : plan.groups()) {
            Map<String, Integer> own = new LinkedHashMap<>();
            for (ChannelPlan channel : group.channels()) {
                if (channel.isHold()) {
                    own.put(channel.name(), at);
                    at += group.lanes();
                }
            }
            holdAt.add(own);
        }
        holds = at - states;
    }

    int states() {
        return states;
    }

    int holds() {
        return holds;
    }

    /** Rows f, then g; columns x, then r. */
    double[][] matrix() {
        if (partials.isEmpty()) {
            partials = differentiated();
        }
        for (int g = 0; g < groups.length; g++) {
            partials.get(g).evaluate(groups[g]);
        }
        double[][] matrix = new double[states + holds][states + holds];
        for (int g = 0; g < groups.length; g++) {
            int group = g;
            stateAt.get(g).forEach((name, row) -> fill(matrix, group, Row.DRIFT, name, row));
            holdAt.get(g).forEach((name, row) -> fill(matrix, group, Row.HOLD, name, row));
        }
        return matrix;
    }

    private List<Partials> differentiated() {
        List<Partials> all = new ArrayList<>();
        for (int g = 0; g < groups.length; g++) {
            List<String> columns = new ArrayList<>(stateAt.get(g).keySet());
            columns.addAll(holdAt.get(g).keySet());
            for (InputPlan input : groups[g].plan().inputs()) {
                columns.add(GroupInputs.sumOf(input));
            }
            all.add(new Partials(groups[g].plan(), columns));
        }
        return all;
    }

    private void fill(double[][] matrix, int g, Row kind, String name, int row) {
        Map<Integer, double[]> own = own(g, kind, name);
        own.forEach((column, slope) -> {
            for (int i = 0; i < slope.length; i++) {
                matrix[row + i][column + i] += slope[i];
            }
        });
        for (InputPlan input : groups[g].plan().inputs()) {
            double[] outer = partials.get(g).of(kind, name, GroupInputs.sumOf(input));
            for (Arrival arrival : outer == null ? List.<Arrival>of() : input.arrivals()) {
                WirePlan wire = plan.wires().get(arrival.wire());
                Map<Integer, double[]> inner = channel(wire.source(), wire.channel());
                wire.forEach(
                        arrival.sum(),
                        outer.length,
                        (i, j, w) -> inner.forEach((column, slope) ->
                                matrix[row + i][column + j] += outer[i] * w * (slope == null ? 1 : slope[j])));
            }
        }
    }

    /** The derivatives of a quantity by its own lane's states and holds, under their first columns. */
    private Map<Integer, double[]> own(int g, Row kind, String name) {
        Map<Integer, double[]> slopes = new LinkedHashMap<>();
        for (Map<String, Integer> columns : List.of(stateAt.get(g), holdAt.get(g))) {
            columns.forEach((variable, column) -> {
                double[] slope = partials.get(g).of(kind, name, variable);
                if (slope != null) {
                    slopes.put(column, slope);
                }
            });
        }
        return slopes;
    }

    /** The derivatives of what a channel carries; null stands for ones. */
    private Map<Integer, double[]> channel(int g, int channel) {
        String name = groups[g].plan().channels().get(channel).name();
        Integer column = stateAt.get(g).getOrDefault(name, holdAt.get(g).get(name));
        if (column == null) {
            return own(g, Row.CHANNEL, name);
        }
        Map<Integer, double[]> itself = new LinkedHashMap<>();
        itself.put(column, null);
        return itself;
    }
}
