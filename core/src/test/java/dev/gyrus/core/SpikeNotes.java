package dev.gyrus.core;

import java.util.ArrayList;
import java.util.List;

/** Notes who fires when: "step population neuron". */
final class SpikeNotes implements Observer {
    private final List<String> populations;
    final List<String> spikes = new ArrayList<>();

    SpikeNotes(String... populations) {
        this.populations = List.of(populations);
    }

    @Override
    public List<String> variables() {
        return List.of();
    }

    @Override
    public void observe(Block block) {
        for (int k = 0; k < block.steps(); k++) {
            for (String population : populations) {
                for (int neuron : block.fired(population, k)) {
                    spikes.add(block.firstStep() + k + 1 + " " + population + " " + neuron);
                }
            }
        }
    }
}
