package dev.kopf.runtime.handler;

import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.typed.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The kinds of filters; beside what they say of a value, what can be said of them before there is one. */
sealed interface FilterKind<T> extends Filter<T> {

    /** An answer that is not always known before a predicate is asked. */
    enum Answer {
        NO,
        MAYBE,
        YES;

        Answer negated() {
            return this == MAYBE ? MAYBE : this == NO ? YES : NO;
        }

        static Answer of(boolean yes) {
            return yes ? YES : NO;
        }
    }

    /** What the filter says of such a value, as far as it can be told without asking predicates. */
    Answer foresee(boolean present, @Nullable Object value);

    /** The values that the filter names, and their answers to which may differ from those to others. */
    Collection<Object> named();

    /** A filter as one of these kinds, which they all are. */
    static <T> FilterKind<T> of(Filter<T> filter) {
        return (FilterKind<T>) filter;
    }

    /** The value itself, as a plain JSON value. */
    static <T> Filter<T> is(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("A filter cannot be null; use absent() for what is not there.");
        }
        return new Is<>(
                Objects.requireNonNull(JsonObject.of(Map.of("value", value)).get("value")));
    }

    record Is<T>(Object literal) implements FilterKind<T> {
        @Override
        public boolean test(boolean present, @Nullable T value) {
            return present && Json.equal(literal, value);
        }

        @Override
        public Answer foresee(boolean present, @Nullable Object value) {
            return Answer.of(present && Json.equal(literal, value));
        }

        @Override
        public Collection<Object> named() {
            return List.of(literal);
        }
    }

    record Present<T>() implements FilterKind<T> {
        @Override
        public boolean test(boolean present, @Nullable T value) {
            return present;
        }

        @Override
        public Answer foresee(boolean present, @Nullable Object value) {
            return Answer.of(present);
        }

        @Override
        public Collection<Object> named() {
            return List.of();
        }
    }

    record Absent<T>() implements FilterKind<T> {
        @Override
        public boolean test(boolean present, @Nullable T value) {
            return !present;
        }

        @Override
        public Answer foresee(boolean present, @Nullable Object value) {
            return Answer.of(!present);
        }

        @Override
        public Collection<Object> named() {
            return List.of();
        }
    }

    record Matching<T>(Predicate<? super @Nullable T> predicate) implements FilterKind<T> {
        public Matching {
            Objects.requireNonNull(predicate, "predicate");
        }

        @Override
        public boolean test(boolean present, @Nullable T value) {
            return predicate.test(value);
        }

        @Override
        public Answer foresee(boolean present, @Nullable Object value) {
            return Answer.MAYBE;
        }

        @Override
        public Collection<Object> named() {
            return List.of();
        }
    }

    record AllOf<T>(List<Filter<T>> filters) implements FilterKind<T> {
        public AllOf {
            filters = List.copyOf(filters);
        }

        @Override
        public boolean test(boolean present, @Nullable T value) {
            return filters.stream().allMatch(filter -> filter.test(present, value));
        }

        @Override
        public Answer foresee(boolean present, @Nullable Object value) {
            return worst(filters, filter -> filter.foresee(present, value));
        }

        @Override
        public Collection<Object> named() {
            return namedBy(filters);
        }
    }

    record AnyOf<T>(List<Filter<T>> filters) implements FilterKind<T> {
        public AnyOf {
            filters = List.copyOf(filters);
        }

        @Override
        public boolean test(boolean present, @Nullable T value) {
            return filters.stream().anyMatch(filter -> filter.test(present, value));
        }

        @Override
        public Answer foresee(boolean present, @Nullable Object value) {
            return worst(filters, filter -> filter.foresee(present, value).negated())
                    .negated();
        }

        @Override
        public Collection<Object> named() {
            return namedBy(filters);
        }
    }

    record NoneOf<T>(List<Filter<T>> filters) implements FilterKind<T> {
        public NoneOf {
            filters = List.copyOf(filters);
        }

        @Override
        public boolean test(boolean present, @Nullable T value) {
            return filters.stream().noneMatch(filter -> filter.test(present, value));
        }

        @Override
        public Answer foresee(boolean present, @Nullable Object value) {
            return worst(filters, filter -> filter.foresee(present, value).negated());
        }

        @Override
        public Collection<Object> named() {
            return namedBy(filters);
        }
    }

    private static <T> Answer worst(List<Filter<T>> filters, Function<FilterKind<T>, Answer> answer) {
        Answer worst = Answer.YES;
        for (Filter<T> filter : filters) {
            Answer next = answer.apply(of(filter));
            worst = next.compareTo(worst) < 0 ? next : worst;
        }
        return worst;
    }

    private static <T> Collection<Object> namedBy(List<Filter<T>> filters) {
        List<Object> all = new ArrayList<>();
        filters.forEach(filter -> all.addAll(of(filter).named()));
        return all;
    }
}
