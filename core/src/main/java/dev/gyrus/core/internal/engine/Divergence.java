package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Steps;
import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import java.util.Optional;

/** Which parameter sets have values that are no longer finite, and which value was the first. */
final class Divergence {
    private final Plan plan;
    private final String[] failures;
    private int failed;

    Divergence(Plan plan) {
        this.plan = plan;
        failures = new String[plan.sets()];
    }

    Optional<String> failure(int set) {
        return Optional.ofNullable(failures[set]);
    }

    /** Whether no set is left. */
    boolean isTotal() {
        return failed == failures.length;
    }

    /** Whether a state is not finite in a set that is not noted yet. */
    boolean isNew(Group[] groups) {
        for (Group group : groups) {
            for (double[] state : group.states()) {
                if (Lanes.notFinite(state, 0, state.length) >= 0) {
                    for (int set = 0; set < failures.length; set++) {
                        if (failures[set] == null && lane(group, state, set) >= 0) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    /** The first lane of a set whose value is not finite, or −1. */
    private static int lane(Group group, double[] state, int set) {
        int nodes = group.plan().nodes();
        return Lanes.notFinite(state, set * nodes, (set + 1) * nodes);
    }

    /** Gives up all sets that are left. */
    void stop(String message) {
        for (int set = 0; set < failures.length; set++) {
            if (failures[set] == null) {
                failures[set] = message;
                failed++;
            }
        }
    }

    /** Notes the sets that have a state that is not finite after {@code sample} steps. */
    void note(Group[] groups, long sample) {
        for (Group group : groups) {
            for (int s = 0; s < group.states().length; s++) {
                double[] state = group.states()[s];
                for (int set = 0; set < failures.length; set++) {
                    int lane = failures[set] == null ? lane(group, state, set) : -1;
                    if (lane >= 0) {
                        failures[set] = message(group, s, lane, sample);
                        failed++;
                    }
                }
            }
        }
    }

    private String message(Group group, int state, int lane, long sample) {
        GroupPlan of = group.plan();
        return "the run diverged: " + of.states().get(state).variable().name() + " of node " + of.place(lane) + " is "
                + group.states()[state][lane] + " at t = " + Steps.time(sample, plan.dt())
                + " ms; a smaller dt or weaker coupling may help";
    }
}
