// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package org.zalando.v1;

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
 * Hands objects of the kind <code>EphemeralVolumeClaim</code> to handlers: to those of
 * {@link EphemeralVolumeClaimHandler}, and to lambdas that are registered with {@link #on()}.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class EphemeralVolumeClaimDispatch implements Dispatch<EphemeralVolumeClaimHandler> {
    /** The kind. */
    public static final ResourceKind KIND = ResourceKind.namespaced("zalando.org", "v1", "EphemeralVolumeClaim", "ephemeralvolumeclaims");

    /** Starts a registration of lambdas. */
    public static Registration on() {
        return new Registration();
    }

    @Override
    public List<Handler> handlersOf(EphemeralVolumeClaimHandler source) {
        HandlerMethods<EphemeralVolumeClaimHandler> methods = HandlerMethods.of(EphemeralVolumeClaimHandler.class, source);
        Registration on = on();
        methods.options("onCreate", EphemeralVolumeClaim.class, CreateContext.class)
                .ifPresent(options -> on.create(options, source::onCreate));
        methods.options("onUpdate", EphemeralVolumeClaim.class, EphemeralVolumeClaimDiff.class, UpdateContext.class)
                .ifPresent(options -> on.update(options, source::onUpdate));
        methods.options("onResume", EphemeralVolumeClaim.class, ResumeContext.class)
                .ifPresent(options -> on.resume(options, source::onResume));
        methods.options("onDelete", EphemeralVolumeClaim.class, DeleteContext.class)
                .ifPresent(options -> on.delete(options, source::onDelete));
        methods.eventOptions("onEvent", EphemeralVolumeClaim.class, EventContext.class)
                .ifPresent(options -> on.event(options, source::onEvent));
        addFields(methods, source, on);
        on.annotated(source);
        return on.handlers();
    }

    private static void addFields(HandlerMethods<EphemeralVolumeClaimHandler> methods,
            EphemeralVolumeClaimHandler source, Registration on) {
        methods.options("onSpecSizeChange", EphemeralVolumeClaim.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specSizeChange(options,
                        ChangeFunction.withoutResult(source::onSpecSizeChange)));
        methods.options("onStatusChange", EphemeralVolumeClaim.class, EphemeralVolumeClaimStatusDiff.class, UpdateContext.class)
                .ifPresent(options -> on.statusChange(options,
                        ChangeFunction.withoutResult(source::onStatusChange)));
    }

    /**
     * Handlers as lambdas, in the order of their registration. Not safe for use by several threads while it is filled.
     */
    public static final class Registration extends HandlerRegistration<EphemeralVolumeClaim, EphemeralVolumeClaimDiff, Registration> {
        private Registration() {
            super(KIND, EphemeralVolumeClaim.class, EphemeralVolumeClaimDiff::between);
        }

        /** Registers a handler for changes of <code>spec.size</code> of objects that were handled before. */
        public Registration specSizeChange(String id,
                ChangeFunction<EphemeralVolumeClaim, FieldChange<String>> function) {
            return specSizeChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.size</code> of objects that were handled before. */
        public Registration specSizeChange(HandlerOptions options,
                ChangeFunction<EphemeralVolumeClaim, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "size"), diff -> diff.spec().size(), function);
        }

        /** Registers a handler for changes of <code>status</code> of objects that were handled before. */
        public Registration statusChange(String id,
                ChangeFunction<EphemeralVolumeClaim, EphemeralVolumeClaimStatusDiff> function) {
            return statusChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>status</code> of objects that were handled before. */
        public Registration statusChange(HandlerOptions options,
                ChangeFunction<EphemeralVolumeClaim, EphemeralVolumeClaimStatusDiff> function) {
            return field(options, FieldPath.of("status"), diff -> diff.status(), function);
        }

        @Override
        protected Registration self() {
            return this;
        }
    }
}
