package dev.gyrus.cli.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The modules of this build, as compiled. */
final class GyrusModules {

    /** A module's descriptor and the folder of its classes. */
    record Compiled(ModuleDescriptor descriptor, Path classes) {
        String name() {
            return descriptor.name();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    private GyrusModules() {}

    /** All modules beside the one whose tests run. */
    static List<Compiled> all() {
        try (Stream<Path> folders = Files.list(Path.of("").toAbsolutePath().getParent())) {
            return folders.map(folder -> folder.resolve("target/classes"))
                    .map(GyrusModules::read)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Compiled> read(Path classes) {
        Path file = classes.resolve("module-info.class");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new Compiled(ModuleDescriptor.read(in), classes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
