package dev.kopf.runtime.handler;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * Names something that all handlers of an operator share, those of its start and its end among them (M-1): a connection, a limit, a count. There
 * is one in each operator, which is made when somebody first asks for it by {@link OperatorMemos#memo(OperatorMemo)}, unless one was
 * given when the operator was built. It ends with the operator.
 *
 * <p>Two of these are two things, also where they are of one type. Immutable and safe for use by several threads; what it names has to be
 * so too, as handlers of different objects are called at once.
 *
 * @param <T> the type of what is shared
 * @see ObjectMemo
 */
public final class OperatorMemo<T> {

    private final Supplier<? extends T> factory;

    private OperatorMemo(Supplier<? extends T> factory) {
        this.factory = Objects.requireNonNull(factory, "factory");
    }

    /**
     * One that is made so where none was given.
     *
     * @param factory makes it; never gives null
     */
    public static <T> OperatorMemo<T> of(Supplier<? extends T> factory) {
        return new OperatorMemo<>(factory);
    }

    /** Makes a new one; for the framework, and for tests. */
    public T make() {
        return Objects.requireNonNull(factory.get(), "What makes a memo has given null.");
    }
}
