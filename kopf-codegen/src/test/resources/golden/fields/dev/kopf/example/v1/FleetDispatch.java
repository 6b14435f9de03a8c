// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.fleet.AB;
import dev.kopf.example.v1.fleet.Template;
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
import org.jspecify.annotations.Nullable;

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
        return on.handlers();
    }

    private static void addFields(HandlerMethods<FleetHandler> methods, FleetHandler source,
            Registration on) {
        methods.options("onSpecTemplateChange", Fleet.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specTemplateChange(options, (resource, change, context) -> {
                    source.onSpecTemplateChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecTemplateReplicasChange", Fleet.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specTemplateReplicasChange(options, (resource, change, context) -> {
                    source.onSpecTemplateReplicasChange(resource, change, context);
                    return null;
                }));
        methods.options("onStatusOnSpecTemplateReplicas2ChangeChange", Fleet.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.statusOnSpecTemplateReplicas2ChangeChange(options, (resource, change, context) -> {
                    source.onStatusOnSpecTemplateReplicas2ChangeChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecTemplateReplicas2Change", Fleet.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specTemplateReplicas2Change(options, source::onSpecTemplateReplicas2Change));
        methods.options("onSpecTemplateABCChange", Fleet.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specTemplateABCChange(options, (resource, change, context) -> {
                    source.onSpecTemplateABCChange(resource, change, context);
                    return null;
                }));
    }

    static @Nullable Template readSpecTemplate(Fleet resource) {
        return resource.getSpec().getTemplate();
    }

    static @Nullable String readSpecTemplateReplicas(Fleet resource) {
        return resource.getSpec().getTemplateReplicas();
    }

    static @Nullable Boolean readStatusOnSpecTemplateReplicas2Change(Fleet resource) {
        return resource.getStatus().getOnSpecTemplateReplicas2Change();
    }

    static @Nullable Integer readSpecTemplateReplicas2(Fleet resource) {
        Template parent = resource.getSpec().getTemplate();
        if (parent == null) {
            return null;
        }
        return parent.getReplicas();
    }

    static @Nullable List<String> readSpecTemplateABC(Fleet resource) {
        Template parent = resource.getSpec().getTemplate();
        if (parent == null) {
            return null;
        }
        AB parent2 = parent.getAB();
        if (parent2 == null) {
            return null;
        }
        return parent2.getC();
    }

    /**
     * Handlers as lambdas, in the order of their registration. Not safe for use by several threads while it is filled.
     */
    public static final class Registration extends HandlerRegistration<Fleet, Registration> {
        private Registration() {
            super(KIND, Fleet.class);
        }

        /** Registers a handler for objects that were handled before and have changed. */
        public Registration update(String id, ChangeFunction<Fleet, FleetDiff> function) {
            return update(HandlerOptions.of(id), function);
        }

        /** Registers a handler for objects that were handled before and have changed. */
        public Registration update(HandlerOptions options,
                ChangeFunction<Fleet, FleetDiff> function) {
            return update(options, FleetDiff::between, function);
        }

        /** Registers a handler for changes of <code>spec.template</code> of objects that were handled before. */
        public Registration specTemplateChange(String id,
                ChangeFunction<Fleet, FieldChange<Template>> function) {
            return specTemplateChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.template</code> of objects that were handled before. */
        public Registration specTemplateChange(HandlerOptions options,
                ChangeFunction<Fleet, FieldChange<Template>> function) {
            return field(options, FieldPath.of("spec", "template"), FleetDispatch::readSpecTemplate, function);
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
            return field(options, FieldPath.of("spec", "templateReplicas"), FleetDispatch::readSpecTemplateReplicas, function);
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
            return field(options, FieldPath.of("status", "onSpecTemplateReplicas2Change"), FleetDispatch::readStatusOnSpecTemplateReplicas2Change, function);
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
            return field(options, FieldPath.of("spec", "template", "replicas"), FleetDispatch::readSpecTemplateReplicas2, function);
        }

        /** Registers a handler for changes of <code>spec.template.a.b.c</code> of objects that were handled before. */
        public Registration specTemplateABCChange(String id,
                ChangeFunction<Fleet, FieldChange<List<String>>> function) {
            return specTemplateABCChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.template.a.b.c</code> of objects that were handled before. */
        public Registration specTemplateABCChange(HandlerOptions options,
                ChangeFunction<Fleet, FieldChange<List<String>>> function) {
            return field(options, FieldPath.of("spec", "template", "a.b", "c"), FleetDispatch::readSpecTemplateABC, function);
        }

        @Override
        protected Registration self() {
            return this;
        }
    }
}
