package dev.kopf.runtime.handler;

/**
 * Posts Kubernetes events about an object (E-1), as {@code kubectl describe} shows them. All methods return at once: events are sent
 * beside the handlers, the same event again is counted in the one that is there, and what comes too fast or cannot be sent is dropped
 * with a line in the log. Safe for use by several threads.
 */
public interface EventRecorder {

    /**
     * Posts an event.
     *
     * @param type {@code Normal} or {@code Warning}
     * @param reason why, for programs: one word such as {@code VolumeCreated}; of 128 characters at most
     * @param message what happened, for people; of a longer one than 1,024 characters the middle is cut out (E-5)
     */
    void event(String type, String reason, String message);

    /** Posts an event of the type {@code Normal}, unless the settings want only more important ones (E-3). */
    void info(String reason, String message);

    /** Posts an event of the type {@code Warning}, unless the settings want only more important ones (E-3). */
    void warn(String reason, String message);

    /** Posts an event of the type {@code Error}: the message, and that of what was thrown. */
    void exception(String reason, String message, Throwable thrown);

    /** As {@link #exception(String, String, Throwable)}; the reason is the name of the class of what was thrown. */
    default void exception(String message, Throwable thrown) {
        exception(thrown.getClass().getSimpleName(), message, thrown);
    }

    /**
     * Posts events about other objects, such as children of the one that is handled.
     *
     * @param objects resources, or maps of plain JSON values, or lists of these
     */
    EventRecorder eventsOf(Object... objects);
}
