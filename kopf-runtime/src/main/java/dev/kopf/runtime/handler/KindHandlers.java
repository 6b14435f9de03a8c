package dev.kopf.runtime.handler;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The handlers of one kind, in order of registration, and which of them a cause selects.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class KindHandlers {

    private final ResourceKind kind;
    private final List<Handler> changing;
    private final List<Handler> events;
    private final List<FieldPath> secrets;

    KindHandlers(ResourceKind kind, List<Handler> handlers) {
        this.kind = kind;
        this.changing = handlers.stream().filter(h -> h.type().isChanging()).toList();
        this.events = handlers.stream().filter(h -> !h.type().isChanging()).toList();
        this.secrets = handlers.stream()
                .flatMap(handler -> handler.kind().secrets().stream())
                .distinct()
                .toList();
    }

    /** The kind. */
    public ResourceKind kind() {
        return kind;
    }

    /** The handlers whose progress is kept on the object. */
    public List<Handler> changing() {
        return changing;
    }

    /** The handlers of raw events. */
    public List<Handler> events() {
        return events;
    }

    /** Whether objects of this kind need our finalizer before they are handled (C-21, R11). */
    public boolean requireFinalizer() {
        return changing.stream().anyMatch(Handler::requiresFinalizer);
    }

    /** Whether the last handled essence is of use to any handler: all but deletion tell by it what is new to them. */
    public boolean rememberEssence() {
        return changing.stream().anyMatch(handler -> handler.type() != HandlerType.DELETE);
    }

    /** The fields that belong to the essence beside the usual, because handlers look at them (D-1). */
    public List<FieldPath> extraFields() {
        return changing.stream()
                .map(Handler::field)
                .filter(field -> !field.isRoot())
                .distinct()
                .toList();
    }

    /** The places of secrets in objects of this kind, of which only digests are kept (R12). */
    public List<FieldPath> secrets() {
        return secrets;
    }

    /** The handlers that a cause selects (C-8), in order of registration. */
    public List<Handler> select(Cause cause) {
        return changing.stream().filter(handler -> selects(handler, cause)).toList();
    }

    /** The handlers that are owed a call, in order of registration, where each has a cause of its own (C-8, R1). */
    public List<Selected> select(Function<Handler, Cause> causes) {
        return changing.stream()
                .map(handler -> new Selected(handler, causes.apply(handler)))
                .filter(selected -> selects(selected.handler(), selected.cause()))
                .toList();
    }

    /** Whether a cause selects a handler (C-8). */
    public boolean selects(Handler handler, Cause cause) {
        return switch (handler.type()) {
            case CREATE, DELETE -> handler.type().reason() == cause.reason();
            case UPDATE -> cause.reason() == Reason.UPDATE && !cause.diff().isEmpty();
            case RESUME ->
                cause.initial()
                        && cause.reason().isHandled()
                        && cause.reason() != Reason.CREATE
                        && (cause.reason() != Reason.DELETE || handler.options().deleted());
            case FIELD ->
                cause.reason().isHandled()
                        && (cause.oldEssence() != null || isFirstValueFor(handler, cause))
                        && !cause.diff().reduce(handler.field()).isEmpty();
            case SUB_HANDLER -> true;
            case EVENT -> false;
        };
    }

    private static boolean isFirstValueFor(Handler handler, Cause cause) {
        return cause.reason() == Reason.CREATE && handler.options().initial();
    }

    @Override
    public String toString() {
        return kind + Objects.toString(changing) + Objects.toString(events);
    }
}
