package dev.gyrus.cli.internal.run;

import java.util.Optional;

/** The outcome of a job of many runs, for people. */
public interface JobReport {
    /** What there is to say of it, in lines. */
    String text();

    /** Why nothing came of it, if that is so. */
    Optional<String> defeat();
}
