package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Turns YAML 1.2 (hence JSON) into a {@link Value} that knows its lines.
 *
 * <p>Works on the parser's events: nothing is constructed, tags are refused, an alias shares the value it names (so
 * nested aliases cost nothing) and cannot stand inside it, and size and depth are limited.
 */
final class YamlReader {
    private static final int LARGEST = 64 << 20;
    private static final int DEEPEST = 32;

    private final Place start;
    private final Iterator<Event> events;
    private final Map<Anchor, Value> anchors = new HashMap<>();
    private final Problems problems;

    private YamlReader(String text, Place start, Problems problems) {
        this.start = start;
        this.problems = problems;
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(LARGEST).build();
        this.events = new ParserImpl(settings, new StreamReader(settings, text));
    }

    private static String what(Path file) {
        if (Files.isDirectory(file)) {
            return "a folder";
        }
        return Files.exists(file) ? "a device or a pipe" : "no such file";
    }

    /** The text of a file that may be an experiment. */
    static String text(Path file) {
        Place whole = new Place(file.toString(), 0);
        try {
            if (!Files.isRegularFile(file)) {
                throw problem(whole, "expected an experiment file, given " + what(file));
            }
            if (Files.size(file) > LARGEST) {
                throw problem(whole, "expected at most " + (LARGEST >> 20) + " MB; large matrices go into files");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw problem(whole, "expected text in UTF-8");
        } catch (IOException e) {
            throw problem(whole, "expected a file that can be read");
        }
    }

    /** The file's only document; keys that stand twice are problems, of which the first counts. */
    static Value read(Path file, Problems problems) {
        return read(file, text(file), problems);
    }

    /** The same of a text that was read already. */
    static Value read(Path file, String text, Problems problems) {
        return parse(text, new Place(file.toString(), 1), problems);
    }

    /** The text's only document; {@code start} is where its first line stands. */
    static Value parse(String text, Place start, Problems problems) {
        try {
            return new YamlReader(text, start, problems).document();
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(start::plus).orElse(start);
            String context = e.getContext() == null ? "" : " " + e.getContext();
            throw problem(place, "expected YAML, but" + context + " " + e.getProblem());
        } catch (YamlEngineException e) {
            throw problem(start, "expected YAML, but " + e.getMessage());
        }
    }

    private Value document() {
        Event event = next();
        while (event.getEventId() == Event.ID.StreamStart || event.getEventId() == Event.ID.DocumentStart) {
            event = next();
        }
        if (event.getEventId() == Event.ID.StreamEnd) {
            return new Value.Scalar("", false, place(event));
        }
        Value value = value(event, 0);
        next();
        Event after = next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw problem(place(after), "expected a single document, given another one");
        }
        return value;
    }

    private Value value(Event event, int depth) {
        if (depth > DEEPEST) {
            throw problem(place(event), "expected at most " + DEEPEST + " levels of nesting");
        }
        if (event instanceof AliasEvent alias) {
            Value value = anchors.get(alias.getAlias());
            if (value == null) {
                throw problem(
                        place(event),
                        "expected an alias of a value that is complete before it, given '*" + alias.getAlias() + "'");
            }
            return value;
        }
        refuseTag(event);
        Value value;
        if (event instanceof ScalarEvent scalar) {
            value = new Value.Scalar(scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, place(event));
        } else if (event.getEventId() == Event.ID.SequenceStart) {
            value = items(place(event), depth);
        } else {
            value = mapping(place(event), depth);
        }
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor, value));
        return value;
    }

    private Value items(Place place, int depth) {
        List<Value> values = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            values.add(value(event, depth + 1));
        }
        return new Value.Items(values, place);
    }

    private Value mapping(Place place, int depth) {
        Map<String, Value> values = new LinkedHashMap<>();
        Map<String, Place> keys = new HashMap<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            if (!(value(event, depth + 1) instanceof Value.Scalar key)) {
                throw problem(place(event), "expected a name before ':', given a list or mapping");
            }
            Place first = keys.putIfAbsent(key.text(), place(event));
            Value value = value(next(), depth + 1);
            if (first == null) {
                values.put(key.text(), value);
            } else {
                String rule = "expected each key once, given '" + Value.line(key.text(), Value.LONGEST)
                        + "' also on line " + first.line();
                problems.add(place(event).mark(Problem.of(rule)));
            }
        }
        return new Value.Mapping(Collections.unmodifiableMap(values), keys, place);
    }

    private void refuseTag(Event event) {
        String tag = null;
        if (event instanceof ScalarEvent scalar) {
            tag = scalar.getTag().orElse(null);
        } else if (event instanceof CollectionStartEvent collection) {
            tag = collection.getTag().orElse(null);
        }
        if (tag != null && !tag.equals("!")) {
            throw problem(place(event), "expected a value without a tag, given '" + tag + "'");
        }
    }

    private Event next() {
        return events.next();
    }

    private Place place(Event event) {
        return event.getStartMark().map(start::plus).orElse(start);
    }

    private static GyrusException problem(Place place, String sentence) {
        return GyrusException.input(place.mark(Problem.of(sentence)));
    }
}
