package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Stimulus;
import dev.gyrus.core.internal.engine.Partials.Row;
import dev.gyrus.core.internal.engine.Plan.Arrival;
import dev.gyrus.core.internal.engine.Plan.ChannelPlan;
import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import dev.gyrus.core.internal.engine.Plan.InputPlan;
import dev.gyrus.core.internal.engine.Plan.StimulusPlan;
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
    private final List<Own> owns = new ArrayList<>();
    private final List<Through> throughs = new ArrayList<>();
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
            for (int g = 0; g < groups.length; g++) {
                int group = g;
                stateAt.get(g).forEach((name, row) -> collect(group, Row.DRIFT, name, row));
                holdAt.get(g).forEach((name, row) -> collect(group, Row.HOLD, name, row));
            }
        }
        for (int g = 0; g < groups.length; g++) {
            partials.get(g).evaluate(groups[g]);
        }
        double[][] matrix = new double[states + holds][states + holds];
        owns.forEach(own -> own.addTo(matrix));
        throughs.forEach(through -> through.addTo(matrix));
        return matrix;
    }

    /** Derivatives of a quantity by one of its own lane's states or holds. */
    private record Own(int row, int column, double[] slope) {
        void addTo(double[][] matrix) {
            for (int i = 0; i < slope.length; i++) {
                matrix[row + i][column + i] += slope[i];
            }
        }
    }

    /**
     * Derivatives of a quantity through one sum of a wire.
     *
     * @param outer by the sum that arrives
     * @param inner of what the source sends, by its column; null stands for ones
     */
    private record Through(int row, int column, double[] outer, WirePlan wire, int sum, double[] inner) {
        void addTo(double[][] matrix) {
            wire.forEach(
                    sum,
                    outer.length,
                    (i, j, w) -> matrix[row + i][column + j] += outer[i] * w * (inner == null ? 1 : inner[j]));
        }
    }

    /** Rows f, then g: the derivatives by what a stimulus plays, where {@link #matrix} was computed last. */
    double[] by(Stimulus stimulus) {
        double[] column = new double[states + holds];
        for (int g = 0; g < groups.length; g++) {
            int group = g;
            stateAt.get(g).forEach((name, row) -> fill(column, group, Row.DRIFT, name, row, stimulus));
            holdAt.get(g).forEach((name, row) -> fill(column, group, Row.HOLD, name, row, stimulus));
        }
        return column;
    }

    private void fill(double[] column, int g, Row kind, String name, int row, Stimulus stimulus) {
        add(played(g, kind, name, stimulus), column, row);
        for (InputPlan input : groups[g].plan().inputs()) {
            double[] outer = partials.get(g).of(kind, name, GroupInputs.sumOf(input));
            for (Arrival arrival : outer == null ? List.<Arrival>of() : input.arrivals()) {
                WirePlan wire = plan.wires().get(arrival.wire());
                String channel = groups[wire.source()]
                        .plan()
                        .channels()
                        .get(wire.channel())
                        .name();
                double[] inner = played(wire.source(), Row.CHANNEL, channel, stimulus);
                if (inner.length > 0) {
                    wire.forEach(arrival.sum(), outer.length, (i, j, w) -> column[row + i] += outer[i] * w * inner[j]);
                }
            }
        }
    }

    /** The derivatives of a quantity by a stimulus on its own lanes; empty where they are zero. */
    private double[] played(int g, Row kind, String name, Stimulus stimulus) {
        double[] slopes = {};
        for (InputPlan input : groups[g].plan().inputs()) {
            for (StimulusPlan own : input.stimuli()) {
                double[] slope = partials.get(g).of(kind, name, GroupInputs.sumOf(input));
                if (own.stimulus() == stimulus && slope != null) {
                    slopes = slopes.length == 0 ? new double[groups[g].lanes()] : slopes;
                    for (int lane : own.lanes()) {
                        slopes[lane] += slope[lane] * own.scale();
                    }
                }
            }
        }
        return slopes;
    }

    private static void add(double[] slopes, double[] column, int row) {
        for (int i = 0; i < slopes.length; i++) {
            column[row + i] += slopes[i];
        }
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

    private void collect(int g, Row kind, String name, int row) {
        own(g, kind, name).forEach((column, slope) -> owns.add(new Own(row, column, slope)));
        for (InputPlan input : groups[g].plan().inputs()) {
            double[] outer = partials.get(g).of(kind, name, GroupInputs.sumOf(input));
            for (Arrival arrival : outer == null ? List.<Arrival>of() : input.arrivals()) {
                WirePlan wire = plan.wires().get(arrival.wire());
                channel(wire.source(), wire.channel())
                        .forEach((column, inner) ->
                                throughs.add(new Through(row, column, outer, wire, arrival.sum(), inner)));
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
