package dev.kopf.runtime;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the operator when the process is told to end (L-10).
 *
 * <p>SIGTERM and SIGINT stop it while the JVM is still whole: the command returns, the JVM ends with exit code 0 (L-13; by itself it would
 * end with 143 and 130), and the application's own shutdown hooks run after the last handler and not beside it. Any other end of
 * the JVM, such as {@code System.exit} of a handler's, keeps its exit code, and a shutdown hook still stops the operator.
 *
 * <p>A second SIGTERM changes nothing, as supervisors send it to a process and to its group. A second Ctrl-C ends at once: what was
 * not stored yet is handled again after the next start.
 *
 * <p>Safe for use by several threads.
 */
final class Shutdown {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.run");
    private static final int EXIT_CODE_OF_SIGINT = 130;

    private final Runnable stop;
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final Thread hook;
    private final List<Runnable> signals;

    private Shutdown(Runnable stop) {
        this.stop = stop;
        this.hook = new Thread(stop, "kopf-shutdown");
        this.signals = List.of(Signals.handle("TERM", this::terminate), Signals.handle("INT", this::interrupt));
    }

    /** From now on until {@link #release}, the end of the process calls this back. */
    static Shutdown stopping(Runnable stop) {
        Shutdown shutdown = new Shutdown(stop);
        Runtime.getRuntime().addShutdownHook(shutdown.hook);
        return shutdown;
    }

    /** The operator has stopped. */
    void release() {
        signals.forEach(Runnable::run);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending already, and the hook has nothing to do any more.
            LOGGER.trace("The shutdown hook runs.", e);
        }
    }

    private void terminate() {
        LOGGER.info("Signal SIGTERM is received. The operator is stopping.");
        stop.run();
    }

    private void interrupt() {
        if (interrupted.getAndSet(true)) {
            Runtime.getRuntime().halt(EXIT_CODE_OF_SIGINT);
        }
        LOGGER.info("Signal SIGINT is received. The operator is stopping; Ctrl-C again ends it at once.");
        stop.run();
    }
}
