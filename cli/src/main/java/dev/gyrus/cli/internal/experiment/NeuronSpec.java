package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a group says of its neurons beside model and parameters.
 *
 * @param initial where states start, drawn for each neuron or the same for all
 * @param rate the time constant in ms over which a variable {@code rate} follows each neuron's spikes; empty for the standard
 *     one, where something reads it
 * @param plain the starts as they were written
 */
public record NeuronSpec(Map<String, Initial> initial, Optional<Double> rate, Map<String, Object> plain) {
    /** Of a group that says nothing. */
    static final NeuronSpec NONE = new NeuronSpec(Map.of(), Optional.empty(), Map.of());

    static NeuronSpec read(Section section) {
        Section starts = section.section("initial");
        Map<String, Initial> initial = new LinkedHashMap<>();
        Map<String, Object> plain = new LinkedHashMap<>();
        for (String name : starts.keys()) {
            Value value = starts.value(name).orElseThrow();
            start(starts, value, starts.path(name)).ifPresent(start -> initial.put(name, start));
            plain.put(name, value.plain());
        }
        return new NeuronSpec(initial, section.duration("rate", "ms"), plain);
    }

    /** {@code -60}, {@code {normal: [mean, deviation]}} or {@code {uniform: [low, high]}}. */
    static Optional<Initial> start(Section section, Value value, String at) {
        if (value instanceof Value.Scalar) {
            return section.number(value, at).map(Initial::constant);
        }
        Section own = Section.of(at, value, section.findings());
        List<String> kinds =
                List.of("normal", "uniform").stream().filter(own::has).toList();
        List<Double> numbers = kinds.size() == 1 ? own.list(kinds.get(0), own::number) : List.of();
        boolean normal = kinds.equals(List.of("normal"));
        boolean sound = numbers.size() == 2 && (normal ? numbers.get(1) >= 0 : numbers.get(0) < numbers.get(1));
        if (!sound) {
            String expected = "a number, {normal: [mean, standard deviation]} or {uniform: [lowest, highest]}";
            section.findings().reject(at, Problem.of("", expected, value.shown()));
            return Optional.empty();
        }
        own.done();
        return Optional.of(
                normal
                        ? Initial.normal(numbers.get(0), numbers.get(1))
                        : Initial.uniform(numbers.get(0), numbers.get(1)));
    }

    void writeTo(Map<String, Object> out) {
        if (!plain.isEmpty()) {
            out.put("initial", plain);
        }
        rate.ifPresent(tau -> out.put("rate", tau));
    }
}
