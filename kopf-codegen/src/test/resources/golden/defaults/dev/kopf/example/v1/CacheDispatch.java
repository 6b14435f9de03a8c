// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.cache.EvictionDiff;
import dev.kopf.example.v1.cache.ExpiryDiff;
import dev.kopf.example.v1.cache.Policy;
import dev.kopf.runtime.essence.FieldChange;
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
import dev.kopf.runtime.typed.IntOrString;
import java.math.BigDecimal;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * Hands objects of the kind <code>Cache</code> to handlers: to those of {@link CacheHandler}, and to lambdas that are
 * registered with {@link #on()}.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class CacheDispatch implements Dispatch<CacheHandler> {
    /** The kind. */
    public static final ResourceKind KIND = ResourceKind.namespaced("example.kopf.dev", "v1", "Cache", "caches");

    /** Starts a registration of lambdas. */
    public static Registration on() {
        return new Registration();
    }

    @Override
    public List<Handler> handlersOf(CacheHandler source) {
        HandlerMethods<CacheHandler> methods = HandlerMethods.of(CacheHandler.class, source);
        Registration on = on();
        methods.options("onCreate", Cache.class, CreateContext.class)
                .ifPresent(options -> on.create(options, source::onCreate));
        methods.options("onUpdate", Cache.class, CacheDiff.class, UpdateContext.class)
                .ifPresent(options -> on.update(options, source::onUpdate));
        methods.options("onResume", Cache.class, ResumeContext.class)
                .ifPresent(options -> on.resume(options, source::onResume));
        methods.options("onDelete", Cache.class, DeleteContext.class)
                .ifPresent(options -> on.delete(options, source::onDelete));
        methods.eventOptions("onEvent", Cache.class, EventContext.class)
                .ifPresent(options -> on.event(options, source::onEvent));
        addFields(methods, source, on);
        on.annotated(source);
        return on.handlers();
    }

    private static void addFields(HandlerMethods<CacheHandler> methods, CacheHandler source,
            Registration on) {
        methods.options("onSpecSizeChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specSizeChange(options,
                        ChangeFunction.withoutResult(source::onSpecSizeChange)));
        methods.options("onSpecSizeOrDefaultChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specSizeOrDefaultChange(options,
                        ChangeFunction.withoutResult(source::onSpecSizeOrDefaultChange)));
        methods.options("onSpecReplicasChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specReplicasChange(options,
                        ChangeFunction.withoutResult(source::onSpecReplicasChange)));
        methods.options("onSpecBytesChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specBytesChange(options,
                        ChangeFunction.withoutResult(source::onSpecBytesChange)));
        methods.options("onSpecRatioChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specRatioChange(options,
                        ChangeFunction.withoutResult(source::onSpecRatioChange)));
        methods.options("onSpecEnabledChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specEnabledChange(options,
                        ChangeFunction.withoutResult(source::onSpecEnabledChange)));
        methods.options("onSpecTimeoutChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specTimeoutChange(options,
                        ChangeFunction.withoutResult(source::onSpecTimeoutChange)));
        methods.options("onSpecPortChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specPortChange(options,
                        ChangeFunction.withoutResult(source::onSpecPortChange)));
        methods.options("onSpecPolicyChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specPolicyChange(options,
                        ChangeFunction.withoutResult(source::onSpecPolicyChange)));
        methods.options("onSpecHostsChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specHostsChange(options,
                        ChangeFunction.withoutResult(source::onSpecHostsChange)));
        methods.options("onSpecMembersChange", Cache.class, SetChange.class, UpdateContext.class)
                .ifPresent(options -> on.specMembersChange(options,
                        ChangeFunction.withoutResult(source::onSpecMembersChange)));
        methods.options("onSpecLimitsChange", Cache.class, MapChange.class, UpdateContext.class)
                .ifPresent(options -> on.specLimitsChange(options,
                        ChangeFunction.withoutResult(source::onSpecLimitsChange)));
        methods.options("onSpecAnythingChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specAnythingChange(options,
                        ChangeFunction.withoutResult(source::onSpecAnythingChange)));
        methods.options("onSpecEvictionChange", Cache.class, EvictionDiff.class, UpdateContext.class)
                .ifPresent(options -> on.specEvictionChange(options,
                        ChangeFunction.withoutResult(source::onSpecEvictionChange)));
        methods.options("onSpecExpiryChange", Cache.class, ExpiryDiff.class, UpdateContext.class)
                .ifPresent(options -> on.specExpiryChange(options,
                        ChangeFunction.withoutResult(source::onSpecExpiryChange)));
        methods.options("onSpecNothingChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specNothingChange(options,
                        ChangeFunction.withoutResult(source::onSpecNothingChange)));
        methods.options("onSpecTextChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specTextChange(options,
                        ChangeFunction.withoutResult(source::onSpecTextChange)));
        methods.options("onSpecTooLargeChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specTooLargeChange(options,
                        ChangeFunction.withoutResult(source::onSpecTooLargeChange)));
        methods.options("onSpecNumbersChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specNumbersChange(options,
                        ChangeFunction.withoutResult(source::onSpecNumbersChange)));
        methods.options("onModeChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.modeChange(options,
                        ChangeFunction.withoutResult(source::onModeChange)));
    }

    /**
     * Handlers as lambdas, in the order of their registration. Not safe for use by several threads while it is filled.
     */
    public static final class Registration extends HandlerRegistration<Cache, CacheDiff, Registration> {
        private Registration() {
            super(KIND, Cache.class, CacheDiff::between);
        }

        /** Registers a handler for changes of <code>spec.size</code> of objects that were handled before. */
        public Registration specSizeChange(String id,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return specSizeChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.size</code> of objects that were handled before. */
        public Registration specSizeChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "size"), diff -> diff.spec().size(), function);
        }

        /** Registers a handler for changes of <code>spec.sizeOrDefault</code> of objects that were handled before. */
        public Registration specSizeOrDefaultChange(String id,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return specSizeOrDefaultChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.sizeOrDefault</code> of objects that were handled before. */
        public Registration specSizeOrDefaultChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "sizeOrDefault"), diff -> diff.spec().sizeOrDefault(), function);
        }

        /** Registers a handler for changes of <code>spec.replicas</code> of objects that were handled before. */
        public Registration specReplicasChange(String id,
                ChangeFunction<Cache, FieldChange<Integer>> function) {
            return specReplicasChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.replicas</code> of objects that were handled before. */
        public Registration specReplicasChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<Integer>> function) {
            return field(options, FieldPath.of("spec", "replicas"), diff -> diff.spec().replicas(), function);
        }

        /** Registers a handler for changes of <code>spec.bytes</code> of objects that were handled before. */
        public Registration specBytesChange(String id,
                ChangeFunction<Cache, FieldChange<Long>> function) {
            return specBytesChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.bytes</code> of objects that were handled before. */
        public Registration specBytesChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<Long>> function) {
            return field(options, FieldPath.of("spec", "bytes"), diff -> diff.spec().bytes(), function);
        }

        /** Registers a handler for changes of <code>spec.ratio</code> of objects that were handled before. */
        public Registration specRatioChange(String id,
                ChangeFunction<Cache, FieldChange<BigDecimal>> function) {
            return specRatioChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.ratio</code> of objects that were handled before. */
        public Registration specRatioChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<BigDecimal>> function) {
            return field(options, FieldPath.of("spec", "ratio"), diff -> diff.spec().ratio(), function);
        }

        /** Registers a handler for changes of <code>spec.enabled</code> of objects that were handled before. */
        public Registration specEnabledChange(String id,
                ChangeFunction<Cache, FieldChange<Boolean>> function) {
            return specEnabledChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.enabled</code> of objects that were handled before. */
        public Registration specEnabledChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<Boolean>> function) {
            return field(options, FieldPath.of("spec", "enabled"), diff -> diff.spec().enabled(), function);
        }

        /** Registers a handler for changes of <code>spec.timeout</code> of objects that were handled before. */
        public Registration specTimeoutChange(String id,
                ChangeFunction<Cache, FieldChange<Integer>> function) {
            return specTimeoutChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.timeout</code> of objects that were handled before. */
        public Registration specTimeoutChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<Integer>> function) {
            return field(options, FieldPath.of("spec", "timeout"), diff -> diff.spec().timeout(), function);
        }

        /** Registers a handler for changes of <code>spec.port</code> of objects that were handled before. */
        public Registration specPortChange(String id,
                ChangeFunction<Cache, FieldChange<IntOrString>> function) {
            return specPortChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.port</code> of objects that were handled before. */
        public Registration specPortChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<IntOrString>> function) {
            return field(options, FieldPath.of("spec", "port"), diff -> diff.spec().port(), function);
        }

        /** Registers a handler for changes of <code>spec.policy</code> of objects that were handled before. */
        public Registration specPolicyChange(String id,
                ChangeFunction<Cache, FieldChange<Policy>> function) {
            return specPolicyChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.policy</code> of objects that were handled before. */
        public Registration specPolicyChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<Policy>> function) {
            return field(options, FieldPath.of("spec", "policy"), diff -> diff.spec().policy(), function);
        }

        /** Registers a handler for changes of <code>spec.hosts</code> of objects that were handled before. */
        public Registration specHostsChange(String id,
                ChangeFunction<Cache, FieldChange<List<String>>> function) {
            return specHostsChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.hosts</code> of objects that were handled before. */
        public Registration specHostsChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<List<String>>> function) {
            return field(options, FieldPath.of("spec", "hosts"), diff -> diff.spec().hosts(), function);
        }

        /** Registers a handler for changes of <code>spec.members</code> of objects that were handled before. */
        public Registration specMembersChange(String id,
                ChangeFunction<Cache, SetChange<String>> function) {
            return specMembersChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.members</code> of objects that were handled before. */
        public Registration specMembersChange(HandlerOptions options,
                ChangeFunction<Cache, SetChange<String>> function) {
            return field(options, FieldPath.of("spec", "members"), diff -> diff.spec().members(), function);
        }

        /** Registers a handler for changes of <code>spec.limits</code> of objects that were handled before. */
        public Registration specLimitsChange(String id,
                ChangeFunction<Cache, MapChange<Long>> function) {
            return specLimitsChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.limits</code> of objects that were handled before. */
        public Registration specLimitsChange(HandlerOptions options,
                ChangeFunction<Cache, MapChange<Long>> function) {
            return field(options, FieldPath.of("spec", "limits"), diff -> diff.spec().limits(), function);
        }

        /** Registers a handler for changes of <code>spec.anything</code> of objects that were handled before. */
        public Registration specAnythingChange(String id,
                ChangeFunction<Cache, FieldChange<Object>> function) {
            return specAnythingChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.anything</code> of objects that were handled before. */
        public Registration specAnythingChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<Object>> function) {
            return field(options, FieldPath.of("spec", "anything"), diff -> diff.spec().anything(), function);
        }

        /** Registers a handler for changes of <code>spec.eviction</code> of objects that were handled before. */
        public Registration specEvictionChange(String id,
                ChangeFunction<Cache, EvictionDiff> function) {
            return specEvictionChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.eviction</code> of objects that were handled before. */
        public Registration specEvictionChange(HandlerOptions options,
                ChangeFunction<Cache, EvictionDiff> function) {
            return field(options, FieldPath.of("spec", "eviction"), diff -> diff.spec().eviction(), function);
        }

        /** Registers a handler for changes of <code>spec.expiry</code> of objects that were handled before. */
        public Registration specExpiryChange(String id,
                ChangeFunction<Cache, ExpiryDiff> function) {
            return specExpiryChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.expiry</code> of objects that were handled before. */
        public Registration specExpiryChange(HandlerOptions options,
                ChangeFunction<Cache, ExpiryDiff> function) {
            return field(options, FieldPath.of("spec", "expiry"), diff -> diff.spec().expiry(), function);
        }

        /** Registers a handler for changes of <code>spec.nothing</code> of objects that were handled before. */
        public Registration specNothingChange(String id,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return specNothingChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.nothing</code> of objects that were handled before. */
        public Registration specNothingChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "nothing"), diff -> diff.spec().nothing(), function);
        }

        /** Registers a handler for changes of <code>spec.text</code> of objects that were handled before. */
        public Registration specTextChange(String id,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return specTextChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.text</code> of objects that were handled before. */
        public Registration specTextChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "text"), diff -> diff.spec().text(), function);
        }

        /** Registers a handler for changes of <code>spec.tooLarge</code> of objects that were handled before. */
        public Registration specTooLargeChange(String id,
                ChangeFunction<Cache, FieldChange<Integer>> function) {
            return specTooLargeChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.tooLarge</code> of objects that were handled before. */
        public Registration specTooLargeChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<Integer>> function) {
            return field(options, FieldPath.of("spec", "tooLarge"), diff -> diff.spec().tooLarge(), function);
        }

        /** Registers a handler for changes of <code>spec.numbers</code> of objects that were handled before. */
        public Registration specNumbersChange(String id,
                ChangeFunction<Cache, FieldChange<List<Long>>> function) {
            return specNumbersChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.numbers</code> of objects that were handled before. */
        public Registration specNumbersChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<List<Long>>> function) {
            return field(options, FieldPath.of("spec", "numbers"), diff -> diff.spec().numbers(), function);
        }

        /** Registers a handler for changes of <code>mode</code> of objects that were handled before. */
        public Registration modeChange(String id,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return modeChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>mode</code> of objects that were handled before. */
        public Registration modeChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return field(options, FieldPath.of("mode"), diff -> diff.mode(), function);
        }

        @Override
        protected Registration self() {
            return this;
        }
    }
}
