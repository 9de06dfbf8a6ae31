package dev.gyrus.cli.internal.run;

import dev.gyrus.analysis.Scores;
import dev.gyrus.cli.internal.experiment.CompareSpec;
import dev.gyrus.core.Connectome;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.Subject;
import dev.gyrus.fitting.Baselines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands beside the scores of functional connectivity: what anatomy alone reaches, and what any model can.
 *
 * @param baselines absent where no connectome has the subjects' regions
 * @param ceiling absent for one subject
 */
public record Yardstick(Optional<Baselines> baselines, Optional<Scores> ceiling) {
    private static final Yardstick NONE = new Yardstick(Optional.empty(), Optional.empty());

    private static final int FEWEST_REGIONS = 3;

    /** Of what an experiment is compared with: the connectome is the network's, if it is of the same regions. */
    public static Yardstick of(Prepared prepared) {
        boolean wanted = prepared.experiment().compare().filter(CompareSpec::fc).isPresent();
        return prepared.reference()
                .filter(reference -> wanted)
                .map(reference -> of(
                        reference.subjects(),
                        Stream.concat(prepared.datasets().values().stream(), Stream.of(reference))))
                .orElse(NONE);
    }

    /** Of a dataset by itself. */
    public static Yardstick of(Dataset dataset) {
        return of(dataset.subjects(), Stream.of(dataset));
    }

    private static Yardstick of(List<Subject> subjects, Stream<Dataset> anatomies) {
        int regions = subjects.isEmpty() ? 0 : subjects.get(0).functionalConnectivity().length;
        if (regions < FEWEST_REGIONS) {
            return NONE;
        }
        Optional<Connectome> connectome = anatomies
                .map(Dataset::connectome)
                .filter(given -> given.size() == regions)
                .findFirst();
        return new Yardstick(connectome.map(given -> Baselines.of(given, subjects)), Baselines.ceiling(subjects));
    }

    /** The means as they stand in {@code summary.json}, {@code baselines} and {@code ceiling}. */
    public Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        baselines.ifPresent(all -> {
            Map<String, Object> means = new LinkedHashMap<>();
            means.put("weights", all.weights().mean());
            means.put("log_weights", all.logWeights().mean());
            means.put("linear_network", all.linearNetwork().mean());
            out.put("baselines", means);
        });
        ceiling.ifPresent(scores -> out.put("ceiling", scores.mean()));
        return out;
    }

    /** The same for a line of text; empty where there is nothing to say. */
    public Optional<String> text() {
        List<String> parts = Stream.concat(
                        baselines.stream()
                                .map(all -> String.format(
                                        Locale.ROOT,
                                        "weights %.3f, log weights %.3f, linear network %.3f",
                                        all.weights().mean(),
                                        all.logWeights().mean(),
                                        all.linearNetwork().mean())),
                        ceiling.stream().map(scores -> String.format(Locale.ROOT, "ceiling %.3f", scores.mean())))
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }
}
