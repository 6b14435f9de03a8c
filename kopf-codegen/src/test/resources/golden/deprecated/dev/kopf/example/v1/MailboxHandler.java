// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.mailbox.FolderDiff;
import dev.kopf.example.v1.mailbox.Rule;
import dev.kopf.example.v1.mailbox.RuleDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.KeyedListChange;
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
 * Handles objects of the kind <code>Mailbox</code>. All methods are optional; one that is not implemented costs
 * nothing.
 *
 * @see MailboxDispatch#on()
 */
@DispatchedBy(MailboxDispatch.class)
@NullMarked
@Generated("dev.kopf.codegen")
public interface MailboxHandler extends HandlerSource {
    /**
     * Called for an object that was never handled before, until it succeeds.
     *
     * @return the result, which is stored in {@code status.onCreate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onCreate(Mailbox mailbox, CreateContext context) throws Exception {
        return null;
    }

    /**
     * Called when an object that was handled before has changed, in whatever is no status.
     *
     * @return the result, which is stored in {@code status.onUpdate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onUpdate(Mailbox mailbox, MailboxDiff diff, UpdateContext context) throws Exception {
        return null;
    }

    /**
     * Called once after the operator has started, for an object that was handled before.
     *
     * @return the result, which is stored in {@code status.onResume}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onResume(Mailbox mailbox, ResumeContext context) throws Exception {
        return null;
    }

    /**
     * Called when the object is being deleted; the object is kept until this succeeds.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onDelete(Mailbox mailbox, DeleteContext context) throws Exception {}

    /**
     * Called for every event of the object as it comes. Nothing about it is stored, and it is not repeated.
     *
     * @throws Exception what is thrown is logged and ignored
     */
    default void onEvent(Mailbox mailbox, EventContext context) throws Exception {}

    /**
     * Called when <code>spec.host</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     *
     * @deprecated use address,
     * which has the port too. *&#47; &#64;Evil
     */
    @Deprecated
    default void onSpecHostChange(Mailbox mailbox, FieldChange<String> host, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.address</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecAddressChange(Mailbox mailbox, FieldChange<String> address,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.folder</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     *
     * @deprecated Folders are gone.
     */
    @Deprecated
    default void onSpecFolderChange(Mailbox mailbox, FolderDiff folder, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.rules</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecRulesChange(Mailbox mailbox, KeyedListChange<String, Rule, RuleDiff> rules,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.kept</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecKeptChange(Mailbox mailbox, FieldChange<String> kept, UpdateContext context) throws Exception {}

    /**
     * Called when <code>quota.size</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onQuotaSizeChange(Mailbox mailbox, FieldChange<Long> size, UpdateContext context) throws Exception {}
}
