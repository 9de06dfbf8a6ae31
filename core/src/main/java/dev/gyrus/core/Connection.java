package dev.gyrus.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How one population acts on another: which nodes, how strongly, how late, and what feeds what.
 *
 * <pre>{@code
 * Connection.of("thalamus", "cortex").output("Q_t").weight(0.15).delay(13.0)
 * Connection.of("left", "right").input("c_V").coupling(Coupling.diffusive()).weights(w).delay(20.0).spread(5.0)
 * }</pre>
 *
 * <p>Unless told otherwise every node acts on every node, with weight 1 and without delay, wired as the target declares
 * ({@link Node#syncs()}). {@link #output} replaces the outputs of these lines, {@link #input} picks those of one input
 * (or makes one where there is none), {@link #coupling} and {@link #weighted} change how they add up. What does not fit
 * the populations is reported by {@link NetworkBuilder#build()}.
 *
 * <p>With one weight and one delay, the plain sum over a large population (itself included) is made once for all targets and
 * takes no matrix: the cost is that of the nodes, not of the pairs. Where nodes must not hear themselves, a {@link Local} of
 * the opposite weight and the same delay takes that part off again.
 *
 * <p>Matrices are {@code [to][from]}: row = target, column = source. Immutable and thread-safe.
 */
public final class Connection {
    private final String from;
    private final String to;
    private Numbers weights = new Numbers("weight", 1);
    private Numbers delays = new Numbers("delay", 0);
    private Numbers spreads = new Numbers("spread", 0);
    private Optional<String> output = Optional.empty();
    private Optional<String> input = Optional.empty();
    private Optional<Coupling> coupling = Optional.empty();
    private Optional<String> transform = Optional.empty();
    private Optional<String> partner = Optional.empty();
    private Optional<List<int[]>> pairs = Optional.empty();

    private Connection(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /** One number for every pair of nodes, or a matrix. */
    private record Numbers(String key, Optional<double[][]> matrix, double value) {
        Numbers(String key, double value) {
            this(key, Optional.empty(), value);
        }

        Numbers(String key, double[][] matrix) {
            this(key, Optional.of(Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new)), 0);
        }

        double[][] fill(String place, int rows, int columns, Problems problems) {
            if (matrix.isEmpty()) {
                double[] row = new double[columns];
                Arrays.fill(row, value);
                double[][] same = new double[rows][];
                Arrays.fill(same, row);
                return same;
            }
            double[][] given = matrix.get();
            boolean fits = given.length == rows && Arrays.stream(given).allMatch(row -> row.length == columns);
            String shape = given.length + " rows of "
                    + Arrays.toString(Arrays.stream(given)
                            .mapToInt(row -> row.length)
                            .distinct()
                            .toArray());
            return problems.require(fits, place + "." + key, rows + " × " + columns + " numbers", shape)
                    ? given
                    : new double[rows][columns];
        }
    }

    /** Every node of a population on every node of another (or the same), with weight 1 and without delay. */
    public static Connection of(String from, String to) {
        return new Connection(from, to);
    }

    private Connection with(Consumer<Connection> change) {
        Connection changed = new Connection(from, to);
        changed.weights = weights;
        changed.delays = delays;
        changed.spreads = spreads;
        changed.output = output;
        changed.input = input;
        changed.coupling = coupling;
        changed.transform = transform;
        changed.partner = partner;
        changed.pairs = pairs;
        change.accept(changed);
        return changed;
    }

    /** The sending population. */
    public String from() {
        return from;
    }

    /** The receiving population. */
    public String to() {
        return to;
    }

    /** One weight for every pair of nodes. */
    public Connection weight(double weight) {
        return with(c -> c.weights = new Numbers("weight", weight));
    }

    /** A weight for each pair of nodes; 0 for no connection. */
    public Connection weights(double[][] weights) {
        return with(c -> c.weights = new Numbers("weights", weights));
    }

    /** One delay for every pair of nodes, in ms. */
    public Connection delay(double delay) {
        return with(c -> c.delays = new Numbers("delay", delay));
    }

    /** A delay for each pair of nodes, in ms. */
    public Connection delays(double[][] delays) {
        return with(c -> c.delays = new Numbers("delays", delays));
    }

    /**
     * The standard deviation of the delays, in ms: instead of one delay the source is seen through a gamma distribution of
     * them, with the delay as its mean ({@link Projection#spreads()}).
     */
    public Connection spread(double spread) {
        return with(c -> c.spreads = new Numbers("spread", spread));
    }

    /** A standard deviation for each pair of nodes, in ms; 0 for a sharp delay. */
    public Connection spreads(double[][] spreads) {
        return with(c -> c.spreads = new Numbers("spreads", spreads));
    }

    /** The variable of the source that acts. */
    public Connection output(String variable) {
        return with(c -> c.output = Optional.of(variable));
    }

    /** The input of the target that receives. */
    public Connection input(String input) {
        return with(c -> c.input = Optional.of(input));
    }

    /** How sources add up. */
    public Connection coupling(Coupling coupling) {
        return with(c -> c.coupling = Optional.of(coupling));
    }

    /** What becomes of weights: an expression in {@code w}, such as {@code w^2}. */
    public Connection weighted(String transform) {
        return with(c -> c.transform = Optional.of(transform));
    }

    /** The target's variable that a coupling calls {@code target}; unless given, the one named like the output. */
    public Connection partner(String variable) {
        return with(c -> c.partner = Optional.of(variable));
    }

    /** Only these connections: pairs of {@code {to, from}}, node numbers within the populations. */
    public Connection pairs(int[]... pairs) {
        return with(c ->
                c.pairs = Optional.of(Arrays.stream(pairs).map(int[]::clone).toList()));
    }

    /** The connection as matrices and lines of wiring; problems get keys below {@code place}. */
    Projection projection(Population source, Population target, String place, Problems problems) {
        double[][] all = weights.fill(place, target.size(), source.size(), problems);
        return new Projection(
                from,
                to,
                pairs.map(list -> only(list, all, place, problems)).orElse(all),
                delays.fill(place, target.size(), source.size(), problems),
                Optional.of(spreads)
                        .filter(s -> s.matrix().isPresent() || s.value() != 0)
                        .map(s -> s.fill(place, target.size(), source.size(), problems)),
                lines(source, target, place, problems),
                new Projection.Origin(
                        place,
                        weights.key(),
                        delays.key(),
                        weights.matrix().isPresent(),
                        delays.matrix().isPresent()));
    }

    private static double[][] only(List<int[]> pairs, double[][] all, String place, Problems problems) {
        int rows = all.length;
        int columns = all[0].length;
        double[][] some = new double[rows][columns];
        Set<List<Integer>> seen = new HashSet<>();
        for (int k = 0; k < pairs.size(); k++) {
            int[] pair = pairs.get(k);
            boolean fits = pair.length == 2 && pair[0] >= 0 && pair[0] < rows && pair[1] >= 0 && pair[1] < columns;
            if (problems.require(
                    fits,
                    place + ".pairs[" + k + "]",
                    "[to, from] with to from 0 to " + (rows - 1) + " and from from 0 to " + (columns - 1),
                    Arrays.toString(pair))) {
                problems.require(
                        seen.add(List.of(pair[0], pair[1])),
                        place + ".pairs[" + k + "]",
                        "each pair once",
                        Arrays.toString(pair) + " again");
                some[pair[0]][pair[1]] = all[pair[0]][pair[1]];
            }
        }
        return some;
    }

    /** The lines of wiring between two populations. */
    List<Sync> lines(Population source, Population target, String place, Problems problems) {
        List<Sync> declared = target.node().syncs();
        List<Sync> chosen = input.map(name -> declared.stream()
                        .filter(sync -> isSame(sync.input(), name))
                        .toList())
                .orElse(declared);
        if (chosen.isEmpty() && input.isPresent()) {
            chosen = List.of(Sync.additive(output.orElse(source.node().defaultOutput()), input.get()));
        }
        if (chosen.isEmpty()) {
            String which = inputs(target.node());
            String given = "none, and " + target.node().name() + " names none";
            problems.add(Problem.of(place + ".input", which, given));
        }
        if (output.isPresent() && chosen.stream().map(Sync::output).distinct().count() > 1) {
            String choices = String.join(
                    " or ", chosen.stream().map(Sync::input).distinct().toList());
            problems.add(
                    Problem.of(place + ".input", "one of " + choices, "none, and '" + output.get() + "' fits each"));
        }
        List<Sync> lines = new ArrayList<>(chosen.size());
        for (Sync sync : chosen) {
            lines.add(line(sync, target.node()));
        }
        return lines;
    }

    private static String inputs(Node target) {
        List<String> inputs = new ArrayList<>();
        target.masses().forEach(m -> m.inputs().forEach(i -> inputs.add(m.name() + "." + i.name())));
        return inputs.isEmpty() ? "a target that has inputs" : "one of " + String.join(", ", inputs);
    }

    private Sync line(Sync sync, Node target) {
        String from = output.orElse(sync.output());
        String own = partner.orElse(sync.target().isEmpty() && has(target, local(from)) ? local(from) : sync.target());
        return new Sync(from, sync.input(), coupling.orElse(sync.coupling()), transform.orElse(sync.weight()), own);
    }

    private static boolean has(Node node, String variable) {
        for (Mass mass : node.masses()) {
            for (Variable own : mass.variables()) {
                if (own.name().equals(variable)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether two names are one, with or without the mass. */
    private static boolean isSame(String name, String other) {
        return name.equals(other) || name.endsWith("." + other) || other.endsWith("." + name);
    }

    private static String local(String name) {
        return name.substring(name.indexOf('.') + 1);
    }
}
