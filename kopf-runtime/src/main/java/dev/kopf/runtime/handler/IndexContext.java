package dev.kopf.runtime.handler;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;

/**
 * What a handler that fills an index is given beside the resource (G-6). There is nothing here that writes: what an index has of an object
 * follows from the object. Valid during the call; not safe for use by several threads.
 */
public interface IndexContext extends Indexes {

    /** The id of the handler, which is the name of the index. */
    HandlerId handlerId();

    /** The number of attempts before this one since it succeeded last: 0 at the first. Nothing of it outlives the process. */
    int retry();

    /** When the first of these attempts began. */
    Instant started();

    /** The time since {@link #started()}. */
    Duration runtime();

    /** A logger whose lines carry the object's namespace and name (E-8). */
    Logger logger();
}
