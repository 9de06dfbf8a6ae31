package dev.gyrus.templates.internal;

import dev.gyrus.core.Coupling;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Local;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Population;
import dev.gyrus.core.Projection;
import dev.gyrus.core.Sync;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a {@link Network} of a flat circuit: populations of nodes, projections of edges. */
final class Networks {
    private final Parts flat;
    private final Clock clock;

    Networks(Parts flat, Clock clock) {
        this.flat = flat;
        this.clock = clock;
    }

    Network network(String doc) {
        List<Population> populations = new ArrayList<>();
        for (Layout.Group group : flat.layout().groups()) {
            populations.add(new Population(group.name(), node(group, doc), group.labels()));
        }
        return new Network(populations, projections());
    }

    private Node node(Layout.Group group, String doc) {
        Model model = group.model();
        Map<String, Double> defaults = new LinkedHashMap<>();
        Map<String, double[]> settings = new LinkedHashMap<>();
        for (Model.Constant constant : model.constants()) {
            double[] values = values(group, constant.origin(), 0);
            double usual = usual(group.units().get(0), constant.origin(), values[0]);
            defaults.put(constant.name(), usual);
            if (values.length > 1 || values[0] != usual) {
                settings.put(constant.name(), values);
            }
        }
        Map<String, Initial> starts = new LinkedHashMap<>();
        for (Model.Quantity quantity : model.quantities()) {
            if (quantity.kind() == Model.Kind.STATE) {
                double[] values = values(group, quantity.origin(), quantity.part());
                if (values.length == 1) {
                    starts.put(quantity.name(), Initial.constant(values[0]));
                } else {
                    String start = quantity.name() + "_start";
                    starts.put(quantity.name(), Initial.of(start));
                    settings.put(start, values);
                }
            }
        }
        Mass mass = MassText.of(model, clock, defaults, starts);
        Node.Builder node = Node.named(mass.name()).doc(doc).mass(mass).defaultOutput(output(group));
        for (Model.Past past : model.pasts()) {
            String delay = Printer.gyrus(name -> name).factor(past.delay());
            node.local(Local.of(
                    mass.name() + "." + past.quantity(),
                    mass.name() + "." + past.name(),
                    model.united() || clock.inMilliseconds() == 1
                            ? delay
                            : delay + "*" + Printer.number(clock.inMilliseconds())));
        }
        return node.build().with(settings);
    }

    /** The default of a template, so that nodes which differ in values share one mass. */
    private static double usual(Unit unit, String origin, double otherwise) {
        String[] parts = origin.split("/");
        Declared declared = unit.instance(parts[0]).operator().variables().get(parts[1]);
        return declared == null ? otherwise : declared.value().re();
    }

    /** The values on the nodes of a group: one where all are equal. */
    static double[] values(Layout.Group group, String origin, int part) {
        String[] parts = origin.split("/");
        double[] out = new double[group.size()];
        int at = 0;
        for (Unit unit : group.units()) {
            List<Declared.Complex> own = unit.instance(parts[0]).value(parts[1]);
            for (int i = 0; i < unit.count; i++) {
                Declared.Complex value = own.get(own.size() == 1 ? 0 : i);
                out[at++] = part == 0 ? value.re() : value.im();
            }
        }
        return Arrays.stream(out).distinct().count() == 1 ? new double[] {out[0]} : out;
    }

    /** The first declared output that can be recorded, else the first state. */
    private static String output(Layout.Group group) {
        String first = "";
        for (Model.Quantity quantity : group.model().quantities()) {
            if (quantity.kind() == Model.Kind.VALUE) {
                continue;
            }
            first = first.isEmpty() ? quantity.name() : first;
            String[] origin = quantity.origin().split("/");
            Operator operator = group.units().get(0).instance(origin[0]).operator();
            if (operator.output().equals(origin[1])) {
                return quantity.name();
            }
        }
        return first;
    }

    private List<Projection> projections() {
        Map<List<Object>, List<Bundle>> bundles = new LinkedHashMap<>();
        for (Wire wire : flat.wires()) {
            Layout.Seat from = flat.layout().seat(wire.from());
            Layout.Seat to = flat.layout().seat(wire.to());
            for (Sync sync : lines(wire)) {
                List<Object> key = List.of(from.group().name(), to.group().name(), sync);
                List<Bundle> layers = bundles.computeIfAbsent(key, k -> new ArrayList<>());
                boolean spread = wire.spreads() != null;
                boolean added = false;
                for (Bundle layer : layers) {
                    added = added || layer.add(wire, from.first(), to.first());
                }
                if (!added) {
                    layers.add(new Bundle(wire, from, to, sync, spread));
                }
            }
        }
        List<Projection> projections = new ArrayList<>();
        bundles.values()
                .forEach(layers -> layers.forEach(layer -> projections.add(layer.projection(clock.inMilliseconds()))));
        return projections;
    }

    /** The lines of wiring of an edge: two where it carries a complex variable. */
    private List<Sync> lines(Wire wire) {
        Splitting.Parts source = flat.models().get(wire.from()).names().get(wire.source());
        Splitting.Parts target = flat.models().get(wire.to()).names().get(wire.target());
        List<Sync> lines = new ArrayList<>();
        if (wire.pairwise().isPresent()) {
            return List.of(pairwise(wire, source, target, wire.pairwise().get()));
        }
        lines.add(Sync.additive(output(wire, source.re()), port(wire, target.re())));
        if (!source.isReal()) {
            lines.add(Sync.additive(output(wire, source.im()), port(wire, target.im())));
        }
        return lines;
    }

