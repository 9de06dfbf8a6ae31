package dev.gyrus.models.classic;

import dev.gyrus.core.Integrator;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a variable of one node does after its transient, to compare with published extremes and frequencies. */
record Trajectory(double[] times, double[] values) {

    /**
     * Runs one node with RK4.
     *
     * @param initial values of states; those not named start at zero
     * @param settle ms that are dropped
     * @param length ms that are kept
     */
    static Trajectory of(
            Node node, Map<String, Double> initial, String variable, double dt, double settle, double length) {
        Simulation simulation = Simulation.of(Network.of(node))
                .integrator(Integrator.RK4)
                .dt(dt)
                .duration(settle + length);
        for (var state : node.masses().get(0).variables()) {
            simulation = switch (state.kind()) {
                case STATE -> simulation.initial(state.name(), initial.getOrDefault(state.name(), 0.0));
                default -> simulation;
            };
        }
        Recording recording =
                simulation.observe(Recorder.every(dt, variable).from(settle)).run();
        return new Trajectory(
                recording.get(variable).times(), recording.get(variable).column(0));
    }

    double min() {
        return Arrays.stream(values).min().orElseThrow();
    }

    double max() {
        return Arrays.stream(values).max().orElseThrow();
    }

    double last() {
        return values[values.length - 1];
    }

    /** Cycles per second, from upward crossings of a level. */
    double frequency(double level) {
        List<Double> crossings = new ArrayList<>();
        for (int k = 1; k < values.length; k++) {
            if (values[k - 1] < level && values[k] >= level) {
                double part = (level - values[k - 1]) / (values[k] - values[k - 1]);
                crossings.add(times[k - 1] + part * (times[k] - times[k - 1]));
            }
        }
        int last = crossings.size() - 1;
        return last < 1 ? 0 : 1000 * last / (crossings.get(last) - crossings.get(0));
    }

    double frequency() {
        return frequency((min() + max()) / 2);
    }
}
