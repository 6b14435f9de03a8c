// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.workload.HiddenSecretDiff;
import dev.kopf.example.v1.workload.PrunedDiff;
import dev.kopf.example.v1.workload.SpecContainerDiff;
import dev.kopf.example.v1.workload.TokenDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.KeyedListChange;
import dev.kopf.runtime.essence.MapChange;
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
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * Hands objects of the kind <code>Workload</code> to handlers: to those of {@link WorkloadHandler}, and to lambdas that
 * are registered with {@link #on()}.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class WorkloadDispatch implements Dispatch<WorkloadHandler> {
    /** The kind. */
    public static final ResourceKind KIND = ResourceKind.namespaced("example.kopf.dev", "v1", "Workload", "workloads")
    .withSecrets(
        FieldPath.of("spec", "hiddenSecret", "key"));

    /** Starts a registration of lambdas. */
    public static Registration on() {
        return new Registration();
    }

    @Override
    public List<Handler> handlersOf(WorkloadHandler source) {
        HandlerMethods<WorkloadHandler> methods = HandlerMethods.of(WorkloadHandler.class, source);
        Registration on = on();
        methods.options("onCreate", Workload.class, CreateContext.class)
                .ifPresent(options -> on.create(options, source::onCreate));
        methods.options("onUpdate", Workload.class, WorkloadDiff.class, UpdateContext.class)
                .ifPresent(options -> on.update(options, source::onUpdate));
        methods.options("onResume", Workload.class, ResumeContext.class)
                .ifPresent(options -> on.resume(options, source::onResume));
        methods.options("onDelete", Workload.class, DeleteContext.class)
                .ifPresent(options -> on.delete(options, source::onDelete));
        methods.eventOptions("onEvent", Workload.class, EventContext.class)
                .ifPresent(options -> on.event(options, source::onEvent));
        addFields(methods, source, on);
        on.annotated(source);
        return on.handlers();
    }

    private static void addFields(HandlerMethods<WorkloadHandler> methods, WorkloadHandler source,
            Registration on) {
        methods.options("onSpecTemplateChange", Workload.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specTemplateChange(options,
                        ChangeFunction.withoutResult(source::onSpecTemplateChange)));
        methods.options("onSpecSelectorChange", Workload.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specSelectorChange(options,
                        ChangeFunction.withoutResult(source::onSpecSelectorChange)));
        methods.options("onSpecResourcesChange", Workload.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specResourcesChange(options,
                        ChangeFunction.withoutResult(source::onSpecResourcesChange)));
        methods.options("onSpecPasswordSecretChange", Workload.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specPasswordSecretChange(options,
                        ChangeFunction.withoutResult(source::onSpecPasswordSecretChange)));
        methods.options("onSpecTokenChange", Workload.class, TokenDiff.class, UpdateContext.class)
                .ifPresent(options -> on.specTokenChange(options,
                        ChangeFunction.withoutResult(source::onSpecTokenChange)));
        methods.options("onSpecContainersChange", Workload.class, KeyedListChange.class, UpdateContext.class)
                .ifPresent(options -> on.specContainersChange(options,
                        ChangeFunction.withoutResult(source::onSpecContainersChange)));
        methods.options("onSpecTolerationsChange", Workload.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specTolerationsChange(options,
                        ChangeFunction.withoutResult(source::onSpecTolerationsChange)));
        methods.options("onSpecVolumesChange", Workload.class, MapChange.class, UpdateContext.class)
                .ifPresent(options -> on.specVolumesChange(options,
                        ChangeFunction.withoutResult(source::onSpecVolumesChange)));
        methods.options("onSpecContainerChange", Workload.class, SpecContainerDiff.class, UpdateContext.class)
                .ifPresent(options -> on.specContainerChange(options,
                        ChangeFunction.withoutResult(source::onSpecContainerChange)));
        methods.options("onSpecPrunedChange", Workload.class, PrunedDiff.class, UpdateContext.class)
                .ifPresent(options -> on.specPrunedChange(options,
                        ChangeFunction.withoutResult(source::onSpecPrunedChange)));
        methods.options("onSpecHiddenSecretChange", Workload.class, HiddenSecretDiff.class, UpdateContext.class)
                .ifPresent(options -> on.specHiddenSecretChange(options,
                        ChangeFunction.withoutResult(source::onSpecHiddenSecretChange)));
        methods.options("onStatusConditionsChange", Workload.class, KeyedListChange.class, UpdateContext.class)
                .ifPresent(options -> on.statusConditionsChange(options,
                        ChangeFunction.withoutResult(source::onStatusConditionsChange)));
    }

    /**
     * Handlers as lambdas, in the order of their registration. Not safe for use by several threads while it is filled.
     */
    public static final class Registration extends HandlerRegistration<Workload, WorkloadDiff, Registration> {
        private Registration() {
            super(KIND, Workload.class, WorkloadDiff::between);
        }

        /** Registers a handler for changes of <code>spec.template</code> of objects that were handled before. */
        public Registration specTemplateChange(String id,
                ChangeFunction<Workload, FieldChange<PodTemplateSpec>> function) {
            return specTemplateChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.template</code> of objects that were handled before. */
        public Registration specTemplateChange(HandlerOptions options,
                ChangeFunction<Workload, FieldChange<PodTemplateSpec>> function) {
            return field(options, FieldPath.of("spec", "template"), diff -> diff.spec().template(), function);
        }

        /** Registers a handler for changes of <code>spec.selector</code> of objects that were handled before. */
        public Registration specSelectorChange(String id,
                ChangeFunction<Workload, FieldChange<LabelSelector>> function) {
            return specSelectorChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.selector</code> of objects that were handled before. */
        public Registration specSelectorChange(HandlerOptions options,
                ChangeFunction<Workload, FieldChange<LabelSelector>> function) {
            return field(options, FieldPath.of("spec", "selector"), diff -> diff.spec().selector(), function);
        }

        /** Registers a handler for changes of <code>spec.resources</code> of objects that were handled before. */
        public Registration specResourcesChange(String id,
                ChangeFunction<Workload, FieldChange<ResourceRequirements>> function) {
            return specResourcesChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.resources</code> of objects that were handled before. */
        public Registration specResourcesChange(HandlerOptions options,
                ChangeFunction<Workload, FieldChange<ResourceRequirements>> function) {
            return field(options, FieldPath.of("spec", "resources"), diff -> diff.spec().resources(), function);
        }

        /** Registers a handler for changes of <code>spec.passwordSecret</code> of objects that were handled before. */
        public Registration specPasswordSecretChange(String id,
                ChangeFunction<Workload, FieldChange<SecretKeySelector>> function) {
            return specPasswordSecretChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.passwordSecret</code> of objects that were handled before. */
        public Registration specPasswordSecretChange(HandlerOptions options,
                ChangeFunction<Workload, FieldChange<SecretKeySelector>> function) {
            return field(options, FieldPath.of("spec", "passwordSecret"), diff -> diff.spec().passwordSecret(), function);
        }

        /** Registers a handler for changes of <code>spec.token</code> of objects that were handled before. */
        public Registration specTokenChange(String id,
                ChangeFunction<Workload, TokenDiff> function) {
            return specTokenChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.token</code> of objects that were handled before. */
        public Registration specTokenChange(HandlerOptions options,
                ChangeFunction<Workload, TokenDiff> function) {
            return field(options, FieldPath.of("spec", "token"), diff -> diff.spec().token(), function);
        }

        /** Registers a handler for changes of <code>spec.containers</code> of objects that were handled before. */
        public Registration specContainersChange(String id,
                ChangeFunction<Workload, KeyedListChange<String, Container, FieldChange<Container>>> function) {
            return specContainersChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.containers</code> of objects that were handled before. */
        public Registration specContainersChange(HandlerOptions options,
                ChangeFunction<Workload, KeyedListChange<String, Container, FieldChange<Container>>> function) {
            return field(options, FieldPath.of("spec", "containers"), diff -> diff.spec().containers(), function);
        }

        /** Registers a handler for changes of <code>spec.tolerations</code> of objects that were handled before. */
        public Registration specTolerationsChange(String id,
                ChangeFunction<Workload, FieldChange<List<Toleration>>> function) {
            return specTolerationsChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.tolerations</code> of objects that were handled before. */
        public Registration specTolerationsChange(HandlerOptions options,
                ChangeFunction<Workload, FieldChange<List<Toleration>>> function) {
            return field(options, FieldPath.of("spec", "tolerations"), diff -> diff.spec().tolerations(), function);
        }

        /** Registers a handler for changes of <code>spec.volumes</code> of objects that were handled before. */
        public Registration specVolumesChange(String id,
                ChangeFunction<Workload, MapChange<Volume>> function) {
            return specVolumesChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.volumes</code> of objects that were handled before. */
        public Registration specVolumesChange(HandlerOptions options,
                ChangeFunction<Workload, MapChange<Volume>> function) {
            return field(options, FieldPath.of("spec", "volumes"), diff -> diff.spec().volumes(), function);
        }

        /** Registers a handler for changes of <code>spec.container</code> of objects that were handled before. */
        public Registration specContainerChange(String id,
                ChangeFunction<Workload, SpecContainerDiff> function) {
            return specContainerChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.container</code> of objects that were handled before. */
        public Registration specContainerChange(HandlerOptions options,
                ChangeFunction<Workload, SpecContainerDiff> function) {
            return field(options, FieldPath.of("spec", "container"), diff -> diff.spec().container(), function);
        }

        /** Registers a handler for changes of <code>spec.pruned</code> of objects that were handled before. */
        public Registration specPrunedChange(String id,
                ChangeFunction<Workload, PrunedDiff> function) {
            return specPrunedChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.pruned</code> of objects that were handled before. */
        public Registration specPrunedChange(HandlerOptions options,
                ChangeFunction<Workload, PrunedDiff> function) {
            return field(options, FieldPath.of("spec", "pruned"), diff -> diff.spec().pruned(), function);
        }

        /** Registers a handler for changes of <code>spec.hiddenSecret</code> of objects that were handled before. */
        public Registration specHiddenSecretChange(String id,
                ChangeFunction<Workload, HiddenSecretDiff> function) {
            return specHiddenSecretChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.hiddenSecret</code> of objects that were handled before. */
        public Registration specHiddenSecretChange(HandlerOptions options,
                ChangeFunction<Workload, HiddenSecretDiff> function) {
            return field(options, FieldPath.of("spec", "hiddenSecret"), diff -> diff.spec().hiddenSecret(), function);
        }

        /** Registers a handler for changes of <code>status.conditions</code> of objects that were handled before. */
        public Registration statusConditionsChange(String id,
                ChangeFunction<Workload, KeyedListChange<String, Condition, FieldChange<Condition>>> function) {
            return statusConditionsChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>status.conditions</code> of objects that were handled before. */
        public Registration statusConditionsChange(HandlerOptions options,
                ChangeFunction<Workload, KeyedListChange<String, Condition, FieldChange<Condition>>> function) {
            return field(options, FieldPath.of("status", "conditions"), diff -> diff.status().conditions(), function);
        }

        @Override
        protected Registration self() {
            return this;
        }
    }
}
