package dev.gyrus.models.aln;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/** Reads and writes the format that {@link CascadeTables} describes. All methods are thread-safe. */
final class CascadeFormat {
    private static final String FIRST_LINE = "gyrus cascade table 1";
    private static final int MAX_HEADER = 4096;
    private static final int ORDER = 3;
    /** Lattice indices end here: time constants are shorter than 100 ms. */
    private static final int MAX_INDEX = 9900;

    private CascadeFormat() {}

    static void write(CascadeTable table, OutputStream out) throws IOException {
        try (var gzip = new BufferedOutputStream(new GZIPOutputStream(out))) {
            gzip.write(header(table.settings()).getBytes(StandardCharsets.UTF_8));
            int stride = table.settings().grid().sigmaSize();
            writeArray(gzip, bits(table.values(0)), stride);
            writeArray(gzip, bits(table.values(1)), stride);
            writeArray(gzip, longs(table.tauMu()), stride);
            writeArray(gzip, longs(table.tauSigma()), stride);
            writeArray(gzip, bits(table.values(4)), stride);
            writeArray(gzip, bits(table.values(5)), stride);
        }
    }

    /**
     * @param file the name that errors carry
     * @throws GyrusException when the stream is not a cascade table
     */
    static CascadeTable read(InputStream stream, String file) throws IOException {
        try (var in = new DataInputStream(new GZIPInputStream(stream, 1 << 16))) {
            CascadeSettings settings = settings(header(in, file), file);
            int size = settings.grid().size();
            int stride = settings.grid().sigmaSize();
            double[] rate = doubles(readArray(in, size, stride));
            double[] meanVoltage = doubles(readArray(in, size, stride));
            long[] tauMu = readArray(in, size, stride);
            long[] tauSigma = readArray(in, size, stride);
            double[] oscillatorTau = doubles(readArray(in, size, stride));
            double[] oscillatorFrequency = doubles(readArray(in, size, stride));
            boolean valid = in.read() < 0
                    && Arrays.stream(rate).allMatch(x -> x >= 0)
                    && finite(rate)
                    && finite(meanVoltage)
                    && finite(oscillatorTau)
                    && finite(oscillatorFrequency)
                    && Arrays.stream(tauMu).allMatch(k -> k >= 0 && k <= MAX_INDEX)
                    && Arrays.stream(tauSigma).allMatch(k -> k >= -1 && k <= MAX_INDEX);
            if (!valid) {
                throw damaged(file, "other values");
            }
            return new CascadeTable(
                    settings,
                    rate,
                    meanVoltage,
                    Arrays.stream(tauMu).mapToInt(Math::toIntExact).toArray(),
                    Arrays.stream(tauSigma).mapToInt(Math::toIntExact).toArray(),
                    oscillatorTau,
                    oscillatorFrequency);
        } catch (EOFException e) {
            throw damaged(file, "a file that ends early");
        } catch (ZipException e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    private static boolean finite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    private static GyrusException damaged(String file, String given) {
        return GyrusException.input(Problem.of("", "a cascade table as 'gyrus tables' writes it", given)
                .at(file, 0));
    }

    private static String header(CascadeSettings settings) {
        TableGrid grid = settings.grid();
        var lines = new LinkedHashMap<String, Object>(settings.neuron().toMap());
        lines.put("mu.start", grid.muStart());
        lines.put("mu.stop", grid.muStop());
        lines.put("mu.size", grid.muSize());
        lines.put("sigma.start", grid.sigmaStart());
        lines.put("sigma.stop", grid.sigmaStop());
        lines.put("sigma.size", grid.sigmaSize());
        lines.put("reset_bin_quirk", settings.resetBinQuirk());
        lines.put("frequencies", settings.frequencies());
        var text = new StringBuilder(FIRST_LINE).append('\n');
        lines.forEach(
                (name, value) -> text.append(name).append(" = ").append(value).append('\n'));
        return text.append('\n').toString();
    }

    private static Map<String, String> header(DataInputStream in, String file) throws IOException {
        var text = new StringBuilder();
        while (!(text.length() > 1 && text.substring(text.length() - 2).equals("\n\n"))) {
            text.append((char) in.readUnsignedByte());
            if (text.length() > MAX_HEADER) {
                break;
            }
        }
        if (!text.toString().startsWith(FIRST_LINE + "\n")) {
            throw damaged(file, "another kind of gzip file");
        }
        var values = new LinkedHashMap<String, String>();
        text.toString().lines().skip(1).filter(line -> !line.isEmpty()).forEach(line -> {
            String[] parts = line.split(" = ", 2);
            values.put(parts[0], parts.length > 1 ? parts[1] : "");
        });
        return values;
    }

    private static CascadeSettings settings(Map<String, String> header, String file) {
        var problems = new Problems();
        var reader = new HeaderReader(header, problems);
        var neuron = new LinkedHashMap<String, Double>();
        for (String name : NeuronParameters.published().toMap().keySet()) {
            neuron.put(name, reader.real(name));
        }
        double muStart = reader.real("mu.start");
        double muStop = reader.real("mu.stop");
        int muSize = reader.integer("mu.size");
        double sigmaStart = reader.real("sigma.start");
        double sigmaStop = reader.real("sigma.stop");
        int sigmaSize = reader.integer("sigma.size");
        boolean quirk = Boolean.parseBoolean(header.get("reset_bin_quirk"));
        int frequencies = reader.integer("frequencies");
        try {
            problems.throwIfAny();
            return new CascadeSettings(
                    NeuronParameters.published().with(neuron),
                    new TableGrid(muStart, muStop, muSize, sigmaStart, sigmaStop, sigmaSize),
                    quirk,
                    frequencies);
        } catch (GyrusException e) {
            List<Problem> placed =
                    e.problems().stream().map(problem -> problem.at(file, 0)).toList();
            throw new GyrusException(GyrusException.Kind.INPUT, placed, e);
        }
    }

    /** Reads numbers from the header, collecting what isn't one. */
    private record HeaderReader(Map<String, String> header, Problems problems) {
        double real(String name) {
            return number(name, "a number", Double::valueOf, Double.NaN);
        }

        int integer(String name) {
            return number(name, "a whole number", Integer::valueOf, 0);
        }

        private <T> T number(String name, String expected, Function<String, T> parser, T otherwise) {
            String text = header.getOrDefault(name, "");
            try {
                return parser.apply(text);
            } catch (NumberFormatException e) {
                problems.add(Problem.of(name, expected, text.isEmpty() ? "nothing" : "'" + text + "'"));
                return otherwise;
            }
        }
    }

    private static void writeArray(OutputStream out, long[] values, int stride) throws IOException {
        long[] difference = values.clone();
        for (int order = 0; order < ORDER; order++) {
            for (int i = difference.length - 1; i >= stride; i--) {
                difference[i] -= difference[i - stride];
            }
        }
        byte[] plane = new byte[values.length];
        for (int shift = 56; shift >= 0; shift -= 8) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (byte) ((difference[i] << 1 ^ difference[i] >> 63) >>> shift);
            }
            out.write(plane);
        }
    }

    private static long[] readArray(DataInputStream in, int size, int stride) throws IOException {
        long[] values = new long[size];
        byte[] plane = new byte[size];
        for (int shift = 56; shift >= 0; shift -= 8) {
            in.readFully(plane);
            for (int i = 0; i < size; i++) {
                values[i] |= (plane[i] & 0xffL) << shift;
            }
        }
        for (int i = 0; i < size; i++) {
            values[i] = values[i] >>> 1 ^ -(values[i] & 1);
        }
        for (int order = 0; order < ORDER; order++) {
            for (int i = stride; i < size; i++) {
                values[i] += values[i - stride];
            }
        }
        return values;
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }

    private static double[] doubles(long[] bits) {
        return Arrays.stream(bits).mapToDouble(Double::longBitsToDouble).toArray();
    }

    private static long[] longs(int[] values) {
        return Arrays.stream(values).asLongStream().toArray();
    }
}
