package dev.kopf.runtime.handler;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a handler wants of a label, an annotation or a field (F-2, F-3, F-5, F-7): a value, that there is one, that there is none, or what
 * a predicate says.
 *
 * <p>Immutable; as safe for use by several threads as the predicates in it, which are called for several objects at once. They are to be
 * quick and without side effects: they are asked at every event of every object of the kind, and again as often as it suits.
 *
 * @param <T> what is looked at: {@code String} for labels and annotations, {@code Object} (plain JSON values) for fields
 */
public sealed interface Filter<T> permits FilterKind {

    /**
     * The value itself. Texts are equal as they are; numbers by value, whatever their digits (R19).
     *
     * @param value a text, a number, a boolean, or a list or map of such
     * @throws IllegalArgumentException if it is nothing that JSON knows; for what is not there, use {@link #absent()}
     */
    static <T> Filter<T> is(T value) {
        return FilterKind.is(value);
    }

    /** Any value; at a field also null. */
    static <T> Filter<T> present() {
        return new FilterKind.Present<>();
    }

    /** No value at all. */
    static <T> Filter<T> absent() {
        return new FilterKind.Absent<>();
    }

    /**
     * What a predicate says.
     *
     * @param predicate is given the value, or null where there is none. What it throws counts as a failure of the handler, which is
     *     retried until the predicate answers (P1)
     */
    static <T> Filter<T> matching(Predicate<? super @Nullable T> predicate) {
        return new FilterKind.Matching<>(predicate);
    }

    /** The opposite of a filter. */
    static <T> Filter<T> not(Filter<T> filter) {
        return new FilterKind.NoneOf<>(List.of(filter));
    }

    /** That all of these let pass. */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are only read
    static <T> Filter<T> allOf(Filter<T>... filters) {
        return new FilterKind.AllOf<>(List.of(filters));
    }

    /** That at least one of these lets pass. */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are only read
    static <T> Filter<T> anyOf(Filter<T>... filters) {
        return new FilterKind.AnyOf<>(List.of(filters));
    }

    /** That none of these lets pass. */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are only read
    static <T> Filter<T> noneOf(Filter<T>... filters) {
        return new FilterKind.NoneOf<>(List.of(filters));
    }

    /**
     * Whether it lets pass what is there.
     *
     * @param present whether there is a value, null included
     * @param value the value; null where there is none
     */
    boolean test(boolean present, @Nullable T value);
}
