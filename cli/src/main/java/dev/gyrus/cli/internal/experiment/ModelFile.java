package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Connectome;
import dev.gyrus.core.Coupling;
import dev.gyrus.core.Firing;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Local;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Sync;
import dev.gyrus.core.Unit;
import dev.gyrus.core.Variable;
import dev.gyrus.core.spi.CouplingProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A model written as a YAML file: what a plugin in Java says, without Java.
 *
 * <pre>
 * name: decay                     # of the file, where it is missing
 * family: oscillator
 * doc: one line
 * reference: authors, journal, year, DOI
 * states: {x: {unit: mV, start: [0, 1], bounds: [-80, 20]}}      # start: a value, a range to draw from, or an expression
 * parameters: {tau: {value: 10 ms, doc: time constant, bounds: [0.1, 100]}}         # or: tau: 10 ms
 * inputs: {c: {unit: mV, doc: from others}}                                         # or: c: mV
 * equations: |
 *   dx/dt = (c - x)/tau
 * syncs: [{output: x, input: c, weight: w, coupling: additive}]
 * output: x                       # recorded by default
 * </pre>
 *
 * <p>One of neurons says besides when they fire ({@link dev.gyrus.core.Firing}):
 *
 * <pre>
 * threshold: V >= V_th
 * reset: V = V_reset              # several statements one a line
 * refractory: tau_ref             # an expression in ms
 * frozen: [V]                     # what stands still until then
 * </pre>
 *
 * <p>States, equations and {@code output} must be there. Also {@code holds} (as states) and {@code outputs} (name: unit). Several populations: {@code masses} with the same
 * keys by name, and {@code locals: [{output: mass.variable, input: mass.input, weight: 1, delay: 0}]}, whose expressions
 * may use wiring {@code parameters}.
 *
 * <p>Immutable and thread-safe.
 */
public final class ModelFile {
    private static final String FAMILY = "plugin";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final List<String> MASS_KEYS = List.of(
            "states",
            "holds",
            "outputs",
            "inputs",
            "equations",
            "parameters",
            "threshold",
            "reset",
            "refractory",
            "frozen");

    private final String family;
    private final Node node;
    private final Value root;

    private ModelFile(String family, Node node, Value root) {
        this.family = family;
        this.node = node;
        this.root = root;
    }

    /** What it is listed with. */
    public String family() {
        return family;
    }

    public String name() {
        return node.name();
    }

    public String doc() {
        return node.doc();
    }

    /**
     * Reads a model; empty for an experiment, which has a network. Names and units in its equations are checked when it is
     * used, so that a folder of many models is read quickly.
     *
     * @throws dev.gyrus.core.GyrusException with all other problems of the file
     */
    public static Optional<ModelFile> read(Path file) {
        Problems problems = new Problems();
        Value root = YamlReader.read(file, problems);
        if (root instanceof Value.Mapping mapping && mapping.values().containsKey("network")) {
            return Optional.empty();
        }
        Findings findings = new Findings(new Places(root), problems);
        String fileName = file.getFileName().toString();
        return Optional.of(
                read(Section.of("", root, findings), root, fileName.substring(0, fileName.lastIndexOf('.')), findings));
    }

    /**
     * Reads a model that is written within an experiment.
     *
     * @throws dev.gyrus.core.GyrusException with all problems, each at its line
     */
    static ModelFile read(Section section, Value value, String name) {
        Findings own = new Findings(section.findings().places(), new Problems());
        return read(Section.of(section.path(name), value, own), value, name, own);
    }

    private static ModelFile read(Section section, Value root, String otherwise, Findings findings) {
        String name = section.text("name").orElse(otherwise);
        if (!NAME.matcher(name).matches()) {
            section.problem("name", Problem.of("name", "lower-case words joined by hyphens", "'" + name + "'"));
        }
        Node.Builder node = Node.named(name)
                .doc(section.text("doc").orElse(""))
                .reference(section.text("reference").orElse(""));
        String family = section.text("family").orElse(FAMILY);
        if (section.has("masses")) {
            Section masses = section.section("masses");
            masses.keys().forEach(mass -> {
                Section own = masses.section(mass);
                node.mass(mass(mass, own));
                own.done();
            });
            parameters(section.section("parameters"), p -> node.parameter(p.name(), p.value(), p.unit(), p.doc()));
        } else {
            MASS_KEYS.forEach(section::has);
            node.mass(mass(name, section));
        }
        section.list("locals", (value, at) -> local(Section.of(at, value, findings)))
                .forEach(node::local);
        section.list("syncs", (value, at) -> sync(Section.of(at, value, findings)))
                .forEach(node::sync);
        String output = section.text("output").orElse("");
        if (output.isEmpty() && !(section.has("threshold") && !section.has("states"))) {
            section.missing("output", "the variable recorded by default");
        }
        section.done();
        findings.throwIfAny();
        ModelFile model = new ModelFile(family, node.defaultOutput(output).build(), root);
        model.collect(() -> model.node.masses().forEach(Mass::latex), findings);
        findings.throwIfAny();
        return model;
    }

