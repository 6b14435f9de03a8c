package dev.kopf.runtime.handler;

import dev.kopf.runtime.essence.Diff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.resource.ResourceSelector;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Objects;

/**
 * Handlers of kinds that nothing was generated for, registered as lambdas, in order: objects are fabric8's
 * {@link GenericKubernetesResource}, and what changed is an untyped {@link Diff}. The kinds are those that a selector means in the cluster;
 * they are watched as long as the cluster serves them, also where their CRDs come later (F-20, W-41).
 *
 * <pre>{@code
 * Operator.builder().handlers(GenericHandlers.on("widgets.example.org")
 *         .create("made", (widget, ctx) -> Map.of("size", widget.get("spec", "size")))
 *         .update("changed", (widget, diff, ctx) -> { ctx.logger().info("{}", diff); return null; })
 *         .field("resized", "spec.size", (widget, size, ctx) -> size.newValue()));
 * }</pre>
 *
 * <p>A selector that means nothing waits, and the log says so. One that is meant for one kind and fits several is refused, with all that it
 * fits, and the log says so too (W-43). A kind that the operator has generated classes for is left to the handlers of these, and to those
 * of selectors that fit its group, version, kind or plural.
 *
 * <p>Not safe for use by several threads while it is filled.
 */
public final class GenericHandlers extends HandlerRegistration<GenericKubernetesResource, Diff, GenericHandlers> {

    private final ResourceSelector selector;
    private final ResourceKind unknown;

    private GenericHandlers(ResourceSelector selector, ResourceKind unknown) {
        super(unknown, GenericKubernetesResource.class, states -> Diff.between(states.oldState(), states.newState()));
        this.selector = selector;
        this.unknown = unknown;
    }

    /**
     * Starts a registration for a kind by one of its names: {@code widgets}, {@code widgets.example.org}, {@code widgets.v1.example.org}.
     *
     * @throws IllegalArgumentException if there is no name
     */
    public static GenericHandlers on(String name) {
        return on(ResourceSelector.of(name));
    }

    /** Starts a registration for the kinds that a selector means. */
    public static GenericHandlers on(ResourceSelector selector) {
        String name = Objects.requireNonNull(selector, "selector").toString();
        return new GenericHandlers(selector, ResourceKind.namespaced("", "", name, name));
    }

    /** The kinds that are meant. */
    public ResourceSelector selector() {
        return selector;
    }

    /**
     * Registers a handler for changes of a field of objects that were handled before.
     *
     * @param field its path with dots, such as {@code spec.size}
     * @param function is given the field's plain JSON values, old and new
     * @throws IllegalArgumentException if the path is empty or broken
     */
    public GenericHandlers field(
            String id,
            String field,
            ChangeFunction<? super GenericKubernetesResource, ? super FieldChange<Object>> function) {
        return field(HandlerOptions.of(id), FieldPath.parse(field), function);
    }

    /**
     * Registers a handler for changes of a field of objects that were handled before.
     *
     * @param function is given the field's plain JSON values, old and new
     * @throws IllegalArgumentException if the field is the whole object
     */
    public GenericHandlers field(
            HandlerOptions options,
            FieldPath field,
            ChangeFunction<? super GenericKubernetesResource, ? super FieldChange<Object>> function) {
        return add(new Handler(unknown, HandlerType.FIELD, field, options, call -> {
            FieldChange<Object> change = new FieldChange<>(
                    field.resolve(call.essences().oldState()),
                    field.resolve(call.essences().newState()));
            return function.apply(
                    call.resource(GenericKubernetesResource.class), change, call.context(UpdateContext.class));
        }));
    }

    /** What is wanted of the cluster. */
    KindPlan.Want want() {
        List<Handler> handlers = handlers();
        return new KindPlan.Want(
                selector,
                handlers.stream()
                        .anyMatch(handler ->
                                handler.type().isChanging() || handler.type().isBackground()));
    }

    @Override
    protected GenericHandlers self() {
        return this;
    }
}
