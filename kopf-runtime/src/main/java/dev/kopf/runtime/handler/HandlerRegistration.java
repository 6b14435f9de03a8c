package dev.kopf.runtime.handler;

import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.ResourceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Function<HandlerCall, D> diff;
    private final List<Handler> handlers = new ArrayList<>();

    /**
     * @param kind the kind that the handlers are for
     * @param type the class that objects of the kind are decoded to
     * @param between makes the diff of the last handled essence, null where there is none, and the one being handled
     */
    protected HandlerRegistration(ResourceKind kind, Class<R> type, BiFunction<@Nullable R, R, D> between) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.type = Objects.requireNonNull(type, "type");
        this.diff = call -> between.apply(call.oldEssence(type), call.newEssence(type));
    }

    /**
     * For a class of fabric8's, which does not keep the JSON that it was read from.
     *
     * @param kind the kind that the handlers are for
     * @param type the class that objects of the kind are decoded to
     * @param diff makes the diff of both essences as JSON
     */
    protected HandlerRegistration(ResourceKind kind, Class<R> type, Function<JsonStates, D> diff) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.type = Objects.requireNonNull(type, "type");
        this.diff = call -> diff.apply(call.essences());
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
        return add(
                HandlerType.UPDATE,
                options,
                call -> function.apply(call.resource(type), diff.apply(call), call.context(UpdateContext.class)));
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

    /** Registers a daemon: a call for each object, which may last as long as the object is there (B-1). */
    public final S daemon(String id, ResourceFunction<? super R, ? super DaemonContext> function) {
        return daemon(HandlerOptions.of(id), function);
    }

    /** Registers a daemon: a call for each object, which may last as long as the object is there (B-1). */
    public final S daemon(HandlerOptions options, ResourceFunction<? super R, ? super DaemonContext> function) {
        return add(
                HandlerType.DAEMON,
                options,
                call -> function.apply(call.resource(type), call.context(DaemonContext.class)));
    }

    /** Registers a timer: a call for each object from time to time (B-7). */
    public final S timer(String id, Duration interval, ResourceFunction<? super R, ? super TimerContext> function) {
        return timer(HandlerOptions.of(id).withInterval(interval), function);
    }

    /** Registers a timer: a call for each object from time to time (B-7). */
    public final S timer(HandlerOptions options, ResourceFunction<? super R, ? super TimerContext> function) {
        return add(
                HandlerType.TIMER,
                options,
                call -> function.apply(call.resource(type), call.context(TimerContext.class)));
    }

    /** Registers what fills an index (I-1). */
    public final <K, V extends @Nullable Object> S index(
            IndexName<K, V> name, IndexFunction<? super R, K, V> function) {
        return index(name, name.options(), function);
    }

    /**
     * Registers what fills an index (I-1).
     *
     * @param options {@link IndexName#options()}, refined
     */
    public final <K, V extends @Nullable Object> S index(
            IndexName<K, V> name, HandlerOptions options, IndexFunction<? super R, K, V> function) {
        return add(
                HandlerType.INDEX,
                options.filling(name),
                call -> copy(function.apply(call.resource(type), call.indexContext())));
    }

    /** Nobody else has it, whatever the author does with his. */
    private static @Nullable Map<?, ?> copy(@Nullable Object values) {
        return values == null ? null : new LinkedHashMap<>((Map<?, ?>) values);
    }

    /**
     * For generated code: registers the methods of an object that are marked as daemons and timers of this kind, or fill indexes from it,
     * each in order of their names.
     */
    public final void annotated(HandlerSource source) {
        for (IndexMethods.Found method : IndexMethods.of(source, type)) {
            HandlerFunction function = method.function();
            add(HandlerType.INDEX, method.options().filling(method.index()), call -> copy(function.call(call)));
        }
        for (BackgroundMethods.Found method : BackgroundMethods.of(source, type)) {
            add(method.type(), method.options(), method.function());
        }
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
            C changed = change.apply(diff.apply(call));
            return function.apply(call.resource(type), changed, call.context(UpdateContext.class));
        }));
    }

    private S add(HandlerType handlerType, HandlerOptions options, HandlerFunction function) {
        return add(new Handler(kind, handlerType, options.field(), options, function));
    }

    final S add(Handler handler) {
        FieldChecks.check(type, handler);
        handlers.add(handler);
        return self();
    }

    /** This registration, as what it is. */
    protected abstract S self();
}
