// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package org.zalando.v1;

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
 * Handles objects of the kind <code>EphemeralVolumeClaim</code>. All methods are optional; one that is not implemented
 * costs nothing.
 *
 * @see EphemeralVolumeClaimDispatch#on()
 */
@DispatchedBy(EphemeralVolumeClaimDispatch.class)
@NullMarked
@Generated("dev.kopf.codegen")
public interface EphemeralVolumeClaimHandler extends HandlerSource {
    /**
     * Called for an object that was never handled before, until it succeeds.
     *
     * @return the result, which is stored in {@code status.onCreate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onCreate(EphemeralVolumeClaim ephemeralVolumeClaim,
            CreateContext context) throws Exception {
        return null;
    }

    /**
     * Called when an object that was handled before has changed, in whatever is no status, or in a field of the status
     * that has a handler.
     *
     * @return the result, which is stored in {@code status.onUpdate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onUpdate(EphemeralVolumeClaim ephemeralVolumeClaim,
            EphemeralVolumeClaimDiff diff, UpdateContext context) throws Exception {
        return null;
    }

    /**
     * Called once after the operator has started, for an object that was handled before.
     *
     * @return the result, which is stored in {@code status.onResume}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onResume(EphemeralVolumeClaim ephemeralVolumeClaim,
            ResumeContext context) throws Exception {
        return null;
    }

    /**
     * Called when the object is being deleted; the object is kept until this succeeds.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onDelete(EphemeralVolumeClaim ephemeralVolumeClaim, DeleteContext context) throws Exception {}

    /**
     * Called for every event of the object as it comes. Nothing about it is stored, and it is not repeated.
     *
     * @throws Exception what is thrown is logged and ignored
     */
    default void onEvent(EphemeralVolumeClaim ephemeralVolumeClaim, EventContext context) throws Exception {}

    /**
     * Called when <code>spec.size</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecSizeChange(EphemeralVolumeClaim ephemeralVolumeClaim,
            FieldChange<String> size, UpdateContext context) throws Exception {}

    /**
     * Called when <code>status</code> of an object that was handled before changes, appears or goes. Not called at the
     * object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onStatusChange(EphemeralVolumeClaim ephemeralVolumeClaim,
            EphemeralVolumeClaimStatusDiff status, UpdateContext context) throws Exception {}
}
