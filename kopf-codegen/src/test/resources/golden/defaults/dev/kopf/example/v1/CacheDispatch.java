// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.cache.Eviction;
import dev.kopf.example.v1.cache.Expiry;
import dev.kopf.example.v1.cache.Policy;
import dev.kopf.runtime.essence.FieldChange;
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
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

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
        return on.handlers();
    }

    private static void addFields(HandlerMethods<CacheHandler> methods, CacheHandler source,
            Registration on) {
        methods.options("onSpecSizeChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specSizeChange(options, (resource, change, context) -> {
                    source.onSpecSizeChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecSizeOrDefaultChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specSizeOrDefaultChange(options, (resource, change, context) -> {
                    source.onSpecSizeOrDefaultChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecReplicasChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specReplicasChange(options, (resource, change, context) -> {
                    source.onSpecReplicasChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecBytesChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specBytesChange(options, (resource, change, context) -> {
                    source.onSpecBytesChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecRatioChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specRatioChange(options, (resource, change, context) -> {
                    source.onSpecRatioChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecEnabledChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specEnabledChange(options, (resource, change, context) -> {
                    source.onSpecEnabledChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecPortChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specPortChange(options, (resource, change, context) -> {
                    source.onSpecPortChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecPolicyChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specPolicyChange(options, (resource, change, context) -> {
                    source.onSpecPolicyChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecHostsChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specHostsChange(options, (resource, change, context) -> {
                    source.onSpecHostsChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecMembersChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specMembersChange(options, (resource, change, context) -> {
                    source.onSpecMembersChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecLimitsChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specLimitsChange(options, (resource, change, context) -> {
                    source.onSpecLimitsChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecAnythingChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specAnythingChange(options, (resource, change, context) -> {
                    source.onSpecAnythingChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecEvictionChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specEvictionChange(options, (resource, change, context) -> {
                    source.onSpecEvictionChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecExpiryChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specExpiryChange(options, (resource, change, context) -> {
                    source.onSpecExpiryChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecNothingChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specNothingChange(options, (resource, change, context) -> {
                    source.onSpecNothingChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecTextChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specTextChange(options, (resource, change, context) -> {
                    source.onSpecTextChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecTooLargeChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specTooLargeChange(options, (resource, change, context) -> {
                    source.onSpecTooLargeChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecNumbersChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specNumbersChange(options, (resource, change, context) -> {
                    source.onSpecNumbersChange(resource, change, context);
                    return null;
                }));
        methods.options("onModeChange", Cache.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.modeChange(options, (resource, change, context) -> {
                    source.onModeChange(resource, change, context);
                    return null;
                }));
    }

    static @Nullable String readSpecSize(Cache resource) {
        return resource.getSpec().getSize();
    }

    static @Nullable String readSpecSizeOrDefault(Cache resource) {
        return resource.getSpec().getSizeOrDefault();
    }

    static @Nullable Integer readSpecReplicas(Cache resource) {
        return resource.getSpec().getReplicas();
    }

    static @Nullable Long readSpecBytes(Cache resource) {
        return resource.getSpec().getBytes();
    }

    static @Nullable BigDecimal readSpecRatio(Cache resource) {
        return resource.getSpec().getRatio();
    }

    static @Nullable Boolean readSpecEnabled(Cache resource) {
        return resource.getSpec().getEnabled();
    }

    static @Nullable IntOrString readSpecPort(Cache resource) {
        return resource.getSpec().getPort();
    }

    static @Nullable Policy readSpecPolicy(Cache resource) {
        return resource.getSpec().getPolicy();
    }

    static @Nullable List<String> readSpecHosts(Cache resource) {
        return resource.getSpec().getHosts();
    }

    static @Nullable Set<String> readSpecMembers(Cache resource) {
        return resource.getSpec().getMembers();
    }

    static @Nullable Map<String, Long> readSpecLimits(Cache resource) {
        return resource.getSpec().getLimits();
    }

    static @Nullable Object readSpecAnything(Cache resource) {
        return resource.getSpec().getAnything();
    }

    static @Nullable Eviction readSpecEviction(Cache resource) {
        return resource.getSpec().getEviction();
    }

    static @Nullable Expiry readSpecExpiry(Cache resource) {
        return resource.getSpec().getExpiry();
    }

    static @Nullable String readSpecNothing(Cache resource) {
        return resource.getSpec().getNothing();
    }

    static @Nullable String readSpecText(Cache resource) {
        return resource.getSpec().getText();
    }

    static @Nullable Integer readSpecTooLarge(Cache resource) {
        return resource.getSpec().getTooLarge();
    }

    static @Nullable List<Long> readSpecNumbers(Cache resource) {
        return resource.getSpec().getNumbers();
    }

    static @Nullable String readMode(Cache resource) {
        return resource.getMode();
    }

    /**
     * Handlers as lambdas, in the order of their registration. Not safe for use by several threads while it is filled.
     */
    public static final class Registration extends HandlerRegistration<Cache, Registration> {
        private Registration() {
            super(KIND, Cache.class);
        }

        /** Registers a handler for objects that were handled before and have changed. */
        public Registration update(String id, ChangeFunction<Cache, CacheDiff> function) {
            return update(HandlerOptions.of(id), function);
        }

        /** Registers a handler for objects that were handled before and have changed. */
        public Registration update(HandlerOptions options,
                ChangeFunction<Cache, CacheDiff> function) {
            return update(options, CacheDiff::between, function);
        }

        /** Registers a handler for changes of <code>spec.size</code> of objects that were handled before. */
        public Registration specSizeChange(String id,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return specSizeChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.size</code> of objects that were handled before. */
        public Registration specSizeChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "size"), CacheDispatch::readSpecSize, function);
        }

        /** Registers a handler for changes of <code>spec.sizeOrDefault</code> of objects that were handled before. */
        public Registration specSizeOrDefaultChange(String id,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return specSizeOrDefaultChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.sizeOrDefault</code> of objects that were handled before. */
        public Registration specSizeOrDefaultChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "sizeOrDefault"), CacheDispatch::readSpecSizeOrDefault, function);
        }

        /** Registers a handler for changes of <code>spec.replicas</code> of objects that were handled before. */
        public Registration specReplicasChange(String id,
                ChangeFunction<Cache, FieldChange<Integer>> function) {
            return specReplicasChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.replicas</code> of objects that were handled before. */
        public Registration specReplicasChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<Integer>> function) {
            return field(options, FieldPath.of("spec", "replicas"), CacheDispatch::readSpecReplicas, function);
        }

        /** Registers a handler for changes of <code>spec.bytes</code> of objects that were handled before. */
        public Registration specBytesChange(String id,
                ChangeFunction<Cache, FieldChange<Long>> function) {
            return specBytesChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.bytes</code> of objects that were handled before. */
        public Registration specBytesChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<Long>> function) {
            return field(options, FieldPath.of("spec", "bytes"), CacheDispatch::readSpecBytes, function);
        }

        /** Registers a handler for changes of <code>spec.ratio</code> of objects that were handled before. */
        public Registration specRatioChange(String id,
                ChangeFunction<Cache, FieldChange<BigDecimal>> function) {
            return specRatioChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.ratio</code> of objects that were handled before. */
        public Registration specRatioChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<BigDecimal>> function) {
            return field(options, FieldPath.of("spec", "ratio"), CacheDispatch::readSpecRatio, function);
        }

        /** Registers a handler for changes of <code>spec.enabled</code> of objects that were handled before. */
        public Registration specEnabledChange(String id,
                ChangeFunction<Cache, FieldChange<Boolean>> function) {
            return specEnabledChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.enabled</code> of objects that were handled before. */
        public Registration specEnabledChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<Boolean>> function) {
            return field(options, FieldPath.of("spec", "enabled"), CacheDispatch::readSpecEnabled, function);
        }

        /** Registers a handler for changes of <code>spec.port</code> of objects that were handled before. */
        public Registration specPortChange(String id,
                ChangeFunction<Cache, FieldChange<IntOrString>> function) {
            return specPortChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.port</code> of objects that were handled before. */
        public Registration specPortChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<IntOrString>> function) {
            return field(options, FieldPath.of("spec", "port"), CacheDispatch::readSpecPort, function);
        }

        /** Registers a handler for changes of <code>spec.policy</code> of objects that were handled before. */
        public Registration specPolicyChange(String id,
                ChangeFunction<Cache, FieldChange<Policy>> function) {
            return specPolicyChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.policy</code> of objects that were handled before. */
        public Registration specPolicyChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<Policy>> function) {
            return field(options, FieldPath.of("spec", "policy"), CacheDispatch::readSpecPolicy, function);
        }

        /** Registers a handler for changes of <code>spec.hosts</code> of objects that were handled before. */
        public Registration specHostsChange(String id,
                ChangeFunction<Cache, FieldChange<List<String>>> function) {
            return specHostsChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.hosts</code> of objects that were handled before. */
        public Registration specHostsChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<List<String>>> function) {
            return field(options, FieldPath.of("spec", "hosts"), CacheDispatch::readSpecHosts, function);
        }

        /** Registers a handler for changes of <code>spec.members</code> of objects that were handled before. */
        public Registration specMembersChange(String id,
                ChangeFunction<Cache, FieldChange<Set<String>>> function) {
            return specMembersChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.members</code> of objects that were handled before. */
        public Registration specMembersChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<Set<String>>> function) {
            return field(options, FieldPath.of("spec", "members"), CacheDispatch::readSpecMembers, function);
        }

        /** Registers a handler for changes of <code>spec.limits</code> of objects that were handled before. */
        public Registration specLimitsChange(String id,
                ChangeFunction<Cache, FieldChange<Map<String, Long>>> function) {
            return specLimitsChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.limits</code> of objects that were handled before. */
        public Registration specLimitsChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<Map<String, Long>>> function) {
            return field(options, FieldPath.of("spec", "limits"), CacheDispatch::readSpecLimits, function);
        }

        /** Registers a handler for changes of <code>spec.anything</code> of objects that were handled before. */
        public Registration specAnythingChange(String id,
                ChangeFunction<Cache, FieldChange<Object>> function) {
            return specAnythingChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.anything</code> of objects that were handled before. */
        public Registration specAnythingChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<Object>> function) {
            return field(options, FieldPath.of("spec", "anything"), CacheDispatch::readSpecAnything, function);
        }

        /** Registers a handler for changes of <code>spec.eviction</code> of objects that were handled before. */
        public Registration specEvictionChange(String id,
                ChangeFunction<Cache, FieldChange<Eviction>> function) {
            return specEvictionChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.eviction</code> of objects that were handled before. */
        public Registration specEvictionChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<Eviction>> function) {
            return field(options, FieldPath.of("spec", "eviction"), CacheDispatch::readSpecEviction, function);
        }

        /** Registers a handler for changes of <code>spec.expiry</code> of objects that were handled before. */
        public Registration specExpiryChange(String id,
                ChangeFunction<Cache, FieldChange<Expiry>> function) {
            return specExpiryChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.expiry</code> of objects that were handled before. */
        public Registration specExpiryChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<Expiry>> function) {
            return field(options, FieldPath.of("spec", "expiry"), CacheDispatch::readSpecExpiry, function);
        }

        /** Registers a handler for changes of <code>spec.nothing</code> of objects that were handled before. */
        public Registration specNothingChange(String id,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return specNothingChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.nothing</code> of objects that were handled before. */
        public Registration specNothingChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "nothing"), CacheDispatch::readSpecNothing, function);
        }

        /** Registers a handler for changes of <code>spec.text</code> of objects that were handled before. */
        public Registration specTextChange(String id,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return specTextChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.text</code> of objects that were handled before. */
        public Registration specTextChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "text"), CacheDispatch::readSpecText, function);
        }

        /** Registers a handler for changes of <code>spec.tooLarge</code> of objects that were handled before. */
        public Registration specTooLargeChange(String id,
                ChangeFunction<Cache, FieldChange<Integer>> function) {
            return specTooLargeChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.tooLarge</code> of objects that were handled before. */
        public Registration specTooLargeChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<Integer>> function) {
            return field(options, FieldPath.of("spec", "tooLarge"), CacheDispatch::readSpecTooLarge, function);
        }

        /** Registers a handler for changes of <code>spec.numbers</code> of objects that were handled before. */
        public Registration specNumbersChange(String id,
                ChangeFunction<Cache, FieldChange<List<Long>>> function) {
            return specNumbersChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.numbers</code> of objects that were handled before. */
        public Registration specNumbersChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<List<Long>>> function) {
            return field(options, FieldPath.of("spec", "numbers"), CacheDispatch::readSpecNumbers, function);
        }

        /** Registers a handler for changes of <code>mode</code> of objects that were handled before. */
        public Registration modeChange(String id,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return modeChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>mode</code> of objects that were handled before. */
        public Registration modeChange(HandlerOptions options,
                ChangeFunction<Cache, FieldChange<String>> function) {
            return field(options, FieldPath.of("mode"), CacheDispatch::readMode, function);
        }

        @Override
        protected Registration self() {
            return this;
        }
    }
}
