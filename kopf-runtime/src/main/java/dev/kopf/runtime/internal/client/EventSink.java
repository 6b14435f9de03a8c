package dev.kopf.runtime.internal.client;

import org.slf4j.event.Level;

/** Where events go. Safe for use by several threads. */
public interface EventSink {

    /** The reason of events that are messages of the log (E-2). */
    String LOGGING = "Logging";

    /** Takes nothing. */
    EventSink NONE = new EventSink() {
        @Override
        public void post(EventSubject subject, String type, String reason, String message) {}

        @Override
        public boolean takes(Level level) {
            return false;
        }

        @Override
        public boolean takesLogs(Level level) {
            return false;
        }
    };

    /** Posts an event, some time; nothing where events are off, and nothing about events (E-3, E-7). Returns at once. */
    void post(EventSubject subject, String type, String reason, String message);

    /** Whether what is as important as this level is posted (E-3). */
    boolean takes(Level level);

    /** Whether what is logged at this level about objects is posted (E-2). */
    boolean takesLogs(Level level);
}
