// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.fleet.TemplateDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.DeleteContext;
import dev.kopf.runtime.handler.DispatchedBy;
import dev.kopf.runtime.handler.EventContext;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.ResumeContext;
import dev.kopf.runtime.handler.UpdateContext;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Handles objects of the kind <code>Fleet</code>. All methods are optional; one that is not implemented costs nothing.
 *
 * @see FleetDispatch#on()
 */
@DispatchedBy(FleetDispatch.class)
@NullMarked
@Generated("dev.kopf.codegen")
public interface FleetHandler extends HandlerSource {
    /**
     * Called for an object that was never handled before, until it succeeds.
     *
     * @return the result, which is stored in {@code status.onCreate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onCreate(Fleet fleet, CreateContext context) throws Exception {
        return null;
    }

    /**
     * Called when an object that was handled before has changed, in whatever is no status, or in a field of the status
     * that has a handler.
     *
     * @return the result, which is stored in {@code status.onUpdate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onUpdate(Fleet fleet, FleetDiff diff, UpdateContext context) throws Exception {
        return null;
    }

    /**
     * Called once after the operator has started, for an object that was handled before.
     *
     * @return the result, which is stored in {@code status.onResume}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onResume(Fleet fleet, ResumeContext context) throws Exception {
        return null;
    }

    /**
     * Called when the object is being deleted; the object is kept until this succeeds.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onDelete(Fleet fleet, DeleteContext context) throws Exception {}

    /**
     * Called for every event of the object as it comes. Nothing about it is stored, and it is not repeated.
     *
     * @throws Exception what is thrown is logged and ignored
     */
    default void onEvent(Fleet fleet, EventContext context) throws Exception {}

    /**
     * Called when <code>spec.template</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecTemplateChange(Fleet fleet, TemplateDiff template, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.templateReplicas</code> of an object that was handled before changes, appears or goes. Not
     * called at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecTemplateReplicasChange(Fleet fleet, FieldChange<String> templateReplicas,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>status.onSpecTemplateReplicas2Change</code> of an object that was handled before changes,
     * appears or goes. Not called at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onStatusOnSpecTemplateReplicas2ChangeChange(Fleet fleet,
            FieldChange<Boolean> onSpecTemplateReplicas2Change, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.template.replicas</code> of an object that was handled before changes, appears or goes.
     * Not called at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @return the result, which is stored in {@code status.onSpecTemplateReplicas2Change}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Boolean onSpecTemplateReplicas2Change(Fleet fleet,
            FieldChange<Integer> replicas, UpdateContext context) throws Exception {
        return null;
    }

    /**
     * Called when <code>spec.template.a.b.c</code> of an object that was handled before changes, appears or goes. Not
     * called at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecTemplateABCChange(Fleet fleet, FieldChange<List<String>> c,
            UpdateContext context) throws Exception {}
}
