package dev.kopf.codegen.generator;

import com.squareup.javapoet.CodeBlock;

/** Writes any text as a literal on one line. JavaPoet's own would break at what Unicode calls a line, and Java does not. */
final class Literals {

    private Literals() {}

    static CodeBlock of(String text) {
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
