package dev.kopf.codegen.io;

import dev.kopf.codegen.model.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The way through a document to what is being read. Not safe for use by several threads. */
final class KeyPath {

    /** More are not told: one is enough to go and look. */
    private static final int MAX_DUPLICATES = 20;

    /** Texts are fields, numbers are items. */
    private final Deque<Object> steps = new ArrayDeque<>();

    private List<Document.Duplicate> duplicates = new ArrayList<>();

    void field(String name) {
        steps.push(name);
    }

    void item(int index) {
        steps.push(index);
    }

    void leave() {
        steps.pop();
    }

    /** What is being read was there before. */
    void addDuplicate(int line) {
        if (duplicates.size() < MAX_DUPLICATES) {
            duplicates.add(new Document.Duplicate(line, text()));
        }
    }

    /** All that were added since the last call. */
    List<Document.Duplicate> takeDuplicates() {
        List<Document.Duplicate> taken = duplicates;
        duplicates = new ArrayList<>();
        return taken;
    }

    private String text() {
        String text = "";
        Iterator<Object> fromTheTop = steps.descendingIterator();
        while (fromTheTop.hasNext()) {
            Object step = fromTheTop.next();
            text = step instanceof String name ? Place.join(text, name) : text + "[" + step + "]";
        }
        return text;
    }
}
