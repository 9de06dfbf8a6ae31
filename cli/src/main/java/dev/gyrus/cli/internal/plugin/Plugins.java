package dev.gyrus.cli.internal.plugin;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Gyrus itself provides and what the jars of a plugin folder add.
 *
 * <p>A jar in the folder is a plugin; so is a subfolder, with all jars in it. Plugins do not see each other: on the module
 * path each is a {@link ModuleLayer} above Gyrus's own, on the class path a class loader. Immutable and thread-safe.
 */
public final class Plugins {
    private final List<Source> sources;

    /** One place to look for providers, which leaves out what its parents provide. */
    private sealed interface Source {
        String name();

        <S> Stream<ServiceLoader.Provider<S>> providers(Class<S> service);
    }

    private record Layer(String name, ModuleLayer layer) implements Source {
        @Override
        public <S> Stream<ServiceLoader.Provider<S>> providers(Class<S> service) {
            return ServiceLoader.load(layer, service).stream()
                    .filter(provider -> provider.type().getModule().getLayer() == layer);
        }
    }

    private record Jars(String name, ClassLoader loader) implements Source {
        @Override
        public <S> Stream<ServiceLoader.Provider<S>> providers(Class<S> service) {
            return ServiceLoader.load(service, loader).stream()
                    .filter(provider -> provider.type().getClassLoader() == loader);
        }
    }

    private Plugins(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /** What comes with Gyrus. */
    public static Plugins none() {
        return new Plugins(List.of(gyrus()));
    }

    /**
     * What comes with Gyrus and what a folder adds.
     *
     * @throws GyrusException naming the folder, or every jar that cannot be used
     */
    public static Plugins in(Path folder) {
        Problems problems = new Problems();
        List<Source> sources = new ArrayList<>(List.of(gyrus()));
        for (Path path : list(folder)) {
            List<Path> jars = Files.isDirectory(path) ? list(path) : List.of(path);
            jars = jars.stream().filter(jar -> jar.toString().endsWith(".jar")).toList();
            if (!jars.isEmpty()) {
                List<Path> plugin = jars;
                problems.collect(() -> sources.add(plugin(path, plugin)));
            }
        }
        problems.throwIfAny();
        return new Plugins(sources);
    }

    /**
     * All providers of a service, Gyrus's first. The service must be among those that Gyrus's module {@code uses}.
     *
     * @throws GyrusException naming the plugin whose provider does not load
     */
    public <S> List<S> find(Class<S> service) {
        List<S> found = new ArrayList<>();
        for (Source source : sources) {
            try {
                source.providers(service).forEach(provider -> found.add(provider.get()));
            } catch (ServiceConfigurationError e) {
                throw unusable(source.name(), e.getMessage());
            }
        }
        return found;
    }

    private static Source gyrus() {
        Module module = Plugins.class.getModule();
        return module.isNamed()
                ? new Layer("gyrus", module.getLayer())
                : new Jars("gyrus", Plugins.class.getClassLoader());
    }

    private static Source plugin(Path path, List<Path> jars) {
        return Plugins.class.getModule().isNamed() ? layer(path, jars) : loader(path, jars);
    }

    private static Source layer(Path path, List<Path> jars) {
        ModuleLayer parent = Plugins.class.getModule().getLayer();
        ModuleFinder finder = ModuleFinder.of(jars.toArray(Path[]::new));
        try {
            Set<String> names = finder.findAll().stream()
                    .map(module -> module.descriptor().name())
                    .collect(Collectors.toSet());
            Configuration configuration = parent.configuration().resolve(finder, ModuleFinder.of(), names);
            return new Layer(
                    path.toString(), parent.defineModulesWithOneLoader(configuration, Plugins.class.getClassLoader()));
        } catch (FindException | ResolutionException | LayerInstantiationException e) {
            throw unusable(path.toString(), e.getMessage());
        }
    }

    private static Source loader(Path path, List<Path> jars) {
        try {
            URL[] urls = new URL[jars.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = jars.get(i).toUri().toURL();
            }
            return new Jars(path.toString(), new URLClassLoader(path.toString(), urls, Plugins.class.getClassLoader()));
        } catch (MalformedURLException e) {
            throw unusable(path.toString(), e.getMessage());
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        } catch (IOException e) {
            throw GyrusException.input("--plugins", "a folder that can be read", "'" + folder + "'");
        }
    }

    private static GyrusException unusable(String plugin, String why) {
        return GyrusException.input(
                Problem.of("", "a plugin for this version of Gyrus", why).at(plugin, 0));
    }
}