    /**
     * The node.
     *
     * @throws dev.gyrus.core.GyrusException with what only shows up in a plan
     */
    public Node node() {
        Findings findings = new Findings(new Places(root), new Problems());
        double[][] pair = {{0, 1}, {1, 0}}; // two nodes, so that the wiring between them counts
        collect(
                () -> Simulation.of(Network.of(node, Connectome.of(pair), 0))
                        .observe(
                                node.defaultOutput().isEmpty()
                                        ? new Observer[0]
                                        : new Observer[] {Recorder.every(Simulation.DEFAULT_DT, node.defaultOutput())})
                        .start()
                        .close(),
                findings);
        findings.throwIfAny();
        return node;
    }

    /** Adds what an action finds wrong with the model, each at its line of the file. */
    private void collect(Runnable action, Findings findings) {
        try {
            action.run();
        } catch (GyrusException e) {
            for (Problem problem : e.problems()) {
                Optional<Place> equation = node.masses().stream()
                        .filter(mass -> mass.name().equals(problem.file()))
                        .findFirst()
                        .map(mass -> line(root, mass.name(), problem.line()));
                if (equation.isPresent()) {
                    findings.add(equation.get().mark(problem.at("", 0)));
                } else {
                    findings.reject("", problem.at("", 0));
                }
            }
        }
    }

    /** The place of a line of a mass's equations. */
    private static Place line(Value root, String mass, int line) {
        Value.Mapping model = (Value.Mapping) root;
        Value holder = model.values().containsKey("masses")
                ? ((Value.Mapping) model.values().get("masses")).values().get(mass)
                : model;
        Value.Scalar text = (Value.Scalar) ((Value.Mapping) holder).values().get("equations");
        boolean block = text.text().contains("\n");
        return new Place(text.place().source(), text.place().line() + line - (block ? 0 : 1));
    }

    private static Mass mass(String name, Section section) {
        Mass.Builder mass = Mass.named(name);
        variables(section.section("states"), Variable.Kind.STATE, mass);
        variables(section.section("holds"), Variable.Kind.HOLD, mass);
        Section outputs = section.section("outputs");
        outputs.keys().forEach(key -> mass.output(key, unit(outputs, key)));
        parameters(section.section("parameters"), mass::parameter);
        Section inputs = section.section("inputs");
        inputs.keys().forEach(key -> {
            if (inputs.value(key).orElseThrow() instanceof Value.Mapping) {
                Section input = inputs.section(key);
                mass.input(key, unit(input, "unit"), input.text("doc").orElse(""));
                input.done();
            } else {
                mass.input(key, unit(inputs, key), "");
            }
        });
        firing(section).ifPresent(mass::firing);
        Optional<String> equations = section.text("equations");
        if (equations.isEmpty() && !section.has("equations") && (section.has("states") || !section.has("threshold"))) {
            section.missing("equations", "the equations, one a line, such as dx/dt = -x/tau");
        }
        return mass.equations(equations.orElse("")).build();
    }

    /** When its nodes fire, if they are neurons. */
    private static Optional<Firing> firing(Section section) {
        Optional<String> threshold = section.text("threshold");
        for (String key : List.of("reset", "refractory", "frozen")) {
            if (section.has(key) && !section.has("threshold")) {
                section.missing("threshold", "when a neuron fires, such as V >= V_th: '" + key + "' follows that");
                return Optional.empty();
            }
        }
        String reset = section.text("reset").orElse("");
        String refractory = section.text("refractory").orElse("");
        List<String> frozen = section.list("frozen", section::text);
        return threshold.map(
                when -> Firing.when(when).reset(reset).refractory(refractory, frozen.toArray(String[]::new)));
    }

    /** A unit written behind a name; nothing is dimensionless. */
    private static String unit(Section section, String key) {
        return section.value(key)
                .filter(value -> !value.isNothing())
                .flatMap(value -> section.text(value, section.path(key))
                        .filter(text ->
                                isUnit(text) || section.wrong(value, section.path(key), "a unit, such as mV or 1/ms")))
                .orElse("1");
    }

    private static boolean isUnit(String text) {
        try {
            Unit.of(text);
            return true;
        } catch (GyrusException e) {
            return false;
        }
    }

    private static void variables(Section section, Variable.Kind kind, Mass.Builder mass) {
        for (String key : section.keys()) {
            Section own = section.section(key);
            String unit = unit(own, "unit");
            Initial start = start(own);
            if (kind == Variable.Kind.STATE) {
                mass.state(key, unit, start);
                bounds(own).ifPresent(range -> mass.bounded(range.get(0), range.get(1)));
            } else {
                mass.hold(key, unit, start);
            }
            own.done();
        }
    }

