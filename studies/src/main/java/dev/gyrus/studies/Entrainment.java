package dev.gyrus.studies;

import dev.gyrus.analysis.Spectrum;
import dev.gyrus.analysis.Welch;
import dev.gyrus.analysis.WelchPlan;
import dev.gyrus.plot.Axis;
import dev.gyrus.plot.ColorMap;
import dev.gyrus.plot.ColorScale;
import dev.gyrus.plot.Figure;
import dev.gyrus.plot.Panel;
import dev.gyrus.plot.Style;
import dev.gyrus.studies.Part.Picture;
import dev.gyrus.studies.Part.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figure 5: the spectrum of the fast cycle under oscillating currents of 1 to 70 Hz. */
final class Entrainment {
    private static final String GROUP = "Fig. 5";
    private static final double DURATION = 6000;
    private static final double START = 1000;
    static final int FREQUENCIES = 70;

    /** Amplitudes of the drive, zero to peak, in pA; the study shows the first and the fourth. */
    static final List<Integer> AMPLITUDES = List.of(20, 40, 80, 100, 200, 280);

    /**
     * Between which frequencies of the drive, in Hz, its own line or that of half its frequency is the strongest; 0 where that
     * is not known.
     */
    private record Locked(int amplitude, int from, int to, int halfFrom, int halfTo) {}

    private static final List<Locked> PUBLISHED = List.of(
            new Locked(20, 17, 25, 0, 0),
            new Locked(40, 13, 30, 0, 0),
            new Locked(80, 0, 37, 0, 0),
            new Locked(100, 0, 37, 38, 51),
            new Locked(200, 0, 38, 39, 55),
            new Locked(280, 0, 40, 41, 57));

    private static final double TOLERANCE = 1;

    private Entrainment() {}

    /** Points × ms of all runs. */
    static double work() {
        return AMPLITUDES.size() * FREQUENCIES * DURATION;
    }

    static void make(Workshop workshop, Part.Draft draft) {
        Map<Integer, List<Spectrum>> spectra = spectra(AMPLITUDES, workshop);
        spectra.forEach((amplitude, own) -> check(amplitude, own, draft.checks));
        draft.tables.add(table(spectra));
        int weak = AMPLITUDES.get(0);
        int strong = AMPLITUDES.get(3);
        Figure figure = Figure.ofSquares(
                        panel(weak, spectra.get(weak), false), panel(strong, spectra.get(strong), true))
                .title("Frequency entrainment of the fast cycle")
                .subtitle(
                        "Cakan, Obermayer 2020, figure 5 a, c: A2 driven from 1 s on, spectrum of 1 … 6 s over its maximum");
        draft.pictures.add(new Picture(
                "figure5",
                figure,
                "Power of the rate of excitation at each frequency of the drive. Dashed: the drive's frequency and half of it. "
                        + "Published (amplitudes there are peak to peak, 40 and 200 pA): locked 1:1 from about 17 to 26 Hz with the "
                        + "weak current, up to 37 Hz with the strong one, which above that drives the cycle at half its frequency "
                        + "up to 52 Hz."));
    }

    /** The spectra of each amplitude, one per frequency of the drive from 1 Hz. */
    static Map<Integer, List<Spectrum>> spectra(List<Integer> amplitudes, Workshop workshop) {
        List<WholeCycles> drives = new ArrayList<>();
        for (int amplitude : amplitudes) {
            for (int f = 1; f <= FREQUENCIES; f++) {
                drives.add(new WholeCycles(amplitude / Point.PICOAMPERE, f, START, Integer.MAX_VALUE));
            }
        }
        WelchPlan plan = Welch.standard().over(Trace.samples(DURATION) - Trace.samples(START), Trace.DT);
        LateSpectrum[] late = new LateSpectrum[drives.size()];
        Arrays.setAll(late, k -> new LateSpectrum(START, plan));
        workshop.drive(GROUP, Point.A2, DURATION, drives, k -> late[k]);
        Map<Integer, List<Spectrum>> spectra = new LinkedHashMap<>();
        for (int a = 0; a < amplitudes.size(); a++) {
            LateSpectrum[] own = Arrays.copyOfRange(late, a * FREQUENCIES, (a + 1) * FREQUENCIES);
            spectra.put(
                    amplitudes.get(a),
                    Arrays.stream(own).map(LateSpectrum::spectrum).toList());
        }
        return spectra;
    }

