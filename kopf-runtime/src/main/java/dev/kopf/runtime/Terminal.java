package dev.kopf.runtime;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What surrounds a command: where it prints, and the environment variables it sees.
 *
 * @param out for what was asked for, such as help
 * @param err for errors, warnings and the log
 * @param variables the environment
 */
record Terminal(PrintStream out, PrintStream err, Map<String, String> variables) {

    /** That of this process. */
    static Terminal ofProcess() {
        return new Terminal(System.out, System.err, System.getenv());
    }

    PrintWriter outWriter() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    PrintWriter errWriter() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }
}
