package dev.gyrus.core;

import java.util.List;

/**
 * A connectome and the subjects it may be compared with.
 *
 * @param name short name, as used in experiment files
 * @param description one line; says so when the data are synthetic
 * @param connectome the (average) connectome
 * @param subjects in the order of their names; empty where only a connectome is known
 * @param repetitionTime between two BOLD samples of the subjects, in ms; 0 where there are none
 */
public record Dataset(
        String name, String description, Connectome connectome, List<Subject> subjects, double repetitionTime) {

    public Dataset {
        subjects = List.copyOf(subjects);
    }
}
