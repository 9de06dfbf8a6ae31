package dev.gyrus.datasets;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The 94 cerebral regions of the second automated anatomical labelling atlas, in the atlas's order: left before right.
 *
 * <p>The cerebellum (95 to 120) is left out, as in the datasets that come in this order. Hippocampus, parahippocampal
 * gyrus and amygdala (0-based 40–45) and caudate, putamen, pallidum and thalamus (74–81) count as subcortical there.
 *
 * <p>E. T. Rolls, M. Joliot, N. Tzourio-Mazoyer, Implementation of a new parcellation of the orbitofrontal cortex in the
 * automated anatomical labeling atlas, NeuroImage 122, 2015, doi:10.1016/j.neuroimage.2015.07.075.
 */
public final class Aal2 {
    private static final List<String> LABELS = Stream.of(
                    "Precentral",
                    "Frontal_Sup_2",
                    "Frontal_Mid_2",
                    "Frontal_Inf_Oper",
                    "Frontal_Inf_Tri",
                    "Frontal_Inf_Orb_2",
                    "Rolandic_Oper",
                    "Supp_Motor_Area",
                    "Olfactory",
                    "Frontal_Sup_Medial",
                    "Frontal_Med_Orb",
                    "Rectus",
                    "OFCmed",
                    "OFCant",
                    "OFCpost",
                    "OFClat",
                    "Insula",
                    "Cingulate_Ant",
                    "Cingulate_Mid",
                    "Cingulate_Post",
                    "Hippocampus",
                    "ParaHippocampal",
                    "Amygdala",
                    "Calcarine",
                    "Cuneus",
                    "Lingual",
                    "Occipital_Sup",
                    "Occipital_Mid",
                    "Occipital_Inf",
                    "Fusiform",
                    "Postcentral",
                    "Parietal_Sup",
                    "Parietal_Inf",
                    "SupraMarginal",
                    "Angular",
                    "Precuneus",
                    "Paracentral_Lobule",
                    "Caudate",
                    "Putamen",
                    "Pallidum",
                    "Thalamus",
                    "Heschl",
                    "Temporal_Sup",
                    "Temporal_Pole_Sup",
                    "Temporal_Mid",
                    "Temporal_Pole_Mid",
                    "Temporal_Inf")
            .flatMap(region -> Stream.of(region + "_L", region + "_R"))
            .toList();

    private static final int[] CORTICAL = IntStream.range(0, LABELS.size())
            .filter(region -> !((region >= 40 && region < 46) || (region >= 74 && region < 82)))
            .toArray();

    private Aal2() {}

    /** The names of all 94 regions. */
    public static List<String> labels() {
        return LABELS;
    }

    /** The indices of the 80 cortical regions, ascending. */
    public static int[] cortical() {
        return CORTICAL.clone();
    }
}
