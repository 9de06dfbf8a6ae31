package dev.gyrus.cli.internal.command;

import dev.gyrus.core.Network;
import dev.gyrus.core.Population;
import dev.gyrus.core.Projection;
import dev.gyrus.core.Sync;
import dev.gyrus.core.spi.NetworkProvider;
import java.io.PrintStream;

/** All there is to know about a type of network before it is run. */
final class NetworkSheet {
    private final NetworkProvider provider;
    private final Network network;
    private final PrintStream out;

    /** Of a network of the type, such as {@link ModelExperiment#network}. */
    NetworkSheet(NetworkProvider provider, Network network, PrintStream out) {
        this.provider = provider;
        this.network = network;
        this.out = out;
    }

    void print() {
        out.println(provider.name() + ": " + provider.description());
        out.println(
                provider.isOnConnectome()
                        ? "  a type of network, laid over a connectome; here one of two regions"
                        : "  a type of network with connections of its own");
        section("groups", groups());
        section("connections", connections());
        section("options; the first choice is the default", ModelSheet.options(provider.options()));
        out.println(
                "\nan experiment (gyrus models " + provider.name() + " --experiment > " + provider.name() + ".yaml)");
        out.print(ModelExperiment.of(provider, network).indent(2));
    }

    private void section(String title, TextTable table) {
        if (!table.isEmpty()) {
            out.println("\n" + title);
            table.print(out);
        }
    }

    private TextTable groups() {
        TextTable table = new TextTable();
        for (Population population : network.populations()) {
            String size = population.size() == 1 ? "1 node" : population.size() + " nodes";
            String doc = population.node().doc();
            table.row(population.name(), size, population.node().name(), doc);
        }
        return table;
    }

    private TextTable connections() {
        TextTable table = new TextTable();
        for (Projection projection : network.projections()) {
            for (Sync sync : projection.syncs()) {
                table.row(
                        end(projection.source()) + sync.output(),
                        "→ " + end(projection.target()) + sync.input(),
                        sync.coupling().name(),
                        ModelSheet.formula(sync));
            }
        }
        return table;
    }

    private static String end(String group) {
        return group.isEmpty() ? "" : group + ".";
    }
}
