package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Problem;
import dev.gyrus.fitting.Axis;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the {@code explore} section. */
final class ExploreReader {
    private static final int MOST_POINTS = 50_000_000;
    private static final int MOST_SEEDS = 1_000_000;

    /** What can be kept where there is BOLD. */
    private static final Set<String> OF_BOLD = Set.of(ExploreSpec.BOLD, ExploreSpec.FC);

    private final Section section;
    private final Scope scope;
    private final String kind;
    private final boolean hasBold;

    private ExploreReader(Section section, Scope scope, boolean hasBold) {
        this.section = section;
        this.scope = scope;
        this.hasBold = hasBold;
        List<String> kinds = Stream.concat(ExploreSpec.OF_LEVELS.stream(), ExploreSpec.SAMPLING.stream())
                .toList();
        kind = section.name("kind", "kind", kinds).orElse(ExploreSpec.GRID);
    }

    /**
     * Reads the section.
     *
     * @param ownThreads whether the simulation says how many threads there are
     * @param hasBold whether there is a BOLD signal
     */
    static ExploreSpec read(
            Section section, Scope scope, SimulationSpec simulation, boolean ownThreads, boolean hasBold) {
        return new ExploreReader(section, scope, hasBold).read(simulation, ownThreads);
    }

    private ExploreSpec read(SimulationSpec simulation, boolean ownThreads) {
        boolean samples = ExploreSpec.SAMPLING.contains(kind);
        List<Axis> axes = samples
                ? AxisReader.ranges(section, scope, "'" + kind + "' takes 'points'")
                : AxisReader.levels(section, scope);
        if (samples && !section.has("points")) {
            section.missing("points", "how many points there are");
        }
        if (!samples && section.has("points")) {
            Value value = section.value("points").orElseThrow();
            section.wrong(value, section.path("points"), "it with a kind that samples: " + ExploreSpec.SAMPLING);
        }
        ExploreSpec spec = new ExploreSpec(
                kind,
                axes,
                samples ? (int) section.integer("points", 1, 1, MOST_POINTS) : 0,
                section.integer("seed", simulation.seed(), Long.MIN_VALUE, Long.MAX_VALUE),
                texts("metrics"),
                section.list("keep", this::kept),
                (int) section.integer("replicate", 1, 1, MOST_SEEDS),
                section.has("formats")
                        ? section.list("formats", (v, at) -> section.name(v, at, "format", List.of("csv", "parquet")))
                        : List.of("csv"),
                ownThreads ? Optional.of(simulation.threads()) : Optional.empty());
        checkSize(spec);
        if (simulation.repeat() > 1) {
            section.findings()
                    .reject(
                            "simulation.repeat",
                            Problem.of("", "1 where there is 'explore'", "" + simulation.repeat())
                                    .hint("explore.replicate gives each point several seeds"));
        }
        section.done();
        return spec;
    }

    /** A variable, or what is made of BOLD. */
    private Optional<String> kept(Value value, String at) {
        boolean ofBold = hasBold && value instanceof Value.Scalar name && OF_BOLD.contains(name.text());
        return ofBold ? section.text(value, at) : RecordSpec.variable(section, value, at, scope);
    }

    private List<String> texts(String key) {
        return section.list(key, (value, at) -> section.text(value, at));
    }

    private void checkSize(ExploreSpec spec) {
        double count = spec.replicate() * (spec.points() > 0 ? spec.points() : 1.0);
        if (spec.isGrid()) {
            for (Axis axis : spec.axes()) {
                count *= Math.max(1, axis.levels().size());
            }
        }
        if (count > MOST_POINTS) {
            section.problem(
                    AxisReader.PARAMETERS,
                    Problem.of(
                            section.path(),
                            "at most " + MOST_POINTS + " runs",
                            String.format(Locale.ROOT, "%.3g", count)));
        }
        if (kind.equals("points")) {
            int first = spec.axes().isEmpty() ? 0 : spec.axes().get(0).levels().size();
            for (Axis axis : spec.axes()) {
                if (axis.levels().size() != first) {
                    String as = first + " values, as " + spec.axes().get(0).name() + " has";
                    section.findings()
                            .reject(
                                    path(axis.name()),
                                    Problem.of("", as, axis.levels().size() + ""));
                }
            }
        }
    }

    private String path(String name) {
        return section.path(AxisReader.PARAMETERS) + "." + name;
    }
}
