// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.shape;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link SecretRef}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class SecretRefDiff extends ObjectDiff<SecretRef> {
    /** Of two states, of which each may be absent. */
    public SecretRefDiff(@Nullable SecretRef oldValue, @Nullable SecretRef newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>name</code>. */
    public FieldChange<String> name() {
        return field(SecretRef::getName);
    }

    /** What changed in <code>key</code>. */
    public FieldChange<String> key() {
        return field(SecretRef::getKey);
    }
}
