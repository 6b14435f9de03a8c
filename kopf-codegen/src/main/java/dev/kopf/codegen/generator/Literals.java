package dev.kopf.codegen.generator;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** Writes any text as a literal on one line. JavaPoet's own would break at what Unicode calls a line, and Java does not. */
final class Literals {

    /** A constant has at most 65,535 bytes, and a character at most three. */
    private static final int MAX_LENGTH = 20_000;

    private Literals() {}

    /** Where the text is longer than a constant can be, it is joined at run time: no value of an annotation, or of a case. */
    static CodeBlock of(String text) {
        if (text.length() <= MAX_LENGTH) {
            return literal(text);
        }
        List<CodeBlock> parts = new ArrayList<>();
        for (int i = 0; i < text.length(); i += MAX_LENGTH) {
            parts.add(literal(text.substring(i, Math.min(text.length(), i + MAX_LENGTH))));
        }
        return CodeBlock.of("$T.join($S, $L)", String.class, "", CodeBlock.join(parts, ", "));
    }

    private static CodeBlock literal(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                default -> {
                    boolean printable = (c >= ' ' && c <= '~') || Character.isLetterOrDigit(c);
                    literal.append(printable ? String.valueOf(c) : String.format("\\u%04x", (int) c));
                }
            }
        }
        return CodeBlock.of("$L", literal.append('"'));
    }
}
