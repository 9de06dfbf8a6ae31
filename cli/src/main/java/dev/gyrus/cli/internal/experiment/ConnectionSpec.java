package dev.gyrus.cli.internal.experiment;

import dev.gyrus.spiking.Synapse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One element of {@code network.connections}: how the nodes of a group act on those of another, or of the same.
 *
 * @param weight one number for all pairs of nodes, or {@code [to][from]}
 * @param delay in ms; likewise
 * @param spread standard deviation of the delays, in ms; likewise
 * @param output variable of the source; empty for what the target asks for
 * @param input input of the target; empty for all that it declares
 * @param transform what becomes of weights, an expression in w
 * @param partner the target's variable that a coupling calls target
 * @param pairs {@code [to, from]}, nodes by index or label; empty for all
 * @param oneToOne whether the k-th node acts on the k-th only
 * @param synaptic what it says instead of all this where it carries spikes
 */
public record ConnectionSpec(
        String from,
        String to,
        Optional<double[][]> weight,
        Optional<double[][]> delay,
        Optional<double[][]> spread,
        Optional<String> output,
        Optional<String> input,
        Optional<CouplingSpec> coupling,
        Optional<String> transform,
        Optional<String> partner,
        Optional<List<List<String>>> pairs,
        boolean oneToOne,
        Optional<SynapticSpec> synaptic) {
    private static final String PAIRS = "all, one-to-one, or a list of [to, from]";

    static ConnectionSpec read(Section section, Vocabulary vocabulary, Collection<String> groups) {
        for (String end : List.of("from", "to")) {
            if (!section.has(end)) {
                section.missing(end, "the name of a group");
            }
        }
        Optional<String> chosen = section.value("pairs")
                .filter(value -> value instanceof Value.Scalar && !value.isNothing())
                .flatMap(value -> section.name(value, section.path("pairs"), "choice", List.of("all", "one-to-one")));
        ConnectionSpec spec = new ConnectionSpec(
                section.name("from", "group", groups).orElse(""),
                section.name("to", "group", groups).orElse(""),
                numbers(section, "weight", false),
                numbers(section, "delay", true),
                numbers(section, "spread", true),
                section.text("output"),
                section.text("input"),
                CouplingSpec.read(section, "coupling", vocabulary),
                section.value("transform").flatMap(value -> transform(section, value)),
                section.text("partner"),
                section.value("pairs")
                        .filter(Value.Items.class::isInstance)
                        .map(value -> section.list(value, section.path("pairs"), (v, at) -> pair(section, v, at))),
                chosen.filter("one-to-one"::equals).isPresent(),
                Optional.empty());
        section.value("pairs")
                .filter(value -> value instanceof Value.Mapping || value.isNothing())
                .ifPresent(value -> section.wrong(value, section.path("pairs"), PAIRS));
        section.done();
        return spec;
    }

    private static Optional<String> transform(Section section, Value value) {
        String at = section.path("transform");
        return section.text(value, at)
                .filter(text -> List.of("w", "pi").containsAll(CouplingSpec.names(text))
                        || section.wrong(value, at, "an expression in w, such as w^2"));
    }

    /** Two nodes; nothing where they are in another form. */
    private static Optional<List<String>> pair(Section section, Value value, String at) {
        if (value instanceof Value.Items items && items.values().size() == 2) {
            List<String> ends = section.list(value, at, section::text);
            return Optional.of(ends.size() == 2 ? ends : List.of());
        }
        section.wrong(value, at, "[to, from]: the row and the column of a matrix");
        return Optional.of(List.of());
    }

    /** A number as a matrix of one element, or a matrix; times in ms, not negative. */
    private static Optional<double[][]> numbers(Section section, String key, boolean time) {
        Optional<Value> value = section.value(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String at = section.path(key);
        if (!(value.get() instanceof Value.Items)) {
            return number(section, value.get(), at, time).map(x -> new double[][] {{x}});
        }
        List<double[]> rows = section.list(value.get(), at, (row, rowAt) -> {
            if (!(row instanceof Value.Items)) {
                section.wrong(row, rowAt, "a row of numbers, [to][from]");
                return Optional.empty();
            }
            return Optional.of(section.list(row, rowAt, (cell, cellAt) -> number(section, cell, cellAt, time)).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray());
        });
        return section.findings().sound(at) ? Optional.of(rows.toArray(double[][]::new)) : Optional.empty();
    }

    private static Optional<Double> number(Section section, Value value, String at, boolean time) {
        if (!time) {
            return section.number(value, at);
        }
        return section.quantity(value, at).flatMap(quantity -> {
            Optional<Double> ms = quantity.milliseconds("ms").filter(x -> x >= 0 && Double.isFinite(x));
            if (ms.isEmpty()) {
                section.wrong(value, at, "a time in ms, from 0");
            }
            return ms;
        });
    }

    /** The key of the k-th connection. */
    public static String key(int k) {
        return "network.connections[" + k + "]";
    }

    /** @param synapses of the network by name */
    static List<ConnectionSpec> readAll(
            Section section,
            Vocabulary vocabulary,
            Collection<String> groups,
            Map<String, Optional<Synapse>> synapses) {
        List<ConnectionSpec> all = new ArrayList<>();
        section.list("connections", (value, at) -> {
            Section own = Section.of(at, value, section.findings());
            all.add(
                    own.has("synapse")
                            ? carrying(SynapticSpec.read(own, (Value.Mapping) value, groups, synapses))
                            : read(own, vocabulary, groups));
            return Optional.empty();
        });
        List<Optional<SynapticSpec>> named = new SynapseNames(synapses)
                .name(all.stream().map(ConnectionSpec::synaptic).toList());
        return IntStream.range(0, all.size())
                .mapToObj(k -> named.get(k).map(ConnectionSpec::carrying).orElse(all.get(k)))
                .toList();
    }

    private static ConnectionSpec carrying(SynapticSpec synaptic) {
        return new ConnectionSpec(
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(synaptic));
    }

    /** Whether it says how the common connectome acts between two groups of its regions, rather than adding to it. */
    public boolean isWiring(List<GroupSpec> groups) {
        return Stream.of(from, to)
                .allMatch(name -> groups.stream()
                        .anyMatch(group ->
                                group.name().equals(name) && group.regions().isPresent()));
    }

    /** As nested maps; {@code wiring} for one that has its delays from the connectome. */
    Map<String, Object> written(boolean wiring) {
        if (synaptic.isPresent()) {
            return synaptic.get().plain();
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("from", from);
        out.put("to", to);
        out.put("weight", weight.map(ConnectionSpec::written).orElse(1.0));
        if (!wiring) {
            out.put("delay", delay.map(ConnectionSpec::written).orElse(0.0));
        }
        spread.ifPresent(numbers -> out.put("spread", written(numbers)));
        output.ifPresent(name -> out.put("output", name));
        input.ifPresent(name -> out.put("input", name));
        coupling.ifPresent(c -> out.put("coupling", c.written()));
        transform.ifPresent(text -> out.put("transform", text));
        partner.ifPresent(name -> out.put("partner", name));
        if (!wiring) {
            out.put(
                    "pairs",
                    oneToOne ? "one-to-one" : pairs.<Object>map(list -> list).orElse("all"));
        }
        return out;
    }

    private static Object written(double[][] numbers) {
        return numbers.length == 1 && numbers[0].length == 1 ? (Object) numbers[0][0] : numbers;
    }
}