    private static Initial start(Section section) {
        Optional<Value> start = section.value("start");
        if (start.orElse(null) instanceof Value.Mapping) {
            return NeuronSpec.start(section, start.get(), section.path("start")).orElse(Initial.constant(0));
        }
        if (start.orElse(null) instanceof Value.Items) {
            List<Double> range = section.list("start", section::number);
            if (range.size() == 2 && range.get(0) < range.get(1)) {
                return Initial.uniform(range.get(0), range.get(1));
            }
            section.wrong(start.get(), section.path("start"), "[low, high] to draw from, the lower first");
            return Initial.constant(0);
        }
        return section.text("start")
                .map(text -> Quantity.parse(text)
                        .filter(quantity -> quantity.unit().isEmpty())
                        .map(quantity -> Initial.constant(quantity.value()))
                        .orElse(Initial.of(text)))
                .orElse(Initial.constant(0));
    }

    /** {@code [low, high]}; {@code .inf} for none. */
    private static Optional<List<Double>> bounds(Section section) {
        Optional<Value> value = section.value("bounds");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        List<Double> range = section.list(
                "bounds",
                (item, at) -> item instanceof Value.Scalar scalar
                                && scalar.text().matches("[-+]?\\.(inf|Inf|INF)")
                        ? Optional.of(
                                scalar.text().startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                        : section.number(item, at));
        if (range.size() == 2 && range.get(0) < range.get(1)) {
            return Optional.of(range);
        }
        section.wrong(value.get(), section.path("bounds"), "[low, high], the lower first");
        return Optional.empty();
    }

    /** Reads parameters: {@code tau: 10 ms}, or a mapping with value, unit, doc and bounds. */
    static void parameters(Section section, Consumer<Parameter> to) {
        for (String key : section.keys()) {
            Value value = section.value(key).orElseThrow();
            if (!(value instanceof Value.Mapping)) {
                Quantity quantity = quantity(section, key);
                String unit = quantity.unit().isEmpty() ? "1" : quantity.unit();
                to.accept(Parameter.of(key, quantity.value(), unit, ""));
                continue;
            }
            Section own = section.section(key);
            if (!own.has("value")) {
                own.missing("value", "the default");
            }
            Quantity quantity = own.has("value") ? quantity(own, "value") : Quantity.of(0);
            String unit = own.has("unit") || quantity.unit().isEmpty() ? unit(own, "unit") : quantity.unit();
            double given = in(unit, quantity, own);
            Parameter parameter = Parameter.of(key, given, unit, own.text("doc").orElse(""));
            to.accept(bounds(own)
                    .map(range -> parameter.within(range.get(0), range.get(1)))
                    .orElse(parameter));
            own.done();
        }
    }

    /** A number and a unit that exists. */
    private static Quantity quantity(Section section, String key) {
        Value value = section.value(key).orElseThrow();
        return section.quantity(value, section.path(key))
                .filter(quantity -> quantity.unit().isEmpty()
                        || isUnit(quantity.unit())
                        || section.wrong(value, section.path(key), "a number and a unit, such as 10 ms"))
                .orElse(Quantity.of(0));
    }

    /** A value in the unit that is declared beside it. */
    private static double in(String unit, Quantity quantity, Section section) {
        if (quantity.unit().isEmpty() || quantity.unit().equals(unit)) {
            return quantity.value();
        }
        Unit declared = Unit.of(unit);
        Unit written = Unit.of(quantity.unit());
        if (!written.isCompatible(declared)) {
            section.wrong(section.value("value").orElseThrow(), section.path("value"), "a number in " + unit);
        }
        return written.toCoherent(quantity.value()) / declared.toCoherent();
    }

    private static Optional<Local> local(Section section) {
        Optional<String> output = required(section, "output", "mass.variable of the source");
        Optional<String> input = required(section, "input", "mass.input of the target");
        String weight = section.text("weight").orElse("1");
        String delay = section.text("delay").orElse("0");
        section.done();
        return output.flatMap(o -> input.map(i -> new Local(o, i, weight, delay)));
    }

    /** Through any coupling that Gyrus has, or expressions; additive where none is named. */
    private static Optional<Sync> sync(Section section) {
        Optional<String> output = required(section, "output", "a variable of other nodes");
        Optional<String> input = required(section, "input", "an input of this node");
        Catalogue<CouplingProvider> couplings = Catalogue.couplings();
        Coupling coupling = CouplingSpec.read(section, "coupling", CouplingNames.of(couplings))
                .flatMap(spec -> section.findings().at(section.path("coupling"), () -> spec.coupling(couplings)))
                .orElse(Coupling.additive());
        String weight = section.text("weight").orElse("w");
        section.done();
        return output.flatMap(o -> input.map(
                i -> (coupling.isPlainSum() ? Sync.additive(o, i) : Sync.of(o, i, coupling)).weighted(weight)));
    }

    private static Optional<String> required(Section section, String key, String expected) {
        if (!section.has(key)) {
            section.missing(key, expected);
        }
        return section.text(key);
    }
}
