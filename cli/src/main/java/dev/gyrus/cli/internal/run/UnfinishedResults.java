package dev.gyrus.cli.internal.run;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * What a job of many runs leaves that was killed (beside its folder) or stopped (within it).
 *
 * @param job such as {@code exploration}
 * @param file that it goes on from
 */
record UnfinishedResults(String job, String file) {

    /** Refuses to begin anew where an unfinished job would be lost by it. */
    void refuse(Path folder) {
        Path within = folder.toAbsolutePath().normalize();
        if (within.getFileName() == null) {
            return; // no folder for results at all, which is told later
        }
        Path beside = within.resolveSibling(within.getFileName() + ".partial");
        if (Files.exists(beside.resolve(file))) {
            throw unfinished(folder.resolveSibling(beside.getFileName()));
        }
        Path summary = within.resolve(Report.SUMMARY);
        if (Files.exists(within.resolve(file)) && Files.exists(summary) && !isComplete(summary)) {
            throw unfinished(folder);
        }
    }

    private static boolean isComplete(Path summary) {
        return Json.read(summary) instanceof Map<?, ?> map && !Boolean.FALSE.equals(map.get("complete"));
    }

    private GyrusException unfinished(Path place) {
        return GyrusException.input(Problem.of("", "a folder without an unfinished " + job, "one with '" + file + "'")
                .hint("--resume goes on with it; another --out leaves it")
                .at(place.toString(), 0));
    }

    /** Puts what a stopped job left where runs go on, unless what a killed one left is there. */
    void fetch(Path folder, Path to) {
        Path earlier = folder.resolve(file);
        if (Files.exists(to) || !Files.exists(earlier)) {
            return;
        }
        Path copy = to.resolveSibling(file + ".copy");
        try {
            Files.copy(earlier, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw GyrusException.run("cannot copy '" + earlier + "' to '" + to + "': " + e.getMessage());
        }
    }
}
