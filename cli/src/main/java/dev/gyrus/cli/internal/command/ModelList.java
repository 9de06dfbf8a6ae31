package dev.gyrus.cli.internal.command;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.spi.ModelProvider;
import dev.gyrus.core.spi.NetworkProvider;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Models by family; one that cannot describe itself is listed with the cause, among the broken ones. */
final class ModelList {
    private static final String BROKEN = "broken";
    private static final String NETWORKS = "types of network, as network.type in an experiment";

    private final List<Entry> entries;
    private final List<Entry> networks;

    private record Entry(String name, String family, String doc) {
        static Entry of(ModelProvider provider) {
            return of(provider.name(), provider::family, provider::description);
        }

        static Entry of(NetworkProvider provider) {
            return of(provider.name(), () -> NETWORKS, provider::description);
        }

        private static Entry of(String name, Supplier<String> family, Supplier<String> description) {
            try {
                return new Entry(
                        name,
                        Objects.requireNonNull(family.get(), "no family"),
                        Objects.requireNonNull(description.get(), "no description"));
            } catch (RuntimeException | LinkageError e) { // whatever the code of others throws
                return new Entry(name, BROKEN, e.toString().replaceAll("\\s*\\R\\s*", " "));
            }
        }
    }

    private ModelList(List<Entry> entries, List<Entry> networks) {
        this.entries = entries;
        this.networks = networks;
    }

    static ModelList of(Collection<ModelProvider> providers) {
        return new ModelList(providers.stream().map(Entry::of).toList(), List.of());
    }

    /** With types of network behind the models. */
    ModelList with(Collection<NetworkProvider> types) {
        return new ModelList(entries, types.stream().map(Entry::of).toList());
    }

    /**
     * Those of one family.
     *
     * @throws GyrusException where there is none of that name
     */
    ModelList family(String family) {
        List<Entry> members =
                entries.stream().filter(e -> e.family.equalsIgnoreCase(family)).toList();
        if (members.isEmpty()) {
            List<String> families =
                    entries.stream().map(Entry::family).distinct().sorted().toList();
            throw GyrusException.input(Problem.unknown("--family", "family", family, families));
        }
        return new ModelList(members, List.of());
    }

    void print(PrintStream out) {
        TreeMap<String, List<Entry>> families =
                entries.stream().collect(Collectors.groupingBy(Entry::family, TreeMap::new, Collectors.toList()));
        families.forEach((family, members) -> print(family, members, out));
        networks.stream()
                .collect(Collectors.groupingBy(Entry::family, TreeMap::new, Collectors.toList()))
                .forEach((title, members) -> print(title, members, out));
        String types = networks.isEmpty() ? "" : " and " + count(networks.size(), "type", "types") + " of network";
        out.printf(
                "%n%s in %s%s; 'gyrus models NAME' shows one%n",
                count(entries.size(), "model", "models"), count(families.size(), "family", "families"), types);
    }

    private static void print(String title, List<Entry> members, PrintStream out) {
        out.println(title);
        TextTable table = new TextTable();
        members.forEach(e -> table.row(e.name, e.doc));
        table.print(out);
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
