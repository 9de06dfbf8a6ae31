package dev.gyrus.fitting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.spi.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalBackendTest {
    private static final ArrayList<Integer> INPUTS =
            new ArrayList<>(IntStream.range(0, 100).boxed().toList());

    /** What became of the inputs. */
    private static final class Seen implements Backend.Delivery<Integer> {
        private final Map<Integer, Integer> outputs = new TreeMap<>();
        private final List<String> failures = new ArrayList<>();

        @Override
        public void done(int input, Integer output) {
            outputs.put(input, output);
        }

        @Override
        public void failed(int input, RuntimeException failure) {
            failures.add(input + " " + failure.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void everyInputIsDeliveredOnceAndFailsAlone(int threads) {
        Seen seen = new Seen();
        AtomicInteger opened = new AtomicInteger();
        Backend.Task<Integer, Integer> task = () -> {
            opened.incrementAndGet();
            return (input, progress) -> {
                if (input == 42) {
                    throw new IllegalStateException("no answer");
                }
                return input * input;
            };
        };
        try (Backend backend = new LocalBackend(threads)) {
            assertThat(backend.workers()).isEqualTo(threads);
            backend.map(task, INPUTS, seen);
        }
        assertThat(opened).hasValue(1);
        assertThat(seen.outputs)
                .hasSize(99)
                .allSatisfy((input, output) -> assertThat(output).isEqualTo(input * input));
        assertThat(seen.failures).containsExactly("42 no answer");
    }

    @Test
    void anErrorEndsEverything() {
        Backend.Task<Integer, Integer> task = () -> (input, progress) -> {
            throw new OutOfMemoryError("of " + input);
        };
        try (Backend backend = new LocalBackend(2)) {
            assertThatThrownBy(() -> backend.map(task, INPUTS, new Seen())).isInstanceOf(OutOfMemoryError.class);
        }
    }

    @Test
    void functionsAtWorkAreToldToStop() {
        Seen seen = new Seen();
        try (Backend backend = new LocalBackend(2)) {
            Backend.Task<Integer, Integer> task = () -> (input, progress) -> {
                backend.stop();
                return progress.isStopped() ? 1 : 0;
            };
            backend.map(task, INPUTS, seen);
        }
        assertThat(seen.outputs.size()).isBetween(1, 2);
        assertThat(seen.outputs.values()).containsOnly(1);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        LocalBackendProvider provider = new LocalBackendProvider();
        assertThatThrownBy(() -> provider.open(Map.of("threads", "0")))
                .hasMessage("backend.threads: expected a whole number from 1 to 9999, given '0'");
        assertThatThrownBy(() -> provider.open(Map.of("thread", "2")))
                .hasMessageContaining(
                        "backend.thread: expected one of threads, given 'thread'; did you mean 'threads'?");
    }
}
