package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import dev.gyrus.core.internal.engine.Plan.InputPlan;
import dev.gyrus.core.internal.engine.Plan.PairPlan;
import dev.gyrus.core.internal.engine.Plan.WirePlan;

/**
 * How much work a step of a plan is, roughly, and how often threads that share it must wait for each other.
 *
 * @param step ns of work in a step, on one thread
 * @param nanoseconds of work between two such moments, on one thread
 */
record Workload(double step, double nanoseconds) {
    private static final double PER_LANE = 10;
    private static final double PER_SUMMAND = 0.08;
    private static final double PER_SUMMAND_OF_ONE_SAMPLE = 0.5;
    private static final double PER_PAIR = 5;

    /** Of work that is worth the while of one more thread, in ns: meeting costs some hundred. */
    private static final double WORTHWHILE = 5_000;

    static Workload of(Plan plan) {
        int stages = plan.scheme().integrator().stageCount();
        double step = 0;
        for (GroupPlan group : plan.groups()) {
            step += PER_LANE * stages * group.lanes();
            for (InputPlan input : group.inputs()) {
                for (PairPlan pair : input.pairs()) {
                    step += PER_PAIR * stages * pair.connections().sources().length;
                }
            }
        }
        for (WirePlan wire : plan.wires()) {
            for (Plan.Pool pool : wire.pools()) {
                step += wire.sums() * (double) (pool.sources()[1] - pool.sources()[0]);
            }
            if (!wire.isDirect()) {
                int sets = plan.groups().get(wire.target()).lanes()
                        / Math.max(1, wire.classes().prompt().targets());
                double sums = (double) sets * wire.sums();
                for (Csr csr : wire.classes().classes()) {
                    step += PER_SUMMAND * sums * csr.sources().length;
                }
                int single = wire.classes().prompt().sources().length
                        + stages * wire.classes().instant().sources().length;
                step += PER_SUMMAND_OF_ONE_SAMPLE * sums * single;
            }
        }
        int phases = FixedStep.phases(plan.scheme().integrator());
        return new Workload(step, isCrossed(plan) ? step / phases : step * grain(plan));
    }

    /** How many threads are worth having, of so many. */
    int threads(int most) {
        int processors = Runtime.getRuntime().availableProcessors();
        return (int) Math.max(1, Math.min(Math.min(most, processors), nanoseconds / WORTHWHILE));
    }

    /** The most steps that can be taken without sums from one another: the shortest stretch of all delays. */
    static int grain(Plan plan) {
        int grain = 1 << DelayClasses.LARGEST;
        for (WirePlan wire : plan.wires()) {
            grain = wire.isDirect() ? grain : Math.min(grain, wire.classes().grain());
            grain = Math.min(grain, Integer.highestOneBit(Math.max(1, wire.shortestPool())));
        }
        return Math.min(grain, Integer.highestOneBit(Math.max(1, plan.events().shortest())));
    }

    /** Whether lanes depend within one step on what other lanes do in it. */
    static boolean isCrossed(Plan plan) {
        return plan.events().shortest() == 0
                || plan.wires().stream().anyMatch(wire -> wire.shortestPool() == 0)
                || plan.wires().stream()
                        .anyMatch(wire -> !wire.isDirect()
                                && !(wire.classes().prompt().isEmpty()
                                        && wire.classes().instant().isEmpty()))
                || plan.groups().stream()
                        .flatMap(group -> group.inputs().stream())
                        .anyMatch(input -> !input.pairs().isEmpty());
    }
}