    private String output(Wire wire, Expr name) {
        Model model = flat.models().get(wire.from());
        Model.Quantity quantity = name instanceof Expr.Name n ? model.quantity(n.name()) : null;
        if (quantity == null) {
            throw wire.place()
                    .error(wire.from().path + "/" + wire.source(), "an edge that starts at a variable", "a constant");
        } else if (quantity.kind() == Model.Kind.VALUE) {
            throw GyrusException.input(Assembly.passing(wire));
        }
        return quantity.name();
    }

    /** What the target takes: the input itself, or the one that is added to what its node feeds. */
    private String port(Wire wire, Expr name) {
        Model model = flat.models().get(wire.to());
        String wanted = ((Expr.Name) name).name();
        for (Model.Port port : model.inputs()) {
            if (port.name().equals(wanted)) {
                return wanted;
            }
        }
        String[] last = {wanted};
        Expr.names(model.quantity(wanted).value(), read -> last[0] = read);
        return last[0];
    }

    private Sync pairwise(Wire wire, Splitting.Parts source, Splitting.Parts target, Wire.Pairwise function) {
        String output = output(wire, source.re());
        Map<String, Splitting.Parts> here = flat.models().get(wire.from()).names();
        Map<String, Splitting.Parts> there = flat.models().get(wire.to()).names();
        String text = Printer.gyrus(name -> {
                    if (name.startsWith("source:")) {
                        return "source." + real(wire, here.get(name.substring(7)));
                    }
                    return name.startsWith("target:") ? "target." + real(wire, there.get(name.substring(7))) : name;
                })
                .print(function.value());
        String partner = function.partner().isEmpty() ? "" : real(wire, there.get(function.partner()));
        Coupling coupling = text.equals("sin(source - target)") ? Coupling.sine() : Coupling.of(text, "sum");
        return new Sync(output, port(wire, target.re()), coupling, "w", partner);
    }

    private static String real(Wire wire, Splitting.Parts parts) {
        if (parts.isReal() && parts.re() instanceof Expr.Name name) {
            return name.name();
        }
        throw wire.place().error(wire.target(), "real variables in an edge that reads its target", "others");
    }

    /** A flat circuit and the models of its nodes. */
    record Parts(List<Wire> wires, Map<Unit, Model> models, Layout layout) {}

    /** Edges of one line of wiring, at most one between two nodes. */
    private static final class Bundle {
        private final Wire first;
        private final Layout.Seat from;
        private final Layout.Seat to;
        private final Sync sync;
        private final boolean spread;
        private double[][] weights;
        private double[][] delays;
        private double[][] spreads;
        private boolean shared = true;

        Bundle(Wire wire, Layout.Seat from, Layout.Seat to, Sync sync, boolean spread) {
            this.first = wire;
            this.from = from;
            this.to = to;
            this.sync = sync;
            this.spread = spread;
            int rows = to.group().size();
            int columns = from.group().size();
            if (rows == wire.weights().length && columns == wire.weights()[0].length) {
                weights = wire.weights();
                delays = wire.delays();
                spreads = wire.spreads();
            } else {
                unshare(rows, columns);
                put(wire, from.first(), to.first());
            }
        }

        private void unshare(int rows, int columns) {
            weights = new double[rows][columns];
            delays = Weights.zero(rows, columns);
            spreads = spread ? new double[rows][columns] : null;
            shared = false;
        }

        /** Adds an edge unless there is one of another delay between the same nodes, or a whole matrix. */
        boolean add(Wire wire, int column, int row) {
            if (shared || (wire.spreads() != null) != spread) {
                return false;
            }
            for (int i = 0; i < wire.weights().length; i++) {
                for (int j = 0; j < wire.weights()[0].length; j++) {
                    if (weights[row + i][column + j] != 0 && wire.weights()[i][j] != 0) {
                        return false;
                    }
                }
            }
            put(wire, column, row);
            return true;
        }

        private void put(Wire wire, int column, int row) {
            boolean late = !wire.isInstant();
            if (late && delays.length > 1 && delays[0] == delays[1]) {
                delays = new double[weights.length][weights[0].length];
            }
            for (int i = 0; i < wire.weights().length; i++) {
                for (int j = 0; j < wire.weights()[0].length; j++) {
                    weights[row + i][column + j] = wire.weights()[i][j];
                    if (late) {
                        delays[row + i][column + j] = wire.delays()[i][j];
                    }
                    if (spread) {
                        spreads[row + i][column + j] = wire.spreads()[i][j];
                    }
                }
            }
        }

        Projection projection(double factor) {
            Projection.Origin origin = new Projection.Origin(
                    first.place().file() + ":" + first.place().line(),
                    "weight",
                    "delay",
                    weights.length > 1,
                    weights.length > 1,
                    List.of(),
                    List.of());
            return new Projection(
                    from.group().name(),
                    to.group().name(),
                    weights,
                    scaled(delays, factor),
                    Optional.ofNullable(spreads).map(matrix -> scaled(matrix, factor)),
                    List.of(sync),
                    origin);
        }

        private static double[][] scaled(double[][] matrix, double factor) {
            if (factor == 1 || (matrix.length > 1 && matrix[0] == matrix[1])) {
                return matrix;
            }
            return Arrays.stream(matrix)
                    .map(row -> Arrays.stream(row).map(v -> v * factor).toArray())
                    .toArray(double[][]::new);
        }
    }
}
