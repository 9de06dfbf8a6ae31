package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Integrator;

/**
 * The stages of a tableau, once per step; an exponential scheme has its rule in its equations.
 *
 * <p>Stage 0 reads the latest sample of others, later stages their stage's values. So the phases of a step are: stage 0, with
 * the values at stage 1; stage 1; the values at stage 2; stage 2; and so on, the step ending with its last stage.
 */
final class FixedStep implements StepRule {
    private final Integrator scheme;
    private final double dt;
    private final double noiseScale;
    private final boolean inKernel;
    private final Group[] groups;
    private final StageInputs inputs;
    private final EventStep events;

    FixedStep(Plan plan, Group[] groups, StageInputs inputs, EventStep events) {
        this.scheme = plan.scheme().integrator();
        this.dt = plan.dt();
        this.noiseScale = 1 / Math.sqrt(dt);
        this.inKernel = plan.scheme().movesInKernel();
        this.groups = groups;
        this.inputs = inputs;
        this.events = events;
    }

    @Override
    public int phases() {
        return phases(scheme);
    }

    /** The phases of a step by a scheme. */
    static int phases(Integrator scheme) {
        return Math.max(1, 2 * (scheme.stageCount() - 1));
    }

    @Override
    public void run(int phase, int k, long sample) {
        long now = sample + k;
        if (phase == 0) {
            events.begin(now);
        }
        if (inKernel) {
            inputs.addPrompt(k, now);
            advance(k, sample);
            return;
        }
        if (phase == 0) {
            inputs.addPrompt(k, now);
            evaluate(0, k, sample);
            if (now == 0) {
                inputs.keepFirstSlopes();
            }
            if (scheme.stageCount() > 1) {
                prepare(1, now);
            }
        } else if (phase % 2 == 0) {
            prepare(phase / 2 + 1, now);
        } else {
            if (phase == 1) {
                inputs.addPromptSlopes(k);
            }
            evaluate((phase + 1) / 2, k, sample);
        }
        if (phase == phases() - 1) {
            for (Group group : groups) {
                group.move(scheme.weights(), dt);
                group.bound();
            }
            complete(now + 1);
        }
    }

    /** Ends a step with sample {@code sample} of every channel; where neurons fire, spikes act on it before. */
    private void complete(long sample) {
        if (!events.isEmpty()) {
            events.moved(sample, sample * dt);
            return;
        }
        for (Group group : groups) {
            group.publish(sample, sample * dt);
        }
    }

    /** The states and outputs at a later stage. */
    private void prepare(int stage, long now) {
        for (Group group : groups) {
            group.prepareStage(scheme.stages()[stage], dt);
        }
        events.prepared();
        for (Group group : groups) {
            group.stageOutputs(time(stage, now));
        }
    }

    /** The derivatives at a stage. */
    private void evaluate(int stage, int k, long sample) {
        double time = time(stage, sample + k);
        for (int g = 0; g < groups.length; g++) {
            inputs.bind(g, k, stage, time, sample);
        }
        for (Group group : groups) {
            group.evaluate(stage, sample + k, time, k, noiseScale);
        }
    }

    /** The whole of a step of one stage. */
    private void advance(int k, long sample) {
        long now = sample + k;
        for (int g = 0; g < groups.length; g++) {
            inputs.bind(g, k, 0, now * dt, sample);
        }
        for (Group group : groups) {
            group.advance(now, now * dt, k);
        }
        complete(now + 1);
    }

    private double time(int stage, long now) {
        return (now + scheme.nodes()[stage]) * dt;
    }
}
