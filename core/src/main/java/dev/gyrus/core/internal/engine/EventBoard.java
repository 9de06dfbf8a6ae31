package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Observer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What threads share of spikes: who fired lately, and until when neurons are refractory. */
final class EventBoard {
    /** Lanes that one number of a snapshot tells of. */
    private static final int BITS = 32;

    private final EventPlan plan;
    private final SpikeLists[][] lists;
    private final double[][] until;
    private final double[][] kept;
    private final double[][] history;
    private final int[] longest;

    /**
     * @param parts threads
     * @param block the most steps that are taken before what fired is read
     */
    EventBoard(Plan plan, int parts, int block) {
        this.plan = plan.events();
        int n = this.plan.firing().size();
        lists = new SpikeLists[n][parts];
        until = new double[n][];
        kept = new double[n][];
        history = new double[n][];
        longest = new int[n];
        for (int f = 0; f < n; f++) {
            int group = this.plan.firing().get(f).group();
            int lanes = plan.groups().get(group).lanes();
            longest[f] = this.plan.longestFrom(group);
            for (int part = 0; part < parts; part++) {
                lists[f][part] = new SpikeLists(longest[f] + 2 * block);
            }
            until[f] = new double[lanes];
            kept[f] = new double[lanes];
            history[f] = new double[longest[f] * words(lanes)];
        }
    }

    private static int words(int lanes) {
        return (lanes + BITS - 1) / BITS;
    }

    SpikeLists[] lists(int firing) {
        return lists[firing];
    }

    /** The last sample at which each lane is refractory. */
    double[] until(int firing) {
        return until[firing];
    }

    /** The lanes {@code from … to − 1} of a group that fired at a sample, counted from {@code from}. */
    int[] fired(int group, int from, int to, long sample) {
        int f = plan.firingOf(group);
        if (f < 0) {
            return Observer.Block.NONE;
        }
        int[] fired = new int[count(group, from, to, sample)];
        int at = 0;
        for (SpikeLists part : lists[f]) {
            int[] list = part.at(sample);
            int end = SpikeLists.find(list, to);
            for (int i = SpikeLists.find(list, from); i < end; i++) {
                fired[at++] = list[i] - from;
            }
        }
        return fired;
    }

    /** How many of these lanes fired. */
    int count(int group, int from, int to, long sample) {
        int count = 0;
        for (SpikeLists part : lists[plan.firingOf(group)]) {
            int[] list = part.at(sample);
            count += SpikeLists.find(list, to) - SpikeLists.find(list, from);
        }
        return count;
    }

    /** Notes what a block changes and its repetition needs. */
    void keep() {
        for (int f = 0; f < until.length; f++) {
            System.arraycopy(until[f], 0, kept[f], 0, until[f].length);
        }
    }

    /** Goes back to what was kept. */
    void goBack() {
        for (int f = 0; f < until.length; f++) {
            System.arraycopy(kept[f], 0, until[f], 0, until[f].length);
        }
    }

    /** The arrays of a group that a snapshot holds; {@link #write} before, {@link #read} after they are exchanged. */
    List<double[]> memory(int group) {
        int f = plan.firingOf(group);
        return f < 0 ? List.of() : new ArrayList<>(List.of(until[f], history[f]));
    }

    /** Writes down who fired, as sets of lanes. */
    void write(long sample) {
        for (int f = 0; f < history.length; f++) {
            Arrays.fill(history[f], 0);
            int words = words(until[f].length);
            for (int back = 0; back < longest[f]; back++) {
                for (SpikeLists part : lists[f]) {
                    for (int lane : part.at(sample - back)) {
                        history[f][back * words + lane / BITS] += 1L << lane % BITS;
                    }
                }
            }
        }
    }

    /** Reads who fired; all of it is given to the first part, which makes no difference. */
    void read(long sample) {
        for (int f = 0; f < history.length; f++) {
            int words = words(until[f].length);
            for (SpikeLists part : lists[f]) {
                part.clear();
            }
            int[] lanes = new int[until[f].length];
            for (int back = 0; back < longest[f]; back++) {
                int count = 0;
                for (int lane = 0; lane < lanes.length; lane++) {
                    if (((long) history[f][back * words + lane / BITS] >> lane % BITS & 1) == 1) {
                        lanes[count++] = lane;
                    }
                }
                lists[f][0].put(sample - back, lanes, count);
            }
        }
    }
}
