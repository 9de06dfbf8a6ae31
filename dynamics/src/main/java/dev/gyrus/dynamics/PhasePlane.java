package dev.gyrus.dynamics;

import dev.gyrus.core.GyrusException;
import dev.gyrus.plot.Axis;
import dev.gyrus.plot.Figure;
import dev.gyrus.plot.Palette;
import dev.gyrus.plot.Panel;
import dev.gyrus.plot.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * The phase plane of a flow with two states: its field, nullclines, equilibria, separatrices and trajectories.
 *
 * <p>Immutable; not thread-safe, as flows need not be.
 */
public final class PhasePlane {
    private static final int GRID = 160;
    private static final int ARROWS = 18;
    private static final double TOLERANCE = 1e-7;
    private static final int SAMPLES = 600;

    private final Flow flow;
    private final double[] parameters;
    private final double[] low;
    private final double[] high;

    private PhasePlane(Flow flow, double[] parameters, double[] low, double[] high) {
        this.flow = flow;
        this.parameters = parameters;
        this.low = low;
        this.high = high;
    }

    /**
     * The plane in a box.
     *
     * @param low two numbers, in declared units
     * @param high two numbers, in declared units
     * @throws GyrusException unless the flow has two states and no delays
     */
    public static PhasePlane of(Flow flow, double[] parameters, double[] low, double[] high) {
        if (flow.states().size() != 2 || flow.delays(parameters).length > 0) {
            throw GyrusException.input(
                    "phase plane",
                    "a flow of two states without delays",
                    flow.states().size() + " states");
        }
        Equilibria.in(flow, low, high);
        return new PhasePlane(flow, parameters.clone(), low.clone(), high.clone());
    }

    /** dx/dt, per ms. */
    public double[] rate(double x, double y) {
        double[] out = new double[2];
        flow.derivative(new double[][] {{x, y}}, parameters, out);
        return out;
    }

    /** The equilibria in the box. */
    public List<Equilibrium> equilibria() {
        return Equilibria.in(flow, low, high).find(parameters).equilibria();
    }

    /**
     * Where one of the states stays: segments of straight lines in cells of a grid.
     *
     * @param state 0 or 1
     * @return {@code {x0, y0, x1, y1}} each
     */
    public List<double[]> nullcline(int state) {
        double[][] values = new double[GRID + 1][GRID + 1];
        for (int i = 0; i <= GRID; i++) {
            for (int j = 0; j <= GRID; j++) {
                values[i][j] = rate(at(0, i), at(1, j))[state];
            }
        }
        List<double[]> segments = new ArrayList<>();
        for (int i = 0; i < GRID; i++) {
            for (int j = 0; j < GRID; j++) {
                List<double[]> ends = new ArrayList<>();
                crossing(values, i, j, i + 1, j, ends);
                crossing(values, i, j + 1, i + 1, j + 1, ends);
                crossing(values, i, j, i, j + 1, ends);
                crossing(values, i + 1, j, i + 1, j + 1, ends);
                for (int k = 0; k + 1 < ends.size(); k += 2) {
                    double[] a = ends.get(k);
                    double[] b = ends.get(k + 1);
                    segments.add(new double[] {a[0], a[1], b[0], b[1]});
                }
            }
        }
        return segments;
    }

    private double at(int state, double index) {
        return low[state] + (high[state] - low[state]) * index / GRID;
    }

    /** Adds where a value vanishes on an edge of a cell. */
    private void crossing(double[][] values, int i, int j, int k, int l, List<double[]> ends) {
        double a = values[i][j];
        double b = values[k][l];
        if (a < 0 != b < 0) {
            double share = a / (a - b);
            ends.add(new double[] {at(0, i + share * (k - i)), at(1, j + share * (l - j))});
        }
    }

    /**
     * The trajectory from a state.
     *
     * @param duration in ms; negative to go back in time
     * @return rows of two states at even times, as far as it stays finite
     */
    public double[][] trajectory(double[] start, double duration) {
        Flow own = duration < 0 ? reversed() : flow;
        Trajectory trajectory = new Trajectory(own, parameters, start, TOLERANCE);
        List<double[]> rows = new ArrayList<>(List.of(start.clone()));
        boolean inside = true;
        for (int k = 1; k <= SAMPLES && inside; k++) {
            inside = trajectory.to(Math.abs(duration) * k / SAMPLES);
            double[] state = trajectory.at(trajectory.end()).clone();
            rows.add(state);
            for (int i = 0; i < 2; i++) {
                double width = high[i] - low[i];
                inside &= state[i] > low[i] - width && state[i] < high[i] + width;
            }
        }
        return rows.toArray(double[][]::new);
    }

    private Flow reversed() {
        return Flows.of(flow.states(), flow.parameters(), (x, p, out) -> {
            flow.derivative(new double[][] {x}, p, out);
            out[0] = -out[0];
            out[1] = -out[1];
        });
    }

