// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.cache;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Eviction}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class EvictionDiff extends ObjectDiff<Eviction> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public EvictionDiff(JsonStates states) {
        super(states, Types.object(Eviction::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static EvictionDiff between(@Nullable Eviction oldValue, @Nullable Eviction newValue) {
        return new EvictionDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>after</code>. */
    public FieldChange<String> after() {
        return field("after", Types.TEXT);
    }
}
