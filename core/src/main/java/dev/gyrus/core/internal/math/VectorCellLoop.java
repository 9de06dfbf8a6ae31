package dev.gyrus.core.internal.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Up to four quantities of a point in the lanes of one vector of 256 bits. */
final class VectorCellLoop implements CellLoop {
    private static final VectorSpecies<Double> FOUR = DoubleVector.SPECIES_256;

    @Override
    public void evaluate(double[] cells, int row, int quantities, double[][] out, int from, int to) {
        double[] out0 = out[0];
        double[] out1 = out[1];
        double[] out2 = out[Math.min(2, quantities - 1)];
        double[] out3 = out[quantities - 1];
        for (int i = from; i < to; i++) {
            double p = out0[i];
            double q = out1[i];
            int cell = ((int) p) * row + ((int) q) * (4 * quantities);
            DoubleVector u = DoubleVector.broadcast(FOUR, p - (int) p);
            DoubleVector v = DoubleVector.broadcast(FOUR, q - (int) q);
            DoubleVector a = DoubleVector.fromArray(FOUR, cells, cell);
            DoubleVector b = DoubleVector.fromArray(FOUR, cells, cell + quantities);
            DoubleVector c = DoubleVector.fromArray(FOUR, cells, cell + 2 * quantities);
            DoubleVector d = DoubleVector.fromArray(FOUR, cells, cell + 3 * quantities);
            DoubleVector values = v.fma(u.fma(d, c), u.fma(b, a));
            // With fewer than four quantities the upper lanes are not results: a lower one overwrites them.
            out3[i] = values.lane(3);
            out2[i] = values.lane(2);
            out1[i] = values.lane(1);
            out0[i] = values.lane(0);
        }
    }
}
