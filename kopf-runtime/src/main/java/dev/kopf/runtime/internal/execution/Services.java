package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.internal.client.EventSink;
import dev.kopf.runtime.internal.client.EventSubject;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.logging.ObjectLogging;
import dev.kopf.runtime.resource.ObjectRef;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * What the execution of handlers needs from around it.
 *
 * @param time what time it is, and what is to be done later
 * @param chance a random number from 0 to 1, for jitter (R16)
 * @param client the author's client, made when it is first asked for
 * @param mapper between plain JSON and typed objects
 * @param interrupting whether handlers are being interrupted, because their time to finish is over (R8)
 * @param events where events go
 * @param shared what handlers share
 */
public record Services(
        Timers time,
        DoubleSupplier chance,
        Supplier<KubernetesClient> client,
        BodyMapper mapper,
        BooleanSupplier interrupting,
        EventSink events,
        Shared shared) {

    /** Without anything that is shared from the start. */
    public Services(
            Timers time,
            DoubleSupplier chance,
            Supplier<KubernetesClient> client,
            BodyMapper mapper,
            BooleanSupplier interrupting,
            EventSink events) {
        this(time, chance, client, mapper, interrupting, events, new Shared());
    }

    /** Without events. */
    public Services(
            Timers time,
            DoubleSupplier chance,
            Supplier<KubernetesClient> client,
            BodyMapper mapper,
            BooleanSupplier interrupting) {
        this(time, chance, client, mapper, interrupting, EventSink.NONE);
    }

    /**
     * The logger of an object for a handler: what is logged for handlers of events, and for those that fill indexes, is never
     * posted (E-2).
     */
    Logger logger(ObjectRef object, Handler handler) {
        return handler.type() == HandlerType.EVENT || handler.type() == HandlerType.INDEX
                ? ObjectLogging.logger(object)
                : ObjectLogging.logger(object, new PostedLogs(events, EventSubject.of(object)));
    }
}
