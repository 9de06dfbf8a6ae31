package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Integrator;

/** The stages of a tableau, once per step; an exponential scheme has its rule in its equations. */
final class FixedStep implements StepRule {
    private final Integrator scheme;
    private final double dt;
    private final double noiseScale;
    private final boolean inKernel;
    private final Group[] groups;
    private final Wire[] wires;
    private final StageInputs inputs;

    FixedStep(Plan plan, Group[] groups, Wire[] wires, StageInputs inputs) {
        this.scheme = plan.scheme().integrator();
        this.dt = plan.dt();
        this.noiseScale = 1 / Math.sqrt(dt);
        this.inKernel = plan.scheme().movesInKernel();
        this.groups = groups;
        this.wires = wires;
        this.inputs = inputs;
    }

    @Override
    public void step(int k, long sample) {
        long now = sample + k;
        inputs.addPrompt(k, now);
        if (inKernel) {
            advance(k, sample);
            return;
        }
        for (int stage = 0; stage < scheme.stageCount(); stage++) {
            double time = (now + scheme.nodes()[stage]) * dt;
            if (stage > 0) {
                for (Group group : groups) {
                    group.prepareStage(scheme.stages()[stage], dt);
                    group.stageOutputs(time);
                }
                if (stage == 1) {
                    addPromptSlopes(k);
                    keepFirstSlopes(now);
                }
            }
            for (int g = 0; g < groups.length; g++) {
                inputs.bind(g, k, stage, time, sample);
            }
            for (Group group : groups) {
                group.evaluate(stage, now, time, k, noiseScale);
            }
        }
        for (Group group : groups) {
            group.move(scheme.weights(), dt);
            group.complete(now + 1, (now + 1) * dt);
        }
    }

    private void advance(int k, long sample) {
        long now = sample + k;
        for (int g = 0; g < groups.length; g++) {
            inputs.bind(g, k, 0, now * dt, sample);
        }
        for (Group group : groups) {
            group.advance(now, now * dt, k);
        }
        for (Group group : groups) {
            group.publish(now + 1, (now + 1) * dt);
        }
    }

    private void addPromptSlopes(int k) {
        for (Wire wire : wires) {
            Csr prompt = wire.plan().classes().prompt();
            if (wire.hasSlopes() && !prompt.isEmpty()) {
                double[] source =
                        groups[wire.plan().source()].slopeRow(wire.plan().channel());
                for (int v = 0; v < wire.plan().sums(); v++) {
                    Wire.addSample(prompt, v, source, wire.slopeRow(v, k + 1));
                }
            }
        }
    }

    private void keepFirstSlopes(long now) {
        for (Wire wire : wires) {
            if (now == 0 && wire.hasSlopes()) {
                groups[wire.plan().source()].keepFirstSlope(wire.plan().channel());
            }
        }
    }
}
