package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.ResourceKind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets a bounded number of requests of each kind be under way, in the order in which they come. Each kind has its own permits: a webhook of
 * one that hangs holds up no other. Safe for use by several threads.
 */
final class Permits {

    /** With more, an API server handles no more in a second; refusals and costs grow. */
    private static final int AT_ONCE = 16;

    private final Map<ResourceKind, Semaphore> kinds = new ConcurrentHashMap<>();

    /** Does what a request is needed for, when there is a permit. */
    <T> T use(ResourceKind kind, Supplier<T> request) {
        Semaphore permits = kinds.computeIfAbsent(kind, each -> new Semaphore(AT_ONCE, true));
        permits.acquireUninterruptibly();
        try {
            return request.get();
        } finally {
            permits.release();
        }
    }
}
