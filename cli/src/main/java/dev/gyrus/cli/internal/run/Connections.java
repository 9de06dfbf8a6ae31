package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.ConnectionSpec;
import dev.gyrus.cli.internal.experiment.Findings;
import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Connection;
import dev.gyrus.core.Connectome;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.NetworkBuilder;
import dev.gyrus.core.Node;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Projection;
import dev.gyrus.core.Sync;
import dev.gyrus.core.Unit;
import dev.gyrus.core.spi.CouplingProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Makes the connections between groups; each is checked on its own, so that one that is wrong hides no other. */
final class Connections {
    /** Without these it isn't known what feeds what. */
    private static final List<String> WIRING = List.of("from", "to", "output", "input");

    /** The part by which a spread may be changed without a word. */
    private static final double TOLERATED = 0.05;

    private final Catalogue<CouplingProvider> couplings;
    private final List<Group> groups;
    private final Findings findings;
    private final List<String> notices;

    Connections(Catalogue<CouplingProvider> couplings, List<Group> groups, Findings findings, List<String> notices) {
        this.notices = notices;
        this.couplings = couplings;
        this.groups = groups;
        this.findings = findings;
    }

    /**
     * The k-th connection of the experiment. Where something is wrong with its numbers it has others, so that a plan
     * tells what is wrong with the rest; empty where it isn't known what feeds what.
     */
    Optional<Projection> explicit(int k, ConnectionSpec spec) {
        String key = ConnectionSpec.key(k);
        Optional<Group> from = group(spec.from());
        Optional<Group> to = group(spec.to());
        boolean wirable = WIRING.stream().allMatch(part -> findings.sound(key + "." + part));
        if (!wirable || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        Optional<Connection> wired = findings.at(key, () -> wired(spec));
        Optional<Connection> described =
                wired.flatMap(c -> findings.at(key, () -> described(c, spec, from.get(), to.get())));
        Optional<Projection> made =
                described.or(() -> wired).flatMap(c -> projection(key, c, from.get(), to.get(), spec.output()));
        made.ifPresent(p -> noticeOfSpread(key, p));
        return made.map(p -> at(p, origin(k, p)));
    }

    /** Says so where the number of integrators, being whole, makes another standard deviation of a spread. */
    private void noticeOfSpread(String key, Projection projection) {
        double[][] spreads = projection.spreads().orElse(new double[0][]);
        for (int i = 0; i < spreads.length; i++) {
            for (int j = 0; j < spreads[i].length; j++) {
                double spread = spreads[i][j];
                double delay = projection.delays()[i][j];
                double order = Math.rint(delay / spread * (delay / spread));
                double made = delay / Math.sqrt(order);
                if (projection.weights()[i][j] != 0 && order >= 1 && Math.abs(made / spread - 1) > TOLERATED) {
                    notices.add(String.format(
                            Locale.ROOT,
                            "%s.spread is %.4g ms instead of %.4g for a delay of %.4g ms: that of %.0f leaky integrators"
                                    + " in a row, the nearest there is",
                            key,
                            made,
                            spread,
                            delay,
                            order));
                    return;
                }
            }
        }
    }

    private static Projection.Origin origin(int k, Projection projection) {
        Projection.Origin made = projection.origin();
        return new Projection.Origin(
                place(k), "weight", "delay", made.weightMatrix(), made.delayMatrix(), List.of(), List.of());
    }

    /** What the planner calls the k-th connection. */
    private static String place(int k) {
        return ConnectionSpec.key(k).substring("network.".length());
    }

    private static Projection at(Projection p, Projection.Origin origin) {
        return new Projection(p.source(), p.target(), p.weights(), p.delays(), p.spreads(), p.syncs(), origin);
    }

    /** The group of that name, if nothing is wrong with it. */
    private Optional<Group> group(String name) {
        return groups.stream()
                .filter(group -> group.name().equals(name) && group.isWhole())
                .findFirst();
    }

    /** With numbers and pairs. */
    private Connection described(Connection wired, ConnectionSpec spec, Group from, Group to) {
        Connection connection = wired;
        if (spec.weight().isPresent()) {
            double[][] weight = spec.weight().get();
            connection = isNumber(weight) ? connection.weight(weight[0][0]) : connection.weights(weight);
        }
        if (spec.delay().isPresent()) {
            double[][] delay = spec.delay().get();
            connection = isNumber(delay) ? connection.delay(delay[0][0]) : connection.delays(delay);
        }
        if (spec.spread().isPresent()) {
            double[][] spread = spec.spread().get();
            connection = isNumber(spread) ? connection.spread(spread[0][0]) : connection.spreads(spread);
        }
        if (spec.oneToOne()) {
            if (from.size() != to.size()) {
                String given = from.size() + " in " + from.name() + " and " + to.size() + " in " + to.name();
                throw GyrusException.input("pairs", "two groups of as many nodes, for one-to-one", given);
            }
            connection = connection.pairs(IntStream.range(0, to.size())
                    .mapToObj(i -> new int[] {i, i})
                    .toArray(int[][]::new));
        }
        return spec.pairs().isPresent() ? connection.pairs(pairs(spec, from, to)) : connection;
    }

    private static boolean isNumber(double[][] numbers) {
        return numbers.length == 1 && numbers[0].length == 1;
    }

    /** What feeds what, without weights and delays. */
    private Connection wired(ConnectionSpec spec) {
        Connection connection = Connection.of(spec.from(), spec.to());
        connection = spec.output().isPresent() ? connection.output(spec.output().get()) : connection;
        connection = spec.input().isPresent() ? connection.input(spec.input().get()) : connection;
        connection = spec.transform().isPresent()
                ? connection.weighted(spec.transform().get())
                : connection;
        connection =
                spec.partner().isPresent() ? connection.partner(spec.partner().get()) : connection;
        return spec.coupling().isPresent()
                ? connection.coupling(spec.coupling().get().coupling(couplings))
                : connection;
    }

    /** Pairs of {to, from}, by index or label, without those that were not in this form. */
    private static int[][] pairs(ConnectionSpec spec, Group from, Group to) {
        Problems problems = new Problems();
        List<List<String>> written = spec.pairs().orElseThrow();
        List<int[]> pairs = new ArrayList<>();
        Map<String, Integer> targets = to.indices();
        Map<String, Integer> sources = from.indices();
        for (int k = 0; k < written.size(); k++) {
            if (!written.get(k).isEmpty()) {
                String key = "pairs[" + k + "]";
                int target = end(written.get(k).get(0), to, targets, key + "[0]", "the target", problems);
                pairs.add(new int[] {
                    target, end(written.get(k).get(1), from, sources, key + "[1]", "the source", problems)
                });
            }
        }
        problems.throwIfAny();
        return pairs.toArray(int[][]::new);
    }

    private static int end(
            String name, Group group, Map<String, Integer> indices, String key, String what, Problems problems) {
        int index = indices.containsKey(name)
                ? indices.get(name)
                : name.matches("[0-9]{1,9}") ? Integer.parseInt(name) : -1;
        String range = "by index from 0 to " + (group.size() - 1) + " or by label";
        problems.require(
                index >= 0 && index < group.size(),
                key,
                "[to, from]: " + what + ", in " + group.name() + ", " + range,
                "'" + name + "'");
        return index;
    }

    /**
     * The connections that one connectome makes within and between the groups of its regions.
     *
     * @param wiring what feeds what, where that isn't as the target declares
     */
    List<Projection> ofConnectome(Connectome connectome, double speed, List<ConnectionSpec> wiring) {
        List<Projection> projections = new ArrayList<>();
        double[][] delays = connectome.delays(speed);
        List<Group> members =
                groups.stream().filter(group -> group.regions().isPresent()).toList();
        for (Group to : members) {
            for (Group from : members) {
                double[][] weights = part(connectome.weights(), to, from);
                boolean connected =
                        Arrays.stream(weights).flatMapToDouble(Arrays::stream).anyMatch(w -> w != 0);
                if (connected && to.isWhole() && from.isWhole()) {
                    part(connectome, weights, part(delays, to, from), to, from, wiring)
                            .ifPresent(projections::add);
                }
            }
        }
        return projections;
    }

    private Optional<Projection> part(
            Connectome connectome,
            double[][] weights,
            double[][] delays,
            Group to,
            Group from,
            List<ConnectionSpec> wiring) {
        int k = IntStream.range(0, wiring.size())
                .filter(i -> wiring.get(i).from().equals(from.name())
                        && wiring.get(i).to().equals(to.name()))
                .findFirst()
                .orElse(-1);
        if (k < 0) {
            Connection connection =
                    Connection.of(from.name(), to.name()).weights(weights).delays(delays);
            Projection.Origin origin = new Projection.Origin(
                    "connectome",
                    "weights",
                    connectome.lengths().isPresent() ? "lengths" : "delays",
                    true,
                    true,
                    list(to),
                    list(from));
            return projection("network.connections", connection, from, to, Optional.empty())
                    .map(p -> at(p, origin));
        }
        String key = ConnectionSpec.key(k);
        ConnectionSpec spec = wiring.get(k);
        if (!findings.sound(key)) {
            return Optional.empty();
        }
        return findings.at(key, () -> wired(spec).weights(scaled(weights, spec)).delays(delays))
                .flatMap(connection -> projection(key, connection, from, to, spec.output()))
                .map(p -> at(p, origin(k, p)));
    }

    private static List<Integer> list(Group group) {
        return IntStream.of(group.regions().orElseThrow()).boxed().toList();
    }

    private static double[][] part(double[][] matrix, Group to, Group from) {
        return IntStream.of(to.regions().orElseThrow())
                .mapToObj(i -> IntStream.of(from.regions().orElseThrow())
                        .mapToDouble(j -> matrix[i][j])
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[][] scaled(double[][] weights, ConnectionSpec spec) {
        if (spec.weight().isEmpty()) {
            return weights;
        }
        double[][] factors = spec.weight().get();
        boolean number = isNumber(factors);
        int columns = weights[0].length;
        boolean fits =
                factors.length == weights.length && Arrays.stream(factors).allMatch(row -> row.length == columns);
        if (!number && !fits) {
            throw GyrusException.input(
                    "weight", "a number, or " + weights.length + " rows of " + columns, factors.length + " rows");
        }
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < columns; j++) {
                weights[i][j] *= factors[number ? 0 : i][number ? 0 : j];
            }
        }
        return weights;
    }

    /** Matrices and lines of wiring, checked against the two groups. */
    private Optional<Projection> projection(
            String key, Connection connection, Group from, Group to, Optional<String> output) {
        NetworkBuilder builder = groups(from, to);
        Optional<Projection> made = findings.at(key, () -> renamed(() -> only(builder.connect(connection))));
        // With numbers that don't do the ends are checked all the same.
        Optional<Projection> wired = made.or(() -> bare(connection, from, to));
        boolean fits = wired.map(
                        p -> p.syncs().stream().distinct().allMatch(sync -> check(key, sync, from, to, output)))
                .orElse(false);
        return wired.filter(p -> fits);
    }

    private static NetworkBuilder groups(Group from, Group to) {
        NetworkBuilder builder =
                Network.builder().group(from.name(), from.node().orElseThrow(), from.size());
        return from == to ? builder : builder.group(to.name(), to.node().orElseThrow(), to.size());
    }

    private static Projection only(NetworkBuilder builder) {
        return builder.build().projections().get(0);
    }

    /** What feeds what, without numbers; empty where that is what is wrong, which is known by then. */
    private static Optional<Projection> bare(Connection connection, Group from, Group to) {
        try {
            Connection wiring = connection.weight(1).delay(0).spread(0).pairs();
            return Optional.of(only(groups(from, to).connect(wiring)));
        } catch (GyrusException e) {
            return Optional.empty();
        }
    }

    /** The builder's keys of one connection are the experiment's, but for the plural of matrices. */
    private static <T> T renamed(Supplier<T> action) {
        try {
            return action.get();
        } catch (GyrusException e) {
            List<Problem> problems = e.problems().stream()
                    .map(problem -> problem.under(problem.key()
                            .replaceFirst("^connections\\[0]\\.?", "")
                            .replaceFirst("^(weight|delay|spread)s\\b", "$1")))
                    .toList();
            throw new GyrusException(e.kind(), problems, e);
        }
    }

    /** Adds what is missing or doesn't fit at the ends of a line of wiring. */
    private boolean check(String key, Sync sync, Group from, Group to, Optional<String> output) {
        Node source = from.node().orElseThrow();
        Node target = to.node().orElseThrow();
        if (!Declared.hasVariable(source, sync.output())) {
            List<String> known = Declared.variables(source);
            String way = "{from: " + from.name() + ", to: " + to.name() + ", output: …}";
            boolean written = !key.equals("network.connections");
            String expected = (written ? "" : "in " + way + " ") + "one of " + String.join(", ", known);
            findings.reject(
                    written ? key + ".output" : key,
                    output.map(name -> Problem.unknown("", "variable", name, known))
                            .orElseGet(() -> Problem.of(
                                    "",
                                    expected,
                                    "none, and " + from.name() + " has no '" + sync.output() + "', which " + to.name()
                                            + " takes by itself")));
            return false;
        }
        if (!Declared.hasInput(target, sync.input())) {
            findings.reject(key + ".input", Problem.unknown("", "input", sync.input(), Declared.inputs(target)));
            return false;
        }
        String given = Declared.variable(source, sync.output());
        String wanted = Declared.input(target, sync.input());
        boolean asMeant = findings.sound(key + ".coupling", key + ".transform");
        if (asMeant && sync.coupling().isPlainSum() && !Unit.of(given).isCompatible(Unit.of(wanted))) {
            findings.reject(
                    key,
                    Problem.of(
                            "",
                            "an output in " + wanted + ", as " + to.name() + "'s " + sync.input(),
                            "'" + sync.output() + "' of " + from.name() + " in " + given));
            return false;
        }
        return true;
    }
}
