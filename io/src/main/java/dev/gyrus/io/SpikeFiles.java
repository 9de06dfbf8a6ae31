package dev.gyrus.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Streams spikes into files: SONATA's for other programs, and comma-separated text.
 *
 * <p>SONATA is the format of K. Dai et al., "The SONATA data format for efficient description of large-scale network
 * models", PLoS Computational Biology 16(2), 2020, doi:10.1371/journal.pcbi.1007696.
 */
public final class SpikeFiles {
    /** What tells that an HDF5 file is SONATA's, and which version of it. */
    private static final int MAGIC = 0x0A7A;

    private static final int[] VERSION = {0, 1};

    private static final List<String> ORDERS = List.of("none", "by_id", "by_time");

    private SpikeFiles() {}

    /**
     * An HDF5 file in which {@code /spikes/<population>/timestamps} (ms) and {@code node_ids} stand beside each other, by
     * time and then by neuron.
     *
     * @param populations their names, in the order in which {@link SpikeWriter#append} counts them
     */
    public static SpikeWriter sonata(Path file, List<String> populations) {
        Hdf5Appender hdf = new Hdf5Appender(file);
        List<Hdf5Appender.Dataset> times = new ArrayList<>();
        List<Hdf5Appender.Dataset> nodes = new ArrayList<>();
        Map<String, Hdf5Appender.Node> groups = new LinkedHashMap<>();
        for (String name : populations) {
            Map<String, Hdf5Appender.Node> columns = new LinkedHashMap<>();
            times.add(hdf.dataset(Hdf5Type.FLOAT64).attribute(Hdf5Attribute.text("units", "milliseconds")));
            nodes.add(hdf.dataset(Hdf5Type.UINT64));
            columns.put("timestamps", times.get(times.size() - 1));
            columns.put("node_ids", nodes.get(nodes.size() - 1));
            groups.put(
                    name.replace('/', '_'),
                    hdf.group(columns).attribute(Hdf5Attribute.choice("sorting", ORDERS, "by_time")));
        }
        Hdf5Appender.Node root = hdf.group(Map.of("spikes", hdf.group(groups)))
                .attribute(Hdf5Attribute.numbers("magic", MAGIC))
                .attribute(Hdf5Attribute.numbers("version", VERSION));
        return new SpikeWriter() {
            @Override
            public void append(int population, double time, int[] neurons) {
                for (int neuron : neurons) {
                    times.get(population).append(Double.doubleToRawLongBits(time));
                    nodes.get(population).append(neuron);
                }
            }

            @Override
            public void close() {
                hdf.close(root);
            }
        };
    }

    /** Text with the header {@code t_ms,population,neuron} and a row for each spike. */
    public static SpikeWriter csv(Path file, List<String> populations) {
        Csv csv = new Csv(file);
        csv.header("t_ms", List.of("population", "neuron"));
        return new SpikeWriter() {
            @Override
            public void append(int population, double time, int[] neurons) {
                for (int neuron : neurons) {
                    csv.row(time, populations.get(population), neuron);
                }
            }

            @Override
            public void close() {
                csv.close();
            }
        };
    }
}
