package dev.kopf.codegen.analysis;

import org.jspecify.annotations.Nullable;

/** Reads from a description whether a field is deprecated. CRDs have no keyword for it: a paragraph that begins so is how Go says it. */
final class Deprecation {

    private static final String WORD = "deprecated";

    /** What may stand before the word, as in {@code [DEPRECATED]}. */
    private static final String OPENING = "[(*_\"'`";

    /** What may stand between the word and the text. */
    private static final String CLOSING = "])*_\"'` \t";

    /** What tells the word from the first one of any other sentence. */
    private static final String SEPARATORS = ":.,;!-\u2013\u2014";

    private Deprecation() {}

    /** What the description says about it; null where it says nothing. Takes time by the length of the text, whatever is in it. */
    static @Nullable String of(String description) {
        int start = 0;
        while (start < description.length()) {
            int text = textAfterWord(description, start);
            if (text >= 0) {
                return paragraph(description, text);
            }
            int end = description.indexOf('\n', start);
            start = end < 0 ? description.length() : end + 1;
        }
        return null;
    }

    /** Where the text begins in a line that begins with the word; -1 in all others. */
    private static int textAfterWord(String text, int lineStart) {
        int word = skip(text, lineStart, OPENING + " \t");
        if (!text.regionMatches(true, word, WORD, 0, WORD.length())) {
            return -1;
        }
        int end = word + WORD.length();
        int after = skip(text, end, CLOSING);
        boolean closed =
                after > end && CLOSING.indexOf(text.charAt(end)) >= 0 && !Character.isWhitespace(text.charAt(end));
        boolean ends = after == text.length() || text.charAt(after) == '\n' || text.charAt(after) == '\r';
        if (!ends && !closed && SEPARATORS.indexOf(text.charAt(after)) < 0) {
            return -1;
        }
        return skip(text, after, SEPARATORS + CLOSING);
    }

    private static int skip(String text, int start, String characters) {
        int index = start;
        while (index < text.length() && characters.indexOf(text.charAt(index)) >= 0) {
            index++;
        }
        return index;
    }

    /** From here to the first blank line. */
    private static String paragraph(String text, int start) {
        int end = start;
        while (end < text.length()) {
            int newline = text.indexOf('\n', end);
            int next = newline < 0 ? text.length() : newline + 1;
            boolean first = end == start;
            if (!first && text.substring(end, next).isBlank()) {
                break;
            }
            end = next;
        }
        return text.substring(start, end).strip();
    }
}
