package dev.gyrus.studies;

import dev.gyrus.analysis.Spectrum;
import dev.gyrus.analysis.Welch;
import dev.gyrus.plot.Figure;
import dev.gyrus.studies.Part.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Figure 5 b and d: the spectrum of the network's fast cycle under oscillating currents of 1 to 70 Hz. */
final class NetworkEntrainment {
    private static final String GROUP = "Fig. 5";
    private static final double DURATION = 6000;
    private static final double START = 1000;

    /** Amplitudes of the drive, zero to peak, in pA; the published labels are peak to peak. */
    private static final List<Integer> AMPLITUDES = List.of(40, 100);

    private NetworkEntrainment() {}

    /** Neurons × ms of all runs. */
    static double work(int neurons) {
        return 2.0 * neurons * DURATION * Entrainment.FREQUENCIES * AMPLITUDES.size();
    }

    static void make(int neurons, Workshop workshop, Part.Draft draft) {
        AdexNetwork network = NetworkPoint.A2.network(neurons);
        List<Supplier<Spectrum>> runs = new ArrayList<>();
        for (int amplitude : AMPLITUDES) {
            for (int f = 1; f <= Entrainment.FREQUENCIES; f++) {
                WholeCycles drive = new WholeCycles(amplitude / Point.PICOAMPERE, f, START, Integer.MAX_VALUE);
                runs.add(() -> Welch.standard()
                        .of(PopulationRates.of(network, 1, DURATION, drive).exc(START, DURATION), Trace.DT));
            }
        }
        List<Spectrum> spectra = workshop.all(GROUP, 2.0 * neurons * DURATION, runs);
        List<Spectrum> weak = spectra.subList(0, Entrainment.FREQUENCIES);
        List<Spectrum> strong = spectra.subList(Entrainment.FREQUENCIES, spectra.size());
        int[] byWeak = Entrainment.locked(weak);
        int[] byStrong = Entrainment.locked(strong);
        draft.checks.add(Check.near(GROUP, "40 pA: 1:1 from, Hz", 26, 2, byWeak[0]));
        draft.checks.add(Check.near(GROUP, "40 pA: 1:1 to, Hz", 33, 2, byWeak[1]));
        draft.checks.add(Check.near(GROUP, "100 pA: 1:1 to, Hz", 39, 2, byStrong[1]));
        draft.pictures.add(new Picture(
                "figure5",
                Figure.ofSquares(
                                Entrainment.panel(AMPLITUDES.get(0), weak, false),
                                Entrainment.panel(AMPLITUDES.get(1), strong, true))
                        .title("Frequency entrainment of the network's fast cycle")
                        .subtitle("Cakan, Obermayer 2020, figure 5 b, d: A2, " + neurons
                                + " neurons in each population, driven from 1 s on"),
                "Power of the rate of excitation at each frequency of the drive. Dashed: the drive's frequency and half of it. "
                        + "Published (80 and 200 pA peak to peak): locked 1:1 from about 26 to 33 Hz with the weak current, up to "
                        + "38–40 Hz with the strong one."));
    }
}
