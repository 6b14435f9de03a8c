package dev.kopf.codegen.generator;

/**
 * Undoes line breaks that nobody would write, and breaks lines of Javadoc that are too long. Texts of a CRD are safe: they cannot hold
 * what is looked for.
 */
final class Polish {

    private static final int MAX_LINE = 120;

    private final String[] lines;
    private final StringBuilder polished;
    private int next;

    private Polish(String text) {
        this.lines = text.split("\n", -1);
        this.polished = new StringBuilder(text.length());
    }

    static String of(String text) {
        Polish polish = new Polish(text);
        while (polish.next < polish.lines.length) {
            polish.add(polish.lines[polish.next++]);
        }
        polish.polished.setLength(polish.polished.length() - 1);
        return polish.polished.toString();
    }

    private void add(String line) {
        int indent = indentOf(line);
        if (line.startsWith("* ", indent)) {
            wrap(line, indent);
        } else if (line.startsWith("/**", indent)) {
            javadoc(line, indent);
        } else if (line.startsWith("@JsonCreator(", indent) && line.endsWith("(") && isBare(next + 1, ")")) {
            polished.append(line).append(lines[next].strip()).append(")\n");
            next += 2;
        } else if (isBrokenThrows(line, indent)) {
            polished.setLength(polished.length() - 1);
            polished.append(' ');
            code(line.substring(indent));
        } else {
            code(line);
        }
    }

    /** A body without statements ends where it begins. */
    private void code(String line) {
        polished.append(line);
        if (line.endsWith("{") && isBare(next, "}") && hasNoText(line)) {
            polished.append('}');
            next++;
        }
        polished.append('\n');
    }

    /** On one line if it has but one, and fits. */
    private void javadoc(String line, int indent) {
        if (line.length() == indent + 3 && isBare(next + 1, "*/")) {
            String text = lines[next];
            int start = indentOf(text) + 2;
            int length = text.length() - start;
            if (text.startsWith("* ", start - 2) && length > 0 && indent + 7 + length <= MAX_LINE) {
                polished.append(line)
                        .append(' ')
                        .append(text, start, text.length())
                        .append(" */\n");
                next += 2;
                return;
            }
        }
        polished.append(line).append('\n');
    }

    /** Breaks a line of Javadoc at spaces, but within no link. */
    private void wrap(String line, int indent) {
        int first = indent + 2;
        String rest = line;
        while (rest.length() > MAX_LINE) {
            int space = rest.lastIndexOf(' ', MAX_LINE);
            if (rest.startsWith("{@link ", space - "{@link".length())) {
                space = rest.lastIndexOf(' ', space - 1);
            }
            int end = space < first ? rest.indexOf(' ', first) : space;
            if (end < 0) {
                break;
            }
            polished.append(rest, 0, end).append('\n');
            rest = line.substring(0, first) + rest.substring(end + 1);
        }
        polished.append(rest).append('\n');
    }

    private static boolean isBrokenThrows(String line, int indent) {
        String code = line.substring(indent);
        return code.equals("throws Exception {") || code.equals("throws") || code.equals("Exception {");
    }

    /** Whether a line is this, but for its indentation. */
    private boolean isBare(int index, String code) {
        return index < lines.length
                && lines[index].endsWith(code)
                && indentOf(lines[index]) == lines[index].length() - code.length();
    }

    private static boolean hasNoText(String line) {
        return line.indexOf('"') < 0 && line.indexOf('*') < 0 && line.indexOf('/') < 0;
    }

    private static int indentOf(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }
}
