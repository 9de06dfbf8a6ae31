package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Problem;

/** Finds the file and line of a key, for problems that show up after reading. */
public final class Places {
    private final Value root;

    Places(Value root) {
        this.root = root;
    }

    /** The problem with the place of its key, or of the nearest part of it that was written. */
    public Problem locate(Problem problem) {
        if (!problem.file().isEmpty()) {
            return problem;
        }
        Value value = root;
        Place place = root.place();
        String rest = problem.key();
        while (!rest.isEmpty()) {
            KeyPath.Step step = KeyPath.next(value, rest);
            if (step.value().isEmpty()) {
                break;
            }
            Value below = step.value().get();
            place = value instanceof Value.Mapping mapping ? mapping.keys().get(step.key()) : below.place();
            value = below;
            rest = step.rest();
        }
        return place.mark(problem);
    }
}
