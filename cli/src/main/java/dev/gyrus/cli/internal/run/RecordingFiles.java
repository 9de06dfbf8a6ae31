package dev.gyrus.cli.internal.run;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Observer.Channel;
import dev.gyrus.io.CsvFiles;
import dev.gyrus.io.NetcdfFiles;
import dev.gyrus.io.Precision;
import dev.gyrus.io.RecordingWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Streams what is recorded into {@code recording.nc} and {@code <variable>.csv}. */
final class RecordingFiles implements Sampler.Sink {
    /** Unless asked for, CSV is kept up to this size: larger files are no longer read by eye or spreadsheet. */
    private static final long LARGEST_CSV = 50_000_000;

    /** Samples between two looks at the size. */
    private static final int STRETCH = 256;

    /** CSV is given up at once where it would become so many times too large if it goes on as it began. */
    private static final int FAR_TOO_LARGE = 2;

    private static final String NO_CSV = "no CSV of what was recorded";

    private final Path folder;
    private final Optional<List<String>> formats;
    private final Precision precision;
    private final long expected;
    private final Map<String, ?> attributes;
    private List<Path> texts = List.of();
    private Optional<RecordingWriter> csv = Optional.empty();
    private Optional<RecordingWriter> netcdf = Optional.empty();
    private Optional<String> notice = Optional.empty();
    private long samples;

    /**
     * Files in a folder.
     *
     * @param formats which files to write; empty for the default
     * @param precision of the netCDF file
     * @param samples so many are expected
     * @param attributes of the netCDF file
     */
    RecordingFiles(
            Path folder, Optional<List<String>> formats, Precision precision, long samples, Map<String, ?> attributes) {
        this.folder = folder;
        this.formats = formats;
        this.precision = precision;
        this.expected = samples;
        this.attributes = attributes;
    }

    /** What was left out, in a sentence. */
    Optional<String> notice() {
        return notice;
    }

    /** Whether a notice is this one. */
    static boolean isNotice(String sentence) {
        return sentence.startsWith(NO_CSV);
    }

    @Override
    public void begin(List<Channel> channels) {
        List<RecordingWriter.Variable> variables = channels.stream()
                .map(channel -> new RecordingWriter.Variable(channel.name(), channel.unit(), channel.labels()))
                .toList();
        texts = channels.stream()
                .map(channel -> folder.resolve(channel.name() + ".csv"))
                .toList();
        if (formats.map(list -> list.contains("csv")).orElse(true)) {
            csv = Optional.of(CsvFiles.recording(folder, variables));
        }
        if (formats.map(list -> list.contains("netcdf")).orElse(true)) {
            Path file = folder.resolve("recording.nc");
            netcdf = Optional.of(NetcdfFiles.recording(file, variables, attributes, precision));
        }
    }

    @Override
    public void sample(double time, double[][] values) {
        csv.ifPresent(writer -> writer.append(time, values));
        netcdf.ifPresent(writer -> writer.append(time, values));
        samples++;
        if (samples % STRETCH == 0 && tooLarge(Math.max(1, expected / samples / FAR_TOO_LARGE))) {
            dropCsv();
        }
    }

    @Override
    public void close() {
        netcdf.ifPresent(RecordingWriter::close);
        csv.ifPresent(RecordingWriter::close);
        if (tooLarge(1)) {
            dropCsv();
        }
    }

    /** Whether a file would be too large, were it so many times larger. */
    private boolean tooLarge(long times) {
        return csv.isPresent()
                && formats.isEmpty()
                && texts.stream().anyMatch(file -> file.toFile().length() > LARGEST_CSV / times);
    }

    private void dropCsv() {
        csv.ifPresent(RecordingWriter::close);
        csv = Optional.empty();
        for (Path file : texts) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw GyrusException.run("cannot delete '" + file + "'");
            }
        }
        notice = Optional.of(NO_CSV + ": larger than " + LARGEST_CSV / 1_000_000
                + " MB; recording.nc has it, and output.formats: [csv, netcdf] writes both");
    }
}
