package dev.kopf.runtime.handler;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names an index (I-1): a map that is kept of objects, from keys to the values that the objects have there. Handlers fill it
 * ({@link Index}, {@link HandlerRegistration#index}), of one kind or of several, and all handlers read it by {@link Indexes#index}.
 *
 * <p>An index is found by this very object, so that its types hold; the text is for logs, and is the id of the handlers that fill it.
 * Immutable and safe for use by several threads.
 *
 * @param <K> the type of the keys, with {@code equals} and {@code hashCode}, and best immutable
 * @param <V> the type of the values, best immutable, as several threads are given them
 */
@SuppressWarnings("UnusedTypeParameter") // the types are what it is for
public final class IndexName<K, V extends @Nullable Object> {

    private final HandlerId id;

    private IndexName(HandlerId id) {
        this.id = id;
    }

    /**
     * The name of an index.
     *
     * @param name not blank; no other index of the operator has it
     */
    public static <K, V extends @Nullable Object> IndexName<K, V> of(String name) {
        return new IndexName<>(new HandlerId(Objects.requireNonNull(name, "name")));
    }

    /** The text, which is the id of the handlers that fill it. */
    public HandlerId id() {
        return id;
    }

    /** The options of a handler that fills it, to be refined: an exception that is neither temporary nor permanent is ignored (I-5). */
    public HandlerOptions options() {
        return HandlerOptions.of(id.value()).withErrors(ErrorMode.IGNORED);
    }

    @Override
    public String toString() {
        return id.value();
    }
}
