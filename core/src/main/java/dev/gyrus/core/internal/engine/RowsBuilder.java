package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Problem;
import dev.gyrus.core.Wiring;
import java.util.Arrays;
import java.util.TreeMap;

/** Collects rows; weights and delays are kept only from the first that differs on. */
final class RowsBuilder {
    private final Wiring wiring;
    private final double dt;
    private final String key;
    private final int[] starts;
    private short[] few;
    private int[] many;
    private double weight;
    private double[] weights;
    private int delay;
    private int[] delays;
    private int count;

    RowsBuilder(Wiring wiring, double dt, String key) {
        this.wiring = wiring;
        this.dt = dt;
        this.key = key;
        starts = new int[wiring.sources() + 1];
        int size = (int) Math.min(Integer.MAX_VALUE - 8, Math.max(16, wiring.size()));
        few = wiring.targets() <= Rows.FEW ? new short[size] : null;
        many = wiring.targets() <= Rows.FEW ? null : new int[size];
    }

    Problem add(int source) {
        int[] targets = wiring.targets(source);
        double[] ownWeights = wiring.weights(source);
        double[] ownDelays = wiring.delays(source);
        int n = targets.length;
        String place = " of source " + source;
        if (ownWeights.length != n && ownWeights.length != 1 || ownDelays.length != n && ownDelays.length != 1) {
            String given = ownWeights.length + " and " + ownDelays.length;
            return Problem.of(key + ".wiring", "one weight and one delay, or " + n + " of them" + place, given);
        }
        if ((long) count + n > Integer.MAX_VALUE - 8) {
            return Problem.of(key + ".wiring", "fewer than 2^31 synapses in one connection", "more");
        }
        reserve(count + n);
        for (int k = 0; k < n; k++) {
            int target = targets[k];
            if (target < 0 || target >= wiring.targets() || k > 0 && target < targets[k - 1]) {
                String expected = "ascending targets from 0 to " + (wiring.targets() - 1);
                return Problem.of(key + ".wiring", expected, target + place);
            }
            if (few != null) {
                few[count + k] = (short) target;
            } else {
                many[count + k] = target;
            }
        }
        for (int k = 0; k < Math.min(n, ownWeights.length); k++) {
            if (!Double.isFinite(ownWeights[k])) {
                return Problem.of(key + ".weight", "a finite number", ownWeights[k] + place);
            }
        }
        for (int k = 0; k < n; k++) {
            weigh(count + k, ownWeights[ownWeights.length == 1 ? 0 : k]);
        }
        for (int k = 0; k < n; k++) {
            double ms = ownDelays[ownDelays.length == 1 ? 0 : k];
            Problem problem = k > 0 && ownDelays.length == 1 ? null : check(ms, place);
            if (problem != null) {
                return problem;
            }
            delay(count + k, (int) Math.rint(ms / dt));
        }
        count += n;
        starts[source + 1] = count;
        return null;
    }

    private Problem check(double ms, String place) {
        if (!(ms >= 0) || ms / dt > 1 << 24) {
            return Problem.of(key + ".delay", "a delay in ms from 0 to " + (1 << 24) + " steps", ms + place);
        }
        if (ms > 0 && ms < dt * (1 - 1e-9)) {
            return Problem.of(key + ".delay", "0, or a delay not shorter than dt = " + dt + " ms", ms + place);
        }
        return null;
    }

    private void reserve(int size) {
        if (few != null && size > few.length) {
            few = Arrays.copyOf(few, grown(size));
        }
        if (many != null && size > many.length) {
            many = Arrays.copyOf(many, grown(size));
        }
        if (weights != null && size > weights.length) {
            weights = Arrays.copyOf(weights, grown(size));
        }
        if (delays != null && size > delays.length) {
            delays = Arrays.copyOf(delays, grown(size));
        }
    }

    private static int grown(int size) {
        return (int) Math.min(Integer.MAX_VALUE - 8, size + (long) size / 8);
    }

    private int capacity() {
        return few != null ? few.length : many.length;
    }

    private void weigh(int at, double value) {
        if (at == 0) {
            weight = value;
        } else if (weights == null && value != weight) {
            weights = new double[capacity()];
            Arrays.fill(weights, 0, at, weight);
        }
        if (weights != null) {
            weights[at] = value;
        }
    }

    private void delay(int at, int steps) {
        if (at == 0) {
            delay = steps;
        } else if (delays == null && steps != delay) {
            delays = new int[capacity()];
            Arrays.fill(delays, 0, at, delay);
        }
        if (delays != null) {
            delays[at] = steps;
        }
    }

    Rows rows() {
        few = few == null || few.length == count ? few : Arrays.copyOf(few, count);
        many = many == null || many.length == count ? many : Arrays.copyOf(many, count);
        weights = weights == null || weights.length == count ? weights : Arrays.copyOf(weights, count);
        return delays == null ? new Rows(starts, few, many, new int[] {delay}, weight, weights) : sorted();
    }

    /** Sorts each row by delay; equal delays keep their order. */
    private Rows sorted() {
        TreeMap<Integer, Integer> numbers = new TreeMap<>((a, b) -> Integer.compare(b, a));
        for (int p = 0; p < count; p++) {
            numbers.put(delays[p], 0);
        }
        int[] different = numbers.keySet().stream().mapToInt(Integer::intValue).toArray();
        int[] number = new int[different[0] + 1];
        for (int d = 0; d < different.length; d++) {
            number[different[d]] = d;
        }
        int width = different.length;
        int sources = starts.length - 1;
        int[] all = new int[Math.multiplyExact(sources, width) + 1];
        short[] fewSorted = few == null ? null : new short[count];
        int[] manySorted = many == null ? null : new int[count];
        double[] weightsSorted = weights == null ? null : new double[count];
        int[] next = new int[width];
        for (int source = 0; source < sources; source++) {
            Arrays.fill(next, 0);
            for (int p = starts[source]; p < starts[source + 1]; p++) {
                next[number[delays[p]]]++;
            }
            int at = starts[source];
            for (int d = 0; d < width; d++) {
                all[source * width + d] = at;
                at += next[d];
                next[d] = all[source * width + d];
            }
            for (int p = starts[source]; p < starts[source + 1]; p++) {
                int to = next[number[delays[p]]]++;
                if (fewSorted != null) {
                    fewSorted[to] = few[p];
                } else {
                    manySorted[to] = many[p];
                }
                if (weightsSorted != null) {
                    weightsSorted[to] = weights[p];
                }
            }
        }
        all[sources * width] = count;
        return new Rows(all, fewSorted, manySorted, different, weight, weightsSorted);
    }
}
