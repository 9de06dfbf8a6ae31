package dev.gyrus.models.aln.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Table;
import dev.gyrus.models.aln.CascadeSettings;
import dev.gyrus.models.aln.CascadeTables;
import dev.gyrus.models.aln.NeuronParameters;
import dev.gyrus.models.aln.TableGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopulationResponseTest {
    private static final TableGrid GRID = TableGrid.published();
    private static final Membrane MEMBRANE = new Membrane(NeuronParameters.published(), GRID);
    private static final Table REFERENCE = CascadeTables.reference();

    /** Every point is computed anew and compared with the table that comes with the model. */
    @ParameterizedTest
    @CsvSource({
        "0, 14", "44, 14", "65, 0", "87, 28", "131, 14", "174, 42", "218, 63", "300, 7", "1, 63", "49, 13", "73, 27",
        "129, 54", "148, 63", "211, 0", "250, 3", "349, 0", "349, 30", "349, 63"
    })
    void referenceTableIsWhatTheGeneratorMakes(int i, int j) {
        PopulationResponse.Features features =
                new PopulationResponse(MEMBRANE, true, CascadeSettings.FIT_FREQUENCIES).at(GRID.mu(i), GRID.sigma(j));
        assertThat(features.rate()).isEqualTo(reference(0, i, j));
        assertThat(features.meanVoltage()).isEqualTo(reference(1, i, j));
        PopulationResponse.Filters filters = features.filters().orElseThrow();
        assertThat(CascadeColumn.timeConstant(filters.tauMu())).isEqualTo(reference(2, i, j));
        assertThat(CascadeColumn.timeConstant(filters.tauSigma())).isEqualTo(reference(3, i, j));
        DampedOscillator oscillator = i == 0
                ? DampedOscillator.fit(filters.realPeak(), filters.imaginaryPeak(), 20)
                : new DampedOscillator(reference(4, i - 1, j), reference(5, i - 1, j))
                        .next(filters.realPeak(), filters.imaginaryPeak(), 20);
        assertThat(oscillator.tau()).isEqualTo(reference(4, i, j));
        assertThat(oscillator.frequency()).isEqualTo(reference(5, i, j));
    }

    @ParameterizedTest
    @CsvSource({"0, 14", "65, 0", "87, 28", "131, 14", "174, 42", "218, 63", "300, 7", "250, 3"})
    void fewFrequenciesGiveTheSameTimeConstantsWithinOneLatticeStep(int i, int j) {
        PopulationResponse.Filters filters =
                fewFrequencies(true, i, j).filters().orElseThrow();
        assertThat(CascadeColumn.timeConstant(filters.tauMu())).isCloseTo(reference(2, i, j), within(0.0101));
        assertThat(CascadeColumn.timeConstant(filters.tauSigma())).isCloseTo(reference(3, i, j), within(0.0101));
    }

    @ParameterizedTest
    @CsvSource({"87, 28", "174, 42", "300, 7"})
    void resetBinQuirkMovesTauMuByAtMostTwoLatticeSteps(int i, int j) {
        PopulationResponse.Features features = fewFrequencies(false, i, j);
        int tauMu = features.filters().orElseThrow().tauMu();
        assertThat(CascadeColumn.timeConstant(tauMu)).isCloseTo(reference(2, i, j), within(0.0201));
        assertThat(features.rate()).isEqualTo(reference(0, i, j));
    }

    @Test
    void silentNeuronHasAMeanVoltageButNoFilters() {
        PopulationResponse.Features features = new PopulationResponse(MEMBRANE, true, 64).at(-1, 0.2);
        assertThat(features.rate()).isZero();
        assertThat(features.meanVoltage()).isCloseTo(-85.005, within(1e-4));
        assertThat(features.filters()).isEmpty();
    }

    private static PopulationResponse.Features fewFrequencies(boolean quirk, int i, int j) {
        return new PopulationResponse(MEMBRANE, quirk, 64).at(GRID.mu(i), GRID.sigma(j));
    }

    private static double reference(int quantity, int i, int j) {
        return REFERENCE.quantities().get(quantity).values()[i * GRID.sigmaSize() + j];
    }
}
