package dev.gyrus.dynamics;

import dev.gyrus.core.GyrusException;
import dev.gyrus.dynamics.internal.Collocation;
import dev.gyrus.dynamics.internal.CycleProblem;
import dev.gyrus.dynamics.internal.DelayCollocation;
import dev.gyrus.dynamics.internal.Gauss;
import dev.gyrus.dynamics.internal.Integral;
import dev.gyrus.dynamics.internal.Metric;
import dev.gyrus.dynamics.internal.Orbit;
import dev.gyrus.dynamics.internal.OrbitSolver;
import dev.gyrus.dynamics.internal.Profile;
import java.util.List;

/** The boundary value problem of a flow's cycles with one free parameter; its scalars are the period and the parameter. */
final class CycleSystem {
    private final Flow flow;
    private final double[] parameters;
    private final int free;

    CycleSystem(Flow flow, double[] parameters, int free) {
        this.flow = flow;
        this.parameters = parameters.clone();
        this.free = free;
    }

    OrbitSolver solver(double tolerance) {
        return flow.delays(parameters).length > 0
                ? new DelayCollocation(flow, parameters, new int[] {free}, tolerance)
                : new Collocation(new CycleProblem(flow, parameters, free), tolerance);
    }

    /** ∫⟨u, reference'⟩ dt = ∫⟨reference, reference'⟩ dt. */
    Integral phase(Profile reference, Metric metric) {
        Integral phase = new Integral(Integral.slopes(reference, metric.weights()), new double[2], 0);
        return new Integral(phase.weights(), phase.scalars(), phase.of(reference, new double[2]));
    }

    /** The conditions for a cycle at a given parameter. */
    Integral[] fixed(Profile reference, double p, Metric metric) {
        double[][][] none = new double[reference.intervals()][Gauss.DEGREE][reference.size()];
        return new Integral[] {phase(reference, metric), new Integral(none, new double[] {0, 1}, p)};
    }

    /** The cycle with the parameter at p nearest to a guess; null where Newton's method fails. */
    Orbit at(Profile guess, double period, double p, double tolerance) {
        Metric metric = Metric.of(guess, floors(guess), period, 1 + Math.abs(p));
        return solver(tolerance).correct(guess, new double[] {period, p}, fixed(guess, p, metric), metric);
    }

    /** A cycle gone through twice, with the direction in which cycles of twice the period branch off. */
    Orbit doubled(Cycle cycle, double tolerance) {
        if (flow.delays(parameters).length > 0) {
            throw GyrusException.input("cycle", "a system without delays", "one with delays");
        }
        Collocation collocation = new Collocation(new CycleProblem(flow, parameters, free), tolerance);
        Profile profile = cycle.profile();
        double p = cycle.parameter(free);
        Orbit orbit = at(profile, cycle.period(), p, tolerance);
        if (orbit == null || orbit.multipliers().distance(-1) > 0.01) {
            throw GyrusException.input("cycle", "a cycle with a multiplier -1", "one without");
        }
        Metric metric = Metric.of(profile, floors(profile), orbit.scalars()[0], 1 + Math.abs(p));
        Profile direction = collocation.eigenfunction(orbit, fixed(profile, p, metric), -1);
        double[] scalars = {2 * orbit.scalars()[0], p};
        return new Orbit(
                orbit.profile().doubled(1), scalars, direction.doubled(-1), new double[2], orbit.multipliers(), 0);
    }

    /** Sizes not told from 0 beside those of a profile. */
    static double[] floors(Profile profile) {
        double[] floors = new double[profile.size()];
        double largest = 1e-91;
        for (int a = 0; a < floors.length; a++) {
            largest = Math.max(largest, profile.largest(a));
        }
        for (int a = 0; a < floors.length; a++) {
            floors[a] = Math.max(1e-6 * profile.largest(a), 1e-9 * largest);
        }
        return floors;
    }

    Cycle cycle(Orbit orbit) {
        double[] all = parameters.clone();
        all[free] = orbit.scalars()[1];
        List<Multiplier> multipliers = orbit.multipliers().all().stream()
                .map(v -> new Multiplier(v.real, v.imaginary))
                .toList();
        return new Cycle(all, orbit.scalars()[0], orbit.profile(), multipliers);
    }
}
