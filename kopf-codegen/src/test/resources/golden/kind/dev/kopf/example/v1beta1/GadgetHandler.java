// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1beta1;

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
 * Handles objects of the kind <code>Gadget</code>. All methods are optional; one that is not implemented costs nothing.
 *
 * @see GadgetDispatch#on()
 */
@DispatchedBy(GadgetDispatch.class)
@SuppressWarnings("deprecation")
@NullMarked
@Generated("dev.kopf.codegen")
public interface GadgetHandler extends HandlerSource {
    /**
     * Called for an object that was never handled before, until it succeeds.
     *
     * @return the result, which is stored in {@code status.onCreate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onCreate(Gadget gadget, CreateContext context) throws Exception {
        return null;
    }

    /**
     * Called when an object that was handled before has changed, in whatever is no status.
     *
     * @return the result, which is stored in {@code status.onUpdate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onUpdate(Gadget gadget, GadgetDiff diff, UpdateContext context) throws Exception {
        return null;
    }

    /**
     * Called once after the operator has started, for an object that was handled before.
     *
     * @return the result, which is stored in {@code status.onResume}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onResume(Gadget gadget, ResumeContext context) throws Exception {
        return null;
    }

    /**
     * Called when the object is being deleted; the object is kept until this succeeds.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onDelete(Gadget gadget, DeleteContext context) throws Exception {}

    /**
     * Called for every event of the object as it comes. Nothing about it is stored, and it is not repeated.
     *
     * @throws Exception what is thrown is logged and ignored
     */
    default void onEvent(Gadget gadget, EventContext context) throws Exception {}

    /**
     * Called when <code>spec.replicas</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecReplicasChange(Gadget gadget, FieldChange<Integer> replicas,
            UpdateContext context) throws Exception {}
}
