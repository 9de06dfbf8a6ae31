package dev.gyrus.studies;

import dev.gyrus.core.Observer;
import java.util.ArrayList;
import java.util.List;

/** Spike times of the first neurons of both populations. */
final class SpikeTrains implements Observer {
    private final List<List<Double>> exc = new ArrayList<>();
    private final List<List<Double>> inh = new ArrayList<>();
    private double dt;

    /** @param neurons of each population */
    SpikeTrains(int neurons) {
        for (int k = 0; k < neurons; k++) {
            exc.add(new ArrayList<>());
            inh.add(new ArrayList<>());
        }
    }

    @Override
    public List<String> variables() {
        return List.of();
    }

    @Override
    public void begin(Scope scope) {
        dt = scope.dt();
    }

    @Override
    public void observe(Block block) {
        for (int k = 0; k < block.steps(); k++) {
            double time = (block.firstStep() + k + 1) * dt;
            add(exc, block.fired("E", k), time);
            add(inh, block.fired("I", k), time);
        }
    }

    private static void add(List<List<Double>> trains, int[] fired, double time) {
        for (int neuron : fired) {
            if (neuron >= trains.size()) {
                return;
            }
            trains.get(neuron).add(time);
        }
    }

    int exc() {
        return exc.stream().mapToInt(List::size).sum();
    }

    int inh() {
        return inh.stream().mapToInt(List::size).sum();
    }

    /** The coefficient of variation of the intervals of each excitatory neuron with three or more of them after a time in ms. */
    double[] variations(double from) {
        return exc.stream()
                .map(train -> train.stream().filter(time -> time > from).toList())
                .filter(train -> train.size() > 3)
                .mapToDouble(SpikeTrains::variation)
                .toArray();
    }

    private static double variation(List<Double> train) {
        int n = train.size() - 1;
        double mean = (train.get(n) - train.get(0)) / n;
        double squares = 0;
        for (int k = 0; k < n; k++) {
            double off = train.get(k + 1) - train.get(k) - mean;
            squares += off * off;
        }
        return Math.sqrt(squares / n) / mean;
    }
}
