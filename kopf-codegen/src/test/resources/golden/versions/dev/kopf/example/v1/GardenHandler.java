// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.garden.FenceDiff;
import dev.kopf.example.v1.garden.SoilDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.DeleteContext;
import dev.kopf.runtime.handler.DispatchedBy;
import dev.kopf.runtime.handler.EventContext;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.ResumeContext;
import dev.kopf.runtime.handler.UpdateContext;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Handles objects of the kind <code>Garden</code>. All methods are optional; one that is not implemented costs nothing.
 *
 * @see GardenDispatch#on()
 */
@DispatchedBy(GardenDispatch.class)
@NullMarked
@Generated("dev.kopf.codegen")
public interface GardenHandler extends HandlerSource {
    /**
     * Called for an object that was never handled before, until it succeeds.
     *
     * @return the result, which is stored in {@code status.onCreate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onCreate(Garden garden, CreateContext context) throws Exception {
        return null;
    }

    /**
     * Called when an object that was handled before has changed, in whatever is no status, or in a field of the status
     * that has a handler.
     *
     * @return the result, which is stored in {@code status.onUpdate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onUpdate(Garden garden, GardenDiff diff, UpdateContext context) throws Exception {
        return null;
    }

    /**
     * Called once after the operator has started, for an object that was handled before.
     *
     * @return the result, which is stored in {@code status.onResume}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onResume(Garden garden, ResumeContext context) throws Exception {
        return null;
    }

    /**
     * Called when the object is being deleted; the object is kept until this succeeds.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onDelete(Garden garden, DeleteContext context) throws Exception {}

    /**
     * Called for every event of the object as it comes. Nothing about it is stored, and it is not repeated.
     *
     * @throws Exception what is thrown is logged and ignored
     */
    default void onEvent(Garden garden, EventContext context) throws Exception {}

    /**
     * Called when <code>spec.size</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecSizeChange(Garden garden, FieldChange<String> size, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.soil</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecSoilChange(Garden garden, SoilDiff soil, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.fence</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecFenceChange(Garden garden, FenceDiff fence, UpdateContext context) throws Exception {}

    /**
     * Called when <code>status.phase</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onStatusPhaseChange(Garden garden, FieldChange<String> phase,
            UpdateContext context) throws Exception {}
}
