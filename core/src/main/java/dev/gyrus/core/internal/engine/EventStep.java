package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.EventPlan.FiringPlan;
import java.util.List;

/**
 * Spikes within a step, as far as one thread looks after them: what moves while neurons are refractory, who fires, what
 * arrives, who is reset. Does nothing where nothing fires.
 */
final class EventStep {
    private final FiringStep[] firing;
    private final Delivery[] deliveries;

    /**
     * @param groups the parts of this thread
     * @param part number of the thread
     */
    EventStep(Plan plan, Group[] groups, EventBoard board, int part) {
        EventPlan events = plan.events();
        List<FiringPlan> all = events.firing();
        firing = new FiringStep[all.size()];
        for (int f = 0; f < firing.length; f++) {
            Group group = groups[all.get(f).group()];
            firing[f] = new FiringStep(all.get(f), group, board.lists(f)[part], board.until(f), plan.seeds());
        }
        deliveries = events.synapses().stream()
                .map(synapses -> new Delivery(
                        synapses, groups[synapses.target()], board.lists(events.firingOf(synapses.source()))))
                .toArray(Delivery[]::new);
    }

    boolean isEmpty() {
        return firing.length == 0;
    }

    /** Takes up again after the past was changed. */
    void restore(long sample) {
        for (FiringStep own : firing) {
            own.restore(sample);
        }
    }

    /** Before states move from a sample. */
    void begin(long sample) {
        for (FiringStep own : firing) {
            own.freeze(sample);
        }
    }

    /** After the states of a stage were made. */
    void prepared() {
        for (FiringStep own : firing) {
            own.thaw(own.group().stageStates());
        }
    }

    /** After states moved to a sample: finds what fires. */
    void moved(long sample, double time) {
        for (FiringStep own : firing) {
            own.thaw(own.group().states());
            own.find(sample, time);
        }
    }

    /** Carries out what arrives at a sample, then resets what fired at it. */
    void arrive(long sample, double time) {
        for (Delivery delivery : deliveries) {
            delivery.arrive(sample, time);
        }
        for (FiringStep own : firing) {
            own.reset(sample, time);
        }
    }
}
