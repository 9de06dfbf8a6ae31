package dev.gyrus.cli.internal.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code output} section.
 *
 * @param formats some of csv, netcdf, hdf5, npz and mat; empty for netCDF, and CSV where it stays small
 * @param figures whether to draw what was recorded
 */
public record OutputSpec(Optional<List<String>> formats, boolean figures) {
    private static final List<String> KNOWN = List.of("csv", "netcdf", "hdf5", "npz", "mat", "nc", "h5");
    private static final Map<String, String> SHORT = Map.of("nc", "netcdf", "h5", "hdf5");

    static OutputSpec read(Section section) {
        Optional<List<String>> formats = section.has("formats")
                ? Optional.of(section.list(
                        "formats",
                        (value, at) ->
                                section.name(value, at, "format", KNOWN).map(name -> SHORT.getOrDefault(name, name))))
                : Optional.empty();
        OutputSpec spec = new OutputSpec(formats, section.flag("figures", true));
        section.done();
        return spec;
    }

    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        formats.ifPresent(list -> out.put("formats", list));
        out.put("figures", figures);
        return out;
    }
}
