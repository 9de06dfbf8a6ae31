package dev.gyrus.datasets;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.io.ArrayFiles;
import dev.gyrus.io.NamedArrays;
import dev.gyrus.io.ZipArchive;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Arrays by name, wherever they lie: in one file, in a folder of files, in an archive; read when asked for.
 *
 * @param file where they lie, for errors
 */
record Store(String file, Map<String, Supplier<Item>> items) {

    /** The arrays of one file; {@code only} tells what the array of a file without names (a table, NPY) is. */
    static Store of(NamedArrays file, Part only) {
        Store store = new Store(file.file(), new LinkedHashMap<>());
        if (file.arrays().keySet().equals(Set.of("values"))) {
            store.items.put(only.toString(), () -> Item.of(file, only.toString()));
        } else {
            Stream.of(file.arrays().keySet(), file.texts().keySet(), file.others())
                    .flatMap(Set::stream)
                    .forEach(name -> store.items.put(name, () -> Item.named(file, name)));
        }
        return store;
    }

    /** The files of a folder, by their names without ending. */
    static Store folder(Path folder) {
        Store store = new Store(folder.toString(), new LinkedHashMap<>());
        for (Path path : list(folder)) {
            String name = path.getFileName().toString();
            if (ArrayFiles.isReadable(path) && Files.isRegularFile(path)) {
                store.add(name, () -> Item.of(ArrayFiles.read(path), stem(name)));
            }
        }
        return store;
    }

    /** The members of an archive, by their names without folder and ending; valid while it is open. */
    static Store zip(ZipArchive archive) {
        Store store = new Store(archive.name(), new LinkedHashMap<>());
        for (String path : archive.names()) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (path.startsWith("__MACOSX") || name.startsWith(".")) {
                continue;
            }
            if (name.endsWith(".bz2")) {
                store.add(name.substring(0, name.length() - 4), () -> {
                    throw GyrusException.input(Problem.of(path, "plain text", "a bzip2 file")
                            .at(archive.name(), 0)
                            .hint("unpack it (bunzip2) and zip it again"));
                });
            } else if (ArrayFiles.isReadable(Path.of(name))) {
                store.add(name, () -> Item.of(ArrayFiles.read(archive.member(path)), stem(name)));
            }
        }
        return store;
    }

    private void add(String name, Supplier<Item> item) {
        String stem = stem(name);
        Supplier<Item> known = items.putIfAbsent(stem, item);
        if (known != null) {
            items.put(stem, () -> {
                throw GyrusException.input(Problem.of(stem, "one file of that name", "several, such as " + name)
                        .at(file, 0));
            });
        }
    }

    /** The array that plays a part, by the name that {@code keys} gives it, else by its usual names. */
    Optional<Item> find(Part part, Map<String, String> keys) {
        String given = keys.get(part.toString());
        if (given != null) {
            Supplier<Item> item = items.containsKey(given) ? items.get(given) : items.get(stem(given));
            if (item == null) {
                // No fault of the file, so it is named in the sentence only.
                throw GyrusException.input(
                        Problem.unknown("keys." + part, "array of '" + file + "'", given, items.keySet()));
            }
            return Optional.of(item.get());
        }
        for (String usual : part.usual()) {
            for (Map.Entry<String, Supplier<Item>> item : items.entrySet()) {
                String name = item.getKey().substring(item.getKey().lastIndexOf('/') + 1);
                if (name.equalsIgnoreCase(usual)) {
                    return Optional.of(item.getValue().get());
                }
            }
        }
        return Optional.empty();
    }

    /** As {@link #find}, where its absence is an error unless there is only one array to choose. */
    Item require(Part part, Map<String, String> keys) {
        return find(part, keys).orElseGet(() -> {
            if (items.size() == 1 && !isOther(part)) {
                return items.values().iterator().next().get();
            }
            throw GyrusException.input(Problem.of(
                            part.toString(),
                            "an array named " + String.join(" or ", part.usual()),
                            items.isEmpty() ? "none at all" : String.join(", ", new TreeSet<>(items.keySet())))
                    .at(file, 0)
                    .hint("name it with keys: {" + part + ": …}"));
        });
    }

    /** Whether what there is goes by the usual name of something else. */
    private boolean isOther(Part part) {
        String name = items.keySet().iterator().next();
        String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return Stream.of(Part.values())
                .filter(other -> other != part)
                .anyMatch(other -> other.usual().contains(last));
    }

    /** What a folder holds, in the order of names; hidden files are left out. */
    static List<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new GyrusException(
                    GyrusException.Kind.INPUT,
                    List.of(Problem.of(
                                    "",
                                    "a folder that can be read",
                                    e instanceof AccessDeniedException ? "permission denied" : e.toString())
                            .at(folder.toString(), 0)),
                    e);
        }
    }

    /** A file's name without its ending. */
    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }
}
