package dev.gyrus.cli.internal.run;

import dev.gyrus.bold.Bold;
import dev.gyrus.cli.internal.experiment.BoldSpec;
import dev.gyrus.cli.internal.experiment.CompareSpec;
import dev.gyrus.cli.internal.experiment.Experiment;
import dev.gyrus.core.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which groups give which recorded variable: the one it names, or all that have it. */
record Signals(List<Group> groups) {

    /**
     * What drives the BOLD signal of a group.
     *
     * @param source as written
     */
    record Driver(Group group, String source) {
        /** The name that observers know it by. */
        String variable() {
            return group.qualified(source);
        }

        String unit() {
            return Declared.variable(group.node().orElseThrow(), group.local(source));
        }
    }

    private boolean isWhole() {
        return groups.stream().allMatch(Group::isWhole);
    }

    private Stream<Group> having(String variable) {
        return groups.stream().filter(group -> group.hasVariable(variable));
    }

    /** What drives BOLD, in the order of the network; each source does in every group that has it. */
    List<Driver> drivers(List<String> sources) {
        return groups.stream()
                .flatMap(group -> sources.stream().filter(group::hasVariable).map(source -> new Driver(group, source)))
                .toList();
    }

    /**
     * The sources of BOLD where none is named: what each model names, in all groups where that is a rate; what it records
     * by default where a drive says which rate that stands for. Flat names where these say the same.
     */
    List<String> ownSources(BoldSpec spec) {
        List<Driver> own = groups.stream()
                .map(group -> new Driver(group, ownSource(group.node().orElseThrow(), spec)))
                .toList();
        List<Driver> rates =
                own.stream().filter(driver -> Bold.isRate(driver.unit())).toList();
        List<Driver> driven = spec.drive().isPresent() || rates.isEmpty() ? own : rates;
        List<String> flat = driven.stream().map(Driver::source).distinct().toList();
        return drivers(flat).equals(driven)
                ? flat
                : driven.stream().map(Driver::variable).toList();
    }

    private static String ownSource(Node node, BoldSpec spec) {
        return spec.drive().isPresent() ? node.defaultOutput() : node.boldInput();
    }

    /** The groups that nothing drives, each with what its model would have driven it by. */
    List<String> undriven(List<String> sources) {
        return groups.stream()
                .filter(group -> sources.stream().noneMatch(group::hasVariable))
                .map(group -> group.name() + " (" + group.node().orElseThrow().boldInput() + ")")
                .toList();
    }

    /** The columns of BOLD, if all groups are known; a homogeneous network's are its nodes. */
    Optional<List<String>> columns(BoldSpec spec) {
        if (isHomogeneous()) {
            return groups.get(0).columns();
        }
        return Optional.of(spec.sources())
                .filter(sources -> !sources.isEmpty() && isWhole())
                .map(sources -> columns(drivers(sources).stream().map(Driver::group)));
    }

    private boolean isHomogeneous() {
        return groups.size() == 1 && groups.get(0).name().isEmpty();
    }

    private static List<String> columns(Stream<Group> groups) {
        return groups.flatMap(group -> group.columns().orElseThrow().stream()).toList();
    }

    /** The columns of what is compared with subjects, a variable or BOLD, if they are known. */
    Optional<List<String>> compared(Experiment experiment) {
        if (isHomogeneous()) {
            return groups.get(0).columns();
        }
        Optional<String> named =
                experiment.compare().map(CompareSpec::signal).filter(signal -> !signal.equals(CompareSpec.BOLD));
        return named.isPresent()
                ? named.filter(name -> isWhole()).map(name -> columns(having(name)))
                : experiment.bold().flatMap(this::columns);
    }
}
