package dev.kopf.runtime.handler;

import dev.kopf.runtime.handler.Filters.FieldFilters;
import dev.kopf.runtime.handler.Filters.KeyFilter;
import dev.kopf.runtime.handler.Filters.Place;
import dev.kopf.runtime.resource.FieldPath;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The options of a handler (G-2). Starts from {@link #of(String)}, everything else by {@code with…} and {@link #when}. Options that come
 * to nothing, contradict each other, or let no object and no change pass, are an error when the handler is registered (G-3).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class HandlerOptions {

    private final HandlerId id;
    private final @Nullable Integer retries;
    private final @Nullable Duration timeout;
    private final @Nullable Duration backoff;
    private final ErrorMode errors;
    private final boolean optional;
    private final boolean deleted;
    private final boolean initial;
    private final Filters filters;
    private final @Nullable String origin;
    private final Type resultType;
    private final boolean interruptAtTimeout;
    private final boolean releaseOnFailure;
    private final BackgroundOptions background;
    private final @Nullable IndexName<?, ?> index;

    private HandlerOptions(Draft draft) {
        id = draft.id;
        retries = draft.retries;
        timeout = draft.timeout;
        backoff = draft.backoff;
        errors = draft.errors;
        optional = draft.optional;
        deleted = draft.deleted;
        initial = draft.initial;
        filters = draft.filters;
        origin = draft.origin;
        resultType = draft.resultType;
        interruptAtTimeout = draft.interruptAtTimeout;
        releaseOnFailure = draft.releaseOnFailure;
        background = draft.background;
        index = draft.index;
    }

    /**
     * The defaults: no limits, a backoff that grows (R16), arbitrary exceptions are retried.
     *
     * @param id the handler's id, not blank
     */
    public static HandlerOptions of(String id) {
        return new HandlerOptions(new Draft(new HandlerId(id)));
    }

    /** The handler's id. */
    public HandlerId id() {
        return id;
    }

    /** The number of attempts after which the handler has failed for good; null for no limit. */
    public @Nullable Integer retries() {
        return retries;
    }

    /** The time from the first attempt after which the handler has failed for good; null for no limit. */
    public @Nullable Duration timeout() {
        return timeout;
    }

    /** The constant time between attempts; null for a time that grows (R16). */
    public @Nullable Duration backoff() {
        return backoff;
    }

    /** What an exception means that is neither temporary nor permanent. */
    public ErrorMode errors() {
        return errors;
    }

    /** For delete handlers: whether it does without a finalizer (C-21, R11). */
    public boolean optional() {
        return optional;
    }

    /** For resume handlers: whether it is called for objects that are being deleted too (C-8). */
    public boolean deleted() {
        return deleted;
    }

    /** For field handlers: whether it is called for the first value at creation too (R18). */
    public boolean initial() {
        return initial;
    }

    /** The field that the handler's filters are about (F-3, F-9); the root for none. */
    public FieldPath field() {
        return filters.field().path();
    }

    /** Which objects and changes the handler is for. */
    Filters filters() {
        return filters;
    }

    /** The method that the options stand at; null for handlers that are registered as lambdas. */
    @Nullable
    String origin() {
        return origin;
    }

    /** The type that the handler is declared to return; {@code Object} where nothing is known of it. */
    public Type resultType() {
        return resultType;
    }

    /** Whether the handler's thread is interrupted when its timeout is reached while it runs. */
    public boolean interruptAtTimeout() {
        return interruptAtTimeout;
    }

    /** These options with another id. */
    public HandlerOptions withId(String newId) {
        return change(draft -> draft.id = new HandlerId(newId));
    }

    /**
     * These options with a limit of attempts.
     *
     * @param limit at least 1
     */
    public HandlerOptions withRetries(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("retries of handler " + id + " must be at least 1: " + limit);
        }
        return change(draft -> draft.retries = limit);
    }

    /**
     * These options with a limit of time.
     *
     * @param limit longer than zero
     */
    public HandlerOptions withTimeout(Duration limit) {
        Duration checked = positive("timeout", limit);
        return change(draft -> draft.timeout = checked);
    }

    /**
     * These options with a constant time between attempts.
     *
     * @param pause zero for at once
     */
    public HandlerOptions withBackoff(Duration pause) {
        Duration checked = notNegative("backoff", pause);
        return change(draft -> draft.backoff = checked);
    }

    /** These options with another meaning of arbitrary exceptions. */
    public HandlerOptions withErrors(ErrorMode mode) {
        return change(draft -> draft.errors = Objects.requireNonNull(mode, "mode"));
    }

    /** These options, with or without the need for a finalizer. */
    public HandlerOptions withOptional(boolean value) {
        return change(draft -> draft.optional = value);
    }

    /** These options, with or without objects that are being deleted. */
    public HandlerOptions withDeleted(boolean value) {
        return change(draft -> draft.deleted = value);
    }

    /** These options, with or without the first value at creation. */
    public HandlerOptions withInitial(boolean value) {
        return change(draft -> draft.initial = value);
    }

    /** These options, for objects only that have this label with this value. */
    public HandlerOptions withLabel(String key, String value) {
        return withLabel(key, Filter.is(value));
    }

    /** These options, for objects only whose label of this key passes a filter, beside what was asked for before (F-2). */
    public HandlerOptions withLabel(String key, Filter<String> filter) {
        return with(filters.with(new KeyFilter(Place.LABEL, key, filter)));
    }

    /** These options, for objects only that have this annotation with this value. */
    public HandlerOptions withAnnotation(String key, String value) {
        return withAnnotation(key, Filter.is(value));
    }

    /** These options, for objects only whose annotation of this key passes a filter, beside what was asked for before (F-2). */
    public HandlerOptions withAnnotation(String key, Filter<String> filter) {
        return with(filters.with(new KeyFilter(Place.ANNOTATION, key, filter)));
    }

    /**
     * These options, for objects only that have a field; for handlers of updates, only for changes of this field (F-3, F-4). The field then
     * counts as a part of what is handled, also where it is one of the status (D-1).
     *
     * @param path the keys joined by dots; a field that the generated class does not know is an error
     */
    public HandlerOptions withField(String path) {
        return with(filters.with(filters.field().at(FieldPath.parse(path), true)));
    }

    /** As {@link #withField(String)}, for keys that hold dots themselves, and for fields that the schema does not know, but lets through. */
    public HandlerOptions withField(FieldPath path) {
        return with(filters.with(filters.field().at(Objects.requireNonNull(path, "path"), false)));
    }

    /**
     * These options, for objects only in which the field passes a filter: as it is, or as it was when the object was last handled, so that
     * a handler also sees how what it is for comes to an end (F-3). Handlers of raw events look at the field as it is.
     */
    public HandlerOptions withValue(Filter<Object> filter) {
        FieldFilters field = filters.field();
        return with(
                filters.with(new FieldFilters(field.path(), field.isChecked(), filter, field.before(), field.after())));
    }

    /** These options, for changes only from a value of the field that passes a filter (F-5); for handlers of updates and of fields. */
    public HandlerOptions withOldValue(Filter<Object> filter) {
        FieldFilters field = filters.field();
        return with(
                filters.with(new FieldFilters(field.path(), field.isChecked(), field.either(), filter, field.after())));
    }

    /** These options, for changes only to a value of the field that passes a filter (F-5); for handlers of updates and of fields. */
    public HandlerOptions withNewValue(Filter<Object> filter) {
        FieldFilters field = filters.field();
        return with(filters.with(
                new FieldFilters(field.path(), field.isChecked(), field.either(), field.before(), filter)));
    }

    /**
     * These options, for what a condition lets pass (F-6), instead of one that was given before.
     *
     * @param type the class of the resource that the handler is for
     */
    public <R> HandlerOptions when(Class<R> type, Condition<R> condition) {
        return with(filters.with(new BoundCondition<>(type, condition)));
    }

    private HandlerOptions with(Filters some) {
        return change(draft -> draft.filters = some);
    }

    /** These options, as those of a method. */
    HandlerOptions declaredAt(Method method) {
        return change(draft -> {
            draft.origin = method.getDeclaringClass().getName() + "." + method.getName();
            draft.resultType = method.getGenericReturnType();
        });
    }

    /**
     * These options, with or without an interruption of the handler's thread when the timeout is reached while it runs. Whatever it throws
     * then, it has failed by its timeout; what it returns still counts.
     */
    public HandlerOptions withInterruptAtTimeout(boolean value) {
        return change(draft -> draft.interruptAtTimeout = value);
    }

    /** For delete handlers: whether an object goes all the same when the handler has failed for good (R11). */
    public boolean releaseOnFailure() {
        return releaseOnFailure;
    }

    /** These options, with or without letting the object go when the delete handler has failed for good, as Kopf does (R11, C-24). */
    public HandlerOptions withReleaseOnFailure(boolean value) {
        return change(draft -> draft.releaseOnFailure = value);
    }

    /** When a daemon or a timer is called, and how it is stopped. */
    public BackgroundOptions background() {
        return background;
    }

    /**
     * For timers: these options, with so much time from the end of a call to the next one (B-7).
     *
     * @param time longer than zero
     */
    public HandlerOptions withInterval(Duration time) {
        return with(background.withInterval(positive("interval", time)));
    }

    /** For timers with an interval: whether it is counted from the beginning of a call; calls never overlap (B-7). */
    public HandlerOptions withSharp(boolean value) {
        return with(background.withSharp(value));
    }

    /**
     * For timers: these options, called only where the essence of the object has not changed for so long (B-7, B-10).
     *
     * @param time longer than zero
     */
    public HandlerOptions withIdle(Duration time) {
        return with(background.withIdle(positive("idle", time)));
    }

    /**
     * For daemons and timers: these options, with so much time before the first call (B-4).
     *
     * @param time not negative
     */
    public HandlerOptions withInitialDelay(Duration time) {
        return with(background.withInitialDelay(notNegative("initialDelay", time)));
    }

    /**
     * For daemons: these options, where a daemon that is to stop and has not after so long is interrupted (B-13).
     *
     * @param time not negative
     */
    public HandlerOptions withCancellationBackoff(Duration time) {
        return with(background.withCancellationBackoff(notNegative("cancellationBackoff", time)));
    }

    /**
     * For daemons: these options, where a daemon that was interrupted and has not stopped after so long is given up: its object may go
     * (B-13). Without a backoff it is interrupted at once when it is to stop.
     *
     * @param time not negative
     */
    public HandlerOptions withCancellationTimeout(Duration time) {
        return with(background.withCancellationTimeout(notNegative("cancellationTimeout", time)));
    }

    private HandlerOptions with(BackgroundOptions some) {
        return change(draft -> draft.background = some);
    }

    /** Which index the handler fills; null for none. */
    public @Nullable IndexName<?, ?> index() {
        return index;
    }

    /** These options, of a handler that fills an index. */
    HandlerOptions filling(IndexName<?, ?> name) {
        if (!id.equals(name.id())) {
            throw new IllegalArgumentException("The id of what fills the index '" + name + "' must be the name of the"
                    + " index. Begin with its options(), and leave the id as it is: '" + id + "'");
        }
        return change(draft -> draft.index = name);
    }

    private Duration positive(String option, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(option + " of handler " + id + " must be longer than zero: " + time);
        }
        return time;
    }

    private Duration notNegative(String option, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException(option + " of handler " + id + " must not be negative: " + time);
        }
        return time;
    }

    private HandlerOptions change(Consumer<Draft> change) {
        Draft draft = new Draft(id);
        draft.retries = retries;
        draft.timeout = timeout;
        draft.backoff = backoff;
        draft.errors = errors;
        draft.optional = optional;
        draft.deleted = deleted;
        draft.initial = initial;
        draft.filters = filters;
        draft.origin = origin;
        draft.resultType = resultType;
        draft.interruptAtTimeout = interruptAtTimeout;
        draft.releaseOnFailure = releaseOnFailure;
        draft.background = background;
        draft.index = index;
        change.accept(draft);
        return new HandlerOptions(draft);
    }

    /** The values on their way from one immutable state to the next. */
    private static final class Draft {
        private HandlerId id;
        private @Nullable Integer retries;
        private @Nullable Duration timeout;
        private @Nullable Duration backoff;
        private ErrorMode errors = ErrorMode.TEMPORARY;
        private boolean optional;
        private boolean deleted;
        private boolean initial;
        private Filters filters = Filters.NONE;
        private @Nullable String origin;
        private Type resultType = Object.class;
        private boolean interruptAtTimeout;
        private boolean releaseOnFailure;
        private BackgroundOptions background = BackgroundOptions.NONE;
        private @Nullable IndexName<?, ?> index;

        private Draft(HandlerId id) {
            this.id = id;
        }
    }
}
