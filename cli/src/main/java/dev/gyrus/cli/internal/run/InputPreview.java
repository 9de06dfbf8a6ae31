package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Drive;
import dev.gyrus.core.Steps;
import dev.gyrus.io.Staging;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The inputs of an experiment as its first run uses them, without the run: in words, in a figure and value by value. */
public final class InputPreview {
    /** So many signals are told one by one. */
    private static final int MOST = 8;

    private final Prepared prepared;
    private final List<DrivenTarget> targets;
    private final long steps;
    private final double dt;
    private final List<String> notices = new ArrayList<>();

    private InputPreview(Prepared prepared) {
        this.prepared = prepared;
        dt = prepared.experiment().simulation().dt();
        steps = Steps.of(
                "simulation.duration", prepared.experiment().simulation().duration(), dt);
        Map<List<String>, List<Drive>> byTarget = new LinkedHashMap<>();
        for (Drive drive :
                prepared.drives().apply(prepared.experiment().simulation().seed())) {
            byTarget.computeIfAbsent(List.of(drive.population(), drive.target()), key -> new ArrayList<>())
                    .add(drive);
        }
        targets = byTarget.entrySet().stream()
                .map(entry -> new DrivenTarget(
                        group(entry.getKey().get(0)), entry.getKey().get(1), entry.getValue(), steps, dt))
                .toList();
    }

    private Group group(String name) {
        return prepared.signals().groups().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Samples the inputs.
     *
     * @param folder for {@code inputs.png}, {@code inputs.svg} and {@code <target>.csv}; empty for no files
     */
    public static InputPreview of(Prepared prepared, Optional<Path> folder) {
        InputPreview preview = new InputPreview(prepared);
        if (folder.isEmpty() || preview.targets.isEmpty()) {
            preview.sample(Optional.empty());
            return preview;
        }
        Stream<String> names = Stream.concat(
                Stream.of("inputs.png", "inputs.svg"), preview.targets.stream().map(target -> target.name() + ".csv"));
        try (Staging staging = Staging.open(folder.get(), names)) {
            preview.sample(Optional.of(staging.folder()));
            new InputFigure(preview.targets, preview.duration())
                    .make()
                    .subtitle(preview.subtitle())
                    .write(staging.folder().resolve("inputs"));
            staging.commit();
        }
        return preview;
    }

    private void sample(Optional<Path> folder) {
        for (DrivenTarget target : targets) {
            long every = target.sample(steps, dt, folder);
            if (every > 1 && folder.isPresent()) {
                notices.add(target.name() + ".csv has one row in " + number(every * dt)
                        + " ms instead of one per step, which would make it larger than 50 MB");
            }
        }
    }

    private double duration() {
        return steps * dt;
    }

    private String subtitle() {
        return prepared.experiment().network().title() + ", seed "
                + prepared.experiment().simulation().seed();
    }

    /** Whether there is nothing to see. */
    public boolean isEmpty() {
        return targets.isEmpty();
    }

    /** What isn't as expected, in sentences. */
    public List<String> notices() {
        return notices;
    }

    /** The numbers of each signal. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "%s: %s ms in steps of %s ms", subtitle(), number(duration()), number(dt));
        if (targets.isEmpty()) {
            line(text, "  no inputs");
        }
        for (DrivenTarget target : targets) {
            String unit = target.unit().equals("1") ? "" : " in " + target.unit();
            line(text, "  %s%s", target.name(), unit);
            int told =
                    target.columns().size() > MOST ? MOST - 1 : target.columns().size();
            target.columns().subList(0, told).forEach(column -> {
                line(text, "    %-20s %s", target.who(column), numbers(column.trace()));
            });
            if (told < target.columns().size()) {
                line(text, "    and %d more", target.columns().size() - told);
            }
        }
        return text.toString();
    }

    private static String numbers(InputTrace trace) {
        return trace.acts()
                ? "mean " + number(trace.mean()) + ", range " + number(trace.low()) + " … " + number(trace.high())
                        + ", from " + number(trace.start()) + " to " + number(trace.end()) + " ms"
                : "0 throughout";
    }

    /** Four digits, or as many as are before the point. */
    private static String number(double value) {
        MathContext digits = new MathContext(Math.abs(value) >= 1000 ? 7 : 4);
        BigDecimal rounded = new BigDecimal(value, digits).stripTrailingZeros();
        return Math.abs(value) >= 1e-4 && Math.abs(value) < 1e9 ? rounded.toPlainString() : rounded.toString();
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
