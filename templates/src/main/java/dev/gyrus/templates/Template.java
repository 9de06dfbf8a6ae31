package dev.gyrus.templates;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.templates.internal.Built;
import dev.gyrus.templates.internal.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A circuit of a template file: operators joined into nodes, nodes and circuits joined by edges.
 *
 * <pre>{@code
 * var circuit = Template.read(Path.of("jansen-rit.yaml"), "column").time("s").with("pc/rpo_e/tau", 0.012);
 * var recording = Simulation.of(circuit.network()).dt(0.1).duration(1000).run();
 * }</pre>
 *
 * <p>Where no variable of a node declares a unit, its numbers are plain and its time is counted in {@link #time}. Files of
 * PyRates (R. Gast, D. Rose, C. Salomon, H. E. Möller, N. Weiskopf, T. R. Knösche, PLoS ONE 14:e0225900, 2019,
 * doi:10.1371/journal.pone.0225900) are read as they are, but for what {@code docs/templates.md} lists. Immutable and
 * thread-safe.
 */
public final class Template {
    private final Reading reading;
    private final Built built;

    private Template(Reading reading) {
        this.reading = reading;
        this.built = reading.build();
    }

    /**
     * Reads a template.
     *
     * @param circuit a circuit, node or operator of the file; "" for its last circuit
     * @throws GyrusException with the file, the line and the place of what is wrong
     */
    public static Template read(Path file, String circuit) {
        return new Template(Reading.of(file, circuit));
    }

    /** Reads a template from a text, which {@code origin} stands for in messages. */
    public static Template parse(String text, String origin, String circuit) {
        return new Template(Reading.of(text, origin, circuit));
    }

    /** The names of the templates in a file. */
    public static List<String> names(Path file) {
        return Reading.names(file);
    }

    /** The same with another unit of time for nodes without units: ms, s, min or us. */
    public Template time(String unit) {
        return new Template(reading.time(unit));
    }

    /**
     * The same with another value of a variable: where it starts, if it has an equation.
     *
     * @param path {@code node/operator/variable}, with {@code all} for any node
     */
    public Template with(String path, double value) {
        return new Template(reading.with(path, value));
    }

    /**
     * The same with another weight, delay or spread of an edge of the circuit itself.
     *
     * @param edge its number, counted from 0
     * @param attribute weight, delay or spread
     */
    public Template withEdge(int edge, String attribute, double value) {
        return new Template(reading.withEdge(edge, attribute, value));
    }

    /** The name of the circuit. */
    public String name() {
        return reading.name();
    }

    /** The circuit as a network. */
    public Network network() {
        return built.network();
    }

    /**
     * What {@code node/operator/variable} is called in the network: {@code population.name}, or the bare name where there
     * is one population; of a complex variable its real part.
     */
    public String address(String path) {
        return built.address(path);
    }

    /** {@link #address} of every variable, by its path. */
    public Map<String, String> addresses() {
        return built.addresses();
    }

    /** The circuit in another form. */
    public String export(Form form) {
        return switch (form) {
            case YAML -> built.yaml();
            case LATEX -> built.latex();
            case LEMS -> built.lems();
            case JAVA -> built.java();
            case NUMPY -> built.numpy();
        };
    }

    /** What a template can be written as. */
    public enum Form {
        /** One file of templates without bases, which reads back as the same network. */
        YAML,
        /** An {@code align*} environment of amsmath for each kind of node. */
        LATEX,
        /** Component types of the Low Entropy Model Specification, and a component for each population. */
        LEMS,
        /** A class without dependencies that computes the derivatives of all states. */
        JAVA,
        /** A module of functions over NumPy arrays that does the same. */
        NUMPY
    }
}
