// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.cache.EvictionDiff;
import dev.kopf.example.v1.cache.ExpiryDiff;
import dev.kopf.example.v1.cache.Policy;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.MapChange;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.essence.SetChange;
import dev.kopf.runtime.typed.IntOrString;
import dev.kopf.runtime.typed.Types;
import java.math.BigDecimal;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link CacheSpec}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class CacheSpecDiff extends ObjectDiff<CacheSpec> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public CacheSpecDiff(JsonStates states) {
        super(states, Types.object(CacheSpec::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static CacheSpecDiff between(@Nullable CacheSpec oldValue,
            @Nullable CacheSpec newValue) {
        return new CacheSpecDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>size</code>. */
    public FieldChange<String> size() {
        return field("size", Types.TEXT);
    }

    /** What changed in <code>sizeOrDefault</code>. */
    public FieldChange<String> sizeOrDefault() {
        return field("sizeOrDefault", Types.TEXT);
    }

    /** What changed in <code>replicas</code>. */
    public FieldChange<Integer> replicas() {
        return field("replicas", Types.INTEGER);
    }

    /** What changed in <code>bytes</code>. */
    public FieldChange<Long> bytes() {
        return field("bytes", Types.LONG);
    }

    /** What changed in <code>ratio</code>. */
    public FieldChange<BigDecimal> ratio() {
        return field("ratio", Types.DECIMAL);
    }

    /** What changed in <code>enabled</code>. */
    public FieldChange<Boolean> enabled() {
        return field("enabled", Types.BOOLEAN);
    }

    /** What changed in <code>timeout</code>. */
    public FieldChange<Integer> timeout() {
        return field("timeout", Types.INTEGER);
    }

    /** What changed in <code>port</code>. */
    public FieldChange<IntOrString> port() {
        return field("port", Types.INT_OR_STRING);
    }

    /** What changed in <code>policy</code>. */
    public FieldChange<Policy> policy() {
        return field("policy", Types.text(Policy::of));
    }

    /** What changed in <code>hosts</code>. */
    public FieldChange<List<String>> hosts() {
        return field("hosts", Types.list(Types.TEXT));
    }

    /** What changed in <code>members</code>. */
    public SetChange<String> members() {
        return set("members", Types.TEXT);
    }

    /** What changed in <code>limits</code>. */
    public MapChange<Long> limits() {
        return map("limits", Types.LONG);
    }

    /** What changed in <code>anything</code>. */
    public FieldChange<Object> anything() {
        return field("anything", Types.ANY);
    }

    /** What changed in <code>eviction</code>. */
    public EvictionDiff eviction() {
        return new EvictionDiff(states("eviction"));
    }

    /** What changed in <code>expiry</code>. */
    public ExpiryDiff expiry() {
        return new ExpiryDiff(states("expiry"));
    }

    /** What changed in <code>nothing</code>. */
    public FieldChange<String> nothing() {
        return field("nothing", Types.TEXT);
    }

    /** What changed in <code>text</code>. */
    public FieldChange<String> text() {
        return field("text", Types.TEXT);
    }

    /** What changed in <code>tooLarge</code>. */
    public FieldChange<Integer> tooLarge() {
        return field("tooLarge", Types.INTEGER);
    }

    /** What changed in <code>numbers</code>. */
    public FieldChange<List<Long>> numbers() {
        return field("numbers", Types.list(Types.LONG));
    }
}
