package dev.gyrus.bold;

import dev.gyrus.core.Observer;
import dev.gyrus.core.Series;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Feeds rates to an observer as an engine would. */
final class Rates {
    private Rates() {}

    static Observer.Scope scope(double dt, long firstStep, String unit, double scale, int regions) {
        List<String> labels =
                IntStream.range(0, regions).mapToObj(Integer::toString).toList();
        return new Observer.Scope(dt, firstStep, List.of(new Observer.Channel("rates_exc", unit, scale, labels)));
    }

    /** One run in blocks of a fixed length; {@code rates[step][region]} in Hz. */
    static Series feed(Bold bold, double dt, double[][] rates, int block) {
        bold.begin(scope(dt, 0, "Hz", 1, rates[0].length));
        blocks(bold, rates, 0, rates.length, block);
        bold.end();
        return bold.bold();
    }

    static Series feed(Bold bold, double dt, double[][] rates) {
        return feed(bold, dt, rates, 1000);
    }

    static void blocks(Bold bold, double[][] rates, int from, int to, int block) {
        for (int first = from; first < to; first += block) {
            bold.observe(view(rates, first, Math.min(block, to - first)));
        }
    }

    private static Observer.Block view(double[][] rates, int first, int steps) {
        return new Observer.Block() {
            @Override
            public long firstStep() {
                return first;
            }

            @Override
            public int steps() {
                return steps;
            }

            @Override
            public double[] row(int channel, int k) {
                return rates[first + k];
            }
        };
    }

    /** Rates of one region. */
    static double[][] of(int steps, IntToRate rate) {
        double[][] rates = new double[steps][1];
        for (int k = 0; k < steps; k++) {
            rates[k][0] = rate.at(k);
        }
        return rates;
    }

    /** A population that jumps between 1 Hz and 25 Hz, with fluctuations of 5 ms and a slow drift, cut off at 0. */
    static double[][] noisy(int steps, double dt, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] s = new double[3];
        return of(steps, k -> {
            s[0] += -s[0] * dt / 5 + Math.sqrt(dt) * random.nextGaussian();
            s[1] += -s[1] * dt / 2000 + Math.sqrt(dt) * random.nextGaussian();
            s[2] = random.nextDouble() < dt / 400 ? 1 - s[2] : s[2];
            return Math.max(0, 1 + 24 * s[2] + 3 * s[0] + 0.2 * s[1]);
        });
    }

    interface IntToRate {
        double at(int step);
    }
}
