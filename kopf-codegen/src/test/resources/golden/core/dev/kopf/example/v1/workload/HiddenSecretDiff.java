// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.workload;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Password;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link HiddenSecret}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class HiddenSecretDiff extends ObjectDiff<HiddenSecret> {
    /** Of two states, of which each may be absent. */
    public HiddenSecretDiff(@Nullable HiddenSecret oldValue, @Nullable HiddenSecret newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>key</code>. */
    public FieldChange<Password> key() {
        return field(HiddenSecret::getKey);
    }

    /** What changed in <code>name</code>. */
    public FieldChange<String> name() {
        return field(HiddenSecret::getName);
    }

    /** What changed in <code>optional</code>. */
    public FieldChange<Boolean> optional() {
        return field(HiddenSecret::getOptional);
    }
}
