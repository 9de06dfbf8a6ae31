package dev.gyrus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gyrus.core.GyrusException;
import dev.gyrus.fitting.Axis;
import dev.gyrus.fitting.Outcome;
import dev.gyrus.fitting.ParameterSpace;
import dev.gyrus.fitting.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultStoreTest {
    private static final ParameterSpace SPACE =
            ParameterSpace.of(Axis.range("b", 0, 1).steps(5), Axis.choices("network.options.x", "one", "o'ther"));
    private static final List<Point> POINTS = SPACE.grid();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("results.duckdb");
    }

    private static StoreHeader header(String... experiment) {
        Map<String, String> keys = new TreeMap<>(Map.of("simulation.seed", "42"));
        for (int k = 0; k < experiment.length; k += 2) {
            keys.put(experiment[k], experiment[k + 1]);
        }
        List<String> metrics = List.of("max(rates_exc)", "corr(a, \"b\")");
        return new StoreHeader(new TreeMap<>(keys), Map.of("gyrus", "1.2"), SPACE.axes(), 1, metrics);
    }

    private static Outcome outcome(int run) {
        List<Double> metrics = List.of(run / 3.0, run == 2 ? Double.NaN : Double.POSITIVE_INFINITY);
        return new Outcome(run, run, 42, metrics, Map.of(), run == 3 ? "diverged, it's said" : "");
    }

    private static List<Outcome> outcomes(int from, int to) {
        return IntStream.range(from, to).mapToObj(ResultStoreTest::outcome).toList();
    }

    @Test
    void whatIsAddedComesBackInTheOrderOfTheRuns() {
        try (ResultStore store = ResultStore.create(file, header(), POINTS)) {
            store.add(outcomes(5, 10));
            store.add(outcomes(0, 3));
            assertThat(store.finished().cardinality()).isEqualTo(8);
        }
        try (ResultStore store = ResultStore.resume(file, header(), POINTS)) {
            assertThat(store.finished().stream()).containsExactly(0, 1, 2, 5, 6, 7, 8, 9);
            store.add(outcomes(3, 5));
            assertThat(store.outcomes()).isEqualTo(outcomes(0, 10));
        }
    }

    @Test
    void arraysComeBackAlsoWhereTheyAreLongerThanAChunk() {
        double[][] large = new double[300][400];
        Random random = new Random(1);
        for (double[] row : large) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        double[][] small = {{1, Double.NaN, Double.NEGATIVE_INFINITY}};
        Map<String, double[][]> arrays = Map.of("fc", large, "it's", small, "none", new double[0][0]);
        try (ResultStore store = ResultStore.create(file, header(), POINTS)) {
            store.add(List.of(new Outcome(7, 7, 1, List.of(1.0, 2.0), arrays, "")));
            arrays.forEach((name, array) ->
                    assertThat(Arrays.deepEquals(store.array(7, name), array)).isTrue());
            assertThatThrownBy(() -> store.array(6, "fc")).isInstanceOf(GyrusException.class);
        }
    }

    @Test
    void resultsAreATableWithAColumnForEachParameterAndMetric() throws IOException {
        try (ResultStore store = ResultStore.create(file, header(), POINTS)) {
            store.add(outcomes(0, 4));
            store.exportCsv(folder.resolve("r.csv"));
            store.exportParquet(folder.resolve("r's.parquet"));
        }
        assertThat(Files.readAllLines(folder.resolve("r.csv")))
                .startsWith(
                        "run,point,seed,b,network.options.x,max(rates_exc),\"corr(a, \"\"b\"\")\",status,reason",
                        "0,0,42,0.0,one,0.0,inf,ok,",
                        "1,1,42,0.0,o'ther,0.3333333333333333,inf,ok,",
                        "2,2,42,0.25,one,0.6666666666666666,,ok,",
                        "3,3,42,0.25,o'ther,1.0,inf,failed,\"diverged, it's said\"");
        assertThat(Files.readAllBytes(folder.resolve("r's.parquet"))).startsWith('P', 'A', 'R', '1');
    }

    @Test
    void anotherExperimentIsRefusedKeyByKey() {
        ResultStore.create(file, header("simulation.duration", "1000", "model", "aln"), POINTS)
                .close();
        assertThatThrownBy(() -> ResultStore.resume(file, header("simulation.duration", "2000", "bold", "x"), POINTS))
                .isInstanceOfSatisfying(
                        GyrusException.class, e -> assertThat(e.kind()).isEqualTo(GyrusException.Kind.INPUT))
                .hasMessageContaining("bold: expected the experiment of the store, nothing, given 'x'")
                .hasMessageContaining("model: expected the experiment of the store, 'aln', given nothing")
                .hasMessageContaining(
                        "simulation.duration: expected the experiment of the store, '1000', given '2000'");
        ResultStore.resume(file, header("simulation.duration", "1000", "model", "aln"), POINTS)
                .close();
    }

    @Test
    void aNewerStoreIsRefused() throws SQLException {
        ResultStore.create(file, header(), POINTS).close();
        sql("UPDATE facts SET value = '99' WHERE name = 'schema_version'");
        assertThatThrownBy(() -> ResultStore.resume(file, header(), POINTS))
                .hasMessageContaining("expected a store of version 1 or earlier, given version 99, of Gyrus 1.2");
    }

    @Test
    void otherFilesAreRefused() throws SQLException, IOException {
        sql("CREATE TABLE other (x INTEGER)");
        assertThatThrownBy(() -> ResultStore.resume(file, header(), POINTS))
                .hasMessageEndingWith("expected a store of results of Gyrus, given another database");
        Path text = Files.writeString(folder.resolve("text"), "no database, but long enough".repeat(1000));
        assertThatThrownBy(() -> ResultStore.resume(text, header(), POINTS))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("expected a store of results, given");
        assertThatThrownBy(() -> ResultStore.resume(folder.resolve("none"), header(), POINTS))
                .hasMessageEndingWith("expected a store of results, given no such file");
        assertThatThrownBy(() -> ResultStore.create(file, header(), POINTS))
                .hasMessageEndingWith("expected no such file, given one that is there");
        assertThatThrownBy(() -> ResultStore.create(folder.resolve("no/folder/x"), header(), POINTS))
                .isInstanceOf(GyrusException.class);
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement own = connection.createStatement()) {
            own.execute(statement);
        }
    }

    @Test
    void aStoreThatHadHardlyBegunIsGoneOnWith() throws IOException {
        Files.createFile(file);
        try (ResultStore store = ResultStore.resume(file, header(), POINTS)) {
            store.add(outcomes(0, 2));
        }
        try (ResultStore store = ResultStore.resume(file, header(), POINTS)) {
            assertThat(store.outcomes()).isEqualTo(outcomes(0, 2));
        }
    }

    @Test
    void namesThatDifferOnlyInCaseAreRefused() {
        ParameterSpace space = ParameterSpace.of(Axis.values("Ke", 1), Axis.values("run", 1));
        StoreHeader header = new StoreHeader(new TreeMap<>(), Map.of(), space.axes(), 1, List.of("ke"));
        assertThatThrownBy(() -> ResultStore.create(file, header, space.grid())).hasMessage("""
                        run: expected a name that no other column of the results has, given one like 'run'
                        ke: expected a name that no other column of the results has, given one like 'Ke'""");
        assertThat(file).doesNotExist();
    }

    /** A process that is killed while it adds batches leaves those that it said to be added, each as a whole. */
    @Test
    void aKilledProcessLosesNothingThatWasAdded() throws IOException, InterruptedException {
        Process process = endless(5);
        process.destroyForcibly();
        process.waitFor();
        assertThat(told()).isGreaterThanOrEqualTo(5);
        assertKept(told(), told() + 1);
    }

    /** Files that may not grow behave as a full disk does. */
    @Test
    void whereNothingMoreCanBeWrittenThatIsToldAndNothingIsLost() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "there is no prlimit to limit a file's size with");
        Process process = endless(3);
        long most = Files.size(folder.resolve("results.duckdb.wal")) + 20_000;
        new ProcessBuilder("/usr/bin/prlimit", "--pid", "" + process.pid(), "--fsize=" + most)
                .start()
                .waitFor();
        process.waitFor();
        assertThat(Files.readString(folder.resolve("told")))
                .contains("results.duckdb: expected a file that can be written, given ")
                .contains("; what was written before is safe");
        assertKept(told(), told());
    }

    /** A process that adds batches and has told of so many. */
    private Process endless(int batches) throws IOException, InterruptedException {
        String path = System.getProperty("java.class.path")
                + System.getProperty("path.separator")
                + System.getProperty("jdk.module.path", "");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-Djava.io.tmpdir=" + folder, "-cp", path, Endless.class.getName(), "" + file)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("told").toFile())
                .start();
        while (process.isAlive() && told() < batches) {
            Thread.sleep(5);
        }
        return process;
    }

    private void assertKept(int least, int most) {
        try (ResultStore store = ResultStore.resume(file, Endless.header(), Endless.POINTS)) {
            int kept = store.finished().cardinality();
            assertThat(kept % Endless.BATCH).isZero();
            assertThat(kept / Endless.BATCH).isBetween(least, most);
            assertThat(store.finished().nextClearBit(0)).isEqualTo(kept);
        }
    }

    /** How many batches the process has told of: one line each. */
    private int told() throws IOException {
        return (int) Files.readAllLines(folder.resolve("told")).stream()
                .filter(line -> line.matches("[0-9]+"))
                .count();
    }

    /** Adds batches to a store until it is killed, and tells after each how many. */
    static final class Endless {
        static final int BATCH = 100;
        static final List<Point> POINTS =
                ParameterSpace.of(Axis.range("b", 0, 1).steps(100_000)).grid();

        private Endless() {}

        static StoreHeader header() {
            List<Axis> axes = List.of(Axis.range("b", 0, 1).steps(100_000));
            return new StoreHeader(new TreeMap<>(), Map.of(), axes, 1, List.of("m"));
        }

        public static void main(String[] arguments) {
            try (ResultStore store = ResultStore.create(Path.of(arguments[0]), header(), POINTS)) {
                for (int batch = 0; batch < 1000; batch++) {
                    int from = batch * BATCH;
                    store.add(IntStream.range(from, from + BATCH)
                            .mapToObj(run -> new Outcome(run, run, 0, List.of(0.5 * run), Map.of(), ""))
                            .toList());
                    System.out.println(batch + 1);
                }
            } catch (GyrusException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
