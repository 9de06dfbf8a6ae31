package dev.gyrus.cli.internal.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The {@code simulation} section.
 *
 * @param dt step, in ms
 * @param duration in ms, a whole multiple of {@code dt}
 * @param repeat number of runs, with seeds {@code seed}, {@code seed} + 1, …
 * @param coupling {@code stages}, or {@code frozen} for delayed sums taken once per step
 * @param tolerance relative error of a step where the integrator adapts it
 * @param runaway the mean rate of a population of neurons that stops the run, in Hz; 0 for none; empty for the standard
 */
public record SimulationSpec(
        double dt,
        double duration,
        String integrator,
        long seed,
        int threads,
        int repeat,
        String coupling,
        double tolerance,
        Optional<Double> runaway) {
    private static final double DT = 0.1;
    private static final double TOLERANCE = 1e-8;
    private static final double LEAST_STEP = 1e-9;
    private static final long MOST_THREADS = 1024;
    private static final long MOST_RUNS = 1_000_000;

    /** @param standard the duration where none is given; empty where one must be */
    static SimulationSpec read(Section section, Vocabulary vocabulary, OptionalDouble standard) {
        double dt = section.duration("dt", "ms")
                .filter(time -> time >= LEAST_STEP
                        || section.wrong(
                                section.value("dt").orElseThrow(),
                                section.path("dt"),
                                "a step of at least " + LEAST_STEP + " ms"))
                .orElse(DT);
        if (!section.has("duration") && standard.isEmpty()) {
            section.missing("duration", "how long to simulate, in ms");
        }
        SimulationSpec spec = new SimulationSpec(
                dt,
                section.duration("duration", "ms").orElse(standard.orElse(dt)),
                section.name("integrator", "integrator", vocabulary.integrators())
                        .orElse("euler"),
                section.integer("seed", 42, Long.MIN_VALUE, Long.MAX_VALUE),
                (int) section.integer("threads", 1, 1, MOST_THREADS),
                (int) section.integer("repeat", 1, 1, MOST_RUNS),
                section.name("coupling", "way to couple", List.of("stages", "frozen"))
                        .orElse("stages"),
                section.value("tolerance")
                        .flatMap(value -> section.number(value, section.path("tolerance"))
                                .filter(number -> number > 0 && number < 1
                                        || section.wrong(value, section.path("tolerance"), "a number between 0 and 1")))
                        .orElse(TOLERANCE),
                section.value("runaway")
                        .flatMap(value -> section.number(
                                value,
                                section.path("runaway"),
                                "Hz",
                                "a rate in Hz, or 0 for none that stops the run",
                                rate -> rate >= 0)));
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
        out.put("tolerance", tolerance);
        runaway.ifPresent(rate -> out.put("runaway", rate));
        return out;
    }
}
