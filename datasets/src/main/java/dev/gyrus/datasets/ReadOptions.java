package dev.gyrus.datasets;

import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to read a connectome or a dataset; {@link #defaults()} with changes.
 *
 * @param normalize default: {@link Normalization#MAX} for folders of subjects, {@link Normalization#NONE} otherwise
 * @param subcortical whether a folder of AAL2 subjects keeps its subcortical regions
 * @param selfConnections whether the diagonal of the weights is kept rather than zeroed
 * @param keys the names of arrays in files (of files in folders) by what they are: {@code weights}, {@code lengths},
 *     {@code delays}, {@code labels}, {@code centres}, {@code bold}, {@code fc}, {@code waytotal}, {@code nvoxel}; what is
 *     left out goes by its usual names
 * @param orientation needed only where a matrix is not symmetric and the layout doesn't say
 * @param labels names for the regions, in place of the file's; empty for those
 * @param repetitionTime between two BOLD samples, in ms, if the dataset doesn't say
 */
public record ReadOptions(
        Optional<Normalization> normalize,
        boolean subcortical,
        boolean selfConnections,
        Map<String, String> keys,
        Optional<Orientation> orientation,
        List<String> labels,
        Optional<Double> repetitionTime) {

    public ReadOptions {
        keys = Map.copyOf(keys);
        labels = List.copyOf(labels);
        Problems problems = new Problems();
        for (String key : keys.keySet()) {
            if (!Part.names().contains(key)) {
                problems.add(Problem.unknown("keys." + key, "part", key, Part.names()));
            }
        }
        repetitionTime.ifPresent(
                tr -> problems.require(tr > 0 && tr < 1e9, "repetition_time", "a positive number of ms", tr));
        problems.throwIfAny();
    }

    /** Nothing said. */
    public static ReadOptions defaults() {
        return new ReadOptions(Optional.empty(), false, false, Map.of(), Optional.empty(), List.of(), Optional.empty());
    }

    /** With a normalisation. */
    public ReadOptions normalize(Normalization normalize) {
        return new ReadOptions(
                Optional.of(normalize), subcortical, selfConnections, keys, orientation, labels, repetitionTime);
    }

    /** With or without subcortical regions. */
    public ReadOptions subcortical(boolean subcortical) {
        return new ReadOptions(normalize, subcortical, selfConnections, keys, orientation, labels, repetitionTime);
    }

    /** With the diagonal kept or zeroed. */
    public ReadOptions selfConnections(boolean selfConnections) {
        return new ReadOptions(normalize, subcortical, selfConnections, keys, orientation, labels, repetitionTime);
    }

    /** With names of arrays by what they are. */
    public ReadOptions keys(Map<String, String> keys) {
        return new ReadOptions(normalize, subcortical, selfConnections, keys, orientation, labels, repetitionTime);
    }

    /** With an orientation of asymmetric matrices. */
    public ReadOptions orientation(Orientation orientation) {
        return new ReadOptions(
                normalize, subcortical, selfConnections, keys, Optional.of(orientation), labels, repetitionTime);
    }

    /** With names for the regions. */
    public ReadOptions labels(List<String> labels) {
        return new ReadOptions(normalize, subcortical, selfConnections, keys, orientation, labels, repetitionTime);
    }

    /** With a repetition time, in ms. */
    public ReadOptions repetitionTime(double repetitionTime) {
        return new ReadOptions(
                normalize, subcortical, selfConnections, keys, orientation, labels, Optional.of(repetitionTime));
    }
}
