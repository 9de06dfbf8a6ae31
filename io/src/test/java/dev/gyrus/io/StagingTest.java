package dev.gyrus.io;

import static dev.gyrus.io.Fixtures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
    @TempDir
    Path folder;

    @Test
    void nothingIsThereBeforeAndEverythingAfterTheCommit() throws IOException {
        Path out = folder.resolve("results/out");
        try (Staging staging = Staging.open(out)) {
            Files.writeString(staging.file("a.csv"), "new");
            assertThat(out).doesNotExist();
            staging.commit();
        }
        assertThat(out).isDirectoryNotContaining(path -> !path.endsWith("a.csv"));
        assertThat(out.resolve("a.csv")).hasContent("new");
        assertThat(folder.resolve("results/out.partial")).doesNotExist();
    }

    @Test
    void anExistingFolderKeepsWhatIsNotReplaced() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("notes.txt"), "mine");
        Files.writeString(out.resolve("a.csv"), "old");
        try (Staging staging = Staging.open(out)) {
            Files.createDirectory(staging.file("figures"));
            Files.writeString(staging.file("figures/b.svg"), "b");
            Files.writeString(staging.file("a.csv"), "new");
            staging.commit();
        }
        assertThat(out.resolve("notes.txt")).hasContent("mine");
        assertThat(out.resolve("a.csv")).hasContent("new");
        assertThat(out.resolve("figures/b.svg")).hasContent("b");
        assertThat(folder.resolve("out.partial")).doesNotExist();
    }

    @Test
    void withoutCommitNothingStays() throws IOException {
        Path out = folder.resolve("out");
        try (Staging staging = Staging.open(out)) {
            Files.writeString(staging.file("a.csv"), "half");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatAKilledRunLeftIsCleared() throws IOException {
        Path partial = Files.createDirectory(folder.resolve("out.partial"));
        Files.writeString(partial.resolve(".gyrus-partial"), "");
        Files.writeString(partial.resolve("a.csv"), "half");
        try (Staging staging = Staging.open(folder.resolve("out"))) {
            assertThat(staging.file("a.csv")).doesNotExist();
            staging.commit();
        }
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsNotOursIsNotTouched() throws IOException {
        Path partial = Files.createDirectory(folder.resolve("out.partial"));
        Path thesis = Files.writeString(partial.resolve("thesis.txt"), "mine");
        assertRefused(partial, () -> Staging.open(folder.resolve("out")));
        assertThat(thesis).hasContent("mine");
    }

    @Test
    void twoRunsCannotShareAFolder() {
        Path out = folder.resolve("out");
        try (Staging first = Staging.open(out)) {
            assertRefused(first.folder(), () -> Staging.open(out)).hasMessageContaining("in use");
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefusedAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertRefused(file, () -> Staging.open(file)).hasMessageContaining("given a file");
        Path below = file.resolve("out");
        assertRefused(below, () -> Staging.open(below));
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked), "this user may write anywhere");
        assertRefused(locked, () -> Staging.open(locked)).hasMessageContaining("permission denied");
        Path inside = locked.resolve("out");
        assertRefused(inside, () -> Staging.open(inside)).hasMessageContaining("permission denied");
    }

    @Test
    void outdatedFilesGoAndNothingElse() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out/seed-1")).getParent();
        for (String name : List.of("old.csv", "seed-1/a.csv", "a.csv", "notes.txt", "../beside.txt")) {
            Files.writeString(out.resolve(name), "old");
        }
        try (Staging staging = Staging.open(out)) {
            Files.writeString(staging.file("a.csv"), "new");
            staging.commit(List.of("old.csv", "seed-1/a.csv", "a.csv", "../beside.txt", "gone.csv"));
        }
        assertThat(Staging.files(out)).containsExactly("a.csv", "notes.txt");
        assertThat(out.resolve("seed-1")).doesNotExist();
        assertThat(out.resolve("a.csv")).hasContent("new");
        assertThat(folder.resolve("beside.txt")).exists();
    }

    @Test
    void aFolderInTheWayOfAFileIsRefusedAtOnce() throws IOException {
        Path out = folder.resolve("out");
        Path way = Files.createDirectories(out.resolve("a.csv"));
        assertRefused(way, () -> Staging.open(out, Stream.of("b.csv", "a.csv"))).hasMessageContaining("a folder");
        Path seed = Files.writeString(out.resolve("seed-1"), "mine");
        assertRefused(seed, () -> Staging.open(out, Stream.of("seed-1/b.csv"))).hasMessageContaining("a file");
        assertThat(folder.resolve("out.partial")).doesNotExist();
    }

    @Test
    void aLinkIsFollowedAndKept() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        try (Staging staging = Staging.open(link)) {
            Files.writeString(staging.file("a.csv"), "new");
            staging.commit();
        }
        assertThat(link).isSymbolicLink();
        assertThat(real.resolve("a.csv")).hasContent("new");
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));
        assertRefused(dangling, () -> Staging.open(dangling)).hasMessageContaining("a link to nothing");
    }
}
