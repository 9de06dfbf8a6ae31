package dev.gyrus.cli.internal.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code simulation} section.
 *
 * @param dt step, in ms
 * @param duration in ms, a whole multiple of {@code dt}
 * @param repeat number of runs, with seeds {@code seed}, {@code seed} + 1, …
 * @param coupling {@code stages}, or {@code frozen} for delayed sums taken once per step
 */
public record SimulationSpec(
        double dt, double duration, String integrator, long seed, int threads, int repeat, String coupling) {

    static SimulationSpec read(Section section, Vocabulary vocabulary) {
        double dt = section.duration("dt", "ms").orElse(0.1);
        if (!section.has("duration")) {
            section.missing("duration", "how long to simulate, in ms");
        }
        SimulationSpec spec = new SimulationSpec(
                dt,
                section.duration("duration", "ms").orElse(dt),
                section.name("integrator", "integrator", vocabulary.integrators())
                        .orElse("euler"),
                section.integer("seed", 42, Long.MIN_VALUE),
                (int) Math.min(section.integer("threads", 1, 1), 1024),
                (int) Math.min(section.integer("repeat", 1, 1), 1_000_000),
                section.name("coupling", "way to couple", List.of("stages", "frozen"))
                        .orElse("stages"));
        Multiple.check(section, "duration", spec.duration, dt);
        section.done();
        return spec;
    }

    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("dt", dt);
        out.put("duration", duration);
        out.put("integrator", integrator);
        out.put("seed", seed);
        out.put("threads", threads);
        out.put("repeat", repeat);
        out.put("coupling", coupling);
        return out;
    }
}
