package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * An experiment file, read and checked as far as names, types and ranges go; defaults are filled in.
 *
 * @param initial where variables start, by name
 * @param bold none: no BOLD
 * @param compare none: no scores
 * @param explore none: a single run
 * @param evolve none: nothing is looked for
 * @param bifurcation none: no diagram
 */
public record Experiment(
        NetworkSpec network,
        SimulationSpec simulation,
        Map<String, Values> initial,
        List<InputSpec> inputs,
        RecordSpec record,
        Optional<BoldSpec> bold,
        Optional<CompareSpec> compare,
        OutputSpec output,
        Optional<ExploreSpec> explore,
        Optional<EvolveSpec> evolve,
        Optional<BifurcationSpec> bifurcation) {
    private static final long SCHEMA = 1;

    /** An experiment, and what was found wrong with its file; there it has its defaults, or nothing. */
    public record Source(Experiment experiment, Findings findings) {}

    /**
     * Reads a file; settings stand in for what it says, later ones for earlier ones.
     *
     * @throws dev.gyrus.core.GyrusException where the file is no mapping in YAML at all
     */
    public static Source read(Path file, List<Setting> settings, Vocabulary vocabulary) {
        return read(file, YamlReader.text(file), settings, vocabulary);
    }

    /** Reads the text of a file. */
    public static Source read(Path file, String text, List<Setting> settings, Vocabulary vocabulary) {
        Problems problems = new Problems();
        Value root = YamlReader.read(file, text, problems);
        for (Setting setting : settings) {
            root = setting.applyTo(root, problems);
        }
        Findings findings = new Findings(new Places(root), problems);
        Section section = Section.of("", root, findings);
        if (!section.isWhole()) {
            findings.throwIfAny();
        }
        Experiment experiment = read(section, vocabulary);
        Times.check(experiment, findings);
        return new Source(experiment, findings);
    }

    private static Experiment read(Section section, Vocabulary vocabulary) {
        section.integer("gyrus", SCHEMA, SCHEMA, SCHEMA);
        NetworkSpec network = NetworkSpec.read(section.section("network"), vocabulary);
        Scope scope = new Scope(vocabulary, network.groups(), network.connections());
        Section time = section.section("simulation");
        SimulationSpec simulation = SimulationSpec.read(
                time,
                vocabulary,
                section.has("bifurcation") ? OptionalDouble.of(BifurcationSpec.SETTLING) : OptionalDouble.empty());
        Experiment experiment = new Experiment(
                network,
                simulation,
                initial(section.section("initial"), scope),
                section.list(
                        "inputs",
                        (value, at) -> Optional.of(InputSpec.read(Section.of(at, value, section.findings()), scope))),
                RecordSpec.read(section.section("record"), scope),
                section.section("bold", s -> BoldSpec.read(s, scope)),
                section.section("compare", s -> CompareSpec.read(s, scope)),
                OutputSpec.read(section.section("output")),
                section.section(
                        "explore",
                        s -> ExploreReader.read(s, scope, simulation, time.has("threads"), section.has("bold"))),
                section.section("evolve", s -> EvolveReader.read(s, scope, simulation, time.has("threads"))),
                section.section("bifurcation", s -> BifurcationReader.read(s, scope)));
        experiment
                .compare
                .filter(compare -> compare.signal().equals(CompareSpec.BOLD) && experiment.bold.isEmpty())
                .ifPresent(compare -> section.missing(
                        List.of("bold"),
                        section.placed(
                                "compare",
                                Problem.of("compare.signal", "a signal that is there", "'bold'")
                                        .hint("add a section 'bold: {}' or name a variable"))));
        section.done();
        return experiment;
    }

    private static Map<String, Values> initial(Section section, Scope scope) {
        Map<String, Values> initial = Values.readAll(section);
        for (String name : List.copyOf(initial.keySet())) {
            if (scope.isKnown() && !scope.initials().contains(name)) {
                section.problem(
                        name,
                        Problem.unknown(section.path(name), "variable", name, scope.initials(), scope.command(name)));
            }
        }
        return initial;
    }

    /** The same with the models' variables recorded, their signals measured, and seen by BOLD, where nothing is named. */
    public Experiment withDefaults(List<String> variables, List<String> signals, List<String> boldSources) {
        return new Experiment(
                network,
                simulation,
                initial,
                inputs,
                record.withDefaultVariables(variables),
                bold.map(spec -> spec.withDefaultSources(boldSources)),
                compare,
                output,
                explore.map(spec -> spec.withDefaultMetrics(defaultMetrics(signals))),
                evolve,
                bifurcation);
    }

    private static List<String> defaultMetrics(List<String> signals) {
        return signals.stream()
                .flatMap(name -> Stream.of("mean", "min", "max").map(metric -> metric + "(" + name + ")"))
                .toList();
    }

    /** The text of an experiment file, as far as it is one. */
    public static String text(Path file) {
        return YamlReader.text(file);
    }

    /** The experiment as nested maps, lists, numbers and text: what a file with every default written out would say. */
    public Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("gyrus", SCHEMA);
        out.put("network", network.written());
        out.put("simulation", simulation.written());
        if (!initial.isEmpty()) {
            out.put("initial", Values.written(initial));
        }
        if (!inputs.isEmpty()) {
            out.put("inputs", inputs.stream().map(InputSpec::written).toList());
        }
        out.put("record", record.written());
        bold.ifPresent(b -> out.put("bold", b.written()));
        compare.ifPresent(c -> out.put("compare", c.written()));
        out.put("output", output.written());
        explore.ifPresent(e -> out.put("explore", e.written()));
        evolve.ifPresent(e -> out.put("evolve", e.written()));
        bifurcation.ifPresent(b -> out.put("bifurcation", b.written()));
        return out;
    }
}
