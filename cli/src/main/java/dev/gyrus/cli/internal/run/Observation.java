package dev.gyrus.cli.internal.run;

import dev.gyrus.bold.Bold;
import dev.gyrus.bold.HaemodynamicParameters;
import dev.gyrus.cli.internal.experiment.BoldSpec;
import dev.gyrus.cli.internal.experiment.Values;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the BOLD observer that an experiment asks for. */
final class Observation {
    private Observation() {}

    /** The observer of so many nodes; the source is known by now. */
    static Bold bold(BoldSpec spec, int nodes) {
        Bold bold = Bold.tr(spec.tr())
                .source(spec.source().orElseThrow())
                .start(Bold.Start.valueOf(spec.start().toUpperCase(Locale.ROOT)))
                .scheme(Bold.Scheme.valueOf(spec.scheme().toUpperCase(Locale.ROOT)))
                .parameters(parameters(spec.parameters(), nodes));
        return spec.drive()
                .map(drive -> bold.drive(drive.gain(), drive.offset()))
                .orElse(bold);
    }

    /** One set for all nodes, or one per node where any value differs between nodes. */
    private static List<HaemodynamicParameters> parameters(Map<String, Values> given, int nodes) {
        Problems problems = new Problems();
        boolean perNode = given.values().stream().anyMatch(Values::perNode);
        List<HaemodynamicParameters> sets = new ArrayList<>();
        for (Map.Entry<String, Values> entry : given.entrySet()) {
            int count = entry.getValue().items().size();
            String key = "parameters." + entry.getKey();
            if (!HaemodynamicParameters.names().contains(entry.getKey())) {
                problems.add(Problem.unknown(key, "parameter", entry.getKey(), HaemodynamicParameters.names()));
            } else if (entry.getValue().perNode() && count != nodes) {
                problems.add(Problem.of(key, "one value, or one for each of " + nodes + " nodes", count + " values"));
            }
        }
        problems.throwIfAny();
        for (int node = 0; node < (perNode ? nodes : 1); node++) {
            HaemodynamicParameters set = HaemodynamicParameters.friston2003();
            for (Map.Entry<String, Values> entry : given.entrySet()) {
                Values values = entry.getValue();
                double value = values.items().get(values.perNode() ? node : 0).value();
                set = with(set, entry.getKey(), value);
            }
            sets.add(set);
        }
        return sets;
    }

    private static HaemodynamicParameters with(HaemodynamicParameters set, String name, double value) {
        try {
            return set.with(name, value);
        } catch (GyrusException e) {
            throw GyrusException.input(e.problems().get(0).under("parameters." + name));
        }
    }
}
