package dev.gyrus.models.aln;

import dev.gyrus.core.Node;
import dev.gyrus.core.Table;
import dev.gyrus.core.spi.ModelProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Registers {@link Aln} as {@code aln}. */
public final class AlnProvider implements ModelProvider {
    /** For the service loader. */
    public AlnProvider() {}

    @Override
    public String name() {
        return "aln";
    }

    @Override
    public String family() {
        return "spiking mean field";
    }

    @Override
    public String description() {
        return "adaptive linear–nonlinear cascade: mean field of AdEx neurons, E and I";
    }

    @Override
    public List<Option> options() {
        return List.of(
                new Option(
                        "adaptation_rate",
                        "which rate drives adaptation: the previous sample's (neurolib) or the current one (Cakan 2020)",
                        List.of("previous", "current")),
                Option.file("table", "file with the cascade tables of both populations"),
                Option.file("table_exc", "file with the cascade table of the excitatory population"),
                Option.file("table_inh", "file with the cascade table of the inhibitory population"));
    }

    @Override
    public Map<String, Double> fixed() {
        return Map.of("EL", -65.0, "DeltaT", 1.5, "VT", -50.0, "Vr", -70.0, "Vs", -40.0, "Tref", 1.5);
    }

    @Override
    public Node node(Map<String, String> options) {
        String adaptation = options.getOrDefault("adaptation_rate", "previous");
        return Aln.node(
                table(options, "table_exc"),
                table(options, "table_inh"),
                Aln.AdaptationRate.valueOf(adaptation.toUpperCase(Locale.ROOT)));
    }

    private static Table table(Map<String, String> options, String name) {
        String file = options.getOrDefault(name, options.get("table"));
        return file == null
                ? CascadeTables.reference()
                : CascadeTables.read(Path.of(file)).table();
    }
}
