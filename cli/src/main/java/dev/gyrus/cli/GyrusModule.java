package dev.gyrus.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import dev.gyrus.core.spi.DatasetProvider;
import java.util.List;
import java.util.ServiceLoader;

/** Binds the catalogues of models, signals and datasets, for those who embed Gyrus in a Guice application. */
public final class GyrusModule extends AbstractModule {
    public GyrusModule() {}

    @Override
    protected void configure() {
        bind(new TypeLiteral<List<DatasetProvider>>() {})
                .toProvider(() -> ServiceLoader.load(DatasetProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList())
                .in(Singleton.class);
    }
}
