package dev.kopf.codegen.io;

import dev.kopf.codegen.model.YamlMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.ConstructorException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.ScannerException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads YAML to plain values, straight from what the parser tells. Not safe for use by several threads. */
final class YamlTree {

    /** What is read at once, in characters; the longer, the less often a long word is copied while it is read. */
    private static final int BUFFER = 64 * 1024;

    private static final String DIRECTIVE = "%TAG";

    private final TreeLimits limits = new TreeLimits();
    private final KeyPath path = new KeyPath();
    private final StreamReader scanned;
    private final ParserImpl parser;

    /** What was named in this document, and how much it is. Null in between, while it is read. */
    private final Map<Anchor, Optional<Anchored>> anchors = new HashMap<>();

    private YamlTree(String text) {
        // What aliases stand for is counted in the limits, and files are as large as they may be.
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setMaxAliasesForCollections(Integer.MAX_VALUE)
                .setBufferSize(BUFFER)
                .build();
        limits.checkNamed(directives(text), 0);
        this.scanned = ScannedText.of(text, settings);
        this.parser = new ParserImpl(settings, scanned);
    }

    /** How many lines there are that may name tags. */
    private static int directives(String text) {
        int count = 0;
        for (int at = text.indexOf(DIRECTIVE); at >= 0; at = text.indexOf(DIRECTIVE, at + 1)) {
            count += at == 0 || text.charAt(at - 1) < ' ' ? 1 : 0;
        }
        return count;
    }

    private record Anchored(@Nullable Object value, int count, int characters) {}

    /**
     * All documents of a text.
     *
     * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException if the text is no YAML
     * @throws TreeLimits.TooLargeException if it is too large or too deep
     */
    static List<Document> read(String text) {
        try {
            return new YamlTree(text).documents();
        } catch (ReaderException e) {
            throw new ScannerException(
                    null,
                    Optional.empty(),
                    String.format(
                            "no YAML has the character U+%04X. Write it as an escape in quotes", e.getCodePoint()),
                    ScannedText.markOf(text, e.getCodePoint()));
        }
    }

    private List<Document> documents() {
        List<Document> documents = new ArrayList<>();
        while (parsed(parser::hasNext)) {
            if (next().getEventId() == Event.ID.DocumentStart) {
                anchors.clear();
                Object value = value(next(), 0);
                documents.add(new Document(value, path.takeDuplicates()));
            }
        }
        return documents;
    }

    private Event next() {
        Event event = parsed(parser::next);
        limits.add(line(event));
        return event;
    }

    /** What the parser tells. It fails at escapes that end with the file, and at those of numbers that no character has. */
    private <T> T parsed(Supplier<T> telling) {
        try {
            return telling.get();
        } catch (NumberFormatException e) {
            throw new ScannerException(
                    null,
                    Optional.empty(),
                    "an escape in quotes (\\x, \\u or \\U) has no number of a character. Write 2, 4 or 8 hexadecimal digits",
                    scanned.getMark());
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    private @Nullable Object value(Event event, int depth) {
        limits.checkDepth(depth, line(event));
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        int before = limits.count();
        int charactersBefore = limits.characters();
        anchor.ifPresent(name -> anchors.put(name, Optional.empty()));
        limits.checkNamed(anchors.size(), line(event));
        tag(event).ifPresent(tag -> limits.checkTag(tag, line(event)));
        Object value = switch (event.getEventId()) {
            case MappingStart -> map(depth);
            case SequenceStart -> list(depth);
            default -> scalar((ScalarEvent) event);
        };
        anchor.ifPresent(name -> anchors.put(
                name,
                Optional.of(new Anchored(value, limits.count() - before, limits.characters() - charactersBefore))));
        return value;
    }

    private static Optional<String> tag(Event event) {
        return event instanceof ScalarEvent scalar ? scalar.getTag() : ((CollectionStartEvent) event).getTag();
    }

    private @Nullable Object aliased(AliasEvent alias) {
        Optional<Anchored> anchored = anchors.get(alias.getAlias());
        if (anchored == null) {
            throw error(alias, "there is no anchor for the alias *" + alias.getAlias());
        }
        if (anchored.isEmpty()) {
            throw error(alias, "the alias stands inside of what it stands for: *" + alias.getAlias());
        }
        limits.add(anchored.get().count(), line(alias));
        limits.addCharacters(anchored.get().characters(), line(alias));
        return anchored.get().value();
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            path.item(items.size());
            items.add(value(event, depth + 1));
            path.leave();
        }
        return items;
    }

    private Map<String, @Nullable Object> map(int depth) {
        YamlMap map = new YamlMap();
        YamlMap merged = new YamlMap();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            if (isMerge(event)) {
                merge(value(next(), depth + 1), merged, event);
                continue;
            }
            String key = key(event, depth);
            path.field(key);
            if (map.containsKey(key)) {
                path.addDuplicate(line(event));
            }
            map.add(key, value(next(), depth + 1), line(event));
            path.leave();
        }
        // What the map says itself goes before what it takes over.
        merged.forEach((key, value) -> {
            if (!map.containsKey(key)) {
                map.add(key, value, merged.line(key));
            }
        });
        return map;
    }

    private static boolean isMerge(Event event) {
        return event instanceof ScalarEvent scalar
                && scalar.getValue().equals("<<")
                && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }

    /** Of several maps the first one that has a key counts. */
    private static void merge(@Nullable Object value, YamlMap merged, Event event) {
        for (Object part : value instanceof List<?> list ? list : List.of(value == null ? "" : value)) {
            if (!(part instanceof YamlMap map)) {
                throw error(event, "only a map, or a list of maps, can be merged");
            }
            map.forEach((key, each) -> {
                if (!merged.containsKey(key)) {
                    merged.add(key, each, map.line(key));
                }
            });
        }
    }

    private String key(Event event, int depth) {
        Object value = event instanceof ScalarEvent || event instanceof AliasEvent ? value(event, depth) : null;
        String key = value instanceof List || value instanceof Map ? null : Scalars.key(value);
        if (key == null) {
            throw error(event, "a key is neither a text nor a number. Put it in quotes");
        }
        return limits.key(key);
    }

    private @Nullable Object scalar(ScalarEvent event) {
        String text = Scalars.whole(event.getValue());
        limits.addCharacters(text.length(), line(event));
        String tag = event.getTag().orElse("");
        if (tag.isEmpty()) {
            return event.getScalarStyle() == ScalarStyle.PLAIN ? Scalars.plain(text) : text;
        }
        Object plain = Scalars.plain(text);
        boolean fits = switch (tag) {
            case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float" -> plain instanceof Number;
            case "tag:yaml.org,2002:bool" -> plain instanceof Boolean;
            default -> tag.equals(Tag.NULL.getValue()) && plain == null;
        };
        return fits ? plain : text;
    }

    private static ConstructorException error(Event event, String message) {
        return new ConstructorException(null, Optional.empty(), message, event.getStartMark());
    }
}
