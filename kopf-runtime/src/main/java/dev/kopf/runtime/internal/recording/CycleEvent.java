package dev.kopf.runtime.internal.recording;

import dev.kopf.runtime.resource.ObjectRef;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/**
 * One cycle of one object, with all that was done in it. Handlers and writes of a cycle are told by the thread that runs it. Not safe
 * for use by several threads.
 */
@Name("kopf.Cycle")
@Label("Cycle")
@Category("Kopf")
@Description("What was done about one object when an event came or its time had come")
@StackTrace(false)
@SuppressWarnings("UnusedVariable") // the recorder reads the fields
public final class CycleEvent extends Event {

    /** What a cycle comes to. */
    public enum Outcome {
        /** Nothing is owed. */
        SETTLED,
        /** Something is owed, at a later time or to a newer state. */
        WAITING,
        /** The object is gone. */
        GONE
    }

    private static final ThreadLocal<@Nullable CycleEvent> CURRENT = new ThreadLocal<>();

    @Label("Kind")
    private @Nullable String kind;

    @Label("Object")
    private @Nullable String object;

    @Label("Uid")
    private @Nullable String uid;

    @Label("Reason")
    @Description("Why handlers were called; none where none was")
    private @Nullable String reason;

    @Label("Handlers")
    @Description("The ids of the handlers that were called, in order")
    private @Nullable String handlers;

    @Label("Requests")
    private int requests;

    @Label("Bytes")
    @Description("What was written, in all requests")
    @DataAmount
    private long bytes;

    @Label("Outcome")
    private @Nullable String outcome;

    private CycleEvent() {}

    /** Begins to record a cycle in this thread; does nothing where no recording wants it. */
    public static CycleEvent begin(ObjectRef object) {
        CycleEvent event = new CycleEvent();
        if (event.isEnabled()) {
            event.kind = object.kind().kind();
            event.object = object.qualifiedName();
            event.uid = object.uid();
            CURRENT.set(event);
            event.begin();
        }
        return event;
    }

    /** A handler is called in this thread's cycle. */
    public static void called(String handler, String why) {
        CycleEvent event = CURRENT.get();
        if (event != null) {
            event.handlers = event.handlers == null ? handler : event.handlers + ", " + handler;
            event.reason = why;
        }
    }

    /** A request was sent in this thread's cycle. */
    static void wrote(long size) {
        CycleEvent event = CURRENT.get();
        if (event != null) {
            event.requests++;
            event.bytes += size;
        }
    }

    /** The cycle is over. */
    public void end(Outcome what) {
        if (CURRENT.get() == this) {
            CURRENT.remove();
            outcome = what.name();
            commit();
        }
    }
}
