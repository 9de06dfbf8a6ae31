package dev.gyrus.dynamics;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The cycles that are born at the Hopf points of a diagram. */
final class CycleFamilies {
    private static final double SAME = 1e-3;

    private final Flow flow;
    private final int parameter;
    private final double from;
    private final double to;
    private final CycleOptions options;

    CycleFamilies(Flow flow, int parameter, double from, double to, CycleOptions options) {
        this.flow = flow;
        this.parameter = parameter;
        this.from = from;
        this.to = to;
        this.options = options;
    }

    /** A branch for each Hopf point at which none of the others ends. */
    List<Branch> of(List<BranchPoint> special) {
        List<Branch> branches = new ArrayList<>();
        for (BranchPoint hopf : special) {
            if (hopf.type().equals(Optional.of(PointType.HB))
                    && branches.stream().noneMatch(b -> endsAt(b, hopf))) {
                branches.add(branch("C" + (branches.size() + 1), hopf));
            }
        }
        return branches.stream().map(CycleFamilies::withoutHopfPoints).toList();
    }

    /** These are special points of the equilibria already. */
    private static Branch withoutHopfPoints(Branch branch) {
        List<BranchPoint> points = branch.points().stream()
                .map(point -> point.type().equals(Optional.of(PointType.HB)) ? point.plain() : point)
                .toList();
        return new Branch(branch.kind(), branch.name(), points);
    }

    private boolean endsAt(Branch branch, BranchPoint hopf) {
        BranchPoint last = branch.points().get(branch.points().size() - 1);
        boolean same = Math.abs(last.parameters()[parameter] - hopf.parameters()[parameter]) < SAME * (to - from);
        for (int i = 0; i < hopf.low().length; i++) {
            double size = Math.max(Math.abs(hopf.low()[i]), branchRange(branch, i));
            same &= Math.abs(last.low()[i] - hopf.low()[i]) < 0.05 * size + 1e-9;
        }
        return same && last.type().equals(Optional.of(PointType.HB));
    }

    private static double branchRange(Branch branch, int state) {
        return branch.points().stream()
                .mapToDouble(p -> p.high()[state] - p.low()[state])
                .max()
                .orElse(0);
    }

    private Branch branch(String name, BranchPoint hopf) {
        List<BranchPoint> points = new ArrayList<>();
        points.add(hopf);
        Iterator<CyclePoint> cycles = CycleBranch.ofHopf(
                        flow, hopf.parameters(), parameter, hopf.low(), from, to, options)
                .iterator();
        while (cycles.hasNext()) {
            points.add(point(cycles.next()));
        }
        return new Branch(Branch.Kind.CYCLE, name, points);
    }

    private BranchPoint point(CyclePoint point) {
        Cycle cycle = point.cycle();
        int n = cycle.size();
        double[] low = new double[n];
        double[] high = new double[n];
        for (int i = 0; i < n; i++) {
            low[i] = cycle.minimum(i);
            high[i] = cycle.maximum(i);
        }
        Optional<PointType> type = type(point.event());
        double[] parameters = cycle.parameters();
        if (type.isPresent() && point.event().end()) {
            parameters[parameter] = point.limit();
        }
        List<Eigenvalue> multipliers = cycle.multipliers().stream()
                .map(value -> new Eigenvalue(value.real(), value.imaginary()))
                .toList();
        return new BranchPoint(parameters, low, high, cycle.period(), cycle.unstable(), multipliers, type, Double.NaN);
    }

    private static Optional<PointType> type(CycleEvent event) {
        return switch (event) {
            case FOLD -> Optional.of(PointType.LPC);
            case DOUBLING -> Optional.of(PointType.PD);
            case TORUS -> Optional.of(PointType.NS);
            case BRANCH -> Optional.of(PointType.BP);
            case HOPF -> Optional.of(PointType.HB);
            case HOMOCLINIC -> Optional.of(PointType.HC);
            case SADDLE_NODE -> Optional.of(PointType.SNIC);
            case NONE, BOUND, STOPPED -> Optional.empty();
        };
    }
}
