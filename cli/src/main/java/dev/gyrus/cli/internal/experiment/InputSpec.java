package dev.gyrus.cli.internal.experiment;

import dev.gyrus.stimulus.BallAndStick;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One element of {@code inputs}: a signal that acts on an input of some nodes for some time.
 *
 * @param target the input it is added to: a name, or {@code group.name}
 * @param group the only group it acts on; empty for all that have the target
 * @param mask the nodes it acts on, and how strongly
 * @param start in ms; the signal's own time starts here. A time between two steps is met by the next step
 * @param end in ms, exclusive; likewise; empty for the end of the run
 * @param morphology the cell through which fields act; empty for the usual one
 */
public record InputSpec(
        String target,
        Optional<String> group,
        MaskSpec mask,
        double start,
        Optional<Double> end,
        Optional<BallAndStick> morphology,
        SignalSpec signal) {

    static InputSpec read(Section section, Scope scope) {
        Optional<String> target = section.value("target").flatMap(value -> target(section, value, scope));
        if (!section.has("target")) {
            section.missing("target", "what the signal acts on");
        }
        MaskSpec mask = MaskSpec.read(section);
        double start = section.instant("start", "ms").orElse(0.0);
        Optional<Double> end = section.instant("end", "ms")
                .filter(time -> time > start
                        || section.wrong(
                                section.value("end").orElseThrow(), section.path("end"), "a time after start"));
        Optional<String> group =
                scope.groupNames().isEmpty() ? Optional.empty() : section.name("group", "group", scope.groupNames());
        Optional<BallAndStick> morphology = section.section("morphology", Morphology::read);
        SignalSpec signal = SignalSpec.read(section, scope.vocabulary());
        section.done();
        return new InputSpec(target.orElse(""), group, mask, start, end, morphology, signal);
    }

    private static Optional<String> target(Section section, Value value, Scope scope) {
        String at = section.path("target");
        return section.text(value, at)
                .filter(name -> !scope.isKnown()
                        || section.name(value, at, "input", scope.targets(), scope.command(name))
                                .isPresent());
    }

    /** The cell through which fields act. */
    public BallAndStick cell() {
        return morphology.orElseGet(BallAndStick::pyramidal);
    }

    public Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("target", target);
        group.ifPresent(name -> out.put("group", name));
        mask.write(out);
        out.put("start", start);
        end.ifPresent(time -> out.put("end", time));
        if (morphology.isPresent() || signal.isField()) {
            out.put("morphology", Morphology.written(cell()));
        }
        out.putAll(signal.written());
        return out;
    }
}
