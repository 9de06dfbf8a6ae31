package dev.gyrus.core.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Launches virtual machines with and without the vector module. */
class BackendTest {
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    /** What the launched virtual machine runs. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            System.out.println("back end: " + Backend.get().name());
        }
    }

    @Test
    void theVectorModuleIsUsedWherePresent() throws Exception {
        assumeTrue(Backend.vector().isPresent(), "needs --add-modules " + VECTOR_MODULE);
        assertThat(launch("--add-modules", VECTOR_MODULE)).contains("back end: vector");
    }

    @Test
    void withoutTheVectorModuleNoneOfItsClassesIsLoaded() throws Exception {
        assertThat(launch("-verbose:class")).contains("back end: plain").doesNotContain(VECTOR_MODULE);
    }

    @Test
    void aPropertySwitchesTheVectorModuleOff() throws Exception {
        assertThat(launch("--add-modules", VECTOR_MODULE, "-Dgyrus.vector=false", "-verbose:class"))
                .contains("back end: plain")
                .doesNotContain("jdk.incubator.vector.DoubleVector ");
    }

    private static String launch(String... options) throws IOException, InterruptedException, URISyntaxException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", location(Backend.class) + File.pathSeparator + location(BackendTest.class)));
        command.add(Main.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static Path location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
