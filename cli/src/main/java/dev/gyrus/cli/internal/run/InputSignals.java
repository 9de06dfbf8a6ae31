package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.Findings;
import dev.gyrus.cli.internal.experiment.Quantity;
import dev.gyrus.cli.internal.experiment.SignalSpec;
import dev.gyrus.core.Catalogue;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Sequence;
import dev.gyrus.core.Stimulus;
import dev.gyrus.core.spi.StimulusProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the signals of {@code inputs}: one for all nodes of an input, or one for each. */
final class InputSignals {
    private static final String SINUSOID = "sinusoid";

    /** Signals whose equivalent of a field is exact. */
    private static final Set<String> EXACT = Set.of(SINUSOID, "constant", "step", "zero");

    private final Catalogue<StimulusProvider> signals;
    private final RandomPaths paths;
    private final Datafiles files;
    private final double dt;
    private final Findings findings;
    private final List<String> notices;

    InputSignals(
            Catalogue<StimulusProvider> signals,
            RandomPaths paths,
            Datafiles files,
            double dt,
            Findings findings,
            List<String> notices) {
        this.signals = signals;
        this.paths = paths;
        this.files = files;
        this.dt = dt;
        this.findings = findings;
        this.notices = notices;
    }

    /**
     * Where signals act, as far as that is known.
     *
     * @param amplitudes of the target
     * @param nodes of the group
     * @param first the number of nodes in the groups before
     */
    record Where(Optional<Amplitudes> amplitudes, Optional<Group> group, List<Integer> nodes, int first) {
        static final Where UNKNOWN = new Where(Optional.empty(), Optional.empty(), List.of(), 0);

        double convert(Quantity quantity, double frequency) {
            return amplitudes.map(to -> to.convert(quantity, frequency)).orElse(quantity.value());
        }
    }

    /** The signal of all nodes, or one for each; empty where something is wrong. */
    Optional<List<Stimulus>> of(String at, SignalSpec signal, Where where, long seed) {
        return switch (signal.kind()) {
            case "" -> Optional.empty();
            case Names.SAMPLED -> sampled(at, signal, where);
            case SignalSpec.PLUS, SignalSpec.THEN -> composed(at, signal, where, seed);
            default -> provided(at, signal, where, seed);
        };
    }

    private Optional<List<Stimulus>> composed(String at, SignalSpec signal, Where where, long seed) {
        List<List<Stimulus>> parts = new ArrayList<>();
        for (int i = 0; i < signal.parts().size(); i++) {
            SignalSpec part = signal.parts().get(i);
            of(at + "[" + i + "]." + part.kind(), part, where, seed).ifPresent(parts::add);
        }
        if (parts.isEmpty() || parts.size() < signal.parts().size() || !findings.sound(at)) {
            return Optional.empty();
        }
        int count = parts.stream().mapToInt(List::size).max().orElseThrow();
        return findings.at(
                at,
                () -> IntStream.range(0, count)
                        .mapToObj(node -> composed(signal, parts.stream().map(part -> ofNode(part, node, count))))
                        .toList());
    }

    private static Stimulus ofNode(List<Stimulus> part, int node, int count) {
        if (part.size() != 1 && part.size() != count) {
            throw GyrusException.input("", "parts of as many series each", part.size() + " and " + count + " series");
        }
        return part.get(part.size() == 1 ? 0 : node);
    }

    private static Stimulus composed(SignalSpec signal, Stream<Stimulus> parts) {
        if (signal.kind().equals(SignalSpec.PLUS)) {
            return parts.reduce(Stimulus::plus).orElseThrow();
        }
        Sequence sequence = Sequence.of(parts.toArray(Stimulus[]::new));
        return signal.shares().isEmpty()
                ? sequence
                : sequence.withShares(
                        signal.shares().stream().mapToDouble(share -> share).toArray());
    }

