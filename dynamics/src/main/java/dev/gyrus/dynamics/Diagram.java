package dev.gyrus.dynamics;

import java.util.ArrayList;
import java.util.List;

/**
 * What states a flow has over a range of a parameter, and where they change.
 *
 * @param states what the elements of states stand for
 * @param parameters what the elements of parameter vectors stand for
 * @param parameter the one that moves
 * @param branches in the order in which they were found
 * @param searched how the branches were looked for, in sentences
 */
public record Diagram(
        List<String> states, List<String> parameters, String parameter, List<Branch> branches, List<String> searched) {
    public Diagram {
        states = List.copyOf(states);
        parameters = List.copyOf(parameters);
        branches = List.copyOf(branches);
        searched = List.copyOf(searched);
    }

    /** The special points of all branches. */
    public List<BranchPoint> special() {
        return branches.stream().flatMap(branch -> branch.special().stream()).toList();
    }

    /** The branches of one kind. */
    public List<Branch> of(Branch.Kind kind) {
        return branches.stream().filter(branch -> branch.kind() == kind).toList();
    }

    /** The same with more branches. */
    public Diagram with(List<Branch> more) {
        List<Branch> all = new ArrayList<>(branches);
        all.addAll(more);
        return new Diagram(states, parameters, parameter, all, searched);
    }
}
