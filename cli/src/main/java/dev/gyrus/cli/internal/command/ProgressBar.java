package dev.gyrus.cli.internal.command;

import dev.gyrus.core.Observer;
import java.util.List;
import java.util.Locale;

/** Shows how far a run is, how fast, and how long it will take. */
final class ProgressBar implements Observer {
    private final ProgressLine line;
    private final long steps;
    private double dt;
    private long firstStep;

    /** A bar for a run of so many steps. */
    ProgressBar(ProgressLine line, long steps) {
        this.line = line;
        this.steps = steps;
    }

    @Override
    public List<String> variables() {
        return List.of();
    }

    @Override
    public void begin(Scope scope) {
        dt = scope.dt();
        firstStep = scope.firstStep();
    }

    @Override
    public void observe(Block block) {
        long done = block.firstStep() + block.steps() - firstStep;
        double simulated = done * dt / 1000;
        line.show((double) done / steps, () -> details(simulated));
    }

    private String details(double simulated) {
        double total = steps * dt / 1000;
        double speed = simulated / line.elapsed();
        return String.format(Locale.ROOT, "%.1f of %.1f s, %.3g × real time", simulated, total, speed);
    }

    @Override
    public void end() {
        line.wipe();
    }
}
