package dev.gyrus.cli.internal.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One element of {@code inputs}: a signal that acts on an input of some nodes for some time.
 *
 * @param target the input it is added to: a name, or {@code group.name}
 * @param group the only group it acts on; empty for all that have the target
 * @param nodes indices from 0, region names or {@code group/name}, as written; empty for all
 * @param start in ms; the signal's own time starts here. A time between two steps is met by the next step
 * @param end in ms, exclusive; likewise; empty for the end of the run
 */
public record InputSpec(
        String target,
        Optional<String> group,
        List<String> nodes,
        double start,
        Optional<Double> end,
        SignalSpec signal) {

    static InputSpec read(Section section, Scope scope) {
        Optional<String> target = section.value("target").flatMap(value -> target(section, value, scope));
        if (!section.has("target")) {
            section.missing("target", "what the signal acts on");
        }
        List<String> nodes = section.list("nodes", section::text);
        section.value("nodes")
                .filter(value ->
                        value instanceof Value.Items items && items.values().isEmpty())
                .ifPresent(value ->
                        section.wrong(value, section.path("nodes"), "at least one node; without 'nodes' it is all"));
        double start = section.instant("start", "ms").orElse(0.0);
        Optional<Double> end = section.instant("end", "ms")
                .filter(time -> time > start
                        || section.wrong(
                                section.value("end").orElseThrow(), section.path("end"), "a time after start"));
        Optional<String> group =
                scope.groupNames().isEmpty() ? Optional.empty() : section.name("group", "group", scope.groupNames());
        SignalSpec signal = SignalSpec.read(section, scope.vocabulary());
        section.done();
        return new InputSpec(target.orElse(""), group, nodes, start, end, signal);
    }

    private static Optional<String> target(Section section, Value value, Scope scope) {
        String at = section.path("target");
        return section.text(value, at)
                .filter(name -> !scope.isKnown()
                        || section.name(value, at, "input", scope.targets(), scope.command(name))
                                .isPresent());
    }

    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("target", target);
        group.ifPresent(name -> out.put("group", name));
        if (!nodes.isEmpty()) {
            out.put("nodes", nodes);
        }
        out.put("start", start);
        end.ifPresent(time -> out.put("end", time));
        out.putAll(signal.written());
        return out;
    }
}
