package dev.gyrus.studies;

import dev.gyrus.plot.Axis;
import dev.gyrus.plot.Figure;
import dev.gyrus.plot.Palette;
import dev.gyrus.plot.Panel;
import dev.gyrus.plot.Style;
import dev.gyrus.studies.Part.Picture;
import dev.gyrus.studies.Part.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Figure 6, network side: one row of the tongue in which the drive holds the phase of the network's fast cycle. */
final class NetworkLocking {
    private static final String GROUP = "Fig. 6";

    /** Of the drive, zero to peak, in pA. */
    private static final double AMPLITUDE = 19;

    private static final double FROM = 28.4;
    private static final double STEP = 0.2;
    private static final int FREQUENCIES = 19;

    /** Below this standard deviation of the order the network is called locked. */
    private static final double LOCKED = 0.15;

    private NetworkLocking() {}

    /** Neurons × ms of all runs. */
    static double work(int neurons) {
        return 2.0 * neurons * Tongue.DURATION * FREQUENCIES;
    }

    static void make(int neurons, Workshop workshop, Part.Draft draft) {
        AdexNetwork network = NetworkPoint.A2.network(neurons);
        double[] frequencies = new double[FREQUENCIES];
        List<Supplier<double[]>> runs = new ArrayList<>();
        for (int f = 0; f < FREQUENCIES; f++) {
            frequencies[f] = FROM + f * STEP;
            WholeCycles drive = Tongue.drive(AMPLITUDE / Point.PICOAMPERE, frequencies[f]);
            runs.add(() -> Tongue.order(
                    PopulationRates.of(network, 1, Tongue.DURATION, drive).exc(0, Tongue.DURATION),
                    drive.sample(Tongue.DURATION, Trace.DT)));
        }
        List<double[]> orders = workshop.all(GROUP, 2.0 * neurons * Tongue.DURATION, runs);
        double[] mean = orders.stream().mapToDouble(order -> order[0]).toArray();
        double[] deviation = orders.stream().mapToDouble(order -> order[1]).toArray();
        int first = 0;
        while (first < FREQUENCIES && deviation[first] >= LOCKED) {
            first++;
        }
        double from = first < FREQUENCIES ? frequencies[first] : Double.NaN;
        draft.checks.add(Check.near(GROUP, "19 pA: locked from, Hz", 29.2, 0.4, from));
        for (double inside : new double[] {30, 31}) {
            double sd = deviation[RegimeMap.nearest(frequencies, inside)];
            draft.checks.add(Check.between(
                    GROUP, "19 pA at " + Check.number(inside) + " Hz: standard deviation of R", 0, LOCKED, sd));
        }
        Panel panel = Panel.of(
                        Axis.of("Frequency of the drive", "Hz").tighten(),
                        Axis.of("Kuramoto order R", "").range(0, 1))
                .line(frequencies, mean, Style.of(Palette.BLUE).label("mean"))
                .dots(frequencies, mean, Style.of(Palette.BLUE).width(3))
                .line(frequencies, deviation, Style.of(Palette.VERMILION).label("standard deviation"))
                .dots(frequencies, deviation, Style.of(Palette.VERMILION).width(3))
                .key();
        draft.pictures.add(new Picture(
                "figure6",
                Figure.of(80, panel)
                        .title("Phase locking of the network's fast cycle")
                        .subtitle("Cakan, Obermayer 2020, figure 6, a row of the network's tongue: A2, 19 pA, "
                                + neurons + " neurons in each population"),
                "The order R of the phases of rate and drive. Published: at 19 pA locked from 29.2 Hz to the edge of the map at "
                        + "31 Hz."));
        List<double[]> rows = new ArrayList<>();
        for (int f = 0; f < FREQUENCIES; f++) {
            rows.add(new double[] {AMPLITUDE, frequencies[f], mean[f], deviation[f]});
        }
        draft.tables.add(new Table("figure6", List.of("amplitude_pa", "drive_hz", "order_mean", "order_sd"), rows));
    }
}
