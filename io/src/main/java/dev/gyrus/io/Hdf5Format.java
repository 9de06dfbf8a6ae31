package dev.gyrus.io;

import dev.gyrus.core.GyrusException;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.WritableNode;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * HDF5 files: every dataset of numbers up to three axes, and of text with one axis, named by its path.
 *
 * <p>MATLAB 7.3 files are HDF5 files whose axes are reversed; their reference groups ({@code #refs#}) are left out.
 */
final class Hdf5Format {
    private static final int DEEPEST = 16;

    private Hdf5Format() {}

    static NamedArrays read(Path path, boolean matlab) {
        Source file = Source.of(path);
        NamedArrays.Builder into = NamedArrays.builder(file.name());
        try (HdfFile hdf = new HdfFile(path)) {
            long end = hdf.getHdfBackingStorage().getSuperblock().getEndOfFileAddress();
            if (file.size() < end) {
                throw BadFile.content(
                        file.name(), "a complete HDF5 file of " + end + " bytes", file.size() + ": it is truncated");
            }
            new Reader(file, matlab, into).group(hdf, "", 0);
        } catch (GyrusException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            // The library trusts what it reads, so damage shows as an exception of any kind.
            throw BadFile.content(file.name(), "a complete HDF5 file", "a damaged or different one", e);
        }
        return into.build();
    }

    private record Reader(Source file, boolean matlab, NamedArrays.Builder into) {

        void group(Group group, String prefix, int depth) {
            for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
                String name = prefix + child.getKey();
                Node node = child.getValue();
                if (node.isLink() || child.getKey().startsWith("#")) {
                    continue;
                }
                if (node instanceof Dataset dataset) {
                    dataset(dataset, name);
                } else if (node instanceof Group inner && depth < DEEPEST) {
                    group(inner, name + "/", depth + 1);
                }
            }
        }

        private void dataset(Dataset dataset, String name) {
            Class<?> type = dataset.getJavaType();
            long[] shape = dataset.isEmpty() ? new long[0] : dataset.getDimensionsAsLong();
            if (dataset.isEmpty() || dataset.isCompound() || shape.length > 3) {
                into.other(name, "a dataset of another kind", "store it as floats of up to three axes");
            } else if (type == String.class && shape.length == 1) {
                Limits.values(file.name(), name, shape, 1, Limits.inflated(file.size()));
                into.text(name, Arrays.asList((String[]) dataset.getDataFlat()));
            } else if (isNumber(type) && !dataset.isVariableLength()) {
                int count = Limits.values(file.name(), name, shape, 1, Limits.inflated(file.size()));
                into.array(name, numbers(dataset, shape, count));
            } else {
                into.other(name, "a dataset of " + type.getSimpleName(), "store it as floats");
            }
        }

        private static boolean isNumber(Class<?> type) {
            return Number.class.isAssignableFrom(type)
                    || (type.isPrimitive() && type != char.class && type != boolean.class);
        }

        private NumericArray numbers(Dataset dataset, long[] shape, int count) {
            Object data = dataset.isScalar() ? dataset.getData() : dataset.getDataFlat();
            double[] values = new double[count];
            for (int k = 0; k < count; k++) {
                // Whole numbers without sign of 64 bits are objects.
                Object one = dataset.isScalar() ? data : Array.get(data, k);
                values[k] = ((Number) one).doubleValue();
            }
            int[] sizes = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
            NumericArray array = NumericArray.of(sizes, values);
            return matlab ? array.reversed() : array;
        }
    }

    static void write(Path path, NamedArrays arrays) throws IOException {
        try (WritableHdfFile hdf = HdfFile.write(path)) {
            describe(hdf, arrays.attributes(""));
            for (Map.Entry<String, NumericArray> entry : arrays.arrays().entrySet()) {
                if (entry.getValue().length() == 0) {
                    continue; // The library can't write arrays without values.
                }
                describe(
                        hdf.putDataset(entry.getKey().replace('/', '_'), nested(entry.getValue())),
                        arrays.attributes(entry.getKey()));
            }
            for (Map.Entry<String, List<String>> entry : arrays.texts().entrySet()) {
                if (entry.getValue().isEmpty()) {
                    continue;
                }
                hdf.putDataset(
                        entry.getKey().replace('/', '_'), entry.getValue().toArray(String[]::new));
            }
        } catch (HdfException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void describe(WritableNode node, Map<String, Object> attributes) {
        attributes.forEach((name, value) ->
                node.putAttribute(name, value instanceof List<?> texts ? texts.toArray(String[]::new) : value));
    }

    /** Java's nested arrays; a matrix in single precision has floats. */
    private static Object nested(NumericArray array) {
        if (array.precision() == Precision.SINGLE && array.rank() == 2) {
            float[][] out = new float[array.size(0)][array.size(1)];
            for (int k = 0; k < array.length(); k++) {
                out[k / array.size(1)][k % array.size(1)] = (float) array.values()[k];
            }
            return out;
        }
        return switch (array.rank()) {
            case 0 -> array.values()[0];
            case 1 -> array.values();
            case 2 -> array.rows();
            default -> {
                int n = array.size(1) * array.size(2);
                double[][][] out = new double[array.size(0)][][];
                for (int i = 0; i < out.length; i++) {
                    double[] slab = Arrays.copyOfRange(array.values(), i * n, (i + 1) * n);
                    out[i] = NumericArray.of(new int[] {array.size(1), array.size(2)}, slab)
                            .rows();
                }
                yield out;
            }
        };
    }
}
