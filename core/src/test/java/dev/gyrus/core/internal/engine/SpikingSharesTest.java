package dev.gyrus.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.FiringTest;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spiking networks on several threads. */
class SpikingSharesTest {
    private static ExecutorService executor;

    @BeforeAll
    static void start() {
        executor = Executors.newCachedThreadPool();
    }

    @AfterAll
    static void stop() {
        executor.shutdownNow();
    }

    private static List<Object> run(Plan plan, Parallel parallel, int block) {
        Engine engine = new Engine(plan, List.of(new CounterNoise(3)), parallel);
        List<Object> all = new ArrayList<>();
        for (int left = 600; left > 0; ) {
            long first = engine.sample();
            int length = engine.advance(Math.min(left, block));
            for (int k = 1; k <= length; k++) {
                all.add(Arrays.toString(engine.fired(0, 0, 100, first + k)));
            }
            left -= length;
        }
        double[][][] arrays = engine.snapshot().arrays();
        for (double[] array : arrays[0]) {
            all.add(Arrays.toString(array));
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"euler,0", "euler,0.1", "euler,0.7", "euler,3.5", "heun,0", "heun,0.7", "rk4,1.6"})
    void anyNumberOfSharesAndAnyBlockGiveTheSameBits(String scheme, double shortest) {
        Simulation simulation =
                Simulation.of(FiringTest.network(shortest)).dt(0.1).seed(3).integrator(Integrator.named(scheme));
        Plan plan = Planner.plan(simulation.settings());
        List<Object> whole = run(plan, new Parallel(null, 1), 32);
        for (int parts : new int[] {2, 3, 4}) {
            assertThat(run(plan, new Parallel(executor, parts), 32)).isEqualTo(whole);
        }
        List<Object> blocks = run(plan, new Parallel(null, 1), 7);
        assertThat(blocks.subList(0, 602)).isEqualTo(whole.subList(0, 602));
    }
}
