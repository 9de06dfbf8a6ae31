package dev.gyrus.spiking;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the names of a synapse become in the masses it is written into. */
final class SynapseNames {

    private SynapseNames() {}

    /** The name that something of a synapse has in a mass. */
    static String of(Synapse synapse, String own) {
        return own + "_" + synapse.name();
    }

    /** A text of a synapse in the names of the mass; those that are not its own stay. */
    static String in(String text, Synapse synapse) {
        Map<String, String> names = new LinkedHashMap<>();
        synapse.states().forEach(s -> names.put(s.name(), of(synapse, s.name())));
        synapse.parameters().forEach(p -> names.put(p.name(), of(synapse, p.name())));
        Text.defined(synapse.equations()).forEach(name -> names.put(name, of(synapse, name)));
        Text.names(synapse.equations()).stream()
                .filter(name -> name.equals("xi") || name.startsWith("xi_"))
                .forEach(name -> names.put(name, of(synapse, name)));
        if (synapse.site() == Synapse.Site.SOURCE) {
            names.put("sum", of(synapse, "sum"));
        }
        return Text.renamed(text, names);
    }
}
