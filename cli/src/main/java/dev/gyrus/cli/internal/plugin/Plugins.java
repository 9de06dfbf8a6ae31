package dev.gyrus.cli.internal.plugin;

import dev.gyrus.cli.internal.experiment.ModelFile;
import dev.gyrus.core.Catalogue;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Node;
import dev.gyrus.core.spi.BackendProvider;
import dev.gyrus.core.spi.CouplingProvider;
import dev.gyrus.core.spi.DatasetProvider;
import dev.gyrus.core.spi.MetricProvider;
import dev.gyrus.core.spi.ModelProvider;
import dev.gyrus.core.spi.NetworkProvider;
import dev.gyrus.core.spi.StimulusProvider;
import dev.gyrus.fitting.OperatorProvider;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Gyrus itself provides and what a plugin folder adds.
 *
 * <p>A jar in the folder is a plugin; so are a subfolder, with all jars in it, and a model written in YAML. Plugins do not see each other: on the module
 * path each is a {@link ModuleLayer} above Gyrus's own, on the class path a class loader. A plugin that cannot be used is
 * logged with its jar and the cause, and the others are used. Immutable and thread-safe.
 */
public final class Plugins {
    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);

    /** Jars that a build leaves beside the plugin. */
    private static final Pattern COMPANION = Pattern.compile(".*-(sources|javadoc|tests|test-sources)\\.jar");

    private static final Pattern YAML = Pattern.compile("(?i).*\\.ya?ml");

    /** What a plugin can provide. */
    private static final Set<String> SERVICES = Set.of(
            BackendProvider.class.getName(),
            ModelProvider.class.getName(),
            NetworkProvider.class.getName(),
            CouplingProvider.class.getName(),
            MetricProvider.class.getName(),
            StimulusProvider.class.getName(),
            DatasetProvider.class.getName(),
            OperatorProvider.class.getName());

    private final Optional<Path> folder;
    private final List<Source> sources;
    private final List<WrittenModel> written;

    /** A model of a YAML file. */
    private static final class WrittenModel implements ModelProvider {
        private final Path path;
        private final ModelFile file;
        private Node node;

        WrittenModel(Path path, ModelFile file) {
            this.path = path;
            this.file = file;
        }

        Path path() {
            return path;
        }

        @Override
        public String name() {
            return file.name();
        }

        @Override
        public String family() {
            return file.family();
        }

        @Override
        public String description() {
            return file.doc();
        }

        /** Checked at its first use only. */
        @Override
        public Node node(Map<String, String> options) {
            if (node == null) {
                node = file.node();
            }
            return node;
        }
    }

    /** One place to look for providers, which leaves out what its parents provide. */
    private sealed interface Source {
        String name();

        <S> ServiceLoader<S> loader(Class<S> service);

        boolean isOwn(Class<?> provider);
    }

    private record Layer(String name, ModuleLayer layer) implements Source {
        @Override
        public <S> ServiceLoader<S> loader(Class<S> service) {
            return ServiceLoader.load(layer, service);
        }

        @Override
        public boolean isOwn(Class<?> provider) {
            return provider.getModule().getLayer() == layer;
        }
    }

    private record Jars(String name, ClassLoader loader) implements Source {
        @Override
        public <S> ServiceLoader<S> loader(Class<S> service) {
            return ServiceLoader.load(service, loader);
        }

        @Override
        public boolean isOwn(Class<?> provider) {
            return provider.getClassLoader() == loader;
        }
    }

    private Plugins(Optional<Path> folder, List<Source> sources, List<WrittenModel> written) {
        this.folder = folder;
        this.sources = List.copyOf(sources);
        this.written = List.copyOf(written);
    }

    /** What comes with Gyrus. */
    public static Plugins none() {
        return new Plugins(Optional.empty(), List.of(gyrus()), List.of());
    }

    /**
     * What comes with Gyrus and what a folder adds.
     *
     * @throws GyrusException where the folder cannot be read
     */
    public static Plugins in(Path folder) {
        List<Source> sources = new ArrayList<>(List.of(gyrus()));
        List<WrittenModel> written = new ArrayList<>();
        for (Path path : list(folder)) {
            if (YAML.matcher(path.toString()).matches()) {
                read(path).ifPresent(written::add);
            }
            List<Path> jars = Files.isDirectory(path) ? list(path) : List.of(path);
            jars = jars.stream().filter(Plugins::isPlugin).toList();
            if (!jars.isEmpty()) {
                add(path, jars, sources);
            }
        }
        return new Plugins(Optional.of(folder), sources, written);
    }

    /** The folder, if there is one. */
    public Optional<Path> folder() {
        return folder;
    }

    private static Optional<WrittenModel> read(Path file) {
        try {
            return ModelFile.read(file).map(model -> new WrittenModel(file, model));
        } catch (GyrusException e) {
            e.problems().forEach(problem -> LOG.warn("a plugin is left out: {}", problem));
            return Optional.empty();
        }
    }

    private static void add(Path path, List<Path> jars, List<Source> sources) {
        try {
            ModuleFinder finder = ModuleFinder.of(jars.toArray(Path[]::new));
            boolean offers = finder.findAll().stream()
                    .flatMap(module -> module.descriptor().provides().stream())
                    .anyMatch(provides -> SERVICES.contains(provides.service()));
            if (offers) {
                sources.add(Plugins.class.getModule().isNamed() ? layer(path, finder) : loader(path, jars));
            } else {
                leaveOut(
                        path.toString(),
                        "neither module-info nor META-INF/services names a model, network, coupling, stimulus or dataset");
            }
        } catch (IOException | FindException | ResolutionException | LayerInstantiationException | LinkageError e) {
            leaveOut(path.toString(), cause(e));
        }
    }

    private static boolean isPlugin(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(".jar") && !COMPANION.matcher(name).matches();
    }

    /** All providers of a service that load, Gyrus's first. The service must be among those that Gyrus's module {@code uses}. */
    public <S> List<S> find(Class<S> service) {
        List<S> found = new ArrayList<>();
        for (Source source : sources) {
            Catalogue.loaded(source.loader(service), e -> leaveOut(source.name(), cause(e))).stream()
                    .filter(provider -> source.isOwn(provider.getClass()))
                    .forEach(found::add);
        }
        for (WrittenModel model : written) {
            if (found.stream().anyMatch(other -> isNamed(other, model.name()))) {
                leaveOut(model.path().toString(), "there is a model '" + model.name() + "' already");
            } else if (service.isInstance(model)) {
                found.add(service.cast(model));
            }
        }
        return found;
    }

    private static boolean isNamed(Object provider, String name) {
        try {
            return provider instanceof ModelProvider model && name.equals(model.name());
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }

    private static void leaveOut(String plugin, String why) {
        LOG.warn("plugin {} is left out: {}", plugin, why);
    }

    /** The deepest cause in one line. */
    private static String cause(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String kind = cause instanceof LinkageError || cause instanceof RuntimeException
                ? cause.getClass().getSimpleName() + ": "
                : "";
        return kind + String.valueOf(cause.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    }

    private static Source gyrus() {
        Module module = Plugins.class.getModule();
        return module.isNamed()
                ? new Layer("gyrus", module.getLayer())
                : new Jars("gyrus", Plugins.class.getClassLoader());
    }

    private static Source layer(Path path, ModuleFinder finder) {
        ModuleLayer parent = Plugins.class.getModule().getLayer();
        Set<String> names = finder.findAll().stream()
                .map(module -> module.descriptor().name())
                .collect(Collectors.toSet());
        Configuration configuration = parent.configuration().resolve(finder, ModuleFinder.of(), names);
        return new Layer(
                path.toString(), parent.defineModulesWithOneLoader(configuration, Plugins.class.getClassLoader()));
    }

    private static Source loader(Path path, List<Path> jars) throws IOException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        return new Jars(path.toString(), new URLClassLoader(path.toString(), urls, Plugins.class.getClassLoader()));
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        } catch (IOException e) {
            throw GyrusException.input("--plugins", "a folder that can be read", "'" + folder + "'");
        }
    }
}
