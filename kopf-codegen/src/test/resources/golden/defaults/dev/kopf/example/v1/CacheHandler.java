// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.cache.EvictionDiff;
import dev.kopf.example.v1.cache.ExpiryDiff;
import dev.kopf.example.v1.cache.Policy;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.MapChange;
import dev.kopf.runtime.essence.SetChange;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.DeleteContext;
import dev.kopf.runtime.handler.DispatchedBy;
import dev.kopf.runtime.handler.EventContext;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.ResumeContext;
import dev.kopf.runtime.handler.UpdateContext;
import dev.kopf.runtime.typed.IntOrString;
import java.math.BigDecimal;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Handles objects of the kind <code>Cache</code>. All methods are optional; one that is not implemented costs nothing.
 *
 * @see CacheDispatch#on()
 */
@DispatchedBy(CacheDispatch.class)
@NullMarked
@Generated("dev.kopf.codegen")
public interface CacheHandler extends HandlerSource {
    /**
     * Called for an object that was never handled before, until it succeeds.
     *
     * @return the result, which is stored in {@code status.onCreate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onCreate(Cache cache, CreateContext context) throws Exception {
        return null;
    }

    /**
     * Called when an object that was handled before has changed, in whatever is no status.
     *
     * @return the result, which is stored in {@code status.onUpdate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onUpdate(Cache cache, CacheDiff diff, UpdateContext context) throws Exception {
        return null;
    }

    /**
     * Called once after the operator has started, for an object that was handled before.
     *
     * @return the result, which is stored in {@code status.onResume}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onResume(Cache cache, ResumeContext context) throws Exception {
        return null;
    }

    /**
     * Called when the object is being deleted; the object is kept until this succeeds.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onDelete(Cache cache, DeleteContext context) throws Exception {}

    /**
     * Called for every event of the object as it comes. Nothing about it is stored, and it is not repeated.
     *
     * @throws Exception what is thrown is logged and ignored
     */
    default void onEvent(Cache cache, EventContext context) throws Exception {}

    /**
     * Called when <code>spec.size</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecSizeChange(Cache cache, FieldChange<String> size, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.sizeOrDefault</code> of an object that was handled before changes, appears or goes. Not
     * called at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecSizeOrDefaultChange(Cache cache, FieldChange<String> sizeOrDefault,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.replicas</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecReplicasChange(Cache cache, FieldChange<Integer> replicas,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.bytes</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecBytesChange(Cache cache, FieldChange<Long> bytes, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.ratio</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecRatioChange(Cache cache, FieldChange<BigDecimal> ratio,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.enabled</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecEnabledChange(Cache cache, FieldChange<Boolean> enabled,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.timeout</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecTimeoutChange(Cache cache, FieldChange<Integer> timeout,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.port</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecPortChange(Cache cache, FieldChange<IntOrString> port, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.policy</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecPolicyChange(Cache cache, FieldChange<Policy> policy, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.hosts</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecHostsChange(Cache cache, FieldChange<List<String>> hosts,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.members</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecMembersChange(Cache cache, SetChange<String> members, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.limits</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecLimitsChange(Cache cache, MapChange<Long> limits, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.anything</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecAnythingChange(Cache cache, FieldChange<Object> anything,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.eviction</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecEvictionChange(Cache cache, EvictionDiff eviction, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.expiry</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecExpiryChange(Cache cache, ExpiryDiff expiry, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.nothing</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecNothingChange(Cache cache, FieldChange<String> nothing,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.text</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecTextChange(Cache cache, FieldChange<String> text, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.tooLarge</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecTooLargeChange(Cache cache, FieldChange<Integer> tooLarge,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.numbers</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecNumbersChange(Cache cache, FieldChange<List<Long>> numbers,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>mode</code> of an object that was handled before changes, appears or goes. Not called at the
     * object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onModeChange(Cache cache, FieldChange<String> mode, UpdateContext context) throws Exception {}
}
