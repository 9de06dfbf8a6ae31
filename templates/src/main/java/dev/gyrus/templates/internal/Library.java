package dev.gyrus.templates.internal;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of templates and how they refer to one another.
 *
 * <p>A reference is the name of a template of the same file, or a path whose last part is the template and the part
 * before it the file: {@code models.base.li_op} or {@code ../models/base/li_op}. The path is tried from the folder of
 * the referring file and from each folder above it.
 */
final class Library {
    private final Map<Path, Source> files = new HashMap<>();

    /**
     * A file, or a text that has no file.
     *
     * @param folder from which its references go; null for none
     * @param templates by name
     */
    record Source(Path folder, Map<String, Tree.Entry> templates, String title) {}

    /** A template before it is read. */
    record Found(Source source, String name, Tree.Mapping body, Place place) {
        @Override
        public String toString() {
            return source.title + "#" + name;
        }
    }

    Source text(String text, String title) {
        return source(null, text, title);
    }

    Source file(Path file) {
        Path key = file.toAbsolutePath().normalize();
        Source known = files.get(key);
        if (known == null) {
            known = source(key.getParent(), text(file), file.toString());
            files.put(key, known);
        }
        return known;
    }

    private static String text(Path file) {
        Place whole = new Place(file.toString(), 0, 0, "");
        try {
            if (!Files.isRegularFile(file)) {
                throw whole.error("", "a file of templates", Files.isDirectory(file) ? "a folder" : "no such file");
            }
            if (Files.size(file) > YamlReader.LARGEST) {
                throw whole.error("", "at most 64 MB of templates", Files.size(file) + " bytes");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw whole.error("", "text in UTF-8", "other bytes");
        } catch (IOException e) {
            throw whole.error("", "a file that can be read", "one that cannot");
        }
    }

    private static Source source(Path folder, String text, String title) {
        Tree tree = YamlReader.read(text, title);
        if (!(tree instanceof Tree.Mapping mapping)) {
            throw tree.place().error("", "templates by name", tree.shown());
        }
        Map<String, Tree.Entry> templates = new java.util.LinkedHashMap<>(mapping.entries());
        templates.values().removeIf(entry -> !(entry.value() instanceof Tree.Mapping body) || body.get("base") == null);
        return new Source(folder, templates, title);
    }

    /** A template of a file. */
    Found find(Source source, String name, Place place, String key) {
        Tree.Entry entry = source.templates.get(name);
        if (entry == null) {
            Problem unknown = Problem.unknown(key, "template", name, source.templates.keySet());
            throw place.error(key, unknown.expected(), unknown.given(), unknown.hint());
        }
        return new Found(source, name, (Tree.Mapping) entry.value(), entry.key());
    }

    /** What a reference names. */
    Found find(Source source, Tree.Scalar reference, String key) {
        String text = reference.text().trim();
        int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf('/'));
        if (source.templates.containsKey(text) || last <= 0 || source.folder == null) {
            return find(source, text, reference.place(), key);
        }
        String name = text.substring(last + 1);
        for (Path file : candidates(source.folder, text.substring(0, last), text.contains("/"))) {
            if (Files.isRegularFile(file)) {
                return find(file(file), name, reference.place(), key);
            }
        }
        throw reference
                .place()
                .error(
                        key,
                        "a template of this file, or file.template with a file in this folder or one above",
                        "'" + text + "'",
                        "no file " + text.substring(0, last).replaceAll("^.*[./]", "") + ".yaml there");
    }

    private static List<Path> candidates(Path folder, String path, boolean slashed) {
        List<Path> out = new ArrayList<>();
        String relative = slashed ? path : path.replace('.', '/');
        for (String end : List.of("", ".yaml", ".yml")) {
            for (Path from = folder; from != null; from = from.getParent()) {
                try {
                    out.add(from.resolve(relative + end).normalize());
                } catch (InvalidPathException e) {
                    throw GyrusException.input("base", "the path of a template", "'" + path + "'");
                }
            }
        }
        return out;
    }
}
