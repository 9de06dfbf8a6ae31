package dev.gyrus.studies;

import dev.gyrus.plot.Axis;
import dev.gyrus.plot.Figure;
import dev.gyrus.plot.Palette;
import dev.gyrus.plot.Panel;
import dev.gyrus.plot.Style;
import dev.gyrus.stimulus.BallAndStick;
import dev.gyrus.stimulus.PointNeuron;
import dev.gyrus.studies.Part.Picture;
import java.util.Arrays;

/** Which currents stand for which electric fields. */
final class ElectricField {
    private static final String GROUP = "Field";
    private static final double PART = 1e-4;

    private ElectricField() {}

    static void make(Part.Draft draft) {
        BallAndStick cell = BallAndStick.pyramidal();
        PointNeuron neuron = PointNeuron.adex();
        double[][] currents = {
            {0, 5.0240},
            {3, 5.3541},
            {4, 5.5952},
            {5, 5.8878},
            {10, 7.8289},
            {20, 12.171},
            {21.9, 12.927},
            {30, 15.751},
            {50, 20.373},
            {70, 23.094},
            {100, 25.883}
        };
        for (double[] pair : currents) {
            draft.checks.add(Check.nearly(
                    GROUP,
                    "pA per V/m at " + Check.number(pair[0]) + " Hz",
                    pair[1],
                    PART,
                    cell.currentPerField(pair[0], neuron)));
        }
        double[][] fields = {{60, 11.943}, {40, 7.962}, {100, 19.905}};
        for (double[] pair : fields) {
            draft.checks.add(Check.nearly(
                    GROUP,
                    Check.number(pair[0]) + " pA, constant, in V/m",
                    pair[1],
                    PART,
                    cell.fieldFor(pair[0], 0, neuron)));
        }
        draft.checks.add(
                Check.nearly(GROUP, "polarisation by 1 V/m, constant, in mV", 0.50242, PART, cell.polarisation(0)));

        double[] frequencies = new double[161];
        Arrays.setAll(frequencies, k -> 0.5 * k);
        Axis frequency = Axis.of("Frequency", "Hz").range(0, 80);
        Panel current = Panel.of(frequency, Axis.of("Current", "pA").range(0, Double.NaN))
                .title("Current of a field");
        int shade = 0;
        for (double field : new double[] {1, 2, 4, 8, 12, 20}) {
            double[] y = Arrays.stream(frequencies)
                    .map(f -> field * cell.currentPerField(f, neuron))
                    .toArray();
            current = current.line(
                    frequencies, y, Style.of(Palette.color(shade++)).label(Check.number(field) + " V/m"));
        }
        Panel field = Panel.of(frequency, Axis.of("Field", "V/m").range(0, Double.NaN))
                .title("Field of a current");
        shade = 0;
        for (double amplitude : new double[] {10, 40, 60, 80, 100}) {
            double[] y = Arrays.stream(frequencies)
                    .map(f -> cell.fieldFor(amplitude, f, neuron))
                    .toArray();
            field = field.line(frequencies, y, Style.of(Palette.color(shade++)).label(Check.number(amplitude) + " pA"));
        }
        draft.pictures.add(new Picture(
                "field",
                Figure.of(130, current, field)
                        .title("Electric fields and equivalent currents")
                        .subtitle("Ball-and-stick cell with a dendrite of 1.2 mm"),
                "The amplitude of the current that polarises the point neuron as the field polarises the soma of a cell with a "
                        + "dendrite, over the frequency."));
    }
}
