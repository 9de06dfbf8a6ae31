package dev.gyrus.dynamics;

import dev.gyrus.plot.Axis;
import dev.gyrus.plot.Figure;
import dev.gyrus.plot.Palette;
import dev.gyrus.plot.Panel;
import dev.gyrus.plot.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Draws diagrams: a state over the parameter, stable solid and unstable dashed, cycles by their largest and smallest
 * values, and the special points with their labels.
 */
public final class DiagramFigure {
    private static final double HEIGHT = 230;

    private final Diagram diagram;
    private final int parameter;

    private DiagramFigure(Diagram diagram) {
        this.diagram = diagram;
        parameter = diagram.parameters().indexOf(diagram.parameter());
    }

    /**
     * A state over the parameter.
     *
     * @param state its number
     * @param stateUnit its unit
     * @param parameterUnit that of the parameter
     */
    public static Figure of(Diagram diagram, int state, String stateUnit, String parameterUnit) {
        return Figure.of(HEIGHT, new DiagramFigure(diagram).panel(state, stateUnit, parameterUnit));
    }

    /** Curves of special points over two parameters. */
    public static Figure ofTwo(Diagram diagram, String second, String firstUnit, String secondUnit) {
        return Figure.of(HEIGHT, new DiagramFigure(diagram).plane(second, firstUnit, secondUnit));
    }

    private Panel panel(int state, String stateUnit, String parameterUnit) {
        Panel panel = Panel.of(
                        Axis.of(diagram.parameter(), parameterUnit).tighten(),
                        Axis.of(diagram.states().get(state), stateUnit))
                .key();
        boolean[] named = new boolean[4];
        for (Branch branch : diagram.of(Branch.Kind.EQUILIBRIUM)) {
            panel = stretches(panel, branch, Palette.INK, "equilibrium", named, 0, point -> point.low()[state]);
        }
        for (Branch branch : diagram.of(Branch.Kind.CYCLE)) {
            panel = stretches(panel, branch, Palette.VERMILION, "cycle", named, 2, point -> point.high()[state]);
            panel = stretches(panel, branch, Palette.VERMILION, "cycle", named, 2, point -> point.low()[state]);
        }
        for (Branch branch : diagram.of(Branch.Kind.SWEEP)) {
            Style style = Style.of(branch.name().equals("up") ? Palette.BLUE : Palette.VERMILION);
            double[] x = branch.points().stream()
                    .mapToDouble(p -> p.parameters()[parameter])
                    .toArray();
            double[] low =
                    branch.points().stream().mapToDouble(p -> p.low()[state]).toArray();
            double[] high =
                    branch.points().stream().mapToDouble(p -> p.high()[state]).toArray();
            panel = panel.line(x, high, style.label(branch.name())).line(x, low, style);
        }
        for (Branch branch : diagram.branches()) {
            if (!isCurve(branch)) {
                for (BranchPoint point : branch.special()) {
                    panel = mark(panel, point.parameters()[parameter], point.low()[state], point);
                }
            }
        }
        return panel;
    }

    private Panel plane(String second, String firstUnit, String secondUnit) {
        int other = diagram.parameters().indexOf(second);
        Panel panel = Panel.of(Axis.of(diagram.parameter(), firstUnit), Axis.of(second, secondUnit))
                .key();
        List<String> named = new ArrayList<>();
        for (Branch branch : diagram.branches()) {
            if (isCurve(branch)) {
                String label = branch.kind().title();
                double[] x = branch.points().stream()
                        .mapToDouble(p -> p.parameters()[parameter])
                        .toArray();
                double[] y = branch.points().stream()
                        .mapToDouble(p -> p.parameters()[other])
                        .toArray();
                Style style = Style.of(Palette.color(branch.kind().ordinal() - Branch.Kind.FOLD.ordinal()))
                        .width(1.2);
                panel = panel.line(x, y, named.contains(label) ? style : style.label(label));
                named.add(label);
            }
        }
        for (Branch branch : diagram.branches()) {
            if (isCurve(branch)) {
                for (BranchPoint point : branch.special()) {
                    panel = mark(panel, point.parameters()[parameter], point.parameters()[other], point);
                }
            }
        }
        return panel;
    }

    /** Whether a branch is one of special points over two parameters. */
    private static boolean isCurve(Branch branch) {
        return branch.kind().compareTo(Branch.Kind.FOLD) >= 0;
    }

    private static Panel mark(Panel panel, double x, double y, BranchPoint point) {
        return panel.dots(
                        new double[] {x},
                        new double[] {y},
                        Style.of(Palette.BLUE).width(4))
                .note(x, y, " " + point.type().orElseThrow(), Palette.BLUE);
    }

    /** The pieces of a branch on which stability stays the same. */
    private Panel stretches(
            Panel panel,
            Branch branch,
            int color,
            String title,
            boolean[] named,
            int first,
            ToDoubleFunction<BranchPoint> height) {
        Panel drawn = panel;
        List<BranchPoint> points = branch.points();
        int from = 0;
        for (int k = 1; k <= points.size(); k++) {
            if (k == points.size() || stable(points, k) != stable(points, from)) {
                boolean stable = stable(points, from);
                List<BranchPoint> piece = points.subList(from, Math.min(points.size(), k + 1));
                if (piece.size() > 1) {
                    Style style = Style.of(color).width(stable ? 1.3 : 0.9);
                    style = stable ? style : style.dash();
                    int name = first + (stable ? 0 : 1);
                    style = named[name] ? style : style.label((stable ? "stable " : "unstable ") + title);
                    named[name] = true;
                    drawn = drawn.line(
                            piece.stream()
                                    .mapToDouble(p -> p.parameters()[parameter])
                                    .toArray(),
                            piece.stream().mapToDouble(height).toArray(),
                            style);
                }
                from = k;
            }
        }
        return drawn;
    }

    /** A special point belongs to the points after it. */
    private static boolean stable(List<BranchPoint> points, int k) {
        int at = k;
        while (at < points.size() - 1 && points.get(at).type().isPresent()) {
            at++;
        }
        return points.get(at).stable();
    }
}
