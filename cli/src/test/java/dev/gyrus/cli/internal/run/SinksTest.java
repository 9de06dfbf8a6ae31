package dev.gyrus.cli.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Observer.Channel;
import dev.gyrus.core.Series;
import dev.gyrus.io.Precision;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes the samples of a run: memory and disk stay small however long it is. */
class SinksTest {
    @TempDir
    private Path folder;

    private static List<Channel> channels(int columns) {
        List<String> labels =
                IntStream.range(0, columns).mapToObj(Integer::toString).toList();
        return List.of(new Channel("x", "Hz", 1, labels));
    }

    private static void feed(Sampler.Sink sink, int samples, int columns, double every) {
        double[][] values = new double[1][columns];
        for (int k = 1; k <= samples; k++) {
            for (int i = 0; i < columns; i++) {
                values[0][i] = Math.sin(k * 0.001) + i / 3.0;
            }
            sink.sample(k * every, values);
        }
    }

    private RecordingFiles files(Optional<List<String>> formats, long expected) {
        RecordingFiles files = new RecordingFiles(folder, formats, Precision.DOUBLE, expected, Map.of());
        files.begin(channels(100));
        feed(files, 300, 100, 1);
        return files;
    }

    @Test
    void textThatWouldBecomeTooLargeIsGivenUpEarly() {
        RecordingFiles files = files(Optional.empty(), 1_000_000);
        assertThat(folder.resolve("x.csv")).doesNotExist();
        files.close();
        assertThat(files.notice())
                .hasValueSatisfying(notice -> assertThat(notice).contains("larger than 50 MB"));
        assertThat(folder.resolve("recording.nc")).isNotEmptyFile();
    }

    @Test
    void textThatStaysSmallOrIsAskedForIsKept() {
        for (RecordingFiles files :
                List.of(files(Optional.empty(), 20_000), files(Optional.of(List.of("csv")), 1_000_000))) {
            files.close();
            assertThat(folder.resolve("x.csv")).isNotEmptyFile();
            assertThat(files.notice()).isEmpty();
        }
    }

    @Test
    void overviewOfALongRecordingHasMeansAndTheLastSeconds() {
        int samples = 100_000;
        Overview overview = new Overview(samples, 0.5);
        overview.begin(channels(3));
        feed(overview, samples, 3, 0.5);
        Series whole = overview.views().get(0).whole();
        assertThat(whole.samples()).isEqualTo(5000); // of 20 samples each, the last round number that leaves 3000
        assertThat(whole.times()[0]).isEqualTo((0.5 + 10) / 2);
        double mean = IntStream.rangeClosed(21, 40)
                .mapToDouble(k -> Math.sin(k * 0.001) / 20)
                .sum();
        assertThat(whole.row(1)[0]).isCloseTo(mean, within(1e-15));
        Series recent = overview.views().get(0).recent();
        assertThat(recent.samples()).isEqualTo(6001);
        assertThat(recent.times()[6000]).isEqualTo(50_000);
        assertThat(recent.times()[0]).isEqualTo(47_000);
        assertThat(recent.row(0)[0]).isEqualTo(Math.sin(94_000 * 0.001));
    }

    @Test
    void overviewOfAShortRecordingHasEverySample() {
        Overview overview = new Overview(1000, 1);
        overview.begin(channels(2));
        feed(overview, 700, 2, 1); // stopped early
        Overview.View view = overview.views().get(0);
        assertThat(view.whole().samples()).isEqualTo(700);
        assertThat(view.recent().times()).isEqualTo(view.whole().times());
        assertThat(Arrays.deepEquals(view.recent().values(), view.whole().values()))
                .isTrue();
    }
}
