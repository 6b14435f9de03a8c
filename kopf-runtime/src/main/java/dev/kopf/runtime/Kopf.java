package dev.kopf.runtime;

import dev.kopf.runtime.handler.HandlerSource;

/**
 * Where an operator's program begins. {@code run} and its options are those of Kopf's command line:
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     Kopf.main(args, new EvcOperator());
 * }
 * }</pre>
 */
public final class Kopf {

    private Kopf() {}

    /**
     * Runs the command line of an operator, and ends the JVM with its exit code: 0 when it was asked to stop (SIGTERM, Ctrl-C), 1
     * when it failed, 2 when the arguments were wrong.
     *
     * @param args the arguments of the program, as they came
     * @param handlers what brings the handlers; they run in this order
     */
    public static void main(String[] args, HandlerSource... handlers) {
        application(handlers).main(args);
    }

    /** A command line to which commands can be added, and which can be run without ending the JVM. */
    public static Application application(HandlerSource... handlers) {
        return Application.of(handlers);
    }
}
