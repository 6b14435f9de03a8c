package dev.kopf.runtime.handler;

import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.Objects;

/**
 * A declared handler: for which kind, for what, with which options, and what to call.
 *
 * <p>Immutable; as safe for use by several threads as the author's code is, which is called for several objects at once.
 *
 * @param kind the kind that it handles
 * @param type what it is called for
 * @param field the field whose changes it is called for; the root for all types but {@link HandlerType#FIELD}
 * @param options its id and how it is retried
 * @param function what to call
 */
public record Handler(
        ResourceKind kind, HandlerType type, FieldPath field, HandlerOptions options, HandlerFunction function) {

    public Handler {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(function, "function");
        if (field.isRoot() == (type == HandlerType.FIELD)) {
            throw new IllegalArgumentException("A handler of a field has one, and no other has: " + options.id()
                    + " is " + type + " of '" + field + "'.");
        }
    }

    /** The id under which its progress and its result are kept. */
    public HandlerId id() {
        return options.id();
    }

    /** Whether it needs our finalizer on the object before anything is handled (C-21, R11). */
    public boolean requiresFinalizer() {
        return type == HandlerType.DELETE && !options.optional();
    }
}
