package dev.gyrus.cli.internal.run;

import dev.gyrus.bold.Bold;
import dev.gyrus.bold.HaemodynamicParameters;
import dev.gyrus.cli.internal.experiment.BoldSpec;
import dev.gyrus.cli.internal.experiment.Findings;
import dev.gyrus.cli.internal.experiment.Values;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes the BOLD observers that an experiment asks for. */
final class Observation {
    private Observation() {}

    /** Adds what is wrong with the observer of some nodes, as far as is known what they are and how many. */
    static void check(BoldSpec spec, Signals signals, Findings findings) {
        Optional<List<String>> labels = findings.sound("bold.source") ? signals.columns(spec) : Optional.empty();
        spec.parameters().forEach((name, values) -> {
            String key = "bold.parameters." + name;
            if (!HaemodynamicParameters.names().contains(name)) {
                findings.reject(key, Problem.unknown("", "parameter", name, HaemodynamicParameters.names()));
                return;
            }
            findings.at(key, () -> Conversion.perNode(Conversion.to("", values), values, labels))
                    .ifPresent(numbers -> {
                        for (int i = 0; i < numbers.length && findings.sound(key); i++) {
                            double number = numbers[i];
                            findings.at(key, () -> with(HaemodynamicParameters.friston2003(), name, number));
                        }
                    });
        });
        List<Signals.Driver> drivers = signals.drivers(spec.sources());
        checkOnce(drivers, findings);
        for (Signals.Driver driver : drivers) {
            if (findings.sound("bold.source", "bold.drive", "bold.tr")) {
                // The observer itself knows which sources will do; a run of one node tells.
                findings.at("", () -> {
                    var channel = new Observer.Channel(driver.variable(), driver.unit(), 1, List.of("0"));
                    plain(spec, driver).begin(new Observer.Scope(spec.tr(), 0, List.of(channel)));
                    return driver;
                });
            }
        }
    }

    /** No group has two signals. */
    private static void checkOnce(List<Signals.Driver> drivers, Findings findings) {
        Map<String, String> seen = new HashMap<>();
        for (Signals.Driver driver : drivers) {
            String group = driver.group().name();
            String other = seen.putIfAbsent(group, driver.source());
            if (other != null && findings.sound("bold.source")) {
                String expected = "one variable" + (group.isEmpty() ? "" : " of each group");
                String given = other + " and " + driver.source();
                findings.reject("bold.source", Problem.of("", expected, given));
            }
        }
    }

    /** The signal of the groups that something drives; the sources are known by now. */
    static BoldSignal signal(BoldSpec spec, Signals signals) {
        List<Signals.Driver> drivers = signals.drivers(spec.sources());
        int columns = drivers.stream().mapToInt(driver -> driver.group().size()).sum();
        List<HaemodynamicParameters> all = parameters(spec.parameters(), columns);
        List<Bold> observers = new ArrayList<>();
        int first = 0;
        for (Signals.Driver driver : drivers) {
            int next = first + driver.group().size();
            observers.add(plain(spec, driver).parameters(all.size() == 1 ? all : all.subList(first, next)));
            first = next;
        }
        return new BoldSignal(observers);
    }

    /** With the same standard parameters everywhere. */
    private static Bold plain(BoldSpec spec, Signals.Driver driver) {
        Bold bold = Bold.tr(spec.tr())
                .source(driver.variable())
                .start(Bold.Start.valueOf(spec.start().toUpperCase(Locale.ROOT)))
                .scheme(Bold.Scheme.valueOf(spec.scheme().toUpperCase(Locale.ROOT)));
        return spec.drive()
                .map(drive -> bold.drive(drive.gain(), drive.offset()))
                .orElse(bold);
    }

    /** One set for all nodes, or one per node where any value differs between nodes. */
    private static List<HaemodynamicParameters> parameters(Map<String, Values> given, int nodes) {
        boolean perNode =
                given.values().stream().anyMatch(values -> values.items().size() > 1);
        List<HaemodynamicParameters> sets = new ArrayList<>();
        for (int node = 0; node < (perNode ? nodes : 1); node++) {
            HaemodynamicParameters set = HaemodynamicParameters.friston2003();
            for (Map.Entry<String, Values> entry : given.entrySet()) {
                double[] numbers = Conversion.to("", entry.getValue());
                set = with(set, entry.getKey(), numbers[numbers.length == 1 ? 0 : node]);
            }
            sets.add(set);
        }
        return sets;
    }

    private static HaemodynamicParameters with(HaemodynamicParameters set, String name, double value) {
        try {
            return set.with(name, value);
        } catch (GyrusException e) {
            throw GyrusException.input(e.problems().get(0).under(""));
        }
    }
}
