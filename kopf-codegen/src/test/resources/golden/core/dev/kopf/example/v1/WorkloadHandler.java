// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.workload.HiddenSecretDiff;
import dev.kopf.example.v1.workload.PrunedDiff;
import dev.kopf.example.v1.workload.SpecContainerDiff;
import dev.kopf.example.v1.workload.TokenDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.KeyedListChange;
import dev.kopf.runtime.essence.MapChange;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.DeleteContext;
import dev.kopf.runtime.handler.DispatchedBy;
import dev.kopf.runtime.handler.EventContext;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.ResumeContext;
import dev.kopf.runtime.handler.UpdateContext;
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
import org.jspecify.annotations.Nullable;

/**
 * Handles objects of the kind <code>Workload</code>. All methods are optional; one that is not implemented costs
 * nothing.
 *
 * @see WorkloadDispatch#on()
 */
@DispatchedBy(WorkloadDispatch.class)
@NullMarked
@Generated("dev.kopf.codegen")
public interface WorkloadHandler extends HandlerSource {
    /**
     * Called for an object that was never handled before, until it succeeds.
     *
     * @return the result, which is stored in {@code status.onCreate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onCreate(Workload workload, CreateContext context) throws Exception {
        return null;
    }

    /**
     * Called when an object that was handled before has changed, in whatever is no status, or in a field of the status
     * that has a handler.
     *
     * @return the result, which is stored in {@code status.onUpdate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onUpdate(Workload workload, WorkloadDiff diff, UpdateContext context) throws Exception {
        return null;
    }

    /**
     * Called once after the operator has started, for an object that was handled before.
     *
     * @return the result, which is stored in {@code status.onResume}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onResume(Workload workload, ResumeContext context) throws Exception {
        return null;
    }

    /**
     * Called when the object is being deleted; the object is kept until this succeeds.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onDelete(Workload workload, DeleteContext context) throws Exception {}

    /**
     * Called for every event of the object as it comes. Nothing about it is stored, and it is not repeated.
     *
     * @throws Exception what is thrown is logged and ignored
     */
    default void onEvent(Workload workload, EventContext context) throws Exception {}

    /**
     * Called when <code>spec.template</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecTemplateChange(Workload workload, FieldChange<PodTemplateSpec> template,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.selector</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecSelectorChange(Workload workload, FieldChange<LabelSelector> selector,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.resources</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecResourcesChange(Workload workload,
            FieldChange<ResourceRequirements> resources, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.passwordSecret</code> of an object that was handled before changes, appears or goes. Not
     * called at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecPasswordSecretChange(Workload workload,
            FieldChange<SecretKeySelector> passwordSecret, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.token</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecTokenChange(Workload workload, TokenDiff token, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.containers</code> of an object that was handled before changes, appears or goes. Not
     * called at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecContainersChange(Workload workload,
            KeyedListChange<String, Container, FieldChange<Container>> containers,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.tolerations</code> of an object that was handled before changes, appears or goes. Not
     * called at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecTolerationsChange(Workload workload,
            FieldChange<List<Toleration>> tolerations, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.volumes</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecVolumesChange(Workload workload, MapChange<Volume> volumes,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.container</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecContainerChange(Workload workload, SpecContainerDiff container,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.pruned</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecPrunedChange(Workload workload, PrunedDiff pruned, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.hiddenSecret</code> of an object that was handled before changes, appears or goes. Not
     * called at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecHiddenSecretChange(Workload workload, HiddenSecretDiff hiddenSecret,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>status.conditions</code> of an object that was handled before changes, appears or goes. Not
     * called at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onStatusConditionsChange(Workload workload,
            KeyedListChange<String, Condition, FieldChange<Condition>> conditions,
            UpdateContext context) throws Exception {}
}
