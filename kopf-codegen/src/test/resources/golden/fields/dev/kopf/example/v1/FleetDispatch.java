// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.fleet.TemplateDiff;
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
 * Hands objects of the kind <code>Fleet</code> to handlers: to those of {@link FleetHandler}, and to lambdas that are
 * registered with {@link #on()}.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class FleetDispatch implements Dispatch<FleetHandler> {
    /** The kind. */
    public static final ResourceKind KIND = ResourceKind.namespaced("example.kopf.dev", "v1", "Fleet", "fleets");

    /** Starts a registration of lambdas. */
    public static Registration on() {
        return new Registration();
    }

    @Override
    public List<Handler> handlersOf(FleetHandler source) {
        HandlerMethods<FleetHandler> methods = HandlerMethods.of(FleetHandler.class, source);
        Registration on = on();
        methods.options("onCreate", Fleet.class, CreateContext.class)
                .ifPresent(options -> on.create(options, source::onCreate));
        methods.options("onUpdate", Fleet.class, FleetDiff.class, UpdateContext.class)
                .ifPresent(options -> on.update(options, source::onUpdate));
        methods.options("onResume", Fleet.class, ResumeContext.class)
                .ifPresent(options -> on.resume(options, source::onResume));
        methods.options("onDelete", Fleet.class, DeleteContext.class)
                .ifPresent(options -> on.delete(options, source::onDelete));
        methods.eventOptions("onEvent", Fleet.class, EventContext.class)
                .ifPresent(options -> on.event(options, source::onEvent));
        addFields(methods, source, on);
        on.annotated(source);
        return on.handlers();
    }

    private static void addFields(HandlerMethods<FleetHandler> methods, FleetHandler source,
            Registration on) {
        methods.options("onSpecTemplateChange", Fleet.class, TemplateDiff.class, UpdateContext.class)
                .ifPresent(options -> on.specTemplateChange(options,
                        ChangeFunction.withoutResult(source::onSpecTemplateChange)));
        methods.options("onSpecTemplateReplicasChange", Fleet.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specTemplateReplicasChange(options,
                        ChangeFunction.withoutResult(source::onSpecTemplateReplicasChange)));
        methods.options("onStatusOnSpecTemplateReplicas2ChangeChange", Fleet.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.statusOnSpecTemplateReplicas2ChangeChange(options,
                        ChangeFunction.withoutResult(source::onStatusOnSpecTemplateReplicas2ChangeChange)));
        methods.options("onSpecTemplateReplicas2Change", Fleet.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specTemplateReplicas2Change(options,
                        source::onSpecTemplateReplicas2Change));
        methods.options("onSpecTemplateABCChange", Fleet.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specTemplateABCChange(options,
                        ChangeFunction.withoutResult(source::onSpecTemplateABCChange)));
    }

    /**
     * Handlers as lambdas, in the order of their registration. Not safe for use by several threads while it is filled.
     */
    public static final class Registration extends HandlerRegistration<Fleet, FleetDiff, Registration> {
        private Registration() {
            super(KIND, Fleet.class, FleetDiff::between);
        }

        /** Registers a handler for changes of <code>spec.template</code> of objects that were handled before. */
        public Registration specTemplateChange(String id,
                ChangeFunction<Fleet, TemplateDiff> function) {
            return specTemplateChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.template</code> of objects that were handled before. */
        public Registration specTemplateChange(HandlerOptions options,
                ChangeFunction<Fleet, TemplateDiff> function) {
            return field(options, FieldPath.of("spec", "template"), diff -> diff.spec().template(), function);
        }

        /**
         * Registers a handler for changes of <code>spec.templateReplicas</code> of objects that were handled before.
         */
        public Registration specTemplateReplicasChange(String id,
                ChangeFunction<Fleet, FieldChange<String>> function) {
            return specTemplateReplicasChange(HandlerOptions.of(id), function);
        }

        /**
         * Registers a handler for changes of <code>spec.templateReplicas</code> of objects that were handled before.
         */
        public Registration specTemplateReplicasChange(HandlerOptions options,
                ChangeFunction<Fleet, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "templateReplicas"), diff -> diff.spec().templateReplicas(), function);
        }

        /**
         * Registers a handler for changes of <code>status.onSpecTemplateReplicas2Change</code> of objects that were
         * handled before.
         */
        public Registration statusOnSpecTemplateReplicas2ChangeChange(String id,
                ChangeFunction<Fleet, FieldChange<Boolean>> function) {
            return statusOnSpecTemplateReplicas2ChangeChange(HandlerOptions.of(id), function);
        }

        /**
         * Registers a handler for changes of <code>status.onSpecTemplateReplicas2Change</code> of objects that were
         * handled before.
         */
        public Registration statusOnSpecTemplateReplicas2ChangeChange(HandlerOptions options,
                ChangeFunction<Fleet, FieldChange<Boolean>> function) {
            return field(options, FieldPath.of("status", "onSpecTemplateReplicas2Change"), diff -> diff.status().onSpecTemplateReplicas2Change(), function);
        }

        /**
         * Registers a handler for changes of <code>spec.template.replicas</code> of objects that were handled before.
         */
        public Registration specTemplateReplicas2Change(String id,
                ChangeFunction<Fleet, FieldChange<Integer>> function) {
            return specTemplateReplicas2Change(HandlerOptions.of(id), function);
        }

        /**
         * Registers a handler for changes of <code>spec.template.replicas</code> of objects that were handled before.
         */
        public Registration specTemplateReplicas2Change(HandlerOptions options,
                ChangeFunction<Fleet, FieldChange<Integer>> function) {
            return field(options, FieldPath.of("spec", "template", "replicas"), diff -> diff.spec().template().replicas(), function);
        }

        /** Registers a handler for changes of <code>spec.template.a.b.c</code> of objects that were handled before. */
        public Registration specTemplateABCChange(String id,
                ChangeFunction<Fleet, FieldChange<List<String>>> function) {
            return specTemplateABCChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.template.a.b.c</code> of objects that were handled before. */
        public Registration specTemplateABCChange(HandlerOptions options,
                ChangeFunction<Fleet, FieldChange<List<String>>> function) {
            return field(options, FieldPath.of("spec", "template", "a.b", "c"), diff -> diff.spec().template().ab().c(), function);
        }

        @Override
        protected Registration self() {
            return this;
        }
    }
}
