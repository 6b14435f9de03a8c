// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.gateway.Data;
import dev.kopf.example.v1.gateway.DataDiff;
import dev.kopf.example.v1.gateway.Listener;
import dev.kopf.example.v1.gateway.ListenerDiff;
import dev.kopf.example.v1.gateway.Pool;
import dev.kopf.example.v1.gateway.PoolDiff;
import dev.kopf.example.v1.gateway.Route;
import dev.kopf.example.v1.gateway.RouteDiff;
import dev.kopf.example.v1.gateway.Rule;
import dev.kopf.example.v1.gateway.RuleDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.KeyedListChange;
import dev.kopf.runtime.essence.ObjectMapChange;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.DeleteContext;
import dev.kopf.runtime.handler.DispatchedBy;
import dev.kopf.runtime.handler.EventContext;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.ResumeContext;
import dev.kopf.runtime.handler.UpdateContext;
import java.math.BigDecimal;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Handles objects of the kind <code>Gateway</code>. All methods are optional; one that is not implemented costs
 * nothing.
 *
 * @see GatewayDispatch#on()
 */
@DispatchedBy(GatewayDispatch.class)
@NullMarked
@Generated("dev.kopf.codegen")
public interface GatewayHandler extends HandlerSource {
    /**
     * Called for an object that was never handled before, until it succeeds.
     *
     * @return the result, which is stored in {@code status.onCreate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onCreate(Gateway gateway, CreateContext context) throws Exception {
        return null;
    }

    /**
     * Called when an object that was handled before has changed, in whatever is no status.
     *
     * @return the result, which is stored in {@code status.onUpdate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onUpdate(Gateway gateway, GatewayDiff diff, UpdateContext context) throws Exception {
        return null;
    }

    /**
     * Called once after the operator has started, for an object that was handled before.
     *
     * @return the result, which is stored in {@code status.onResume}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onResume(Gateway gateway, ResumeContext context) throws Exception {
        return null;
    }

    /**
     * Called when the object is being deleted; the object is kept until this succeeds.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onDelete(Gateway gateway, DeleteContext context) throws Exception {}

    /**
     * Called for every event of the object as it comes. Nothing about it is stored, and it is not repeated.
     *
     * @throws Exception what is thrown is logged and ignored
     */
    default void onEvent(Gateway gateway, EventContext context) throws Exception {}

    /**
     * Called when <code>spec.listeners</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecListenersChange(Gateway gateway,
            KeyedListChange<String, Listener, ListenerDiff> listeners, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.rule</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecRuleChange(Gateway gateway, FieldChange<String> rule, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.rules</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecRulesChange(Gateway gateway,
            KeyedListChange<GatewaySpec.RuleKey, Rule, RuleDiff> rules, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.data</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecDataChange(Gateway gateway, KeyedListChange<BigDecimal, Data, DataDiff> data,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.routes</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecRoutesChange(Gateway gateway, ObjectMapChange<Route, RouteDiff> routes,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>pools</code> of an object that was handled before changes, appears or goes. Not called at the
     * object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onPoolsChange(Gateway gateway, KeyedListChange<String, Pool, PoolDiff> pools,
            UpdateContext context) throws Exception {}
}
