// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.cache.EvictionDiff;
import dev.kopf.example.v1.cache.ExpiryDiff;
import dev.kopf.example.v1.cache.Policy;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.MapChange;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.essence.SetChange;
import dev.kopf.runtime.typed.IntOrString;
import java.math.BigDecimal;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link CacheSpec}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class CacheSpecDiff extends ObjectDiff<CacheSpec> {
    /** Of two states, of which each may be absent. */
    public CacheSpecDiff(@Nullable CacheSpec oldValue, @Nullable CacheSpec newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>size</code>. */
    public FieldChange<String> size() {
        return field(CacheSpec::getSize);
    }

    /** What changed in <code>sizeOrDefault</code>. */
    public FieldChange<String> sizeOrDefault() {
        return field(CacheSpec::getSizeOrDefault);
    }

    /** What changed in <code>replicas</code>. */
    public FieldChange<Integer> replicas() {
        return field(CacheSpec::getReplicas);
    }

    /** What changed in <code>bytes</code>. */
    public FieldChange<Long> bytes() {
        return field(CacheSpec::getBytes);
    }

    /** What changed in <code>ratio</code>. */
    public FieldChange<BigDecimal> ratio() {
        return field(CacheSpec::getRatio);
    }

    /** What changed in <code>enabled</code>. */
    public FieldChange<Boolean> enabled() {
        return field(CacheSpec::getEnabled);
    }

    /** What changed in <code>port</code>. */
    public FieldChange<IntOrString> port() {
        return field(CacheSpec::getPort);
    }

    /** What changed in <code>policy</code>. */
    public FieldChange<Policy> policy() {
        return field(CacheSpec::getPolicy);
    }

    /** What changed in <code>hosts</code>. */
    public FieldChange<List<String>> hosts() {
        return field(CacheSpec::getHosts);
    }

    /** What changed in <code>members</code>. */
    public SetChange<String> members() {
        return set(CacheSpec::getMembers);
    }

    /** What changed in <code>limits</code>. */
    public MapChange<Long> limits() {
        return map(CacheSpec::getLimits);
    }

    /** What changed in <code>anything</code>. */
    public FieldChange<Object> anything() {
        return field(CacheSpec::getAnything);
    }

    /** What changed in <code>eviction</code>. */
    public EvictionDiff eviction() {
        return new EvictionDiff(ofOld(CacheSpec::getEviction), ofNew(CacheSpec::getEviction));
    }

    /** What changed in <code>expiry</code>. */
    public ExpiryDiff expiry() {
        return new ExpiryDiff(ofOld(CacheSpec::getExpiry), ofNew(CacheSpec::getExpiry));
    }

    /** What changed in <code>nothing</code>. */
    public FieldChange<String> nothing() {
        return field(CacheSpec::getNothing);
    }

    /** What changed in <code>text</code>. */
    public FieldChange<String> text() {
        return field(CacheSpec::getText);
    }

    /** What changed in <code>tooLarge</code>. */
    public FieldChange<Integer> tooLarge() {
        return field(CacheSpec::getTooLarge);
    }

    /** What changed in <code>numbers</code>. */
    public FieldChange<List<Long>> numbers() {
        return field(CacheSpec::getNumbers);
    }
}
