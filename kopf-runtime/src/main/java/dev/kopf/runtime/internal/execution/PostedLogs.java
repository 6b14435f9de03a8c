package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.internal.client.EventSink;
import dev.kopf.runtime.internal.client.EventSubject;
import dev.kopf.runtime.internal.logging.ObjectLogging;
import org.slf4j.event.Level;

/** Posts what is logged about an object as events (E-2). Safe for use by several threads. */
record PostedLogs(EventSink events, EventSubject subject) implements ObjectLogging.Listener {

    @Override
    public boolean wants(Level level) {
        return events.takesLogs(level);
    }

    @Override
    public void onMessage(Level level, String message) {
        String type = switch (level) {
            case TRACE, DEBUG -> "Debug";
            case INFO -> "Normal";
            case WARN -> "Warning";
            case ERROR -> "Error";
        };
        events.post(subject, type, EventSink.LOGGING, message);
    }
}
