package dev.gyrus.core;

import dev.gyrus.core.spi.CouplingProvider;
import dev.gyrus.core.spi.DatasetProvider;
import dev.gyrus.core.spi.MetricProvider;
import dev.gyrus.core.spi.ModelProvider;
import dev.gyrus.core.spi.NetworkProvider;
import dev.gyrus.core.spi.StimulusProvider;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything of one kind that {@link ServiceLoader} finds, by name.
 *
 * <p>A provider that fails to load or to name itself is reported and left out; of two with one name the first found stays.
 * Immutable and thread-safe.
 */
public final class Catalogue<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    private final String what;
    private final Map<String, T> entries;

    private Catalogue(String what, Map<String, T> entries) {
        this.what = what;
        this.entries = entries;
    }

    /** The models that can be found. */
    public static Catalogue<ModelProvider> models() {
        return of("model", ServiceLoader.load(ModelProvider.class), ModelProvider::name);
    }

    /** The types of network that can be found. */
    public static Catalogue<NetworkProvider> networks() {
        return of("network", ServiceLoader.load(NetworkProvider.class), NetworkProvider::name);
    }

    /** The datasets that can be found. */
    public static Catalogue<DatasetProvider> datasets() {
        return of("dataset", ServiceLoader.load(DatasetProvider.class), DatasetProvider::name);
    }

    /** The input signals that can be found. */
    public static Catalogue<StimulusProvider> stimuli() {
        return of("stimulus", ServiceLoader.load(StimulusProvider.class), StimulusProvider::name);
    }

    /** The metrics of runs that can be found. */
    public static Catalogue<MetricProvider> metrics() {
        return of("metric", ServiceLoader.load(MetricProvider.class), MetricProvider::name);
    }

    /** The couplings that can be found, those of core among them. */
    public static Catalogue<CouplingProvider> couplings() {
        return of("coupling", ServiceLoader.load(CouplingProvider.class), CouplingProvider::name);
    }

    /** The entries of a loader. */
    public static <T> Catalogue<T> of(String what, Iterable<T> loader, Function<T, String> name) {
        Map<String, T> entries = new TreeMap<>();
        loaded(loader, e -> LOG.warn("a {} is left out: {}", what, e.getMessage()))
                .forEach(entry -> add(what, entry, name, entries));
        return new Catalogue<>(what, entries);
    }

    /**
     * What a loader can load. A class may be missing, be made for another Java or another Gyrus, or throw when it starts:
     * that is passed on, and the others are loaded.
     *
     * @param failed gets a {@link ServiceConfigurationError} or {@link LinkageError}
     */
    public static <T> List<T> loaded(Iterable<T> loader, Consumer<Throwable> failed) {
        List<T> entries = new ArrayList<>();
        Iterator<T> found = loader.iterator();
        boolean more = true;
        while (more) {
            try {
                more = found.hasNext();
                if (more) {
                    entries.add(found.next());
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                failed.accept(e);
            }
        }
        return entries;
    }

    private static <T> void add(String what, T entry, Function<T, String> name, Map<String, T> entries) {
        String key;
        try {
            key = Objects.requireNonNull(name.apply(entry), "it has no name");
        } catch (RuntimeException e) { // whatever the code of others throws
            LOG.warn("a {} in {} is left out: {}", what, origin(entry), e.toString());
            return;
        }
        T first = entries.putIfAbsent(key, entry);
        if (first != null) {
            LOG.warn("{} '{}' is in {} and {}; the first is used", what, key, origin(first), origin(entry));
        }
    }

    /** The jar or folder that an entry's class comes from. */
    public static String origin(Object entry) {
        CodeSource source = entry.getClass().getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? entry.getClass().getName()
                : source.getLocation().getPath();
    }

    /** The entry of that name, or an error that lists them. */
    public T get(String name) {
        T entry = entries.get(name);
        if (entry == null) {
            throw GyrusException.input(Problem.unknown(what, what, name, entries.keySet()));
        }
        return entry;
    }

    /** The names, in alphabetical order. */
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /** The entries, in the order of their names. */
    public Collection<T> all() {
        return List.copyOf(entries.values());
    }
}
