package dev.kopf.runtime.handler;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Handlers of one kind, registered as lambdas, in order. The generated {@code …Dispatch.on()} starts one, and adds a method for
 * updates and for each field. Not safe for use by several threads while it is filled.
 *
 * @param <R> the class of the resource
 * @param <S> the class of the registration itself, for chaining
 */
public abstract class HandlerRegistration<R, S extends HandlerRegistration<R, S>> implements HandlerSource {

    private final ResourceKind kind;
    private final Class<R> type;
    private final List<Handler> handlers = new ArrayList<>();

    /**
     * @param kind the kind that the handlers are for
     * @param type the class that objects of the kind are decoded to
     */
    protected HandlerRegistration(ResourceKind kind, Class<R> type) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.type = Objects.requireNonNull(type, "type");
    }

    /** What was registered so far, in order. */
    public final List<Handler> handlers() {
        return List.copyOf(handlers);
    }

    /** Registers a handler for objects that were never handled before. */
    public final S create(String id, ResourceFunction<? super R, ? super CreateContext> function) {
        return create(HandlerOptions.of(id), function);
    }

    /** Registers a handler for objects that were never handled before. */
    public final S create(HandlerOptions options, ResourceFunction<? super R, ? super CreateContext> function) {
        return add(
                HandlerType.CREATE,
                options,
                call -> function.apply(call.resource(type), call.context(CreateContext.class)));
    }

    /** Registers a handler for objects that the operator finds at its start and that were handled before. */
    public final S resume(String id, ResourceFunction<? super R, ? super ResumeContext> function) {
        return resume(HandlerOptions.of(id), function);
    }

    /** Registers a handler for objects that the operator finds at its start and that were handled before. */
    public final S resume(HandlerOptions options, ResourceFunction<? super R, ? super ResumeContext> function) {
        return add(
                HandlerType.RESUME,
                options,
                call -> function.apply(call.resource(type), call.context(ResumeContext.class)));
    }

    /** Registers a handler for objects that are being deleted. */
    public final S delete(String id, ResourceAction<? super R, ? super DeleteContext> action) {
        return delete(HandlerOptions.of(id), action);
    }

    /** Registers a handler for objects that are being deleted. */
    public final S delete(HandlerOptions options, ResourceAction<? super R, ? super DeleteContext> action) {
        return add(HandlerType.DELETE, options, call -> {
            action.accept(call.resource(type), call.context(DeleteContext.class));
            return null;
        });
    }

    /** Registers a handler for every event, as it comes. */
    public final S event(String id, ResourceAction<? super R, ? super EventContext> action) {
        return event(HandlerOptions.of(id).withErrors(ErrorMode.IGNORED), action);
    }

    /** Registers a handler for every event, as it comes. */
    public final S event(HandlerOptions options, ResourceAction<? super R, ? super EventContext> action) {
        return add(HandlerType.EVENT, options, call -> {
            action.accept(call.resource(type), call.context(EventContext.class));
            return null;
        });
    }

    /**
     * For generated code: registers a handler for updates.
     *
     * @param between makes the typed diff of the last handled essence and the one being handled
     */
    protected final <D> S update(
            HandlerOptions options, BiFunction<R, R, D> between, ChangeFunction<? super R, ? super D> function) {
        return add(HandlerType.UPDATE, options, call -> {
            R old = Objects.requireNonNull(
                    call.oldEssence(type), "an update without an essence that was handled before");
            D diff = between.apply(old, call.newEssence(type));
            return function.apply(call.resource(type), diff, call.context(UpdateContext.class));
        });
    }

    /**
     * For generated code: registers a handler for changes of a field.
     *
     * @param getter reads the field of an object; null where it is absent
     */
    protected final <T> S field(
            HandlerOptions options,
            FieldPath field,
            Function<R, @Nullable T> getter,
            ChangeFunction<? super R, ? super FieldChange<T>> function) {
        return add(new Handler(kind, HandlerType.FIELD, field, options, call -> {
            R old = call.oldEssence(type);
            T oldValue = old == null ? null : getter.apply(old);
            FieldChange<T> change = new FieldChange<>(oldValue, getter.apply(call.newEssence(type)));
            return function.apply(call.resource(type), change, call.context(UpdateContext.class));
        }));
    }

    private S add(HandlerType handlerType, HandlerOptions options, HandlerFunction function) {
        return add(new Handler(kind, handlerType, FieldPath.ROOT, options, function));
    }

    private S add(Handler handler) {
        handlers.add(handler);
        return self();
    }

    /** This registration, as what it is. */
    protected abstract S self();
}
