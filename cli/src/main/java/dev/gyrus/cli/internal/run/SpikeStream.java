package dev.gyrus.cli.internal.run;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Steps;
import dev.gyrus.io.SpikeFiles;
import dev.gyrus.io.SpikeWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Streams spikes into {@code spikes.h5} and, where that stays small or is asked for, {@code spikes.csv}. */
final class SpikeStream implements Observer {
    static final String SONATA = "spikes.h5";
    static final String CSV = "spikes.csv";

    /** Unless asked for, text is kept up to this size. */
    private static final long LARGEST_CSV = 50_000_000;

    /** Blocks between two looks at the size. */
    private static final int STRETCH = 64;

    private final List<Source> sources;
    private final double from;
    private final boolean asked;
    private final Path text;
    private final SpikeWriter sonata;
    private Optional<SpikeWriter> csv;
    private Optional<String> notice = Optional.empty();
    private double dt;
    private int blocks;

    /**
     * A population whose spikes are written.
     *
     * @param population as the network calls it
     * @param name as files call it
     * @param chosen the neurons whose spikes are; empty for all
     */
    record Source(String population, String name, BitSet chosen) {
        private int[] of(int[] fired) {
            return chosen.isEmpty() || fired.length == 0
                    ? fired
                    : Arrays.stream(fired).filter(chosen::get).toArray();
        }
    }

    /**
     * Files in a folder.
     *
     * @param from spikes up to this time are not written, in ms
     * @param formats which files to write; empty for the default
     */
    SpikeStream(Path folder, List<Source> sources, double from, Optional<List<String>> formats) {
        this.sources = sources;
        this.from = from;
        asked = formats.isPresent();
        List<String> names = sources.stream().map(Source::name).toList();
        text = folder.resolve(CSV);
        sonata = SpikeFiles.sonata(folder.resolve(SONATA), names);
        boolean wanted = formats.map(list -> list.contains("csv")).orElse(true);
        csv = wanted ? Optional.of(SpikeFiles.csv(text, names)) : Optional.empty();
    }

    /** What was left out, in a sentence. */
    Optional<String> notice() {
        return notice;
    }

    @Override
    public List<String> variables() {
        return List.of();
    }

    @Override
    public void begin(Scope scope) {
        dt = scope.dt();
    }

    @Override
    public void observe(Block block) {
        for (int k = 0; k < block.steps(); k++) {
            double time = Steps.time(block.firstStep() + k + 1, dt);
            for (int p = 0; p < sources.size() && time > from; p++) {
                int[] fired = sources.get(p).of(block.fired(sources.get(p).population(), k));
                if (fired.length > 0) {
                    sonata.append(p, time, fired);
                    write(p, time, fired);
                }
            }
        }
        if (++blocks % STRETCH == 0) {
            check();
        }
    }

    private void write(int p, double time, int[] fired) {
        csv.ifPresent(writer -> writer.append(p, time, fired));
    }

    @Override
    public void end() {
        sonata.close();
        csv.ifPresent(SpikeWriter::close);
        check();
    }

    private void check() {
        if (csv.isEmpty() || asked || text.toFile().length() <= LARGEST_CSV) {
            return;
        }
        csv.get().close();
        csv = Optional.empty();
        try {
            Files.deleteIfExists(text);
        } catch (IOException e) {
            throw GyrusException.run("cannot delete '" + text + "'");
        }
        notice = Optional.of("no " + CSV + ": larger than " + LARGEST_CSV / 1_000_000 + " MB; " + SONATA
                + " has the spikes, and output.formats: [csv] writes both");
    }
}
