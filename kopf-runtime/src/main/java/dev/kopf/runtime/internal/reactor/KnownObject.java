package dev.kopf.runtime.internal.reactor;

import org.jspecify.annotations.Nullable;

/** What there is of an object: somebody who works on it, or no more than what is to be remembered. */
sealed interface KnownObject permits ObjectWorker, Resting {

    /** Its namespace; null for an object of the cluster. */
    @Nullable
    String namespace();
}
