package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.EventPlan.FiringPlan;
import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import dev.gyrus.core.internal.math.Noise;
import java.util.List;

/** The threshold, the reset and the refractory lanes of a group, as far as one thread looks after them. */
final class FiringStep {
    private final FiringPlan plan;
    private final Group group;
    private final SpikeLists spikes;
    private final double[] until;
    private final long[] seeds;
    private final LaneProgram threshold;
    private final JumpStep reset;
    private final double[][] uniforms;
    private final double[][] saved;
    private final int[] fired;
    private final int[] refractory;
    private int count;
    private long drawn = -1;

    /**
     * @param group the part
     * @param spikes receives those of the part
     * @param until the last sample at which each lane of the group is refractory
     */
    FiringStep(FiringPlan plan, Group group, SpikeLists spikes, double[] until, List<Long> seeds) {
        this.plan = plan;
        this.group = group;
        this.spikes = spikes;
        this.until = until;
        this.seeds = seeds.stream().mapToLong(Long::longValue).toArray();
        threshold = new LaneProgram(plan.threshold(), group);
        reset = plan.reset().map(jump -> new JumpStep(jump, group)).orElse(null);
        uniforms = threshold.readsUniform() ? new double[2][group.lanes()] : null;
        int own = group.to() - group.from();
        saved = new double[plan.frozen().length][own];
        fired = new int[own];
        refractory = new int[own];
    }

    Group group() {
        return group;
    }

    /** Finds the refractory lanes anew. */
    void restore(long sample) {
        count = 0;
        for (int lane = group.from(); lane < group.to(); lane++) {
            if (until[lane] > sample) {
                refractory[count++] = lane;
            }
        }
    }

    /** Before states move from a sample: notes those that must not. */
    void freeze(long sample) {
        int left = 0;
        for (int i = 0; i < count; i++) {
            int lane = refractory[i];
            if (until[lane] > sample) {
                refractory[left++] = lane;
            }
        }
        count = left;
        for (int f = 0; f < saved.length; f++) {
            double[] state = group.states()[plan.frozen()[f]];
            double[] own = saved[f];
            for (int i = 0; i < count; i++) {
                own[i] = state[refractory[i]];
            }
        }
    }

    /** Puts frozen states back where they were: in those of a stage, or in those after the step. */
    void thaw(double[][] states) {
        for (int f = 0; f < saved.length; f++) {
            double[] state = states[plan.frozen()[f]];
            double[] own = saved[f];
            for (int i = 0; i < count; i++) {
                state[refractory[i]] = own[i];
            }
        }
    }

    /** Finds what fires at a sample. */
    void find(long sample, double time) {
        double[] excess = threshold.evaluate(plan.result(), sample, time, uniforms(sample));
        int found = 0;
        for (int lane = group.from(); lane < group.to(); lane++) {
            if (excess[lane] > 0 && until[lane] < sample) {
                fired[found++] = lane;
            }
        }
        spikes.put(sample, fired, found);
    }

    /** The random numbers of the step that ends at a sample; they are drawn for two steps together. */
    private double[] uniforms(long sample) {
        if (uniforms == null) {
            return null;
        }
        long step = sample - 1;
        if (drawn != step >> 1) {
            drawn = step >> 1;
            GroupPlan of = group.plan();
            for (int set = 0; set < seeds.length; set++) {
                long seed = seeds[set];
                int offset = set * of.nodes();
                of.forEachStretch((entity, from, to) -> Noise.uniforms(
                        seed,
                        plan.stream(),
                        drawn,
                        entity - from - offset,
                        uniforms[0],
                        uniforms[1],
                        Math.max(from + offset, group.from()),
                        Math.min(to + offset, group.to())));
            }
        }
        return uniforms[(int) (step & 1)];
    }

    /** Resets what fired at a sample. */
    void reset(long sample, double time) {
        int[] lanes = spikes.at(sample);
        if (lanes.length == 0) {
            return;
        }
        if (reset != null) {
            reset.run(lanes, lanes.length, sample, time, null, 0, Double.NaN);
        }
        int[] steps = plan.refractory();
        for (int lane : lanes) {
            int own = steps[steps.length == 1 ? 0 : lane];
            until[lane] = sample + own;
            if (own > 0) {
                refractory[count++] = lane;
            }
        }
    }
}
