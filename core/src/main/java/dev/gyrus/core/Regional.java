package dev.gyrus.core;

import dev.gyrus.core.internal.kernel.Formula;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Parser;
import dev.gyrus.core.internal.language.Trees;
import java.util.Map;

/** Values of a parameter made from maps over regions. */
final class Regional {
    private Regional() {}

    /**
     * An expression evaluated region by region.
     *
     * @param key what errors call it
     * @param expression in the names of the maps
     * @param maps one value per region each
     * @return one value per region; one where the expression reads no map
     */
    static double[] values(String key, String expression, Map<String, double[]> maps) {
        Expr parsed = Parser.expression(expression, key);
        Problems problems = new Problems();
        int regions = -1;
        for (String name : Trees.names(parsed)) {
            double[] map = maps.get(name);
            if (map == null) {
                problems.add(Problem.unknown(key, "map", name, maps.keySet()));
            } else if (regions < 0) {
                regions = map.length;
            } else {
                problems.require(
                        map.length == regions, key + "." + name, regions + " values, as the other maps", map.length);
            }
        }
        problems.throwIfAny();
        Formula formula = Formula.of(parsed);
        double[] values = new double[Math.max(1, regions)];
        for (int i = 0; i < values.length; i++) {
            int region = i;
            values[i] = formula.value(name -> maps.get(name)[region]);
        }
        return values;
    }
}
