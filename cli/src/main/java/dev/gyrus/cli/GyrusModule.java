package dev.gyrus.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import dev.gyrus.cli.internal.plugin.Plugins;
import dev.gyrus.core.Catalogue;
import dev.gyrus.core.spi.BackendProvider;
import dev.gyrus.core.spi.CouplingProvider;
import dev.gyrus.core.spi.DatasetProvider;
import dev.gyrus.core.spi.MetricProvider;
import dev.gyrus.core.spi.ModelProvider;
import dev.gyrus.core.spi.NetworkProvider;
import dev.gyrus.core.spi.StimulusProvider;
import dev.gyrus.fitting.OperatorProvider;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Binds the catalogues of what Gyrus and its plugins provide, for those who embed it in a Guice application.
 *
 * <pre>{@code
 * Injector injector = Guice.createInjector(GyrusModule.withPlugins(Path.of("plugins")));
 * }</pre>
 *
 * <p>Bound, each looked for at its first use: {@code Catalogue<ModelProvider>}, {@code Catalogue<NetworkProvider>}, {@code
 * Catalogue<CouplingProvider>}, {@code Catalogue<StimulusProvider>}, {@code Catalogue<MetricProvider>}, {@code
 * Catalogue<BackendProvider>}, {@code Catalogue<DatasetProvider>} and {@code Catalogue<OperatorProvider>}.
 */
public final class GyrusModule extends AbstractModule {
    private final Supplier<Optional<Path>> folder;

    private GyrusModule(Supplier<Optional<Path>> folder) {
        this.folder = folder;
    }

    /** What comes with Gyrus. */
    public static GyrusModule create() {
        return new GyrusModule(Optional::empty);
    }

    /** What comes with Gyrus, and the plugin jars of a folder. */
    public static GyrusModule withPlugins(Path folder) {
        return new GyrusModule(() -> Optional.of(folder));
    }

    /** The same for a folder that is known only later, when a catalogue is first asked for. */
    public static GyrusModule withPlugins(Supplier<Optional<Path>> folder) {
        return new GyrusModule(folder);
    }

    @Override
    protected void configure() {
        // Providers rather than annotated constructors: Guice needs no access to Gyrus's packages.
        Provider<Plugins> plugins = getProvider(Plugins.class);
        bind(Plugins.class)
                .toProvider(() -> folder.get().map(Plugins::in).orElseGet(Plugins::none))
                .in(Singleton.class);
        bind(new TypeLiteral<Catalogue<ModelProvider>>() {})
                .toProvider(() -> Catalogue.of("model", plugins.get().find(ModelProvider.class), ModelProvider::name))
                .in(Singleton.class);
        bind(new TypeLiteral<Catalogue<NetworkProvider>>() {})
                .toProvider(
                        () -> Catalogue.of("network", plugins.get().find(NetworkProvider.class), NetworkProvider::name))
                .in(Singleton.class);
        bind(new TypeLiteral<Catalogue<StimulusProvider>>() {})
                .toProvider(() ->
                        Catalogue.of("signal", plugins.get().find(StimulusProvider.class), StimulusProvider::name))
                .in(Singleton.class);
        bind(new TypeLiteral<Catalogue<CouplingProvider>>() {})
                .toProvider(() ->
                        Catalogue.of("coupling", plugins.get().find(CouplingProvider.class), CouplingProvider::name))
                .in(Singleton.class);
        bind(new TypeLiteral<Catalogue<BackendProvider>>() {})
                .toProvider(() ->
                        Catalogue.of("back end", plugins.get().find(BackendProvider.class), BackendProvider::name))
                .in(Singleton.class);
        bind(new TypeLiteral<Catalogue<MetricProvider>>() {})
                .toProvider(
                        () -> Catalogue.of("metric", plugins.get().find(MetricProvider.class), MetricProvider::name))
                .in(Singleton.class);
        bind(new TypeLiteral<Catalogue<OperatorProvider>>() {})
                .toProvider(() ->
                        Catalogue.of("operator", plugins.get().find(OperatorProvider.class), OperatorProvider::name))
                .in(Singleton.class);
        bind(new TypeLiteral<Catalogue<DatasetProvider>>() {})
                .toProvider(
                        () -> Catalogue.of("dataset", plugins.get().find(DatasetProvider.class), DatasetProvider::name))
                .in(Singleton.class);
    }
}
