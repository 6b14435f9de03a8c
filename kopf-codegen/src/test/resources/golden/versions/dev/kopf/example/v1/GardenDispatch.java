// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.garden.FenceDiff;
import dev.kopf.example.v1.garden.SoilDiff;
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
 * Hands objects of the kind <code>Garden</code> to handlers: to those of {@link GardenHandler}, and to lambdas that are
 * registered with {@link #on()}.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class GardenDispatch implements Dispatch<GardenHandler> {
    /** The kind. */
    public static final ResourceKind KIND = ResourceKind.namespaced("example.kopf.dev", "v1", "Garden", "gardens");

    /** Starts a registration of lambdas. */
    public static Registration on() {
        return new Registration();
    }

    @Override
    public List<Handler> handlersOf(GardenHandler source) {
        HandlerMethods<GardenHandler> methods = HandlerMethods.of(GardenHandler.class, source);
        Registration on = on();
        methods.options("onCreate", Garden.class, CreateContext.class)
                .ifPresent(options -> on.create(options, source::onCreate));
        methods.options("onUpdate", Garden.class, GardenDiff.class, UpdateContext.class)
                .ifPresent(options -> on.update(options, source::onUpdate));
        methods.options("onResume", Garden.class, ResumeContext.class)
                .ifPresent(options -> on.resume(options, source::onResume));
        methods.options("onDelete", Garden.class, DeleteContext.class)
                .ifPresent(options -> on.delete(options, source::onDelete));
        methods.eventOptions("onEvent", Garden.class, EventContext.class)
                .ifPresent(options -> on.event(options, source::onEvent));
        addFields(methods, source, on);
        on.annotated(source);
        return on.handlers();
    }

    private static void addFields(HandlerMethods<GardenHandler> methods, GardenHandler source,
            Registration on) {
        methods.options("onSpecSizeChange", Garden.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specSizeChange(options,
                        ChangeFunction.withoutResult(source::onSpecSizeChange)));
        methods.options("onSpecSoilChange", Garden.class, SoilDiff.class, UpdateContext.class)
                .ifPresent(options -> on.specSoilChange(options,
                        ChangeFunction.withoutResult(source::onSpecSoilChange)));
        methods.options("onSpecFenceChange", Garden.class, FenceDiff.class, UpdateContext.class)
                .ifPresent(options -> on.specFenceChange(options,
                        ChangeFunction.withoutResult(source::onSpecFenceChange)));
        methods.options("onStatusPhaseChange", Garden.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.statusPhaseChange(options,
                        ChangeFunction.withoutResult(source::onStatusPhaseChange)));
    }

    /**
     * Handlers as lambdas, in the order of their registration. Not safe for use by several threads while it is filled.
     */
    public static final class Registration extends HandlerRegistration<Garden, GardenDiff, Registration> {
        private Registration() {
            super(KIND, Garden.class, GardenDiff::between);
        }

        /** Registers a handler for changes of <code>spec.size</code> of objects that were handled before. */
        public Registration specSizeChange(String id,
                ChangeFunction<Garden, FieldChange<String>> function) {
            return specSizeChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.size</code> of objects that were handled before. */
        public Registration specSizeChange(HandlerOptions options,
                ChangeFunction<Garden, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "size"), diff -> diff.spec().size(), function);
        }

        /** Registers a handler for changes of <code>spec.soil</code> of objects that were handled before. */
        public Registration specSoilChange(String id, ChangeFunction<Garden, SoilDiff> function) {
            return specSoilChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.soil</code> of objects that were handled before. */
        public Registration specSoilChange(HandlerOptions options,
                ChangeFunction<Garden, SoilDiff> function) {
            return field(options, FieldPath.of("spec", "soil"), diff -> diff.spec().soil(), function);
        }

        /** Registers a handler for changes of <code>spec.fence</code> of objects that were handled before. */
        public Registration specFenceChange(String id, ChangeFunction<Garden, FenceDiff> function) {
            return specFenceChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.fence</code> of objects that were handled before. */
        public Registration specFenceChange(HandlerOptions options,
                ChangeFunction<Garden, FenceDiff> function) {
            return field(options, FieldPath.of("spec", "fence"), diff -> diff.spec().fence(), function);
        }

        /** Registers a handler for changes of <code>status.phase</code> of objects that were handled before. */
        public Registration statusPhaseChange(String id,
                ChangeFunction<Garden, FieldChange<String>> function) {
            return statusPhaseChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>status.phase</code> of objects that were handled before. */
        public Registration statusPhaseChange(HandlerOptions options,
                ChangeFunction<Garden, FieldChange<String>> function) {
            return field(options, FieldPath.of("status", "phase"), diff -> diff.status().phase(), function);
        }

        @Override
        protected Registration self() {
            return this;
        }
    }
}
