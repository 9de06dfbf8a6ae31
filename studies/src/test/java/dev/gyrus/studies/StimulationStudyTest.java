package dev.gyrus.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.GyrusException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers of the study, on coarser grids than the command has: each {@link Check} knows what was published. */
class StimulationStudyTest {
    private static final Progress UNSEEN = (what, share) -> {};

    private static Workshop workshop() {
        return new Workshop(2, 1, UNSEEN);
    }

    private static void assertPassed(List<Check> checks) {
        assertThat(checks)
                .isNotEmpty()
                .allSatisfy(
                        check -> assertThat(check.passed()).as(check.toString()).isTrue());
    }

    @Test
    void currentsDoWhatTheyDoInFigure4() {
        Part.Draft draft = new Part.Draft();
        Examples.make(draft);
        assertPassed(draft.checks);
    }

    @Test
    void fieldsAreTheCurrentsOfTheStudy() {
        Part.Draft draft = new Part.Draft();
        ElectricField.make(draft);
        assertPassed(draft.checks);
    }

    @ParameterizedTest
    @EnumSource(ParameterSet.class)
    void regimesAreThoseOfFigure2(ParameterSet set) {
        RegimeMap map = StateSpace.regimes(set, 21, workshop());
        assertPassed(List.of(MapChecks.letters(set, map)));
    }

    @Test
    void drivesEntrainTheFastCycleAsInFigure5() {
        List<Check> checks = new ArrayList<>();
        Entrainment.spectra(List.of(20, 100), workshop())
                .forEach((amplitude, spectra) -> Entrainment.check(amplitude, spectra, checks));
        assertThat(checks).hasSize(5);
        assertPassed(checks);
    }

    @Test
    void weakDrivesLockThePhaseAsInFigure6() {
        List<Check> checks = new ArrayList<>();
        PhaseLocking.check(Tongue.of(new double[] {2, 3, 6}, "tongue", workshop()), checks);
        assertPassed(checks);
    }

    @Test
    void aReportHasFiguresTablesAndChecks(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("out");
        StudyReport report = StimulationStudy.standard().figures(Set.of(4)).run(UNSEEN);
        report.write(out);
        assertThat(out.resolve("figure4.png")).exists();
        assertThat(out.resolve("figure4.svg")).exists();
        assertThat(out.resolve("field.svg")).exists();
        assertThat(Files.readAllLines(out.resolve("figure4.csv"))).hasSize(3001);
        assertThat(Files.readAllLines(out.resolve("checks.csv")))
                .hasSize(report.checks().size() + 1)
                .first()
                .isEqualTo("part,check,expected,tolerance,measured,passed");
        assertThat(out.resolve("report.md"))
                .content()
                .contains("%1$d of %1$d comparisons".formatted(report.checks().size()), "![Figure 4](figure4.png)");
        assertThat(out.resolve("summary.json"))
                .content()
                .contains("\"passed\": " + report.checks().size());
    }

    @Test
    void wrongSettingsAreToldTogether() {
        assertThatThrownBy(() -> StimulationStudy.standard()
                        .grid(3)
                        .threads(0)
                        .figures(Set.of(7))
                        .run(UNSEEN))
                .isInstanceOfSatisfying(
                        GyrusException.class, e -> assertThat(e.problems()).hasSize(3));
    }

    @Test
    void aStudyCanBeStopped() {
        Progress stop = new Progress() {
            @Override
            public void at(String what, double share) {}

            @Override
            public boolean isStopped() {
                return true;
            }
        };
        assertThatThrownBy(() -> StimulationStudy.standard().run(stop)).isInstanceOf(CancellationException.class);
    }
}
