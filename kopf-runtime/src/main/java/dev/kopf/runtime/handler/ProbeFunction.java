package dev.kopf.runtime.handler;

import org.jspecify.annotations.Nullable;

/** Tells whoever probes the operator something of its health (L-20). */
@FunctionalInterface
public interface ProbeFunction {

    /**
     * Called when somebody asks, at most once in ten seconds, and never while it still runs.
     *
     * @return what the answer has under the id of the handler: anything that JSON holds
     * @throws Exception whatever it is, the operator counts as unhealthy: the answer has status 500, and the message
     */
    @Nullable
    Object probe(ActivityContext ctx) throws Exception;
}
