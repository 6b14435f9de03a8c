package dev.kopf.codegen.io;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.parser.Parser;

/** Counts what is parsed, before a tree of it fills the memory or the stack. Not safe for use by several threads. */
final class LimitedParser implements Parser {

    /** A document of 16 MiB that is a CRD has fewer. */
    private static final int MAX_EVENTS = 1_000_000;

    private final Parser parser;
    private final int maxDepth;
    private int events;
    private int depth;

    LimitedParser(Parser parser, int maxDepth) {
        this.parser = parser;
        this.maxDepth = maxDepth;
    }

    @Override
    public boolean checkEvent(Event.ID id) {
        return parser.checkEvent(id);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        switch (event.getEventId()) {
            case DocumentStart -> events = 0;
            case MappingStart, SequenceStart -> depth++;
            case MappingEnd, SequenceEnd -> depth--;
            default -> {}
        }
        events++;
        if (events > MAX_EVENTS) {
            throw new YamlTree.TooLargeException(
                    "more than " + MAX_EVENTS + " keys, values and brackets in a document");
        }
        // The parser itself recurses no deeper than its caller does.
        if (depth > maxDepth + 1) {
            throw new YamlTree.TooLargeException("nested deeper than " + maxDepth + " levels");
        }
        return event;
    }
}
