package dev.gyrus.cli.internal.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code compare} section: scores against a dataset's subjects.
 *
 * @param fc whether to compare functional connectivity
 * @param fcd whether to compare its dynamics
 * @param signal {@code bold} or a recorded variable
 * @param discard this much of the signal's start, in ms
 * @param dataset where the subjects are; empty for those of the connectome
 * @param windows of the dynamics; {@code step} between two starts, in s
 */
public record CompareSpec(
        boolean fc, boolean fcd, String signal, double discard, Optional<ConnectomeSpec> dataset, Windows windows) {

    /** The signal that is compared unless a variable is named. */
    public static final String BOLD = "bold";

    /** Windows of {@code length} every {@code step}, both in s. */
    public record Windows(double length, double step) {
        static Windows read(Section section) {
            Windows windows = new Windows(
                    section.duration("length", "s").orElse(60e3) / 1e3,
                    section.duration("step", "s").orElse(20e3) / 1e3);
            section.done();
            return windows;
        }
    }

    static CompareSpec read(Section section, Scope scope) {
        CompareSpec spec = new CompareSpec(
                section.flag("fc", true),
                section.flag("fcd", false),
                section.value("signal")
                        .filter(value -> !isBold(value))
                        .flatMap(value -> signal(section, value, scope))
                        .orElse(BOLD),
                section.instant("discard", "ms").orElse(0.0),
                section.value("dataset").map(value -> dataset(section, value, scope.vocabulary())),
                Windows.read(section.section("windows")));
        section.done();
        return spec;
    }

    /** A variable of the network or bold; any name where a model isn't known. */
    private static Optional<String> signal(Section section, Value value, Scope scope) {
        if (!scope.isKnown()) {
            return section.text(value, section.path("signal"));
        }
        List<String> names = new ArrayList<>(List.of(BOLD));
        names.addAll(scope.variables());
        return section.text(value, section.path("signal"))
                .flatMap(name -> section.name(value, section.path("signal"), "signal", names, scope.command(name)));
    }

    private static boolean isBold(Value value) {
        return value instanceof Value.Scalar scalar && scalar.text().equals(BOLD);
    }

    /** A dataset's name, or a mapping as under {@code connectome}. */
    private static ConnectomeSpec dataset(Section section, Value value, Vocabulary vocabulary) {
        String at = section.path("dataset");
        if (value instanceof Value.Scalar && !value.isNothing()) {
            return ConnectomeSpec.named(section.name(value, at, "dataset", vocabulary.datasets()));
        }
        return ConnectomeSpec.read(Section.of(at, value, section.findings()), vocabulary);
    }

    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("fc", fc);
        out.put("fcd", fcd);
        out.put("signal", signal);
        out.put("discard", discard);
        dataset.ifPresent(d -> out.put("dataset", d.written()));
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("length", windows.length);
        written.put("step", windows.step);
        out.put("windows", written);
        return out;
    }
}
