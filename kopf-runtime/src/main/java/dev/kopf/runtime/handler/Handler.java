package dev.kopf.runtime.handler;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A declared handler: for which kind, for what, with which options, and what to call.
 *
 * <p>Immutable; as safe for use by several threads as the author's code is, which is called for several objects at once.
 *
 * @param kind the kind that it handles
 * @param type what it is called for
 * @param field the field whose changes it is called for, or whose value its filters are about; the root for none
 * @param options its id, how it is retried, and which objects and changes it is for
 * @param function what to call
 */
public record Handler(
        ResourceKind kind, HandlerType type, FieldPath field, HandlerOptions options, HandlerFunction function) {

    public Handler {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(function, "function");
        if (field.isRoot() && type == HandlerType.FIELD) {
            throw new IllegalArgumentException("A handler of a field has one, and " + options.id() + " has none.");
        }
        Origins.check(description(kind, type, options), () -> OptionChecks.check(type, options));
    }

    /** This handler, for another kind: one that a selector has turned out to mean. */
    Handler of(ResourceKind other) {
        return new Handler(other, type, field, options, function);
    }

    /** The id under which its progress and its result are kept. */
    public HandlerId id() {
        return options.id();
    }

    /**
     * The part of the essence whose changes it is owed (R1): its field where it is called for changes of it, else all. Other handlers may
     * look at a field to tell which objects they are for, and are shown the whole object all the same.
     */
    public FieldPath owed() {
        return type == HandlerType.UPDATE || type == HandlerType.FIELD ? field : FieldPath.ROOT;
    }

    /** Where it was declared, for messages to its author: its method, or its type and id. */
    public String description() {
        return description(kind, type, options);
    }

    private static String description(ResourceKind kind, HandlerType type, HandlerOptions options) {
        String origin = options.origin();
        return origin != null ? origin : "the " + type + " handler '" + options.id() + "' of " + kind;
    }

    /**
     * This handler, if its filters let pass an object and a cause (F-1).
     *
     * @return null where they do not. Where one of them throws, a handler that fails with what it threw: a change is not lost because
     *     somebody cannot tell whether it is wanted
     */
    public @Nullable Handler ifMatching(Body body, Cause cause) {
        try {
            return options.filters().match(this, body, cause) ? this : null;
        } catch (Throwable thrown) { // it is the author's code: an Error is no end of the operator either (R15)
            return failing(FilterException.of(this, thrown));
        }
    }

    /** As {@link #ifMatching}, whatever the change is (F-13): whether the handler may be called for the object at some time. */
    @Nullable
    Handler ifPrematching(Body body, Cause cause) {
        try {
            return options.filters().prematch(this, body, cause) ? this : null;
        } catch (Throwable thrown) { // as above
            return failing(FilterException.of(this, thrown));
        }
    }

    /** Whether only what may change from one moment to the next keeps the handler from being for an object: not its labels and annotations. */
    boolean mayComeToMatch(Body body) {
        try {
            return options.filters().keysMatch(body);
        } catch (Throwable e) { // as above
            return true;
        }
    }

    /** Whether nothing that an object says keeps it from the handler, whatever else is asked ({@code when}); also where that cannot be told. */
    public boolean isFor(Body body) {
        try {
            return options.filters().bodyMatches(this, body);
        } catch (Throwable e) { // as above
            return true;
        }
    }

    private Handler failing(FilterException exception) {
        return new Handler(kind, type, field, options, call -> {
            throw exception;
        });
    }

    /** Whether it needs our finalizer on the objects that its filters let pass, before anything is handled (C-21, R11). */
    public boolean requiresFinalizer() {
        return type == HandlerType.DAEMON || (type == HandlerType.DELETE && !options.optional());
    }
}