    /** The stable manifolds of the saddles in the box: both trajectories that end at each, from far to near. */
    public List<double[][]> separatrices() {
        List<double[][]> all = new ArrayList<>();
        for (Equilibrium saddle : equilibria()) {
            if (saddle.type() == Equilibrium.Type.SADDLE) {
                double rate = saddle.eigenvalues().get(1).real();
                double[] direction = eigenvector(saddle.state(), rate);
                for (int side : new int[] {1, -1}) {
                    double[] start = saddle.state().clone();
                    for (int i = 0; i < 2; i++) {
                        start[i] += side * 1e-5 * direction[i];
                    }
                    all.add(trajectory(start, -40 / Math.abs(rate)));
                }
            }
        }
        return all;
    }

    /** The eigenvector of a real eigenvalue, as long as the box is wide in its direction. */
    private double[] eigenvector(double[] state, double value) {
        double[][] matrix = new double[2][2];
        flow.jacobian(new double[][] {state}, parameters, 0, matrix);
        matrix[0][0] -= value;
        matrix[1][1] -= value;
        double[] vector = Matrices.smallest(matrix, 1)[0];
        double share = Math.max(Math.abs(vector[0]) / (high[0] - low[0]), Math.abs(vector[1]) / (high[1] - low[1]));
        return new double[] {vector[0] / share, vector[1] / share};
    }

    /**
     * A figure of the plane, with some trajectories.
     *
     * @param starts of the trajectories
     * @param duration of the trajectories, in ms
     */
    public Figure figure(List<double[]> starts, double duration) {
        Panel panel = Panel.of(
                        Axis.of(flow.states().get(0), "").range(low[0], high[0]),
                        Axis.of(flow.states().get(1), "").range(low[1], high[1]))
                .key();
        panel = arrows(panel);
        for (int state = 0; state < 2; state++) {
            String label = "d" + flow.states().get(state) + "/dt = 0";
            panel = joined(
                    panel, nullcline(state), Style.of(Palette.color(state)).label(label));
        }
        for (double[][] line : separatrices()) {
            panel = line(panel, line, Style.of(Palette.PURPLE).dash());
        }
        for (double[] start : starts) {
            panel = line(panel, trajectory(start, duration), Style.of(Palette.GREEN));
        }
        for (Equilibrium equilibrium : equilibria()) {
            double[] x = {equilibrium.state()[0]};
            double[] y = {equilibrium.state()[1]};
            int color = equilibrium.stable() ? Palette.INK : Palette.GREY;
            panel = panel.dots(x, y, Style.of(color).width(5));
        }
        return Figure.ofSquares(panel).width(120);
    }

    /** Segments with gaps between them. */
    private static Panel joined(Panel panel, List<double[]> segments, Style style) {
        double[] x = new double[3 * segments.size()];
        double[] y = new double[x.length];
        for (int k = 0; k < segments.size(); k++) {
            double[] segment = segments.get(k);
            x[3 * k] = segment[0];
            y[3 * k] = segment[1];
            x[3 * k + 1] = segment[2];
            y[3 * k + 1] = segment[3];
            x[3 * k + 2] = Double.NaN;
            y[3 * k + 2] = Double.NaN;
        }
        return panel.line(x, y, style);
    }

    private static Panel line(Panel panel, double[][] rows, Style style) {
        double[] x = new double[rows.length];
        double[] y = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            x[k] = rows[k][0];
            y[k] = rows[k][1];
        }
        return panel.line(x, y, style);
    }

    /** Short strokes along the field, all of one length, with a dot at their ends. */
    private Panel arrows(Panel panel) {
        List<double[]> strokes = new ArrayList<>();
        double[] x = new double[ARROWS * ARROWS];
        double[] y = new double[ARROWS * ARROWS];
        for (int i = 0; i < ARROWS; i++) {
            for (int j = 0; j < ARROWS; j++) {
                double[] from = {at(0, (i + 0.5) * GRID / ARROWS), at(1, (j + 0.5) * GRID / ARROWS)};
                double[] rate = rate(from[0], from[1]);
                double across = rate[0] / (high[0] - low[0]);
                double up = rate[1] / (high[1] - low[1]);
                double length = Math.hypot(across, up) * ARROWS / 0.7;
                double share = length > 0 ? 1 / length : 0;
                double[] to = {from[0] + share * rate[0], from[1] + share * rate[1]};
                strokes.add(new double[] {from[0], from[1], to[0], to[1]});
                x[i * ARROWS + j] = to[0];
                y[i * ARROWS + j] = to[1];
            }
        }
        Style pale = Style.of(Palette.GREY).width(0.5).opacity(0.6);
        return joined(panel, strokes, pale).dots(x, y, pale.width(1.5));
    }
}
