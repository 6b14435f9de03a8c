package dev.kopf.codegen.io;

import java.io.Reader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A text for the scanner of YAML, which keeps all of a word, a line of a text or a comment in view until it is over, and copies it with
 * each piece that it reads further on. So there is an end to how much of it there may be. Not safe for use by several threads.
 */
final class ScannedText extends Reader {

    private final String text;
    private int next;

    /** How many characters were read; those of two halves count once, as they do for the scanner. */
    private int read;

    private @Nullable StreamReader scanner;

    private ScannedText(String text) {
        this.text = text;
    }

    static StreamReader of(String text, LoadSettings settings) {
        ScannedText scanned = new ScannedText(text);
        StreamReader scanner = new StreamReader(settings, scanned);
        scanned.scanner = scanner;
        return scanner;
    }

    /** Where a character stands first. */
    static Optional<Mark> markOf(String text, int character) {
        int index = text.indexOf(character);
        int line = (int)
                text.substring(0, index).chars().filter(each -> each == '\n').count();
        int column = index - 1 - text.lastIndexOf('\n', index);
        return Optional.of(new Mark("", index, line, column, new int[] {character}, 0));
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        if (next == text.length()) {
            return -1;
        }
        checkView();
        int end = Math.min(text.length(), next + length);
        // The scanner fails at a character whose halves come one by one.
        if (end - next > 1 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        text.getChars(next, end, buffer, offset);
        int count = end - next;
        read += text.codePointCount(next, end);
        next = end;
        return count;
    }

    private void checkView() {
        if (scanner != null && read - scanner.getIndex() > TreeLimits.MAX_AT_ONCE) {
            throw new TreeLimits.TooLargeException(
                    "a word, a comment, or a line of a text of more than " + TreeLimits.MAX_AT_ONCE + " characters",
                    scanner.getLine() + 1);
        }
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
