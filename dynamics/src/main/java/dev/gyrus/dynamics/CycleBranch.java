package dev.gyrus.dynamics;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.dynamics.internal.Orbit;
import dev.gyrus.dynamics.internal.Profile;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A family of cycles over one parameter, computed while one goes along it.
 *
 * <pre>{@code
 * CycleBranch.ofHopf(flow, atHopf, 0, state, 0, 2, CycleOptions.defaults()).stream()
 *         .forEach(point -> draw(point.cycle().parameter(0), point.cycle().minimum(0), point.cycle().maximum(0)));
 * }</pre>
 *
 * <p>The last point's event says why the branch ends. Events lie between the points at which they were noticed, in their order along the branch. Every iterator
 * starts anew; the branch is as thread-safe as its flow.
 */
public final class CycleBranch implements Iterable<CyclePoint> {
    private final Supplier<Iterator<CyclePoint>> start;

    private CycleBranch(Supplier<Iterator<CyclePoint>> start) {
        this.start = start;
    }

    /**
     * The cycles born at a Hopf point.
     *
     * @param parameters of the system, at the Hopf point
     * @param free index of the parameter that varies
     * @param state the equilibrium there
     * @param from smallest value of the parameter
     * @param to largest value
     * @throws GyrusException if there is no pair of imaginary eigenvalues
     */
    public static CycleBranch ofHopf(
            Flow flow, double[] parameters, int free, double[] state, double from, double to, CycleOptions options) {
        check(flow, parameters, free, from, to);
        return new CycleBranch(() -> {
            HopfStart hopf = HopfStart.of(flow, parameters, free, state, options.intervals());
            CycleSystem system = new CycleSystem(flow, parameters, free);
            return new CycleWalk(system, hopf.orbit(), true, hopf.floors(), from, to, options);
        });
    }

    /**
     * The cycles on one side of a given one.
     *
     * @param free index of the parameter that varies
     * @param rising whether the parameter rises at first
     * @param from smallest value of the parameter
     * @param to largest value
     */
    public static CycleBranch ofCycle(
            Flow flow, Cycle cycle, int free, boolean rising, double from, double to, CycleOptions options) {
        cycle.check(flow);
        check(flow, cycle.parameters(), free, from, to);
        return new CycleBranch(() -> {
            CycleSystem system = new CycleSystem(flow, cycle.parameters(), free);
            Profile profile = cycle.profile();
            Orbit start = system.at(profile, cycle.period(), cycle.parameter(free), options.tolerance());
            if (start == null) {
                throw GyrusException.input("cycle", "a periodic solution of this system", "none");
            }
            Orbit turned = (start.scalarDirection()[1] > 0) == rising ? start : start.scaled(-1);
            return new CycleWalk(system, turned, false, CycleSystem.floors(profile), from, to, options);
        });
    }

    /**
     * The cycles of twice the period that branch off at a period doubling.
     *
     * @param cycle a point with {@link CycleEvent#DOUBLING}
     * @param free index of the parameter that varies
     * @param from smallest value of the parameter
     * @param to largest value
     * @throws GyrusException if no multiplier is at −1
     */
    public static CycleBranch ofDoubling(
            Flow flow, Cycle cycle, int free, double from, double to, CycleOptions options) {
        cycle.check(flow);
        check(flow, cycle.parameters(), free, from, to);
        return new CycleBranch(() -> {
            CycleSystem system = new CycleSystem(flow, cycle.parameters(), free);
            Orbit start = system.doubled(cycle, options.tolerance());
            double[] floors = CycleSystem.floors(start.profile());
            return new CycleWalk(system, start, false, floors, from, to, options);
        });
    }

    private static void check(Flow flow, double[] parameters, int free, double from, double to) {
        Problems problems = new Problems();
        if (parameters.length != flow.parameters().size()) {
            problems.add(
                    Problem.of("parameters", flow.parameters().size() + " numbers", parameters.length + " numbers"));
        }
        if (free < 0 || free >= flow.parameters().size()) {
            problems.add(Problem.of("free", "0 to " + (flow.parameters().size() - 1), String.valueOf(free)));
        }
        if (!(from < to)) {
            problems.add(Problem.of("range", "from < to", from + ", " + to));
        }
        problems.throwIfAny();
    }

    @Override
    public Iterator<CyclePoint> iterator() {
        return start.get();
    }

    /** The points, computed as they are asked for. */
    public Stream<CyclePoint> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }
}