    private Optional<List<Stimulus>> sampled(String at, SignalSpec signal, Where where) {
        if (!findings.sound(at)) {
            return Optional.empty();
        }
        return findings.at(at, () -> {
            Optional<Double> interval = Optional.ofNullable(signal.arguments().get("interval"))
                    .map(argument -> number("interval", argument, quantity -> Conversion.to("ms", quantity)));
            Samples samples = Samples.of(signal, files, quantity -> where.convert(quantity, 0));
            interval.ifPresent(samples::requireInterval);
            noticeOfField(at, signal);
            Samples own =
                    where.group().map(group -> samples.of(group, where.nodes())).orElse(samples);
            return below(List.of("sampled", "recorded"), () -> own.signals(interval.orElse(dt)));
        });
    }

    /** The signal of a provider; each number is checked, also where others are wrong. */
    private Optional<List<Stimulus>> provided(String at, SignalSpec signal, Where where, long seed) {
        StimulusProvider provider = signals.get(signal.kind());
        Map<String, Double> values = new LinkedHashMap<>();
        double frequency = signal.kind().equals(SINUSOID) ? frequency(signal) : 0;
        for (StimulusProvider.Parameter parameter : provider.parameters()) {
            String name = parameter.name();
            boolean oscillates = name.equals("amplitude");
            ToDoubleFunction<Quantity> convert = parameter.unit().isEmpty()
                    ? quantity -> where.convert(quantity, oscillates ? frequency : 0)
                    : quantity -> Conversion.to(parameter.unit(), quantity);
            Optional.ofNullable(signal.arguments().get(name))
                    .filter(argument -> findings.sound(at + "." + name))
                    .flatMap(argument -> findings.at(at, () -> number(name, argument, convert)))
                    .ifPresent(value -> values.put(name, value));
        }
        if (!findings.sound(at)) {
            return Optional.empty();
        }
        noticeOfField(at, signal);
        if (signal.kind().equals(SINUSOID) && signal.arguments().get("amplitude") instanceof SignalSpec.One one) {
            double lead = where.amplitudes()
                    .map(to -> to.lead(one.value(), frequency))
                    .orElse(0.0);
            values.merge("phase", lead, Double::sum);
        }
        return findings.at(
                at, () -> below(List.of(signal.kind()), () -> paths.of(at, signal, provider, values, where, seed)));
    }

    private static double number(String name, SignalSpec.Argument argument, ToDoubleFunction<Quantity> convert) {
        if (!(argument instanceof SignalSpec.One one)) {
            throw GyrusException.input(name, "a finite number", argument.shown());
        }
        try {
            return convert.applyAsDouble(one.value());
        } catch (GyrusException e) {
            throw GyrusException.input(e.problems().get(0).under(name));
        }
    }

    /** In Hz; 0 where it is wrong, which is said elsewhere. */
    private static double frequency(SignalSpec signal) {
        try {
            return signal.arguments().get("frequency") instanceof SignalSpec.One one
                    ? Math.max(0, Conversion.to("Hz", one.value()))
                    : 0;
        } catch (GyrusException e) {
            return 0;
        }
    }

    private void noticeOfField(String at, SignalSpec signal) {
        boolean quick = !EXACT.contains(signal.kind()) && signal.isField();
        String notice =
                at + " is a field of changing strength: each value acts as a constant field would, as it does while"
                        + " the field changes slowly against the membrane";
        if (quick && !notices.contains(notice)) {
            notices.add(notice);
        }
    }

    /** Providers put the signal's kind before the keys of their problems. */
    private static <T> T below(List<String> kinds, Supplier<T> action) {
        try {
            return action.get();
        } catch (GyrusException e) {
            List<Problem> problems = e.problems().stream()
                    .map(problem -> kinds.stream()
                            .filter(kind -> problem.key().startsWith(kind + "."))
                            .findFirst()
                            .map(kind -> problem.under(problem.key().substring(kind.length() + 1)))
                            .orElse(problem))
                    .toList();
            throw new GyrusException(e.kind(), problems, e);
        }
    }
}
