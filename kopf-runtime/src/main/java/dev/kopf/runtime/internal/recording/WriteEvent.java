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

/** One write to an object, from the request to its answer. Not safe for use by several threads. */
@Name("kopf.Write")
@Label("Write")
@Category("Kopf")
@Description("One request that writes to an object")
@StackTrace(false)
@SuppressWarnings("UnusedVariable") // the recorder reads the fields
public final class WriteEvent extends Event {

    @Label("Kind")
    private @Nullable String kind;

    @Label("Object")
    private @Nullable String object;

    @Label("Subresource")
    private @Nullable String subresource;

    @Label("Bytes")
    @Description("What was sent")
    @DataAmount
    private long bytes;

    @Label("Status")
    @Description("The HTTP status of the answer; 0 where there was none")
    private int status;

    private WriteEvent() {}

    /** Begins to record a write of this thread; does nothing where no recording wants it. */
    public static WriteEvent begin(ObjectRef object, @Nullable String subresource, long size) {
        CycleEvent.wrote(size);
        WriteEvent event = new WriteEvent();
        if (event.isEnabled()) {
            event.kind = object.kind().kind();
            event.object = object.qualifiedName();
            event.subresource = subresource;
            event.bytes = size;
            event.begin();
        }
        return event;
    }

    /** The answer is there; 0 where there is none. */
    public void end(int httpStatus) {
        status = httpStatus;
        commit();
    }
}
