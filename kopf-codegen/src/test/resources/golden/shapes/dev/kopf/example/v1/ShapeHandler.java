// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.shape.Account;
import dev.kopf.example.v1.shape.Listener;
import dev.kopf.example.v1.shape.ListenerDiff;
import dev.kopf.example.v1.shape.OnSpecTextChange;
import dev.kopf.example.v1.shape.OnSpecTextChangeDiff;
import dev.kopf.example.v1.shape.Policy;
import dev.kopf.example.v1.shape.Port;
import dev.kopf.example.v1.shape.PortDiff;
import dev.kopf.example.v1.shape.SecretRefDiff;
import dev.kopf.example.v1.shape.TemplateDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.KeyedListChange;
import dev.kopf.runtime.essence.MapChange;
import dev.kopf.runtime.essence.SetChange;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.DeleteContext;
import dev.kopf.runtime.handler.DispatchedBy;
import dev.kopf.runtime.handler.EventContext;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.ResumeContext;
import dev.kopf.runtime.handler.UpdateContext;
import dev.kopf.runtime.typed.DateTime;
import dev.kopf.runtime.typed.IntOrString;
import dev.kopf.runtime.typed.Password;
import dev.kopf.runtime.typed.Quantity;
import java.math.BigDecimal;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Handles objects of the kind <code>Shape</code>. All methods are optional; one that is not implemented costs nothing.
 *
 * <p><code>spec.fixed</code> never changes: the API server refuses it ({@code self == oldSelf}), so there is no method
 * for it.
 *
 * @see ShapeDispatch#on()
 */
@DispatchedBy(ShapeDispatch.class)
@NullMarked
@Generated("dev.kopf.codegen")
public interface ShapeHandler extends HandlerSource {
    /**
     * Called for an object that was never handled before, until it succeeds.
     *
     * @return the result, which is stored in {@code status.onCreate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Integer onCreate(Shape shape, CreateContext context) throws Exception {
        return null;
    }

    /**
     * Called when an object that was handled before has changed, in whatever is no status, or in a field of the status
     * that has a handler.
     *
     * @return the result, which is stored in {@code status.onUpdate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onUpdate(Shape shape, ShapeDiff diff, UpdateContext context) throws Exception {
        return null;
    }

    /**
     * Called once after the operator has started, for an object that was handled before.
     *
     * @return the result, which is stored in {@code status.onResume}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onResume(Shape shape, ResumeContext context) throws Exception {
        return null;
    }

    /**
     * Called when the object is being deleted; the object is kept until this succeeds.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onDelete(Shape shape, DeleteContext context) throws Exception {}

    /**
     * Called for every event of the object as it comes. Nothing about it is stored, and it is not repeated.
     *
     * @throws Exception what is thrown is logged and ignored
     */
    default void onEvent(Shape shape, EventContext context) throws Exception {}

    /**
     * Called when <code>spec.text</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @return the result, which is stored in {@code status.onSpecTextChange}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable OnSpecTextChange onSpecTextChange(Shape shape, FieldChange<String> text,
            UpdateContext context) throws Exception {
        return null;
    }

    /**
     * Called when <code>spec.moment</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecMomentChange(Shape shape, FieldChange<DateTime> moment,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.replicas</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecReplicasChange(Shape shape, FieldChange<Integer> replicas,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.bytes</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecBytesChange(Shape shape, FieldChange<Long> bytes, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.ratio</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecRatioChange(Shape shape, FieldChange<BigDecimal> ratio,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.enabled</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecEnabledChange(Shape shape, FieldChange<Boolean> enabled,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.port</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecPortChange(Shape shape, FieldChange<IntOrString> port, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.anything</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecAnythingChange(Shape shape, FieldChange<Object> anything,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.policy</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecPolicyChange(Shape shape, FieldChange<Policy> policy, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.texts</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecTextsChange(Shape shape, FieldChange<List<String>> texts,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.nullableTexts</code> of an object that was handled before changes, appears or goes. Not
     * called at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecNullableTextsChange(Shape shape,
            FieldChange<List<@Nullable String>> nullableTexts, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.password</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecPasswordChange(Shape shape, FieldChange<Password> password,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.cpu</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecCpuChange(Shape shape, FieldChange<Quantity> cpu, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.memory</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecMemoryChange(Shape shape, FieldChange<Quantity> memory,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.members</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecMembersChange(Shape shape, SetChange<String> members, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.limits</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecLimitsChange(Shape shape, MapChange<Long> limits, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.listeners</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecListenersChange(Shape shape,
            KeyedListChange<String, Listener, ListenerDiff> listeners, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.ports</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecPortsChange(Shape shape,
            KeyedListChange<ShapeSpec.PortKey, Port, PortDiff> ports, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.accounts</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecAccountsChange(Shape shape, FieldChange<List<Account>> accounts,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.secretRef</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecSecretRefChange(Shape shape, SecretRefDiff secretRef, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.tlsSecretRef</code> of an object that was handled before changes, appears or goes. Not
     * called at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecTlsSecretRefChange(Shape shape, SecretRefDiff tlsSecretRef,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.template</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecTemplateChange(Shape shape, TemplateDiff template, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.class</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecClassFieldChange(Shape shape, FieldChange<String> classField,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.get-class</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecGetClassChange(Shape shape, FieldChange<String> getClass_,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.a_b</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecABFieldChange(Shape shape, FieldChange<String> abField,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.aB</code> of an object that was handled before changes, appears or goes. Not called at the
     * object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecABChange(Shape shape, FieldChange<String> ab, UpdateContext context) throws Exception {}

    /**
     * Called when <code>status.phase</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onStatusPhaseChange(Shape shape, FieldChange<String> phase, UpdateContext context) throws Exception {}

    /**
     * Called when <code>status.onCreate</code> of an object that was handled before changes, appears or goes. Not
     * called at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onStatusOnCreateChange(Shape shape, FieldChange<Integer> onCreate,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>status.onSpecTextChange</code> of an object that was handled before changes, appears or goes.
     * Not called at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onStatusOnSpecTextChangeChange(Shape shape, OnSpecTextChangeDiff onSpecTextChange,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>data</code> of an object that was handled before changes, appears or goes. Not called at the
     * object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onDataChange(Shape shape, MapChange<String> data, UpdateContext context) throws Exception {}

    /**
     * Called when <code>version</code> of an object that was handled before changes, appears or goes. Not called at the
     * object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onVersionFieldChange(Shape shape, FieldChange<String> versionField,
            UpdateContext context) throws Exception {}
}
