package dev.gyrus.cli.internal.run;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** What an exploration leaves that was killed (beside its folder) or stopped (within it). */
final class UnfinishedResults {
    /** The store of results. */
    static final String STORE = "results.duckdb";

    private UnfinishedResults() {}

    /** Refuses to begin anew where an unfinished exploration would be lost by it. */
    static void refuse(Path folder) {
        Path within = folder.toAbsolutePath().normalize();
        if (within.getFileName() == null) {
            return; // no folder for results at all, which is told later
        }
        Path beside = within.resolveSibling(within.getFileName() + ".partial");
        if (Files.exists(beside.resolve(STORE))) {
            throw unfinished(folder.resolveSibling(beside.getFileName()));
        }
        Path summary = within.resolve(Report.SUMMARY);
        if (Files.exists(within.resolve(STORE)) && Files.exists(summary) && !isComplete(summary)) {
            throw unfinished(folder);
        }
    }

    private static boolean isComplete(Path summary) {
        return Json.read(summary) instanceof Map<?, ?> map && !Boolean.FALSE.equals(map.get("complete"));
    }

    private static GyrusException unfinished(Path place) {
        return GyrusException.input(
                Problem.of("", "a folder without an unfinished exploration", "one with '" + STORE + "'")
                        .hint("--resume goes on with it; another --out leaves it")
                        .at(place.toString(), 0));
    }

    /** Puts the store of a stopped exploration where runs go on, unless that of a killed one is there. */
    static void fetch(Path folder, Path file) {
        Path earlier = folder.resolve(STORE);
        if (Files.exists(file) || !Files.exists(earlier)) {
            return;
        }
        Path copy = file.resolveSibling(STORE + ".copy");
        try {
            Files.copy(earlier, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw GyrusException.run("cannot copy '" + earlier + "' to '" + file + "': " + e.getMessage());
        }
    }
}
