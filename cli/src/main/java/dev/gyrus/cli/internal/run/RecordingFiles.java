package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Observer.Channel;
import dev.gyrus.io.CsvFiles;
import dev.gyrus.io.NetcdfFiles;
import dev.gyrus.io.RecordingWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Streams what is recorded into {@code recording.nc} and {@code <variable>.csv}. */
final class RecordingFiles implements Sampler.Sink {
    /** Unless asked for, CSV is written up to this size: larger files are no longer read by eye or spreadsheet. */
    private static final long LARGEST_CSV = 50_000_000;

    /** A number in CSV with its comma, on average. */
    private static final long CSV_BYTES = 19;

    private final Path folder;
    private final Optional<List<String>> formats;
    private final long samples;
    private final Map<String, ?> attributes;
    private final List<RecordingWriter> writers = new ArrayList<>();

    /**
     * Files in a folder.
     *
     * @param formats which files to write; empty for the default
     * @param samples how many there will be
     * @param attributes of the netCDF file
     */
    RecordingFiles(Path folder, Optional<List<String>> formats, long samples, Map<String, ?> attributes) {
        this.folder = folder;
        this.formats = formats;
        this.samples = samples;
        this.attributes = attributes;
    }

    @Override
    public void begin(List<Channel> channels) {
        List<RecordingWriter.Variable> variables = channels.stream()
                .map(channel -> new RecordingWriter.Variable(channel.name(), channel.unit(), channel.labels()))
                .toList();
        int widest = channels.stream().mapToInt(c -> c.labels().size()).max().orElse(0);
        boolean small = samples * (widest + 1) * CSV_BYTES <= LARGEST_CSV;
        if (formats.map(list -> list.contains("csv")).orElse(small)) {
            writers.add(CsvFiles.recording(folder, variables));
        }
        if (formats.map(list -> list.contains("netcdf")).orElse(true)) {
            writers.add(NetcdfFiles.recording(folder.resolve("recording.nc"), variables, attributes));
        }
    }

    @Override
    public void sample(double time, double[][] values) {
        writers.forEach(writer -> writer.append(time, values));
    }

    @Override
    public void close() {
        writers.forEach(RecordingWriter::close);
    }
}
