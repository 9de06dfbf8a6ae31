package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Problems;
import dev.gyrus.spiking.Distribution;
import java.util.List;
import java.util.Optional;

/**
 * Reads weights and delays of synapses: {@code 0.6}, {@code {normal: [0.6, 0.1]}}, {@code {uniform: [1, 3]}}, {@code {log-normal:
 * [0, 1]}}, {@code {exponential: 3, plus: 1}}.
 */
final class DistributionReader {
    private static final List<String> PAIRS = List.of("normal", "uniform", "log-normal");
    private static final String EXPONENTIAL = "exponential";

    private DistributionReader() {}

    /** The distribution under a key; {@code time} for one in ms that is not negative. */
    static Distribution read(Section section, String key, boolean time, double fallback) {
        return section.value(key)
                .flatMap(value -> read(section, value, section.path(key), time))
                .orElse(Distribution.constant(fallback));
    }

    private static Optional<Distribution> read(Section section, Value value, String at, boolean time) {
        if (!(value instanceof Value.Mapping)) {
            return number(section, value, at, time).map(Distribution::constant);
        }
        Section own = Section.of(at, value, section.findings());
        List<String> kinds = PAIRS.stream().filter(own::has).toList();
        boolean exponential = own.has(EXPONENTIAL);
        double shift = own.value("plus")
                .flatMap(v -> number(own, v, own.path("plus"), time))
                .orElse(0.0);
        if (kinds.size() + (exponential ? 1 : 0) != 1) {
            section.wrong(value, at, "a number, or one of normal, uniform, log-normal, exponential with their numbers");
            return Optional.empty();
        }
        Optional<Distribution> drawn = exponential
                ? own.value(EXPONENTIAL)
                        .flatMap(v -> number(own, v, own.path(EXPONENTIAL), time))
                        .map(Distribution::exponential)
                : pair(own, kinds.get(0), time);
        own.done();
        Optional<Distribution> shifted = drawn.map(d -> shift == 0 ? d : d.plus(shift));
        return shifted.filter(d -> isSound(section, d, at));
    }

    private static Optional<Distribution> pair(Section section, String kind, boolean time) {
        List<Double> numbers = section.list(
                kind, (v, at) -> kind.equals("log-normal") ? section.number(v, at) : number(section, v, at, time));
        if (numbers.size() != 2) {
            String what = kind.equals("uniform") ? "[lowest, highest]" : "[mean, standard deviation]";
            section.wrong(section.value(kind).orElseThrow(), section.path(kind), what);
            return Optional.empty();
        }
        double a = numbers.get(0);
        double b = numbers.get(1);
        return Optional.of(
                switch (kind) {
                    case "normal" -> Distribution.normal(a, b);
                    case "uniform" -> Distribution.uniform(a, b);
                    default -> Distribution.logNormal(a, b);
                });
    }

    private static boolean isSound(Section section, Distribution distribution, String at) {
        Problems problems = new Problems();
        distribution.check("", problems);
        problems.list().forEach(problem -> section.findings().reject(at, problem));
        return problems.isEmpty();
    }

    private static Optional<Double> number(Section section, Value value, String at, boolean time) {
        return time ? section.number(value, at, "ms", "a time in ms, from 0", x -> x >= 0) : section.number(value, at);
    }
}
