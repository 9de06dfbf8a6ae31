package dev.gyrus.stimulus;

import dev.gyrus.core.Problems;
import dev.gyrus.core.Stimulus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Signals at given times, each with its own clock from its start, and 0 between them.
 *
 * <pre>{@code
 * Protocol.empty().add(100, 200, Constant.of(0.3)).add(500, 900, Sinusoid.of(0.2, 8))
 * }</pre>
 *
 * <p>Starts are included, ends excluded, both met within {@link Stimulus#SAME_TIME}. Thread-safe.
 *
 * @param items in the order of their times; none begins before the one before it has ended
 */
public record Protocol(List<Item> items) implements Stimulus {

    /**
     * One signal of a protocol.
     *
     * @param start in ms
     * @param end in ms; may be infinite
     * @param signal its time t is the protocol's start + t
     */
    public record Item(double start, double end, Stimulus signal) {}

    public Protocol {
        List<Item> ordered = new ArrayList<>(items);
        ordered.sort(Comparator.comparingDouble(Item::start));
        Problems problems = new Problems();
        double before = Double.NEGATIVE_INFINITY;
        for (Item item : ordered) {
            String given = item.start + " to " + item.end + " ms";
            boolean times = Double.isFinite(item.start) && item.start < item.end;
            problems.require(times, "protocol", "a finite start before the end", given);
            problems.require(
                    !(item.start < before), "protocol", "a start not before the last end, " + before + " ms", given);
            before = item.end;
        }
        problems.throwIfAny();
        items = List.copyOf(ordered);
    }

    /** 0 at all times, to {@link #add} to. */
    public static Protocol empty() {
        return new Protocol(List.of());
    }

    /** The same signal in windows of one length, each starting its clock anew. */
    public static Protocol repeated(Stimulus signal, double length, double... starts) {
        List<Item> items = new ArrayList<>();
        for (double start : starts) {
            items.add(new Item(start, start + length, signal));
        }
        return new Protocol(items);
    }

    /** This protocol with a signal from one time to another, in ms. */
    public Protocol add(double start, double end, Stimulus signal) {
        List<Item> all = new ArrayList<>(items);
        all.add(new Item(start, end, signal));
        return new Protocol(all);
    }

    @Override
    public double at(double t) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.get(middle).start - SAME_TIME <= t) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return 0;
        }
        Item item = items.get(low - 1);
        return t < item.end - SAME_TIME ? item.signal.at(t - item.start) : 0;
    }

    @Override
    public Stimulus over(double duration) {
        return new Protocol(items.stream().map(item -> played(item, duration)).toList());
    }

    private static Item played(Item item, double duration) {
        double length = (item.end < Double.POSITIVE_INFINITY ? item.end : duration) - item.start;
        return length > 0 ? new Item(item.start, item.end, item.signal.over(length)) : item;
    }
}
