package dev.kopf.runtime.handler;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Names something that the handlers of one object share (M-1): each object has one of its own, which is made when a handler of it first
 * asks for it by {@link HandlerContext#memo(ObjectMemo)}, and is gone with the object. It is kept in the process and nowhere else: the next
 * start begins with none.
 *
 * <pre>{@code
 * static final ObjectMemo<Tally> TALLY = ObjectMemo.of(Tally::new);
 * }</pre>
 *
 * <p>Two of these are two things, also where they are of one type. Immutable and safe for use by several threads. What it names is the
 * author's: handlers of changes of one object are called one after the other, and each sees what the one before has left; daemons and timers
 * run beside them, and what is shared with these has to be safe for use by several threads.
 *
 * @param <T> the type of what is shared
 */
public final class ObjectMemo<T> {

    private final Function<? super OperatorMemos, ? extends T> factory;

    private ObjectMemo(Function<? super OperatorMemos, ? extends T> factory) {
        this.factory = Objects.requireNonNull(factory, "factory");
    }

    /**
     * One that begins the same for each object.
     *
     * @param factory makes it; never gives null
     */
    public static <T> ObjectMemo<T> of(Supplier<? extends T> factory) {
        Objects.requireNonNull(factory, "factory");
        return new ObjectMemo<>(operator -> factory.get());
    }

    /**
     * One that begins with what the operator as a whole has at that time (M-2).
     *
     * @param factory makes it of the operator's; never gives null
     */
    public static <T> ObjectMemo<T> from(Function<? super OperatorMemos, ? extends T> factory) {
        return new ObjectMemo<>(factory);
    }

    /** Makes a new one; for the framework, and for tests. */
    public T make(OperatorMemos operator) {
        return Objects.requireNonNull(factory.apply(operator), "What makes a memo has given null.");
    }
}
