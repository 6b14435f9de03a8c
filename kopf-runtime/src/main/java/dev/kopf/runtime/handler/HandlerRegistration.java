package dev.kopf.runtime.handler;

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
 * each field. Not safe for use by several threads while it is filled.
 *
 * @param <R> the class of the resource
 * @param <D> the generated diff of two states of it
 * @param <S> the class of the registration itself, for chaining
 */
public abstract class HandlerRegistration<R, D, S extends HandlerRegistration<R, D, S>> implements HandlerSource {

    private final ResourceKind kind;
    private final Class<R> type;
    private final BiFunction<@Nullable R, R, D> between;
    private final List<Handler> handlers = new ArrayList<>();

    /**
     * @param kind the kind that the handlers are for
     * @param type the class that objects of the kind are decoded to
     * @param between makes the diff of the last handled essence, null where there is none, and the one being handled
     */
    protected HandlerRegistration(ResourceKind kind, Class<R> type, BiFunction<@Nullable R, R, D> between) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.type = Objects.requireNonNull(type, "type");
        this.between = Objects.requireNonNull(between, "between");
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

    /** Registers a handler for objects that were handled before and have changed. */
    public final S update(String id, ChangeFunction<? super R, ? super D> function) {
        return update(HandlerOptions.of(id), function);
    }

    /** Registers a handler for objects that were handled before and have changed. */
    public final S update(HandlerOptions options, ChangeFunction<? super R, ? super D> function) {
        return add(HandlerType.UPDATE, options, call -> {
            R old = Objects.requireNonNull(
                    call.oldEssence(type), "an update without an essence that was handled before");
            D diff = between.apply(old, call.newEssence(type));
            return function.apply(call.resource(type), diff, call.context(UpdateContext.class));
        });
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
     * For generated code: registers a handler for changes of a field.
     *
     * @param change finds what changed in the field
     */
    protected final <C> S field(
            HandlerOptions options,
            FieldPath field,
            Function<D, C> change,
            ChangeFunction<? super R, ? super C> function) {
        return add(new Handler(kind, HandlerType.FIELD, field, options, call -> {
            D diff = between.apply(call.oldEssence(type), call.newEssence(type));
            return function.apply(call.resource(type), change.apply(diff), call.context(UpdateContext.class));
        }));
    }

    private S add(HandlerType handlerType, HandlerOptions options, HandlerFunction function) {
        return add(new Handler(kind, handlerType, options.field(), options, function));
    }

    private S add(Handler handler) {
        FieldChecks.check(type, handler);
        handlers.add(handler);
        return self();
    }

    /** This registration, as what it is. */
    protected abstract S self();
}
