// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.shape.Account;
import dev.kopf.example.v1.shape.Listener;
import dev.kopf.example.v1.shape.ListenerDiff;
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
 * Hands objects of the kind <code>Shape</code> to handlers: to those of {@link ShapeHandler}, and to lambdas that are
 * registered with {@link #on()}.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class ShapeDispatch implements Dispatch<ShapeHandler> {
    /** The kind. */
    public static final ResourceKind KIND = ResourceKind.clusterScoped("example.kopf.dev", "v1", "Shape", "shapes")
    .withSecrets(
        FieldPath.of("spec", "password"),
        FieldPath.of("spec", "accounts", "*", "tokens", "*"));

    /** Starts a registration of lambdas. */
    public static Registration on() {
        return new Registration();
    }

    @Override
    public List<Handler> handlersOf(ShapeHandler source) {
        HandlerMethods<ShapeHandler> methods = HandlerMethods.of(ShapeHandler.class, source);
        Registration on = on();
        methods.options("onCreate", Shape.class, CreateContext.class)
                .ifPresent(options -> on.create(options, source::onCreate));
        methods.options("onUpdate", Shape.class, ShapeDiff.class, UpdateContext.class)
                .ifPresent(options -> on.update(options, source::onUpdate));
        methods.options("onResume", Shape.class, ResumeContext.class)
                .ifPresent(options -> on.resume(options, source::onResume));
        methods.options("onDelete", Shape.class, DeleteContext.class)
                .ifPresent(options -> on.delete(options, source::onDelete));
        methods.eventOptions("onEvent", Shape.class, EventContext.class)
                .ifPresent(options -> on.event(options, source::onEvent));
        addFields(methods, source, on);
        on.annotated(source);
        return on.handlers();
    }

    private static void addFields(HandlerMethods<ShapeHandler> methods, ShapeHandler source,
            Registration on) {
        methods.options("onSpecTextChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specTextChange(options, source::onSpecTextChange));
        methods.options("onSpecMomentChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specMomentChange(options,
                        ChangeFunction.withoutResult(source::onSpecMomentChange)));
        methods.options("onSpecReplicasChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specReplicasChange(options,
                        ChangeFunction.withoutResult(source::onSpecReplicasChange)));
        methods.options("onSpecBytesChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specBytesChange(options,
                        ChangeFunction.withoutResult(source::onSpecBytesChange)));
        methods.options("onSpecRatioChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specRatioChange(options,
                        ChangeFunction.withoutResult(source::onSpecRatioChange)));
        methods.options("onSpecEnabledChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specEnabledChange(options,
                        ChangeFunction.withoutResult(source::onSpecEnabledChange)));
        methods.options("onSpecPortChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specPortChange(options,
                        ChangeFunction.withoutResult(source::onSpecPortChange)));
        methods.options("onSpecAnythingChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specAnythingChange(options,
                        ChangeFunction.withoutResult(source::onSpecAnythingChange)));
        methods.options("onSpecPolicyChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specPolicyChange(options,
                        ChangeFunction.withoutResult(source::onSpecPolicyChange)));
        methods.options("onSpecTextsChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specTextsChange(options,
                        ChangeFunction.withoutResult(source::onSpecTextsChange)));
        methods.options("onSpecNullableTextsChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specNullableTextsChange(options,
                        ChangeFunction.withoutResult(source::onSpecNullableTextsChange)));
        methods.options("onSpecPasswordChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specPasswordChange(options,
                        ChangeFunction.withoutResult(source::onSpecPasswordChange)));
        methods.options("onSpecCpuChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specCpuChange(options,
                        ChangeFunction.withoutResult(source::onSpecCpuChange)));
        methods.options("onSpecMemoryChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specMemoryChange(options,
                        ChangeFunction.withoutResult(source::onSpecMemoryChange)));
        methods.options("onSpecMembersChange", Shape.class, SetChange.class, UpdateContext.class)
                .ifPresent(options -> on.specMembersChange(options,
                        ChangeFunction.withoutResult(source::onSpecMembersChange)));
        methods.options("onSpecLimitsChange", Shape.class, MapChange.class, UpdateContext.class)
                .ifPresent(options -> on.specLimitsChange(options,
                        ChangeFunction.withoutResult(source::onSpecLimitsChange)));
        methods.options("onSpecListenersChange", Shape.class, KeyedListChange.class, UpdateContext.class)
                .ifPresent(options -> on.specListenersChange(options,
                        ChangeFunction.withoutResult(source::onSpecListenersChange)));
        methods.options("onSpecPortsChange", Shape.class, KeyedListChange.class, UpdateContext.class)
                .ifPresent(options -> on.specPortsChange(options,
                        ChangeFunction.withoutResult(source::onSpecPortsChange)));
        methods.options("onSpecAccountsChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specAccountsChange(options,
                        ChangeFunction.withoutResult(source::onSpecAccountsChange)));
        methods.options("onSpecSecretRefChange", Shape.class, SecretRefDiff.class, UpdateContext.class)
                .ifPresent(options -> on.specSecretRefChange(options,
                        ChangeFunction.withoutResult(source::onSpecSecretRefChange)));
        methods.options("onSpecTlsSecretRefChange", Shape.class, SecretRefDiff.class, UpdateContext.class)
                .ifPresent(options -> on.specTlsSecretRefChange(options,
                        ChangeFunction.withoutResult(source::onSpecTlsSecretRefChange)));
        methods.options("onSpecTemplateChange", Shape.class, TemplateDiff.class, UpdateContext.class)
                .ifPresent(options -> on.specTemplateChange(options,
                        ChangeFunction.withoutResult(source::onSpecTemplateChange)));
        methods.options("onSpecClassFieldChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specClassFieldChange(options,
                        ChangeFunction.withoutResult(source::onSpecClassFieldChange)));
        methods.options("onSpecGetClassChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specGetClassChange(options,
                        ChangeFunction.withoutResult(source::onSpecGetClassChange)));
        methods.options("onSpecABFieldChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specABFieldChange(options,
                        ChangeFunction.withoutResult(source::onSpecABFieldChange)));
        methods.options("onSpecABChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specABChange(options,
                        ChangeFunction.withoutResult(source::onSpecABChange)));
        methods.options("onStatusPhaseChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.statusPhaseChange(options,
                        ChangeFunction.withoutResult(source::onStatusPhaseChange)));
        methods.options("onStatusOnCreateChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.statusOnCreateChange(options,
                        ChangeFunction.withoutResult(source::onStatusOnCreateChange)));
        methods.options("onStatusOnSpecTextChangeChange", Shape.class, OnSpecTextChangeDiff.class, UpdateContext.class)
                .ifPresent(options -> on.statusOnSpecTextChangeChange(options,
                        ChangeFunction.withoutResult(source::onStatusOnSpecTextChangeChange)));
        methods.options("onDataChange", Shape.class, MapChange.class, UpdateContext.class)
                .ifPresent(options -> on.dataChange(options,
                        ChangeFunction.withoutResult(source::onDataChange)));
        methods.options("onVersionFieldChange", Shape.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.versionFieldChange(options,
                        ChangeFunction.withoutResult(source::onVersionFieldChange)));
    }

    /**
     * Handlers as lambdas, in the order of their registration. Not safe for use by several threads while it is filled.
     */
    public static final class Registration extends HandlerRegistration<Shape, ShapeDiff, Registration> {
        private Registration() {
            super(KIND, Shape.class, ShapeDiff::between);
        }

        /** Registers a handler for changes of <code>spec.text</code> of objects that were handled before. */
        public Registration specTextChange(String id,
                ChangeFunction<Shape, FieldChange<String>> function) {
            return specTextChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.text</code> of objects that were handled before. */
        public Registration specTextChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "text"), diff -> diff.spec().text(), function);
        }

        /** Registers a handler for changes of <code>spec.moment</code> of objects that were handled before. */
        public Registration specMomentChange(String id,
                ChangeFunction<Shape, FieldChange<DateTime>> function) {
            return specMomentChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.moment</code> of objects that were handled before. */
        public Registration specMomentChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<DateTime>> function) {
            return field(options, FieldPath.of("spec", "moment"), diff -> diff.spec().moment(), function);
        }

        /** Registers a handler for changes of <code>spec.replicas</code> of objects that were handled before. */
        public Registration specReplicasChange(String id,
                ChangeFunction<Shape, FieldChange<Integer>> function) {
            return specReplicasChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.replicas</code> of objects that were handled before. */
        public Registration specReplicasChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<Integer>> function) {
            return field(options, FieldPath.of("spec", "replicas"), diff -> diff.spec().replicas(), function);
        }

        /** Registers a handler for changes of <code>spec.bytes</code> of objects that were handled before. */
        public Registration specBytesChange(String id,
                ChangeFunction<Shape, FieldChange<Long>> function) {
            return specBytesChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.bytes</code> of objects that were handled before. */
        public Registration specBytesChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<Long>> function) {
            return field(options, FieldPath.of("spec", "bytes"), diff -> diff.spec().bytes(), function);
        }

        /** Registers a handler for changes of <code>spec.ratio</code> of objects that were handled before. */
        public Registration specRatioChange(String id,
                ChangeFunction<Shape, FieldChange<BigDecimal>> function) {
            return specRatioChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.ratio</code> of objects that were handled before. */
        public Registration specRatioChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<BigDecimal>> function) {
            return field(options, FieldPath.of("spec", "ratio"), diff -> diff.spec().ratio(), function);
        }

        /** Registers a handler for changes of <code>spec.enabled</code> of objects that were handled before. */
        public Registration specEnabledChange(String id,
                ChangeFunction<Shape, FieldChange<Boolean>> function) {
            return specEnabledChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.enabled</code> of objects that were handled before. */
        public Registration specEnabledChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<Boolean>> function) {
            return field(options, FieldPath.of("spec", "enabled"), diff -> diff.spec().enabled(), function);
        }

        /** Registers a handler for changes of <code>spec.port</code> of objects that were handled before. */
        public Registration specPortChange(String id,
                ChangeFunction<Shape, FieldChange<IntOrString>> function) {
            return specPortChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.port</code> of objects that were handled before. */
        public Registration specPortChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<IntOrString>> function) {
            return field(options, FieldPath.of("spec", "port"), diff -> diff.spec().port(), function);
        }

        /** Registers a handler for changes of <code>spec.anything</code> of objects that were handled before. */
        public Registration specAnythingChange(String id,
                ChangeFunction<Shape, FieldChange<Object>> function) {
            return specAnythingChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.anything</code> of objects that were handled before. */
        public Registration specAnythingChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<Object>> function) {
            return field(options, FieldPath.of("spec", "anything"), diff -> diff.spec().anything(), function);
        }

        /** Registers a handler for changes of <code>spec.policy</code> of objects that were handled before. */
        public Registration specPolicyChange(String id,
                ChangeFunction<Shape, FieldChange<Policy>> function) {
            return specPolicyChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.policy</code> of objects that were handled before. */
        public Registration specPolicyChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<Policy>> function) {
            return field(options, FieldPath.of("spec", "policy"), diff -> diff.spec().policy(), function);
        }

        /** Registers a handler for changes of <code>spec.texts</code> of objects that were handled before. */
        public Registration specTextsChange(String id,
                ChangeFunction<Shape, FieldChange<List<String>>> function) {
            return specTextsChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.texts</code> of objects that were handled before. */
        public Registration specTextsChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<List<String>>> function) {
            return field(options, FieldPath.of("spec", "texts"), diff -> diff.spec().texts(), function);
        }

        /** Registers a handler for changes of <code>spec.nullableTexts</code> of objects that were handled before. */
        public Registration specNullableTextsChange(String id,
                ChangeFunction<Shape, FieldChange<List<@Nullable String>>> function) {
            return specNullableTextsChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.nullableTexts</code> of objects that were handled before. */
        public Registration specNullableTextsChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<List<@Nullable String>>> function) {
            return field(options, FieldPath.of("spec", "nullableTexts"), diff -> diff.spec().nullableTexts(), function);
        }

        /** Registers a handler for changes of <code>spec.password</code> of objects that were handled before. */
        public Registration specPasswordChange(String id,
                ChangeFunction<Shape, FieldChange<Password>> function) {
            return specPasswordChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.password</code> of objects that were handled before. */
        public Registration specPasswordChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<Password>> function) {
            return field(options, FieldPath.of("spec", "password"), diff -> diff.spec().password(), function);
        }

        /** Registers a handler for changes of <code>spec.cpu</code> of objects that were handled before. */
        public Registration specCpuChange(String id,
                ChangeFunction<Shape, FieldChange<Quantity>> function) {
            return specCpuChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.cpu</code> of objects that were handled before. */
        public Registration specCpuChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<Quantity>> function) {
            return field(options, FieldPath.of("spec", "cpu"), diff -> diff.spec().cpu(), function);
        }

        /** Registers a handler for changes of <code>spec.memory</code> of objects that were handled before. */
        public Registration specMemoryChange(String id,
                ChangeFunction<Shape, FieldChange<Quantity>> function) {
            return specMemoryChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.memory</code> of objects that were handled before. */
        public Registration specMemoryChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<Quantity>> function) {
            return field(options, FieldPath.of("spec", "memory"), diff -> diff.spec().memory(), function);
        }

        /** Registers a handler for changes of <code>spec.members</code> of objects that were handled before. */
        public Registration specMembersChange(String id,
                ChangeFunction<Shape, SetChange<String>> function) {
            return specMembersChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.members</code> of objects that were handled before. */
        public Registration specMembersChange(HandlerOptions options,
                ChangeFunction<Shape, SetChange<String>> function) {
            return field(options, FieldPath.of("spec", "members"), diff -> diff.spec().members(), function);
        }

        /** Registers a handler for changes of <code>spec.limits</code> of objects that were handled before. */
        public Registration specLimitsChange(String id,
                ChangeFunction<Shape, MapChange<Long>> function) {
            return specLimitsChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.limits</code> of objects that were handled before. */
        public Registration specLimitsChange(HandlerOptions options,
                ChangeFunction<Shape, MapChange<Long>> function) {
            return field(options, FieldPath.of("spec", "limits"), diff -> diff.spec().limits(), function);
        }

        /** Registers a handler for changes of <code>spec.listeners</code> of objects that were handled before. */
        public Registration specListenersChange(String id,
                ChangeFunction<Shape, KeyedListChange<String, Listener, ListenerDiff>> function) {
            return specListenersChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.listeners</code> of objects that were handled before. */
        public Registration specListenersChange(HandlerOptions options,
                ChangeFunction<Shape, KeyedListChange<String, Listener, ListenerDiff>> function) {
            return field(options, FieldPath.of("spec", "listeners"), diff -> diff.spec().listeners(), function);
        }

        /** Registers a handler for changes of <code>spec.ports</code> of objects that were handled before. */
        public Registration specPortsChange(String id,
                ChangeFunction<Shape, KeyedListChange<ShapeSpec.PortKey, Port, PortDiff>> function) {
            return specPortsChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.ports</code> of objects that were handled before. */
        public Registration specPortsChange(HandlerOptions options,
                ChangeFunction<Shape, KeyedListChange<ShapeSpec.PortKey, Port, PortDiff>> function) {
            return field(options, FieldPath.of("spec", "ports"), diff -> diff.spec().ports(), function);
        }

        /** Registers a handler for changes of <code>spec.accounts</code> of objects that were handled before. */
        public Registration specAccountsChange(String id,
                ChangeFunction<Shape, FieldChange<List<Account>>> function) {
            return specAccountsChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.accounts</code> of objects that were handled before. */
        public Registration specAccountsChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<List<Account>>> function) {
            return field(options, FieldPath.of("spec", "accounts"), diff -> diff.spec().accounts(), function);
        }

        /** Registers a handler for changes of <code>spec.secretRef</code> of objects that were handled before. */
        public Registration specSecretRefChange(String id,
                ChangeFunction<Shape, SecretRefDiff> function) {
            return specSecretRefChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.secretRef</code> of objects that were handled before. */
        public Registration specSecretRefChange(HandlerOptions options,
                ChangeFunction<Shape, SecretRefDiff> function) {
            return field(options, FieldPath.of("spec", "secretRef"), diff -> diff.spec().secretRef(), function);
        }

        /** Registers a handler for changes of <code>spec.tlsSecretRef</code> of objects that were handled before. */
        public Registration specTlsSecretRefChange(String id,
                ChangeFunction<Shape, SecretRefDiff> function) {
            return specTlsSecretRefChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.tlsSecretRef</code> of objects that were handled before. */
        public Registration specTlsSecretRefChange(HandlerOptions options,
                ChangeFunction<Shape, SecretRefDiff> function) {
            return field(options, FieldPath.of("spec", "tlsSecretRef"), diff -> diff.spec().tlsSecretRef(), function);
        }

        /** Registers a handler for changes of <code>spec.template</code> of objects that were handled before. */
        public Registration specTemplateChange(String id,
                ChangeFunction<Shape, TemplateDiff> function) {
            return specTemplateChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.template</code> of objects that were handled before. */
        public Registration specTemplateChange(HandlerOptions options,
                ChangeFunction<Shape, TemplateDiff> function) {
            return field(options, FieldPath.of("spec", "template"), diff -> diff.spec().template(), function);
        }

        /** Registers a handler for changes of <code>spec.class</code> of objects that were handled before. */
        public Registration specClassFieldChange(String id,
                ChangeFunction<Shape, FieldChange<String>> function) {
            return specClassFieldChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.class</code> of objects that were handled before. */
        public Registration specClassFieldChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "class"), diff -> diff.spec().classField(), function);
        }

        /** Registers a handler for changes of <code>spec.get-class</code> of objects that were handled before. */
        public Registration specGetClassChange(String id,
                ChangeFunction<Shape, FieldChange<String>> function) {
            return specGetClassChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.get-class</code> of objects that were handled before. */
        public Registration specGetClassChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "get-class"), diff -> diff.spec().getClass_(), function);
        }

        /** Registers a handler for changes of <code>spec.a_b</code> of objects that were handled before. */
        public Registration specABFieldChange(String id,
                ChangeFunction<Shape, FieldChange<String>> function) {
            return specABFieldChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.a_b</code> of objects that were handled before. */
        public Registration specABFieldChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "a_b"), diff -> diff.spec().abField(), function);
        }

        /** Registers a handler for changes of <code>spec.aB</code> of objects that were handled before. */
        public Registration specABChange(String id,
                ChangeFunction<Shape, FieldChange<String>> function) {
            return specABChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.aB</code> of objects that were handled before. */
        public Registration specABChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "aB"), diff -> diff.spec().ab(), function);
        }

        /** Registers a handler for changes of <code>status.phase</code> of objects that were handled before. */
        public Registration statusPhaseChange(String id,
                ChangeFunction<Shape, FieldChange<String>> function) {
            return statusPhaseChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>status.phase</code> of objects that were handled before. */
        public Registration statusPhaseChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<String>> function) {
            return field(options, FieldPath.of("status", "phase"), diff -> diff.status().phase(), function);
        }

        /** Registers a handler for changes of <code>status.onCreate</code> of objects that were handled before. */
        public Registration statusOnCreateChange(String id,
                ChangeFunction<Shape, FieldChange<Integer>> function) {
            return statusOnCreateChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>status.onCreate</code> of objects that were handled before. */
        public Registration statusOnCreateChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<Integer>> function) {
            return field(options, FieldPath.of("status", "onCreate"), diff -> diff.status().onCreate(), function);
        }

        /**
         * Registers a handler for changes of <code>status.onSpecTextChange</code> of objects that were handled before.
         */
        public Registration statusOnSpecTextChangeChange(String id,
                ChangeFunction<Shape, OnSpecTextChangeDiff> function) {
            return statusOnSpecTextChangeChange(HandlerOptions.of(id), function);
        }

        /**
         * Registers a handler for changes of <code>status.onSpecTextChange</code> of objects that were handled before.
         */
        public Registration statusOnSpecTextChangeChange(HandlerOptions options,
                ChangeFunction<Shape, OnSpecTextChangeDiff> function) {
            return field(options, FieldPath.of("status", "onSpecTextChange"), diff -> diff.status().onSpecTextChange(), function);
        }

        /** Registers a handler for changes of <code>data</code> of objects that were handled before. */
        public Registration dataChange(String id,
                ChangeFunction<Shape, MapChange<String>> function) {
            return dataChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>data</code> of objects that were handled before. */
        public Registration dataChange(HandlerOptions options,
                ChangeFunction<Shape, MapChange<String>> function) {
            return field(options, FieldPath.of("data"), diff -> diff.data(), function);
        }

        /** Registers a handler for changes of <code>version</code> of objects that were handled before. */
        public Registration versionFieldChange(String id,
                ChangeFunction<Shape, FieldChange<String>> function) {
            return versionFieldChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>version</code> of objects that were handled before. */
        public Registration versionFieldChange(HandlerOptions options,
                ChangeFunction<Shape, FieldChange<String>> function) {
            return field(options, FieldPath.of("version"), diff -> diff.versionField(), function);
        }

        @Override
        protected Registration self() {
            return this;
        }
    }
}
