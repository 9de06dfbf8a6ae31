package dev.gyrus.fitting;

import java.io.Serializable;
import java.util.Arrays;

/**
 * One point of a parameter space.
 *
 * @param index its number, from 0
 * @param values one per axis, in declared units; NaN where the point leaves the experiment's own value
 */
public record Point(int index, double[] values) implements Serializable {

    public Point {
        values = values.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Point point && index == point.index && Arrays.equals(values, point.values);
    }

    @Override
    public int hashCode() {
        return 31 * index + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Point " + index + " " + Arrays.toString(values);
    }
}
