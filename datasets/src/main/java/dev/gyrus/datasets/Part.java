package dev.gyrus.datasets;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an array of a dataset can be, and the names that it usually goes by (case doesn't matter). */
enum Part {
    WEIGHTS("weights", "sc", "cm", "cmat", "connectivity", "c"),
    LENGTHS("lengths", "len", "tract_lengths", "dmat", "length", "l", "d"),
    DELAYS("delays", "delay"),
    LABELS("labels", "region_labels", "names", "regions"),
    CENTRES("centres", "centers", "positions"),
    BOLD("bold", "tc"),
    FC("fc", "fcmat"),
    WAYTOTAL("waytotal"),
    NVOXEL("nvoxel");

    private final List<String> usual;

    Part(String... usual) {
        this.usual = List.of(usual);
    }

    List<String> usual() {
        return usual;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Part::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