    /** How the strongest line stands to the drive. */
    private enum Lock {
        ONE,
        HALF,
        NONE;

        static Lock of(double drive, double line) {
            if (Math.abs(line - drive) <= 1 + 1e-9) {
                return ONE;
            }
            return Math.abs(line - drive / 2) <= 1 + 1e-9 ? HALF : NONE;
        }
    }

    /** The first and the last frequency of the longest run of drives whose own line is the strongest. */
    static int[] locked(List<Spectrum> spectra) {
        return longest(locks(spectra), Lock.ONE);
    }

    private static Lock[] locks(List<Spectrum> spectra) {
        Lock[] locks = new Lock[FREQUENCIES + 1];
        for (int f = 1; f <= FREQUENCIES; f++) {
            locks[f] = Lock.of(f, spectra.get(f - 1).dominantFrequency());
        }
        return locks;
    }

    static void check(int amplitude, List<Spectrum> spectra, List<Check> checks) {
        Lock[] locks = locks(spectra);
        int[] one = longest(locks, Lock.ONE);
        int[] half = longest(locks, Lock.HALF);
        for (Locked published : PUBLISHED) {
            if (published.amplitude == amplitude) {
                String at = amplitude + " pA: ";
                check(at + "1:1 from, Hz", published.from, one[0], checks);
                check(at + "1:1 to, Hz", published.to, one[1], checks);
                check(at + "1:2 from, Hz", published.halfFrom, half[0], checks);
                check(at + "1:2 to, Hz", published.halfTo, half[1], checks);
            }
        }
    }

    private static void check(String what, int published, int measured, List<Check> checks) {
        if (published > 0) {
            checks.add(Check.near(GROUP, what, published, TOLERANCE, measured));
        }
    }

    /** The longest run of drives with a lock: its first and last frequency. */
    private static int[] longest(Lock[] locks, Lock lock) {
        int[] best = {0, -1};
        int first = 0;
        for (int f = 1; f <= FREQUENCIES; f++) {
            if (locks[f] != lock) {
                first = 0;
                continue;
            }
            first = first == 0 ? f : first;
            if (f - first > best[1] - best[0]) {
                best = new int[] {first, f};
            }
        }
        return best[1] < 0 ? new int[] {0, 0} : best;
    }

    static Panel panel(int amplitude, List<Spectrum> spectra, boolean bar) {
        int lines = spectra.get(0).frequencies().length;
        double[][] power = new double[lines][FREQUENCIES];
        for (int f = 0; f < FREQUENCIES; f++) {
            Spectrum spectrum = spectra.get(f);
            for (int k = 0; k < lines; k++) {
                power[k][f] = Math.max(spectrum.power()[k] / spectrum.peakPower(), 1e-9);
            }
        }
        ColorScale colors = ColorScale.of(
                ColorMap.MAGMA, Axis.of("Normalised power", "").range(0.01, 1).log());
        double[] ends = {1, FREQUENCIES};
        Style style = Style.of(0xFFFFFF).width(0.6).dash();
        return Panel.of(
                        Axis.of("Frequency of the drive", "Hz").range(0.5, 70.5),
                        Axis.of("Frequency", "Hz").range(0, 69.5))
                .title(amplitude + " pA (" + 2 * amplitude + " peak to peak)")
                .heatMap(
                        power,
                        new double[] {0.5, 70.5},
                        new double[] {-0.5, lines - 0.5},
                        bar ? colors : colors.withoutBar())
                .line(ends, ends, style)
                .line(ends, new double[] {0.5, FREQUENCIES / 2.0}, style);
    }

    private static Table table(Map<Integer, List<Spectrum>> spectra) {
        List<double[]> rows = new ArrayList<>();
        spectra.forEach((amplitude, own) -> {
            for (int f = 1; f <= FREQUENCIES; f++) {
                Spectrum spectrum = own.get(f - 1);
                rows.add(new double[] {amplitude, f, spectrum.dominantFrequency(), spectrum.peakPower()});
            }
        });
        return new Table("figure5", List.of("amplitude_pa", "drive_hz", "strongest_hz", "power_hz2"), rows);
    }
}
