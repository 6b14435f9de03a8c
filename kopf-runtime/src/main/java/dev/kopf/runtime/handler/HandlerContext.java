package dev.kopf.runtime.handler;

import dev.kopf.runtime.cause.Reason;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;

/**
 * What every handler is given beside the resource (G-6). Valid during the call; not safe for use by several threads.
 */
public interface HandlerContext extends Family, EventRecorder, Indexes, OperatorMemos {

    /** The id of the handler that is called. */
    HandlerId handlerId();

    /** Why the object is handled. */
    Reason reason();

    /** The number of attempts before this one: 0 at the first. */
    int retry();

    /** When the handler was first selected for this change (S-5), from the stored progress: it outlives restarts. */
    Instant started();

    /** The time since {@link #started()}. */
    Duration runtime();

    /** A logger whose lines carry the object's namespace and name (E-8). */
    Logger logger();

    /** A client for the cluster that the operator works with; made when it is first asked for, closed with the operator. */
    KubernetesClient client();

    /**
     * Fields to be set on the object in the one write that ends this pass (P-1, P-2). What {@code status} is told there is
     * stored beside the results.
     */
    PatchEditor patch();

    /**
     * The object's one of these, which its handlers share as long as it is there, and which is made when one of them first asks for it (M-1).
     *
     * @throws RuntimeException whatever the author's code throws that makes it
     */
    <T> T memo(ObjectMemo<T> memo);
}
