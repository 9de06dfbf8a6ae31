package dev.gyrus.templates.internal;

import dev.gyrus.core.GyrusException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A circuit as read, and what was changed of it since. */
public final class Reading {
    private final Circuit circuit;
    private final Clock clock;

    private Reading(Circuit circuit, Clock clock) {
        this.circuit = circuit;
        this.clock = clock;
    }

    public static Reading of(Path file, String name) {
        Library library = new Library();
        return of(library, library.file(file), name);
    }

    public static Reading of(String text, String origin, String name) {
        Library library = new Library();
        return of(library, library.text(text, origin), name);
    }

    public static List<String> names(Path file) {
        return List.copyOf(new Library().file(file).templates().keySet());
    }

    private static Reading of(Library library, Library.Source source, String name) {
        Resolver resolver = new Resolver(library);
        Place whole = new Place(source.title(), 0, 0, "");
        String wanted = name;
        if (name.isEmpty()) {
            for (String each : source.templates().keySet()) {
                if (resolver.root(library.find(source, each, whole, "")).equals("CircuitTemplate")) {
                    wanted = each;
                }
            }
            if (wanted.isEmpty()) {
                throw whole.error("", "a file with a circuit", "none");
            }
        }
        Circuit circuit = new CircuitReader(resolver).read(library.find(source, wanted, whole, ""));
        return new Reading(circuit, clock(circuit));
    }

    private static Clock clock(Circuit circuit) {
        try {
            return new Clock(circuit.time().isEmpty() ? "ms" : circuit.time());
        } catch (GyrusException e) {
            throw circuit.place()
                    .error(circuit.name() + ".time", e.problems().get(0).expected(), "'" + circuit.time() + "'");
        }
    }

    public String name() {
        return circuit.name();
    }

    public Reading time(String unit) {
        return new Reading(circuit, new Clock(unit));
    }

    public Reading with(String path, double value) {
        Map<String, Tree> values = new LinkedHashMap<>(circuit.values());
        values.remove(path);
        values.put(path, new Tree.Scalar(Double.toString(value), false, circuit.place()));
        return new Reading(
                new Circuit(
                        circuit.name(),
                        circuit.nodes(),
                        circuit.populations(),
                        circuit.circuits(),
                        circuit.links(),
                        values,
                        circuit.time(),
                        circuit.doc(),
                        circuit.place()),
                clock);
    }

    public Reading withEdge(int edge, String attribute, double value) {
        List<Circuit.Link> links = new ArrayList<>(circuit.links());
        if (edge < 0 || edge >= links.size()) {
            throw GyrusException.input("edge", "a number from 0 to " + (links.size() - 1), "" + edge);
        }
        Circuit.Link old = links.get(edge);
        Optional<Tree> number = Optional.of(new Tree.Scalar(Double.toString(value), false, old.place()));
        if (!List.of("weight", "delay", "spread").contains(attribute)) {
            throw GyrusException.input("attribute", "weight, delay or spread", "'" + attribute + "'");
        }
        links.set(
                edge,
                new Circuit.Link(
                        old.source(),
                        old.target(),
                        old.cell(),
                        attribute.equals("weight") ? number : old.weight(),
                        attribute.equals("delay") ? number : old.delay(),
                        attribute.equals("spread") ? number : old.spread(),
                        old.others(),
                        old.oneToOne(),
                        old.place()));
        return new Reading(
                new Circuit(
                        circuit.name(),
                        circuit.nodes(),
                        circuit.populations(),
                        circuit.circuits(),
                        links,
                        circuit.values(),
                        circuit.time(),
                        circuit.doc(),
                        circuit.place()),
                clock);
    }

    public Built build() {
        return new Built(circuit, clock);
    }
}
