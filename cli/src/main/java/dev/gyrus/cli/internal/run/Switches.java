package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.Findings;
import dev.gyrus.core.Problem;
import dev.gyrus.core.spi.ModelProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The switches of a model or of a type of network, as an experiment sets them. */
record Switches(List<ModelProvider.Option> known, Datafiles files, Findings findings) {

    /** Those that may be set so; paths of files as the working directory sees them. */
    Map<String, String> checked(Map<String, String> given, String all) {
        Map<String, String> options = new LinkedHashMap<>();
        for (ModelProvider.Option option : known) {
            String choice = given.get(option.name());
            String key = all + "." + option.name();
            if (choice == null) {
                continue;
            }
            if (option.isFile()) {
                findings.at(key, () -> files.find("", choice).toString())
                        .ifPresent(path -> options.put(option.name(), path));
            } else if (option.choices().isEmpty() || option.choices().contains(choice)) {
                options.put(option.name(), choice);
            } else {
                findings.reject(key, Problem.unknown("", "choice", choice, option.choices()));
            }
        }
        return options;
    }

    /** The key that a problem of the switches is said of: the only file among them, or all. */
    String key(Map<String, String> options, String all) {
        List<String> chosen = known.stream()
                .filter(ModelProvider.Option::isFile)
                .map(ModelProvider.Option::name)
                .filter(options::containsKey)
                .toList();
        return all + (chosen.size() == 1 ? "." + chosen.get(0) : "");
    }

    /** The first choice of each. */
    Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        known.stream()
                .filter(option -> !option.choices().isEmpty())
                .forEach(option -> defaults.put(option.name(), option.choices().get(0)));
        return defaults;
    }
}
