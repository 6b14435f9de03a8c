package dev.kopf.codegen.generator;

import java.util.regex.Pattern;

/** Makes Javadoc of what a CRD says, which can be any text: nothing in it ends the comment, is a tag, or is markup. */
final class Javadocs {

    private static final int MAX_LENGTH = 4_000;
    private static final int MAX_LINE = 110;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Javadocs() {}

    /** The text, or another one where it is blank. */
    static String of(String text, String otherwise) {
        String stripped = text.strip();
        return stripped.isEmpty() ? otherwise : wrap(escape(shorten(stripped)));
    }

    /** A name or a literal text in Javadoc. */
    static String code(String text) {
        return "<code>" + SPACES.matcher(escape(shorten(text))).replaceAll(" ") + "</code>";
    }

    private static String shorten(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return text.substring(0, end) + "…";
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int point = text.codePointAt(i);
            if (isInvisible(point)) {
                escaped.append("&#").append(point).append(';');
                i += Character.charCount(point) - 1;
                continue;
            }
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '@' -> escaped.append("&#64;");
                case '{' -> escaped.append("&#123;");
                case '}' -> escaped.append("&#125;");
                // A backslash could begin a Unicode escape, which is read before comments are.
                case '\\' -> escaped.append("&#92;");
                case '/' -> escaped.append(i > 0 && text.charAt(i - 1) == '*' ? "&#47;" : "/");
                case '\n' -> escaped.append('\n');
                default -> escaped.append(isPrintable(text, i) ? c : ' ');
            }
        }
        return escaped.toString();
    }

    /** Whether an editor shows other text for it than there is, such as text from right to left. */
    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isPrintable(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        }
        return !Character.isISOControl(c);
    }

    private static String wrap(String text) {
        StringBuilder wrapped = new StringBuilder();
        boolean gap = false;
        for (String line : text.split("\n", -1)) {
            if (line.isBlank()) {
                gap = true;
                continue;
            }
            if (wrapped.length() > 0) {
                wrapped.append(gap ? "\n\n<p>" : "\n");
            }
            gap = false;
            wrapLine(line.strip(), wrapped);
        }
        return wrapped.toString();
    }

    private static void wrapLine(String line, StringBuilder wrapped) {
        int column = 0;
        for (String word : SPACES.split(line, -1)) {
            if (column > 0 && column + word.length() > MAX_LINE) {
                wrapped.append('\n');
                column = 0;
            } else if (column > 0) {
                wrapped.append(' ');
            }
            wrapped.append(word);
            column += word.length() + 1;
        }
    }
}
