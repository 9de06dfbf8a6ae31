package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Integrator;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Simulation.Settings;
import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import dev.gyrus.core.internal.engine.Plan.WirePlan;
import java.util.Arrays;

/**
 * What an integrator needs of the coupling.
 *
 * @param frozen true where later stages of a step use the coupling of its start
 * @param tolerance of adaptive steps
 */
record Scheme(Integrator integrator, boolean frozen, double tolerance) {

    private static final String FROZEN = "'coupling: frozen' keeps coupling constant over each step";

    static Scheme of(Settings settings) {
        return new Scheme(settings.integrator(), settings.frozenCoupling(), settings.tolerance());
    }

    boolean isAdaptive() {
        return integrator.rule() == Integrator.Rule.ADAPTIVE;
    }

    /** True for Euler steps: x + dt·f. */
    boolean movesInKernel() {
        return !isAdaptive() && integrator.stageCount() == 1 && integrator.weights()[0] == 1;
    }

    /** How many steps ahead of the current one sums of delayed values are needed. */
    int lead() {
        return integrator.stageCount() > 1 && !frozen ? 1 : 0;
    }

    /** Whether sums are needed between samples, which takes the slopes of what is coupled. */
    boolean interpolates() {
        return lead() == 1
                && !isAdaptive()
                && Arrays.stream(integrator.nodes()).anyMatch(node -> node != 0 && node != 1);
    }

    /** An adaptive scheme needs a solution that is smooth between samples: without noise, and without delays. */
    void check(Plan plan, Problems problems) {
        if (!isAdaptive()) {
            return;
        }
        problems.require(tolerance > 0 && tolerance < 1, "simulation.tolerance", "a number between 0 and 1", tolerance);
        for (GroupPlan group : plan.groups()) {
            group.noise().stream().findFirst().ifPresent(noise -> {
                String state = group.states().get(noise.state()).variable().name();
                problems.add(refused("without noise", "noise in d" + state + "/dt of " + group.title())
                        .hint("noise whose intensity is 0 does not count"));
            });
        }
        boolean pairsDelayed = plan.groups().stream()
                .flatMap(group -> group.inputs().stream())
                .flatMap(input -> input.pairs().stream())
                .anyMatch(Plan.PairPlan::isDelayed);
        if (pairsDelayed && !frozen) {
            problems.add(
                    refused("without delays", "a delay in a coupling of pairs").hint(FROZEN));
        }
        for (WirePlan wire : plan.wires()) {
            if (wire.isDelayed() && !frozen) {
                problems.add(refused("without delays", "a delay in " + wire.description())
                        .hint(FROZEN));
            }
        }
    }

    private Problem refused(String expected, String given) {
        return Problem.of("simulation.integrator", "equations " + expected + " for " + integrator.name(), given);
    }
}
