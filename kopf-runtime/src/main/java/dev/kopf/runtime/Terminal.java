package dev.kopf.runtime;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi;

/**
 * What surrounds a command: where it prints, whether in colours, and the environment variables it sees.
 *
 * @param out for what was asked for, such as help
 * @param err for errors, warnings and the log
 * @param variables the environment
 * @param outColours whether {@code out} has colours
 * @param errColours whether {@code err} has colours
 */
record Terminal(PrintStream out, PrintStream err, Map<String, String> variables, Ansi outColours, Ansi errColours) {

    /** Where Linux tells what the standard error of a process is. */
    private static final Path ERROR = Path.of("/proc/self/fd/2");

    private static final Pattern DEVICE = Pattern.compile("/dev/(pts/\\d+|tty.*|console)");

    /** Without colours. */
    Terminal(PrintStream out, PrintStream err, Map<String, String> variables) {
        this(out, err, variables, Ansi.OFF, Ansi.OFF);
    }

    /** That of this process. */
    static Terminal ofProcess() {
        return new Terminal(System.out, System.err, System.getenv(), Ansi.AUTO, errColours(Ansi.AUTO, ERROR));
    }

    /**
     * What picocli finds is about the standard output; the standard error may be a file all the same.
     *
     * @param found what picocli has found; NO_COLOR and CLICOLOR_FORCE count there
     * @param error what the standard error is linked to; where nothing tells, it is as the standard output
     */
    static Ansi errColours(Ansi found, Path error) {
        try {
            boolean isFile =
                    !DEVICE.matcher(Files.readSymbolicLink(error).toString()).matches();
            return isFile ? Ansi.OFF : found;
        } catch (IOException | UnsupportedOperationException e) { // no Linux
            return found;
        }
    }

    PrintWriter outWriter() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    PrintWriter errWriter() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }
}
