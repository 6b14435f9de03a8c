package dev.kopf.runtime.resource;

/** A text that is no JSON, and where it stops being JSON. */
public final class JsonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    JsonException(String problem, int line, int column, Throwable cause) {
        super(problem + " at line " + line + ", column " + column, cause);
        this.line = line;
        this.column = column;
    }

    /** The line of the problem, from 1; 0 where it is not known. */
    public int line() {
        return line;
    }

    /** The column of the problem, from 1; 0 where it is not known. */
    public int column() {
        return column;
    }
}
