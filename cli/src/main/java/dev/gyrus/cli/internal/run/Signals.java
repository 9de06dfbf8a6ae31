package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.BoldSpec;
import dev.gyrus.cli.internal.experiment.CompareSpec;
import dev.gyrus.cli.internal.experiment.Experiment;
import java.util.List;
import java.util.Optional;

/** Which groups give which recorded variable: the one it names, or all that have it. */
record Signals(List<Group> groups) {

    private List<Group> having(String variable) {
        return groups.stream().filter(group -> group.hasVariable(variable)).toList();
    }

    /** A variable's unit, if its group is known. */
    Optional<String> unit(String variable) {
        return having(variable).stream()
                .findFirst()
                .map(group -> Declared.variable(group.node().orElseThrow(), group.local(variable)));
    }

    /** The columns of a variable as they are recorded, if all groups are known; a homogeneous network's are its nodes. */
    Optional<List<String>> columns(Optional<String> variable) {
        if (groups.size() == 1 && groups.get(0).name().isEmpty()) {
            return groups.get(0).columns();
        }
        return variable.filter(name -> groups.stream().allMatch(Group::isWhole))
                .map(name -> having(name).stream()
                        .flatMap(group -> group.columns().orElseThrow().stream())
                        .toList());
    }

    /** The variable that is compared with subjects, or that drives the BOLD signal that is, if it is known. */
    Optional<String> compared(Experiment experiment) {
        Optional<String> named =
                experiment.compare().map(CompareSpec::signal).filter(signal -> !signal.equals(CompareSpec.BOLD));
        return named.or(() -> experiment.bold().flatMap(BoldSpec::source));
    }
}
