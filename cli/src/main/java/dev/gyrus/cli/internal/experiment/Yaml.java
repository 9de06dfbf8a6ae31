package dev.gyrus.cli.internal.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

/** Writes nested maps, lists, numbers and text as YAML. */
public final class Yaml {
    private static final int WIDTH = 120;

    private Yaml() {}

    public static String write(Map<String, Object> document) {
        DumpSettings settings = DumpSettings.builder().setWidth(WIDTH).build();
        return new Dump(settings).dumpToString(plain(document));
    }

    /** The same with arrays as lists. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> out = new LinkedHashMap<>();
            map.forEach((key, inner) -> out.put(key, plain(inner)));
            return out;
        }
        if (value instanceof List<?> list) {
            List<Object> out = new ArrayList<>();
            list.forEach(inner -> out.add(plain(inner)));
            return out;
        }
        if (value instanceof double[] numbers) {
            return Arrays.stream(numbers).boxed().toList();
        }
        if (value instanceof double[][] matrix) {
            return Arrays.stream(matrix)
                    .map(row -> Arrays.stream(row).boxed().toList())
                    .toList();
        }
        return value;
    }
}
