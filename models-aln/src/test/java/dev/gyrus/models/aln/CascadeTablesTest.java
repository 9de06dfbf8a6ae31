package dev.gyrus.models.aln;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Table;
import io.jhdf.HdfFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CascadeTablesTest {
    private static final Table REFERENCE = CascadeTables.reference();

    @TempDir
    Path folder;

    @Test
    void referenceHasThePublishedAxesAndQuantities() {
        assertThat(REFERENCE.name()).isEqualTo("cascade");
        assertThat(REFERENCE.x()).isEqualTo(new Table.Axis("mu", "mV/ms", -1, 0.022922636103151817, 350));
        assertThat(REFERENCE.y()).isEqualTo(new Table.Axis("sigma", "mV/√ms", 0.5, 0.0714285714285714, 64));
        assertThat(REFERENCE.quantities().stream().map(q -> q.name() + " " + q.unit()))
                .containsExactly(
                        "r_ss kHz",
                        "V_mean_ss mV",
                        "tau_mu_exp ms",
                        "tau_sigma_exp ms",
                        "tau_mu_dosc ms",
                        "f0_mu_dosc kHz");
    }

    /**
     * Rows of the table published with C. Cakan, K. Obermayer, PLOS Computational Biology 16 (2020) e1007822, to the
     * digits quoted.
     */
    @ParameterizedTest
    @CsvSource({
        "0,14,2.30609032208e-16,-85.0049999836,21.851,13.251,23.33567027,0.0018920129",
        "44,14,3.78195499182e-5,-64.8417805026,19.731,9.891,20.20442294,0.0007723073",
        "65,0,1.19823843149e-5,-55.1182835758,34.841,26.321,44.73002660,0.0021733471",
        "87,28,0.0268067792408,-58.6144781879,2.391,0.171,3.95490175792,0.0215788792",
        "131,14,0.0593142713503,-56.7023678867,0.831,0,5.29160600,0.0504990828",
        "174,42,0.0881898495454,-58.0139897214,0.591,0.041,2.12740376,0.0796936259",
        "218,63,0.114091034226,-58.8823227939,0.461,0.011,1.40901008294,0.1077507997",
        "300,7,0.158503848874,-56.3331396366,0.191,0,8.31411279,0.1421551330"
    })
    void referenceContainsThePublishedRows(
            int i, int j, double rate, double voltage, double tauMu, double tauSigma, double tau, double frequency) {
        assertThat(value(0, i, j)).isCloseTo(rate, within(1e-11 * rate));
        assertThat(value(1, i, j)).isCloseTo(voltage, within(1e-10));
        assertThat(value(2, i, j)).isCloseTo(tauMu, within(1e-12));
        assertThat(value(3, i, j)).isCloseTo(tauSigma, within(1e-12));
        assertThat(value(4, i, j)).isCloseTo(tau, within(1e-7));
        assertThat(value(5, i, j)).isCloseTo(frequency, within(1e-9));
    }

    @Test
    void referenceEqualsThePublishedFileAtEveryPoint() {
        Path file = published();
        assumeTrue(Files.exists(file), "needs the published table at " + file);
        double[] tolerance = {1e-12, 1e-12, 1e-11, 1e-11, 2e-8, 0};
        try (var hdf = new HdfFile(file)) {
            for (int q = 0; q < 6; q++) {
                Table.Quantity quantity = REFERENCE.quantities().get(q);
                double[][] expected =
                        (double[][]) hdf.getDatasetByPath(quantity.name()).getData();
                for (int n = 0; n < quantity.values().length; n++) {
                    double value = expected[n / 64][n % 64];
                    // A search that ends where its cost is flat leaves f₀ uncertain by 1e-8 kHz.
                    double allowed = q == 5 ? 2e-8 : tolerance[q] * Math.abs(value);
                    assertThat(quantity.values()[n])
                            .as("%s[%d][%d]", quantity.name(), n / 64, n % 64)
                            .isCloseTo(value, within(allowed));
                }
            }
        }
    }

    @Test
    void rateIncreasesWithMu() {
        double[] rate = REFERENCE.quantities().get(0).values();
        for (int n = 64; n < rate.length; n++) {
            assertThat(rate[n]).isGreaterThan(rate[n - 64]);
        }
    }

    @Test
    void writtenTableIsReadBackExactly() throws IOException {
        CascadeTable reference = reference();
        Path file = folder.resolve("copy.cascade");
        CascadeTables.write(reference, file);
        CascadeTable copy = CascadeTables.read(file);
        assertThat(copy.settings()).isEqualTo(CascadeSettings.reference());
        for (int q = 0; q < 6; q++) {
            assertThat(copy.values(q)).isEqualTo(reference.values(q));
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() -> CascadeTables.read(folder.resolve("none")))
                .isInstanceOf(GyrusException.class)
                .hasMessageEndingWith("none: expected a cascade table, given no such file");
    }

    @Test
    void folderInsteadOfAFileIsAnError() {
        assertThatThrownBy(() -> CascadeTables.read(folder)).isInstanceOf(GyrusException.class);
        assertThatThrownBy(() -> CascadeTables.write(reference(), folder.resolve("no/such/folder")))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("given a folder that does not exist");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 100, 200_000, -1})
    void truncatedFileIsAnError(int length) throws IOException {
        byte[] bytes = bytes();
        assertDamaged(Arrays.copyOf(bytes, length < 0 ? bytes.length - 1 : length));
    }

    @Test
    void changedByteIsAnError() throws IOException {
        byte[] bytes = bytes();
        bytes[300_000] ^= 1;
        assertDamaged(bytes);
    }

    @Test
    void otherFilesAreAnError() throws IOException {
        assertDamaged("not a table".getBytes(StandardCharsets.UTF_8));
        assertDamaged(gzip("x".repeat(100_000)));
        assertDamaged(gzip("gyrus cascade table 2\n\n"));
        assertDamaged(gzip("short"));
    }

    @Test
    void wrongSettingsAreAllNamed() throws IOException {
        String header = """
                gyrus cascade table 1
                C = 200
                gL = many
                EL = -65
                DeltaT = 1.5
                VT = -50
                Vr = -70
                Vs = -40
                Tref = 1.5
                mu.start = -1
                mu.stop = 7
                sigma.start = 0.5
                sigma.stop = 5
                sigma.size = 64
                reset_bin_quirk = true
                frequencies = 64

                """;
        assertDamaged(gzip(header))
                .hasMessageContaining("gL: expected a number, given 'many'")
                .hasMessageContaining("mu.size: expected a whole number, given nothing");
        assertDamaged(gzip(header.replace("many", "0").replace("mu.stop", "mu.size = 350\nmu.stop")))
                .hasMessageContaining("gL: expected a positive number of nS, given 0.0");
        assertDamaged(gzip(header.replace("many", "10").replace("mu.stop", "mu.size = 2000000000\nmu.stop")))
                .hasMessageContaining("mu.size: expected at most 1000000 points");
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertDamaged(byte[] bytes)
            throws IOException {
        Path file = folder.resolve("bad.cascade");
        Files.write(file, bytes);
        return assertThatThrownBy(() -> CascadeTables.read(file))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("bad.cascade: ");
    }

    private static double value(int quantity, int i, int j) {
        return REFERENCE.quantities().get(quantity).values()[i * 64 + j];
    }

    private static byte[] bytes() throws IOException {
        try (InputStream in = CascadeTables.class.getResourceAsStream("reference.cascade")) {
            return in.readAllBytes();
        }
    }

    private static CascadeTable reference() {
        try (InputStream in = CascadeTables.class.getResourceAsStream("reference.cascade")) {
            return CascadeFormat.read(in, "reference");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** The published HDF5 file in a folder {@code shared} beside the checkout, where there is one. */
    private static Path published() {
        Path here = Path.of("").toAbsolutePath();
        while (here.getParent() != null) {
            Path file = here.resolveSibling("shared").resolve("data").resolve("quantities_cascade.h5");
            if (Files.exists(file)) {
                return file;
            }
            here = here.getParent();
        }
        return Path.of("../shared/data/quantities_cascade.h5");
    }
}
