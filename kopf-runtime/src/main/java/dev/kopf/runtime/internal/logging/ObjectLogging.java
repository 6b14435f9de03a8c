package dev.kopf.runtime.internal.logging;

import dev.kopf.runtime.resource.ObjectRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/**
 * Which object a line of the log is about (E-8): in SLF4J's MDC, for whatever logs while a handler runs, and in the logger that
 * handlers are given, for whichever thread uses it. Safe for use by several threads.
 */
public final class ObjectLogging {

    /** The key in the MDC of the object's {@code apiVersion}. */
    public static final String API_VERSION = "kopf.apiVersion";

    /** The key in the MDC of the object's kind. */
    public static final String KIND = "kopf.kind";

    /** The key in the MDC of the object's namespace; absent for an object of the cluster. */
    public static final String NAMESPACE = "kopf.namespace";

    /** The key in the MDC of the object's name. */
    public static final String NAME = "kopf.name";

    /** The key in the MDC of the object's uid. */
    public static final String UID = "kopf.uid";

    private static final Logger OBJECTS = LoggerFactory.getLogger("kopf.objects");

    /** The backend is one for the whole process, and so is what is known of it. */
    private static volatile boolean layoutShowsObjects;

    private ObjectLogging() {}

    /** Names the object in this thread's MDC until the scope is closed, which brings back what was there. */
    public static Scope with(ObjectRef object) {
        Map<String, @Nullable String> previous = new HashMap<>();
        values(object).forEach((key, value) -> {
            previous.put(key, MDC.get(key));
            put(key, value);
        });
        return () -> previous.forEach(ObjectLogging::put);
    }

    /** A logger whose lines name the object: by the layout where it does that, else by the message. */
    public static Logger logger(ObjectRef object) {
        return new ObjectLogger(OBJECTS, object, Listener.NONE);
    }

    /** As {@link #logger(ObjectRef)}, and somebody hears what is logged. */
    public static Logger logger(ObjectRef object, Listener listener) {
        return new ObjectLogger(OBJECTS, object, listener);
    }

    /** Whether this thread's MDC names the object. */
    static boolean isNamed(ObjectRef object) {
        return object.uid().equals(MDC.get(UID))
                && object.name().equals(MDC.get(NAME))
                && Objects.equals(object.namespace(), MDC.get(NAMESPACE))
                && object.kind().kind().equals(MDC.get(KIND))
                && object.kind().apiVersion().equals(MDC.get(API_VERSION));
    }

    /** What stands in front of a message, by what the MDC names; empty where that is no object. */
    static String prefix(Map<String, String> mdc) {
        return prefix(mdc.get(NAMESPACE), mdc.get(NAME));
    }

    /** What stands in front of a message; empty where no object is named. */
    static String prefix(@Nullable String namespace, @Nullable String name) {
        if (name == null) {
            return "";
        }
        return namespace == null ? "[" + name + "] " : "[" + namespace + "/" + name + "] ";
    }

    /** Tells whether lines show the object that the MDC names, so that messages need not. */
    static void layoutShowsObjects(boolean shows) {
        layoutShowsObjects = shows;
    }

    static boolean doesLayoutShowObjects() {
        return layoutShowsObjects;
    }

    private static Map<String, @Nullable String> values(ObjectRef object) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put(API_VERSION, object.kind().apiVersion());
        values.put(KIND, object.kind().kind());
        values.put(NAMESPACE, object.namespace());
        values.put(NAME, object.name());
        values.put(UID, object.uid());
        return values;
    }

    private static void put(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }

    /** Hears what is logged of an object; its methods return at once. */
    public interface Listener {

        /** Hears nothing. */
        Listener NONE = new Listener() {
            @Override
            public boolean wants(Level level) {
                return false;
            }

            @Override
            public void onMessage(Level level, String message) {}
        };

        /** Whether it wants to hear messages of this level. */
        boolean wants(Level level);

        /** A message was logged, where the settings of the log let it. */
        void onMessage(Level level, String message);
    }

    /** The time during which an object is named; ends in the thread where it began. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {

        @Override
        void close();
    }
}
