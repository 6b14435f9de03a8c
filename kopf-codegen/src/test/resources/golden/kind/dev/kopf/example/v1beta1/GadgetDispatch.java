// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1beta1;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.handler.ChangeFunction;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.DeleteContext;
import dev.kopf.runtime.handler.Dispatch;
import dev.kopf.runtime.handler.EventContext;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerMethods;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.HandlerRegistration;
import dev.kopf.runtime.handler.ResumeContext;
import dev.kopf.runtime.handler.UpdateContext;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * Hands objects of the kind <code>Gadget</code> to handlers: to those of {@link GadgetHandler}, and to lambdas that are
 * registered with {@link #on()}.
 */
@SuppressWarnings("deprecation")
@NullMarked
@Generated("dev.kopf.codegen")
public final class GadgetDispatch implements Dispatch<GadgetHandler> {
    /** The kind. */
    public static final ResourceKind KIND = ResourceKind.namespaced("example.kopf.dev", "v1beta1", "Gadget", "gadgets");

    /** Starts a registration of lambdas. */
    public static Registration on() {
        return new Registration();
    }

    @Override
    public List<Handler> handlersOf(GadgetHandler source) {
        HandlerMethods<GadgetHandler> methods = HandlerMethods.of(GadgetHandler.class, source);
        Registration on = on();
        methods.options("onCreate", Gadget.class, CreateContext.class)
                .ifPresent(options -> on.create(options, source::onCreate));
        methods.options("onUpdate", Gadget.class, GadgetDiff.class, UpdateContext.class)
                .ifPresent(options -> on.update(options, source::onUpdate));
        methods.options("onResume", Gadget.class, ResumeContext.class)
                .ifPresent(options -> on.resume(options, source::onResume));
        methods.options("onDelete", Gadget.class, DeleteContext.class)
                .ifPresent(options -> on.delete(options, source::onDelete));
        methods.eventOptions("onEvent", Gadget.class, EventContext.class)
                .ifPresent(options -> on.event(options, source::onEvent));
        addFields(methods, source, on);
        on.annotated(source);
        return on.handlers();
    }

    private static void addFields(HandlerMethods<GadgetHandler> methods, GadgetHandler source,
            Registration on) {
        methods.options("onSpecReplicasChange", Gadget.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specReplicasChange(options,
                        ChangeFunction.withoutResult(source::onSpecReplicasChange)));
    }

    /**
     * Handlers as lambdas, in the order of their registration. Not safe for use by several threads while it is filled.
     */
    public static final class Registration extends HandlerRegistration<Gadget, GadgetDiff, Registration> {
        private Registration() {
            super(KIND, Gadget.class, GadgetDiff::between);
        }

        /** Registers a handler for changes of <code>spec.replicas</code> of objects that were handled before. */
        public Registration specReplicasChange(String id,
                ChangeFunction<Gadget, FieldChange<Integer>> function) {
            return specReplicasChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.replicas</code> of objects that were handled before. */
        public Registration specReplicasChange(HandlerOptions options,
                ChangeFunction<Gadget, FieldChange<Integer>> function) {
            return field(options, FieldPath.of("spec", "replicas"), diff -> diff.spec().replicas(), function);
        }

        @Override
        protected Registration self() {
            return this;
        }
    }
}
