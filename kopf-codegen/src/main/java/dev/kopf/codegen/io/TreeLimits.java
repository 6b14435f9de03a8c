package dev.kopf.codegen.io;

import dev.kopf.codegen.model.CrdInput;
import java.util.HashMap;
import java.util.Map;

/** Counts what is read of a file, before a tree of it fills the memory or the stack. Not safe for use by several threads. */
final class TreeLimits {

    /** The largest file, in bytes, and the most characters of one with its aliases written out. */
    static final int MAX_BYTES = CrdInput.MAX_FILE_SIZE;

    /** The deepest nesting; what walks through the tree calls itself as often. */
    static final int MAX_DEPTH = 400;

    /** The longest word, comment, or line of a text, in characters: more than a server takes in a request, which is 3 MiB. */
    static final int MAX_AT_ONCE = 4 * 1024 * 1024;

    /** The longest tag. Those that mean something have a tenth of it, and a file can write a long one with few characters. */
    private static final int MAX_TAG = 1_000;

    /** The most keys, values and brackets of a file, aliases written out. A file of the largest size that holds CRDs has fewer. */
    private static final int MAX_COUNT = 4_000_000;

    /** The most anchors of a document, and the most directives of a text: each is kept for as long as an alias or a tag may come. */
    private static final int MAX_NAMED = 100_000;

    /** Keys are the same few words over and over. */
    private static final int MAX_KEYS = 10_000;

    private final Map<String, String> keys = new HashMap<>();
    private int count;
    private int characters;

    /** How much was counted. */
    int count() {
        return count;
    }

    /**
     * Counts one more key, value or bracket.
     *
     * @param line where it is, from 1; 0 where it is not known
     */
    void add(int line) {
        add(1, line);
    }

    /** Counts what an alias stands for. */
    void add(int more, int line) {
        if (more > MAX_COUNT - count) {
            throw new TooLargeException(
                    "more than " + MAX_COUNT + " keys, values and brackets, aliases written out", line);
        }
        count += more;
    }

    /** How many characters were counted. */
    int characters() {
        return characters;
    }

    /** Counts the characters of a text, also where an alias stands for it. */
    void addCharacters(int more, int line) {
        if (more > MAX_BYTES - characters) {
            throw new TooLargeException("more than " + MAX_BYTES + " characters, aliases written out", line);
        }
        characters += more;
    }

    void checkTag(String tag, int line) {
        if (tag.length() > MAX_TAG) {
            throw new TooLargeException("a tag of more than " + MAX_TAG + " characters", line);
        }
    }

    /** @param count how many anchors or directives there are */
    void checkNamed(int count, int line) {
        if (count > MAX_NAMED) {
            throw new TooLargeException("more than " + MAX_NAMED + " anchors or directives", line);
        }
    }

    void checkDepth(int depth, int line) {
        if (depth > MAX_DEPTH) {
            throw new TooLargeException("nested deeper than " + MAX_DEPTH + " levels", line);
        }
    }

    /** The same text, kept once. */
    String key(String text) {
        String known = keys.get(text);
        if (known == null && keys.size() < MAX_KEYS) {
            keys.put(text, text);
        }
        return known == null ? text : known;
    }

    /** The text is larger or deeper than any CRD. */
    static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int line;

        TooLargeException(String message, int line) {
            super(message);
            this.line = line;
        }

        /** Where, from 1; 0 where it is not known. */
        int line() {
            return line;
        }
    }
}
