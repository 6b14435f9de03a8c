package dev.kopf.runtime.internal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.read.ListAppender;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What is logged by a logger until this is closed. */
public final class CapturedLog implements AutoCloseable {

    private final Logger logger;
    private final @Nullable Level before;
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Hook hook = new Hook();

    public CapturedLog(String name) {
        logger = (Logger) LoggerFactory.getLogger(name);
        before = logger.getLevel();
        lines.start();
        logger.addAppender(lines);
    }

    /** As {@link #CapturedLog(String)}, and lines of at least this level are logged meanwhile, whatever the settings. */
    public CapturedLog(String name, Level level) {
        this(name);
        logger.setLevel(level);
    }

    /** Does something whenever a message that begins so is logged, in the thread and at the place where it is. */
    public void when(String beginning, Runnable action) {
        hook.setContext(logger.getLoggerContext());
        hook.beginning = beginning;
        hook.action = action;
        hook.start();
        logger.addAppender(hook);
    }

    /**
     * The monitors of ours that were held by whoever logged a line that begins so, from now on. Who writes to the log may wait for a virtual
     * thread, and is not to hold up others with that; a virtual thread that waits keeps its carrier there before Java 24 (JEP 491).
     */
    public Set<String> monitorsHeldWhen(String beginning) {
        Set<String> held = ConcurrentHashMap.newKeySet();
        when(beginning, () -> {
            long[] current = {Thread.currentThread().getId()};
            for (MonitorInfo monitor : ManagementFactory.getThreadMXBean()
                    .getThreadInfo(current, true, false)[0]
                    .getLockedMonitors()) {
                if (monitor.getClassName().startsWith("dev.kopf.runtime.internal.")) {
                    held.add(monitor.getClassName());
                }
            }
        });
        return held;
    }

    /** Holds no lock while it is told. */
    private static final class Hook extends UnsynchronizedAppenderBase<ILoggingEvent> {
        private volatile String beginning = "";
        private volatile Runnable action = () -> {};

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getFormattedMessage().startsWith(beginning)) {
                action.run();
            }
        }
    }

    /** The messages of at least this level. */
    public List<String> messages(Level level) {
        return lines.list.stream()
                .filter(line -> line.getLevel().isGreaterOrEqual(level))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** The messages that people see without asking for more. */
    public List<String> messages() {
        return messages(Level.INFO);
    }

    /** The messages that have a stack trace. */
    public List<String> withStackTraces() {
        return lines.list.stream()
                .filter(line -> line.getThrowableProxy() != null)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    public void clear() {
        lines.list.clear();
    }

    @Override
    public void close() {
        logger.detachAppender(lines);
        logger.detachAppender(hook);
        logger.setLevel(before);
    }
}
