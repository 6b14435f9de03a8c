// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.shape;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link TemplateSecretRef}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class TemplateSecretRefDiff extends ObjectDiff<TemplateSecretRef> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public TemplateSecretRefDiff(JsonStates states) {
        super(states, Types.object(TemplateSecretRef::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static TemplateSecretRefDiff between(@Nullable TemplateSecretRef oldValue,
            @Nullable TemplateSecretRef newValue) {
        return new TemplateSecretRefDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>name</code>. */
    public FieldChange<String> name() {
        return field("name", Types.TEXT);
    }
}
