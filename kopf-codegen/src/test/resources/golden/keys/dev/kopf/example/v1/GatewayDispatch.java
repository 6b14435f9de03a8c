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
import java.math.BigDecimal;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * Hands objects of the kind <code>Gateway</code> to handlers: to those of {@link GatewayHandler}, and to lambdas that
 * are registered with {@link #on()}.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class GatewayDispatch implements Dispatch<GatewayHandler> {
    /** The kind. */
    public static final ResourceKind KIND = ResourceKind.namespaced("example.kopf.dev", "v1", "Gateway", "gateways");

    /** Starts a registration of lambdas. */
    public static Registration on() {
        return new Registration();
    }

    @Override
    public List<Handler> handlersOf(GatewayHandler source) {
        HandlerMethods<GatewayHandler> methods = HandlerMethods.of(GatewayHandler.class, source);
        Registration on = on();
        methods.options("onCreate", Gateway.class, CreateContext.class)
                .ifPresent(options -> on.create(options, source::onCreate));
        methods.options("onUpdate", Gateway.class, GatewayDiff.class, UpdateContext.class)
                .ifPresent(options -> on.update(options, source::onUpdate));
        methods.options("onResume", Gateway.class, ResumeContext.class)
                .ifPresent(options -> on.resume(options, source::onResume));
        methods.options("onDelete", Gateway.class, DeleteContext.class)
                .ifPresent(options -> on.delete(options, source::onDelete));
        methods.eventOptions("onEvent", Gateway.class, EventContext.class)
                .ifPresent(options -> on.event(options, source::onEvent));
        addFields(methods, source, on);
        on.annotated(source);
        return on.handlers();
    }

    private static void addFields(HandlerMethods<GatewayHandler> methods, GatewayHandler source,
            Registration on) {
        methods.options("onSpecListenersChange", Gateway.class, KeyedListChange.class, UpdateContext.class)
                .ifPresent(options -> on.specListenersChange(options,
                        ChangeFunction.withoutResult(source::onSpecListenersChange)));
        methods.options("onSpecRuleChange", Gateway.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specRuleChange(options,
                        ChangeFunction.withoutResult(source::onSpecRuleChange)));
        methods.options("onSpecRulesChange", Gateway.class, KeyedListChange.class, UpdateContext.class)
                .ifPresent(options -> on.specRulesChange(options,
                        ChangeFunction.withoutResult(source::onSpecRulesChange)));
        methods.options("onSpecDataChange", Gateway.class, KeyedListChange.class, UpdateContext.class)
                .ifPresent(options -> on.specDataChange(options,
                        ChangeFunction.withoutResult(source::onSpecDataChange)));
        methods.options("onSpecRoutesChange", Gateway.class, ObjectMapChange.class, UpdateContext.class)
                .ifPresent(options -> on.specRoutesChange(options,
                        ChangeFunction.withoutResult(source::onSpecRoutesChange)));
        methods.options("onPoolsChange", Gateway.class, KeyedListChange.class, UpdateContext.class)
                .ifPresent(options -> on.poolsChange(options,
                        ChangeFunction.withoutResult(source::onPoolsChange)));
    }

    /**
     * Handlers as lambdas, in the order of their registration. Not safe for use by several threads while it is filled.
     */
    public static final class Registration extends HandlerRegistration<Gateway, GatewayDiff, Registration> {
        private Registration() {
            super(KIND, Gateway.class, GatewayDiff::between);
        }

        /** Registers a handler for changes of <code>spec.listeners</code> of objects that were handled before. */
        public Registration specListenersChange(String id,
                ChangeFunction<Gateway, KeyedListChange<String, Listener, ListenerDiff>> function) {
            return specListenersChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.listeners</code> of objects that were handled before. */
        public Registration specListenersChange(HandlerOptions options,
                ChangeFunction<Gateway, KeyedListChange<String, Listener, ListenerDiff>> function) {
            return field(options, FieldPath.of("spec", "listeners"), diff -> diff.spec().listeners(), function);
        }

        /** Registers a handler for changes of <code>spec.rule</code> of objects that were handled before. */
        public Registration specRuleChange(String id,
                ChangeFunction<Gateway, FieldChange<String>> function) {
            return specRuleChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.rule</code> of objects that were handled before. */
        public Registration specRuleChange(HandlerOptions options,
                ChangeFunction<Gateway, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "rule"), diff -> diff.spec().rule(), function);
        }

        /** Registers a handler for changes of <code>spec.rules</code> of objects that were handled before. */
        public Registration specRulesChange(String id,
                ChangeFunction<Gateway, KeyedListChange<GatewaySpec.RuleKey, Rule, RuleDiff>> function) {
            return specRulesChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.rules</code> of objects that were handled before. */
        public Registration specRulesChange(HandlerOptions options,
                ChangeFunction<Gateway, KeyedListChange<GatewaySpec.RuleKey, Rule, RuleDiff>> function) {
            return field(options, FieldPath.of("spec", "rules"), diff -> diff.spec().rules(), function);
        }

        /** Registers a handler for changes of <code>spec.data</code> of objects that were handled before. */
        public Registration specDataChange(String id,
                ChangeFunction<Gateway, KeyedListChange<BigDecimal, Data, DataDiff>> function) {
            return specDataChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.data</code> of objects that were handled before. */
        public Registration specDataChange(HandlerOptions options,
                ChangeFunction<Gateway, KeyedListChange<BigDecimal, Data, DataDiff>> function) {
            return field(options, FieldPath.of("spec", "data"), diff -> diff.spec().data(), function);
        }

        /** Registers a handler for changes of <code>spec.routes</code> of objects that were handled before. */
        public Registration specRoutesChange(String id,
                ChangeFunction<Gateway, ObjectMapChange<Route, RouteDiff>> function) {
            return specRoutesChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.routes</code> of objects that were handled before. */
        public Registration specRoutesChange(HandlerOptions options,
                ChangeFunction<Gateway, ObjectMapChange<Route, RouteDiff>> function) {
            return field(options, FieldPath.of("spec", "routes"), diff -> diff.spec().routes(), function);
        }

        /** Registers a handler for changes of <code>pools</code> of objects that were handled before. */
        public Registration poolsChange(String id,
                ChangeFunction<Gateway, KeyedListChange<String, Pool, PoolDiff>> function) {
            return poolsChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>pools</code> of objects that were handled before. */
        public Registration poolsChange(HandlerOptions options,
                ChangeFunction<Gateway, KeyedListChange<String, Pool, PoolDiff>> function) {
            return field(options, FieldPath.of("pools"), diff -> diff.pools(), function);
        }

        @Override
        protected Registration self() {
            return this;
        }
    }
}
