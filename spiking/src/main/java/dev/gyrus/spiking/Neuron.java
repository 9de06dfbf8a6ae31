package dev.gyrus.spiking;

import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.spi.ModelProvider;
import java.util.Map;

/** What the neurons of this module have in common: a name, and a node of one mass. */
abstract class Neuron implements ModelProvider {
    private final String name;

    Neuron(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String family() {
        return "spiking neuron";
    }

    /** The neuron with its default parameters. */
    @Override
    public abstract Node node(Map<String, String> options);

    static Node node(Mass mass, String output, String doc, String reference) {
        return Node.named(mass.name())
                .doc(doc)
                .reference(reference)
                .mass(mass)
                .defaultOutput(output)
                .build();
    }
}
