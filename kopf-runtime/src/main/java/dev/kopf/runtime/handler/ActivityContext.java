package dev.kopf.runtime.handler;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;

/** What a handler of the operator's own start or end is given (G-6, L-1). Valid during the call; not safe for use by several threads. */
public interface ActivityContext extends Indexes, OperatorMemos {

    /** The id of the handler that is called. */
    HandlerId handlerId();

    /** The number of attempts before this one: 0 at the first. Nothing of it outlives the process. */
    int retry();

    /** When the first attempt began. */
    Instant started();

    /** The time since {@link #started()}. */
    Duration runtime();

    /** The logger of the operator's own start and end. */
    Logger logger();

    /** A client for the cluster that the operator works with; made when it is first asked for, closed with the operator. */
    KubernetesClient client();
}
