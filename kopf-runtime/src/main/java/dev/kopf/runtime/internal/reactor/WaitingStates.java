package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.resource.Body;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much memory the states of objects take that wait for their turn, and whether there is room for another one (P6): one budget for
 * all kinds of an operator. Sizes are estimates of what a parsed state takes of the heap. Safe for use by several threads.
 */
public final class WaitingStates {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.reactor");

    /** What about 8,000 objects of 2 kB take; what has no room costs its API server a request. */
    private static final long MOST = 64L << 20;

    /** The part of a small heap that may be taken. */
    private static final long PART = 8;

    /** What objects take on a JVM of 64 bits with compressed pointers, in bytes. */
    private static final int MAP = 64;

    private static final int ENTRY = 48;
    private static final int LIST = 48;
    private static final int ITEM = 8;
    private static final int TEXT = 48;
    private static final int OTHER = 24;

    private final long budget;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicBoolean said = new AtomicBoolean();

    /** @param budget in bytes; 0 for none */
    public WaitingStates(long budget) {
        this.budget = budget;
    }

    /** With as much room as suits the heap: an eighth of it, and 64 MiB at most. */
    public static WaitingStates ofHeap() {
        return new WaitingStates(Math.min(MOST, Runtime.getRuntime().maxMemory() / PART));
    }

    /**
     * Takes room for a state.
     *
     * @return how much, to be given back by {@link #release}; 0 where there is not so much
     */
    long take(Body body) {
        long room = budget - taken.get();
        long weight = weight(body.fields(), room);
        if (weight <= room
                && budget - weight >= taken.getAndUpdate(now -> now + weight <= budget ? now + weight : now)) {
            return weight;
        }
        if (said.compareAndSet(false, true)) {
            LOGGER.info(
                    "So many objects wait for their turn that their states take {} kB of memory. Of further ones only the names are kept, and"
                            + " each is asked for when its turn comes.",
                    budget >> 10);
        }
        return 0;
    }

    /** Gives room back. */
    void release(long weight) {
        taken.addAndGet(-weight);
    }

    /** How much is taken, in bytes. */
    long taken() {
        return taken.get();
    }

    /** An estimate of the size; any that is more than the limit where it is more. */
    private static long weight(Object state, long limit) {
        Deque<Object> todo = new ArrayDeque<>(); // and no recursion: states may be nested deeply
        todo.push(state);
        long weight = 0;
        while (weight <= limit) {
            Object next = todo.poll();
            if (next == null) {
                break;
            }
            if (next instanceof Map<?, ?> map) {
                weight += MAP + (long) ENTRY * map.size();
                pushAll(todo, map.values());
            } else if (next instanceof Collection<?> list) {
                weight += LIST + (long) ITEM * list.size();
                pushAll(todo, list);
            } else {
                weight += next instanceof String text ? TEXT + text.length() : OTHER;
            }
        }
        return weight;
    }

    private static void pushAll(Deque<Object> todo, Collection<? extends @Nullable Object> values) {
        for (Object value : values) {
            if (value != null) {
                todo.push(value);
            }
        }
    }
}
