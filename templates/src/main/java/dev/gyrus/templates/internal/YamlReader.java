package dev.gyrus.templates.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Turns YAML 1.2 into a {@link Tree}.
 *
 * <p>Works on the parser's events, so nothing is constructed. An alias shares the tree it names; what all aliases would
 * make if written out is limited, so that nested ones cannot blow up whoever walks the tree.
 */
final class YamlReader {
    static final int LARGEST = 64 << 20;
    private static final int DEEPEST = 64;
    private static final long MOST = 20_000_000;

    private final String file;
    private final List<String> lines;
    private final Iterator<Event> events;
    private final Map<Anchor, Tree> anchors = new HashMap<>();
    private final Map<Tree, Long> sizes = new java.util.IdentityHashMap<>();

    private YamlReader(String text, String file) {
        this.file = file;
        this.lines = text.lines().toList();
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(LARGEST).build();
        this.events = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /** The only document of a text. */
    static Tree read(String text, String file) {
        Place whole = new Place(file, 0, 0, "");
        if (text.length() > LARGEST) {
            throw whole.error("", "at most " + (LARGEST >> 20) + " MB of templates", text.length() + " characters");
        }
        YamlReader reader = new YamlReader(text, file);
        try {
            return reader.document();
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(reader::place).orElse(whole);
            String context = e.getContext() == null ? "" : " " + e.getContext();
            throw place.error("", "YAML", "what is none:" + context + " " + e.getProblem());
        } catch (YamlEngineException e) {
            throw whole.error("", "YAML", "what is none: " + e.getMessage());
        }
    }

    private Tree document() {
        Event event = events.next();
        while (event.getEventId() == Event.ID.StreamStart
                || event.getEventId() == Event.ID.DocumentStart
                || event.getEventId() == Event.ID.Comment) {
            event = events.next();
        }
        if (event.getEventId() == Event.ID.StreamEnd) {
            return new Tree.Mapping(Map.of(), new Place(file, 0, 0, ""));
        }
        return tree(event, 0);
    }

    private Tree tree(Event event, int depth) {
        Place place = place(event);
        if (depth > DEEPEST) {
            throw place.error("", "at most " + DEEPEST + " levels", "more");
        }
        if (event instanceof AliasEvent alias) {
            Tree named = anchors.get(alias.getAlias());
            if (named == null) {
                throw place.error("", "an alias of something above it", "*" + alias.getAlias());
            }
            return named;
        }
        Tree tree;
        Optional<Anchor> anchor;
        if (event instanceof ScalarEvent scalar) {
            anchor = scalar.getAnchor();
            tree = new Tree.Scalar(scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, place);
            sizes.put(tree, 1L);
        } else {
            anchor = ((CollectionStartEvent) event).getAnchor();
            tree = event.getEventId() == Event.ID.SequenceStart ? sequence(place, depth) : mapping(place, depth);
        }
        anchor.ifPresent(name -> anchors.put(name, tree));
        return tree;
    }

    private Tree sequence(Place place, int depth) {
        List<Tree> items = new ArrayList<>();
        long size = 1;
        for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
            Tree item = tree(e, depth + 1);
            size = grown(size, item, e);
            items.add(item);
        }
        Tree tree = new Tree.Sequence(items, place);
        sizes.put(tree, size);
        return tree;
    }

    private Tree mapping(Place place, int depth) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        long size = 1;
        for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
            Place at = place(e);
            if (!(tree(e, depth + 1) instanceof Tree.Scalar key)) {
                throw at.error("", "a name as key", "a list or a mapping");
            }
            Event next = events.next();
            Tree value = tree(next, depth + 1);
            size = grown(size, value, next);
            if (entries.putIfAbsent(key.text(), new Tree.Entry(at, value)) != null) {
                throw at.error(key.text(), "each key once", "it again");
            }
        }
        Tree tree = new Tree.Mapping(entries, place);
        sizes.put(tree, size);
        return tree;
    }

    private long grown(long size, Tree part, Event event) {
        long grown = size + sizes.get(part);
        if (grown > MOST) {
            throw place(event)
                    .error("", "at most " + MOST + " values when aliases are written out", "more: nested aliases");
        }
        return grown;
    }

    private Place place(Event event) {
        return event.getStartMark().map(this::place).orElse(new Place(file, 0, 0, ""));
    }

    private Place place(Mark mark) {
        String line = mark.getLine() < lines.size() ? lines.get(mark.getLine()) : "";
        return new Place(file, mark.getLine() + 1, Math.min(mark.getColumn(), line.length()), line);
    }
}
