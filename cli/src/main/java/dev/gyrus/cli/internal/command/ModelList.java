package dev.gyrus.cli.internal.command;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.spi.ModelProvider;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Models by family; one that cannot describe itself is listed with the cause, among the broken ones. */
final class ModelList {
    private static final String BROKEN = "broken";

    private final List<Entry> entries;

    private record Entry(String name, String family, String doc) {
        static Entry of(ModelProvider provider) {
            try {
                String family = Objects.requireNonNull(provider.family(), "no family");
                return new Entry(
                        provider.name(), family, Objects.requireNonNull(provider.description(), "no description"));
            } catch (RuntimeException | LinkageError e) { // whatever the code of others throws
                return new Entry(provider.name(), BROKEN, e.toString().replaceAll("\\s*\\R\\s*", " "));
            }
        }
    }

    private ModelList(List<Entry> entries) {
        this.entries = entries;
    }

    static ModelList of(Collection<ModelProvider> providers) {
        return new ModelList(providers.stream().map(Entry::of).toList());
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
        return new ModelList(members);
    }

    void print(PrintStream out) {
        TreeMap<String, List<Entry>> families =
                entries.stream().collect(Collectors.groupingBy(Entry::family, TreeMap::new, Collectors.toList()));
        families.forEach((family, members) -> {
            out.println(family);
            TextTable table = new TextTable();
            members.forEach(e -> table.row(e.name, e.doc));
            table.print(out);
        });
        out.printf(
                "%n%s in %s; 'gyrus models NAME' shows one%n",
                count(entries.size(), "model", "models"), count(families.size(), "family", "families"));
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
