package dev.gyrus.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.GyrusException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The files that {@code fixtures.py} wrote, and the form that every complaint about a file has. */
final class Fixtures {
    private Fixtures() {}

    static Path file(String name) {
        try {
            return Path.of(Fixtures.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** One line of bad input that names the file. */
    static AbstractThrowableAssert<?, ?> assertRefused(Path file, ThrowingCallable action) {
        return assertThatThrownBy(action)
                .isInstanceOfSatisfying(GyrusException.class, e -> {
                    org.assertj.core.api.Assertions.assertThat(e.kind()).isEqualTo(GyrusException.Kind.INPUT);
                    org.assertj.core.api.Assertions.assertThat(e.problems()).hasSize(1);
                })
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining("expected ")
                .hasMessageNotContaining("\n");
    }
}
