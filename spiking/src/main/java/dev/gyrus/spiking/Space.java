package dev.gyrus.spiking;

import dev.gyrus.core.GyrusException;

/**
 * Where the neurons of a population lie, for wiring that depends on distance. A space has no unit of its own: lengths of a
 * rule are in that of its sizes. Neurons are spread evenly, whatever their number, so that two populations can share a space.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface Space {
    /** The distance between neuron i of n and neuron j of m. */
    double distance(int i, int n, int j, int m);

    /** A ring: neuron i of n lies at i/n of the circumference. */
    static Space ring(double circumference) {
        return new Ring(positive("circumference", circumference));
    }

    /**
     * A sheet whose opposite edges are joined: n neurons lie on a grid of ⌈√(n·width/height)⌉ columns, row by row, each in the
     * middle of its cell.
     */
    static Space sheet(double width, double height) {
        return new Sheet(positive("width", width), positive("height", height));
    }

    private static double positive(String name, double length) {
        if (!(length > 0 && Double.isFinite(length))) {
            throw GyrusException.input("space." + name, "a positive length", String.valueOf(length));
        }
        return length;
    }

    /** {@link #ring}. */
    record Ring(double circumference) implements Space {
        @Override
        public double distance(int i, int n, int j, int m) {
            return circumference * around((double) i / n - (double) j / m);
        }
    }

    /** {@link #sheet}. */
    record Sheet(double width, double height) implements Space {
        @Override
        public double distance(int i, int n, int j, int m) {
            int wide = columns(n);
            int broad = columns(m);
            double dx = width * around((i % wide + 0.5) / wide - (j % broad + 0.5) / broad);
            double dy = height * around((i / wide + 0.5) / rows(n, wide) - (j / broad + 0.5) / rows(m, broad));
            return Math.sqrt(dx * dx + dy * dy);
        }

        private int columns(int n) {
            return (int) Math.max(1, Math.ceil(Math.sqrt(n * width / height)));
        }

        private static int rows(int n, int columns) {
            return (n + columns - 1) / columns;
        }
    }

    /** The shorter way round a circle of circumference one. */
    private static double around(double difference) {
        double d = Math.abs(difference);
        return Math.min(d, 1 - d);
    }
}
