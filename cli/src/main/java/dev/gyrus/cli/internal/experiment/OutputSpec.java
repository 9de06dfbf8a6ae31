package dev.gyrus.cli.internal.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code output} section.
 *
 * @param formats as written; empty for netCDF, and CSV where it stays small
 */
public record OutputSpec(Optional<List<String>> formats) {
    private static final List<String> KNOWN = List.of("csv", "netcdf", "hdf5", "npz", "mat");

    static OutputSpec read(Section section) {
        Optional<List<String>> formats = section.has("formats")
                ? Optional.of(section.list("formats", (value, at) -> section.name(value, at, "format", KNOWN)))
                : Optional.empty();
        section.done();
        return new OutputSpec(formats);
    }

    Map<String, Object> written() {
        return formats.map(list -> Map.<String, Object>of("formats", list)).orElse(Map.of());
    }
}
